#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace floorwalker::scenario {

/// The parts of a text between separators that stand outside of quotes and brackets, as they are; at least one.
std::vector<std::string> split_outside(std::string_view text, char separator);

}  // namespace floorwalker::scenario
