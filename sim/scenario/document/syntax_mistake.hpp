#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/text/problems.hpp"

namespace floorwalker::scenario {

/// What the TOML parser could not read, in its own words.
struct SyntaxMistake {
    Place place;
    std::string description;

    bool says(std::string_view words) const { return description.find(words) != std::string::npos; }

    /// The lines after it are not what they seem: the file ends too early, or a table in braces goes on there.
    bool spoils_the_rest() const { return says("end-of-file") || says("inline table: expected key or closing"); }
};

/// The same for planners, who may not know TOML: with what to write instead where the line shows what was meant.
std::string in_plain_words(const SyntaxMistake& mistake, std::string_view text);

/// What SpellingRepair puts where a value could not be read. No user text equals it: it holds a control character.
inline constexpr std::string_view kBrokenValue =
    "\x01"
    "broken";

/// Makes a text with a spelling mistake readable again, so that the mistakes after it are found too.
class SpellingRepair {
public:
    /// Replaces the value on that line with kBrokenValue, or the line with nothing when its key stands twice, without
    /// moving what follows. False when that is not possible or not worth the time.
    bool blank_out(std::string& text, const SyntaxMistake& mistake);

    /// Whether a mistake comes from an earlier repair and not from the user.
    bool made_it_worse(Place mistake) const { return mistake.line <= last_line_; }

private:
    int last_line_ = 0;
    int repairs_ = 0;
};

/// The first line that begins like a header and goes on with no key; the whole file when there is none.
Place first_odd_header(std::string_view text);

/// The place of a key with more parts than any that makes sense; the parser would run out of stack on millions of them.
std::optional<Place> too_deep_key(std::string_view text);

}  // namespace floorwalker::scenario
