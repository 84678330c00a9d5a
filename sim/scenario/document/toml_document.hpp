#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/scenario/document/node.hpp"

namespace floorwalker::scenario {

/// A scenario as written. Owns the text that its nodes show, and stays where it is.
struct Document {
    explicit Document(std::string toml) : owned_text{std::make_shared<const std::string>(std::move(toml))} {}
    /// The same once more, to be changed by overrides; they have the text in common. `written` has no overrides.
    struct Copy {};
    Document(const Document& written, Copy) : owned_text{written.owned_text}, root{written.root} {}
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    const std::shared_ptr<const std::string> owned_text;
    const std::string& text = *owned_text;
    std::deque<std::string> more_text;  ///< of overrides
    Node root{Table{}, {}, {}};
};

/// Reads the text into the root. Reports every mistake of spelling that can be told apart; the value in question is
/// then Broken. False when what follows the mistake cannot be trusted, so that nothing more can be said.
bool read_toml(Document& document, Problems& problems);

/// The value of an override: TOML when it is TOML, else the text itself. Every part of it has that place.
Node read_override_value(Document& document, const std::string& value, Place place);

}  // namespace floorwalker::scenario
