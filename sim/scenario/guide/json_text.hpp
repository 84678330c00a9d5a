#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// JSON as text, built from the inside out.
namespace floorwalker::scenario {

using JsonMembers = std::vector<std::pair<std::string, std::string>>;

std::string json_string(std::string_view text);
std::string json_number(double number);
/// Members whose value is already JSON.
std::string json_object(const JsonMembers& members);
std::string json_array(const std::vector<std::string>& elements);

/// The same JSON on many lines.
std::string indented_json(std::string_view json);

}  // namespace floorwalker::scenario
