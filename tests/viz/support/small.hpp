#pragma once

#include <string>

#include <floorwalker/scenario_file.hpp>

/// Small centres for tests of the window.
namespace floorwalker::viz {

/// Two hours of 120 calls an hour for 9 agents with 5 minutes of talk on average: 10 erlang, so that there are queues.
inline constexpr const char* kSmall =
    "[centre]\nname = \"Small\"\nopen = 08:00:00\nclose = 10:00:00\ninterval = \"15min\"\n"
    "[[call_type]]\nid = \"calls\"\narrivals = { per_hour = 120 }\ntalk = { dist = \"exponential\", mean = \"5min\" }\n"
    "patience = { dist = \"exponential\", mean = \"3min\" }\n"
    "[[group]]\nid = \"front\"\nagents = 9\n";

inline Scenario small(const std::vector<std::string>& overrides = {}) {
    return parse_scenario(kSmall, "small.toml", {}, overrides).scenario;
}

}  // namespace floorwalker::viz
