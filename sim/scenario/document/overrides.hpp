#pragma once

#include <vector>

#include <floorwalker/scenario_file.hpp>

#include "sim/scenario/document/toml_document.hpp"

namespace floorwalker::scenario {

/// Writes the overrides into the document, one after the other. What cannot be placed is reported; whether a key exists
/// is left to the reader of the file. `lists` are the paths of all lists of tables, such as "call_type.*.step".
void apply_overrides(Document& document, const std::vector<Override>& overrides, const std::vector<std::string>& lists,
                     Problems& problems);

}  // namespace floorwalker::scenario
