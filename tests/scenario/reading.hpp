#pragma once

#include <string>
#include <vector>

#include <floorwalker/scenario_file.hpp>

/// Scenario files in pieces, for tests of what their keys set.
namespace floorwalker::reading {

inline const std::string kCentre = "[centre]\nopen = 08:00:00\nclose = 10:00:00\n";
inline const std::string kCallType = "[[call_type]]\nid = \"regular\"\narrivals = { per_hour = 100 }\n";
inline const std::string kGroup = "[[group]]\nid = \"general\"\nagents = 8\n";

inline Scenario read(const std::string& toml, const std::vector<std::string>& overrides = {}) {
    return parse_scenario(toml, "test.toml", {}, overrides).scenario;
}

/// Further keys of the call type "regular"; `rest` is further tables.
inline Scenario with_call_type(const std::string& keys, const std::string& rest = {}) {
    return read(kCentre + kCallType + keys + kGroup + rest);
}

/// Further keys of the group "general", and further tables.
inline Scenario with_group(const std::string& keys) { return read(kCentre + kCallType + kGroup + keys); }

inline double constant_of(const Distribution& distribution) { return std::get<Constant>(distribution.shape).value; }
inline double exponential_of(const Distribution& distribution) {
    return std::get<Exponential>(distribution.shape).mean;
}

}  // namespace floorwalker::reading
