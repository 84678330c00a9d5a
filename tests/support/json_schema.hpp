#pragma once

#include <string>

#include <nlohmann/json.hpp>

/// As much of JSON Schema as the schema of scenario files uses.
namespace floorwalker::support {

/// What is wrong with the value, with its place in it; empty when it is as the schema says. Throws when the schema uses
/// a keyword that is not known here.
std::string schema_mistake(const nlohmann::json& value, const nlohmann::json& schema);

/// A scenario file as the JSON that an editor holds against the schema; dates and clock times become texts.
nlohmann::json json_of_toml(const std::string& toml);

}  // namespace floorwalker::support
