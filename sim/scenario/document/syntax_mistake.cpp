#include "sim/scenario/document/syntax_mistake.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

/// Beyond this size a text is not read again and again.
constexpr std::size_t kMostToRepair = 1'000'000;
constexpr int kMostRepairs = 50;

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< of the line, before its line break
};

std::optional<Line> line_at(std::string_view text, int number) {
    Line line;
    for (int i = 1;; ++i) {
        line.end = std::min(text.find('\n', line.begin), text.size());
        if (i == number) return line;
        if (line.end == text.size()) return std::nullopt;
        line.begin = line.end + 1;
    }
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool is_key_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || c == ' ' || c == '\t';
}

/// Where the value of a line `key = value` begins; none when the line is something else.
std::optional<std::size_t> value_start(std::string_view line) {
    std::size_t i = 0;
    while (i < line.size() && is_key_character(line[i])) ++i;
    if (i == line.size() || line[i] != '=' || trimmed(line.substr(0, i)).empty()) return std::nullopt;
    return i + 1;
}

/// The unquoted word around a column, as far as it could be one value.
std::string_view word_at(std::string_view line, int column) {
    const std::string_view ends = "=,[]{}#\"'";
    std::size_t at = 0;
    for (int c = 1; c < column && at < line.size(); ++c) {
        ++at;
        while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) ++at;
    }
    if (at == line.size() || ends.find(line[at]) != std::string_view::npos) {
        if (at == 0) return {};
        --at;
    }
    const auto before = line.find_last_of(ends, at);
    const auto begin = before == std::string_view::npos ? 0 : before + 1;
    return trimmed(line.substr(begin, line.find_first_of(ends, at) - begin));
}

/// What was probably meant by a value that should have been in quotes.
std::optional<std::string> quoting_hint(std::string_view word) {
    if (word.empty() || word.size() > 40) return std::nullopt;
    const bool has_letter = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (parse_percentage(word)) return fmt::format("a percentage needs quotes: \"{}\"", word);
    if (has_letter && parse_duration(word).value) return fmt::format("a duration needs quotes: \"{}\"", word);
    if (const auto clock = parse_clock(word)) {
        if (*clock >= kDay) return fmt::format("a clock time from 24:00 on needs quotes: \"{}\"", word);
        return fmt::format("write a clock time with its seconds, {:0>5}:00, or in quotes, \"{}\"", word, word);
    }
    const auto is_word = [](char c) { return is_key_character(c) && c != '.'; };
    if (has_letter && std::all_of(word.begin(), word.end(), is_word) && !(word.front() >= '0' && word.front() <= '9')) {
        return fmt::format("a text needs quotes: \"{}\"", word);
    }
    return std::nullopt;
}

/// "100,5": in a table in braces, what follows the comma should be a key.
bool has_decimal_comma(std::string_view value) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto comma = value.find(',');
    const bool in_list = value.find('[') != std::string_view::npos;
    return !in_list && comma != std::string_view::npos && comma > 0 && comma + 1 < value.size() &&
           is_digit(value[comma - 1]) && is_digit(value[comma + 1]);
}

using Translation = std::pair<std::string_view, std::string_view>;

/// The first that the parser's description contains.
constexpr std::array<Translation, 18> kTranslations{{
    {"invalid utf-8", "is not UTF-8 text; save the file as UTF-8"},
    {"table header: encountered end-of-file", "the file ends in the middle of a [header]; is it complete?"},
    {"encountered end-of-file", "the file ends in the middle of a value; is it complete?"},
    {"maximum nested value depth", "there are too many brackets within brackets"},
    {"as array-of-tables", "is written both as [one table] and as [[a list]]; use [[…]] for each entry"},
    {"cannot redefine existing table", "this [header] stands twice; a list of entries has [[…]] headers"},
    {"cannot redefine", "this key stands twice"},
    {"table header", "a header is written [centre], or [[group]] for each entry of a list"},
    {"dangling comma", "a comma too many before \"}\""},
    {"inline table: expected", "a table in braces must be on one line: { key = value, key = value }"},
    {"expected value, saw", "there is no value behind the ="},
    {"floating-point: expected decimal digit", "a number needs digits on both sides of its point, such as 0.5"},
    {"leading zeroes", "a number must not begin with 0"},
    {"not representable", "the number is too large"},
    {"escape sequence", R"(a \ in a text must be written \\)"},
    {"value type", "is no value; a text, a duration and a percentage need quotes"},
    {"expected '='", "expected key = value"},
    {"expected keys", "expected key = value, a [header] or a # comment"},
}};

}  // namespace

std::string in_plain_words(const SyntaxMistake& mistake, std::string_view text) {
    const auto line = line_at(text, mistake.place.line);
    const auto content = line ? text.substr(line->begin, line->end - line->begin) : std::string_view{};
    const auto start = value_start(content);
    if (start && std::count(content.begin(), content.end(), '"') % 2 == 1) return "the text has no closing quote";
    if (start && has_decimal_comma(content.substr(*start))) return "write numbers with a decimal point, not a comma";
    if (start) {
        // A hint from the word where the parser stopped, else from the whole value.
        if (const auto hint = quoting_hint(word_at(content, mistake.place.column))) return *hint;
        const auto comment = content.find('#', *start);
        if (const auto hint = quoting_hint(trimmed(content.substr(*start, comment - *start)))) return *hint;
    }
    for (const auto& [theirs, ours] : kTranslations) {
        if (mistake.says(theirs)) return std::string{ours};
    }
    if (mistake.says("expected a comment or whitespace"))
        return "one key = value a line; what is this behind the value?";
    const auto colon = mistake.description.find(": ");
    const auto detail = colon == std::string::npos ? mistake.description : mistake.description.substr(colon + 2);
    return "cannot be read: " + detail;
}

bool SpellingRepair::blank_out(std::string& text, const SyntaxMistake& mistake) {
    if (text.size() > kMostToRepair || ++repairs_ > kMostRepairs) return false;
    const auto line = line_at(text, mistake.place.line);
    if (!line) return false;
    const auto start = value_start(std::string_view{text}.substr(line->begin, line->end - line->begin));
    if (!start) return false;
    last_line_ = mistake.place.line;
    if (mistake.says("cannot redefine")) {
        text.erase(line->begin, line->end - line->begin);
    } else {
        const auto begin = line->begin + *start;
        text.replace(begin, line->end - begin, R"( "\u0001broken")");
    }
    return true;
}

Place first_odd_header(std::string_view text) {
    for (int number = 1;; ++number) {
        const auto line = line_at(text, number);
        if (!line) return {};
        const auto content = trimmed(text.substr(line->begin, line->end - line->begin));
        if (!content.starts_with('[')) continue;
        const auto name = content.find_first_not_of("[ \t");
        const bool is_key = name != std::string_view::npos &&
                            (is_key_character(content[name]) || content[name] == '"' || content[name] == '\'');
        if (!is_key) return {number, 1, -1};
    }
}

std::optional<Place> too_deep_key(std::string_view text) {
    constexpr int kMostDots = 200;
    Place place{1, 0, -1};
    int dots = 0;
    for (const char c : text) {
        ++place.column;
        if (c == '.') {
            if (++dots > kMostDots) return place;
        } else if (c == '\n') {
            ++place.line;
            place.column = 0;
            dots = 0;
        } else if (c == ',' || c == '=' || c == '{' || c == '#') {
            dots = 0;
        }
    }
    return std::nullopt;
}

}  // namespace floorwalker::scenario
