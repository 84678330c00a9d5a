#pragma once

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <floorwalker/scenario.hpp>

/// Scenarios of the published cases, built in code.
namespace floorwalker::validation {

using namespace std::chrono_literals;

inline Distribution exponential(double mean_s) { return {Exponential{mean_s}, {}}; }

inline CallType call_type(std::string id, std::vector<double> per_interval, Distribution talk,
                          std::optional<Distribution> patience = std::nullopt) {
    CallType type;
    type.id = std::move(id);
    type.arrivals.per_interval = std::move(per_interval);
    type.talk = std::move(talk);
    type.patience = std::move(patience);
    return type;
}

/// Agents who handle the call types at the type's own pace.
inline Group group(std::string id, std::vector<std::int64_t> agents, std::initializer_list<std::uint16_t> call_types) {
    Group group;
    group.id = std::move(id);
    group.agents = std::move(agents);
    for (const auto type : call_types) group.skills[CallTypeId{type}] = 1.0;
    return group;
}

inline CallType& only_type(Scenario& scenario) { return scenario.call_types.front(); }

/// One call type that comes at an even rate day and night, one group. The first day, which starts with an empty centre,
/// is not measured.
inline Scenario round_the_clock(double calls_per_hour, Distribution talk, std::int64_t agents,
                                std::int64_t measured_days) {
    Scenario scenario;
    scenario.centre.days = measured_days + 1;
    scenario.centre.warm_up_days = 1;
    scenario.centre.interval = 1h;
    scenario.call_types.push_back(call_type("calls", {calls_per_hour}, std::move(talk)));
    scenario.groups.push_back(group("agents", {agents}, {0}));
    return scenario;
}

/// A day of its own, without warm-up: it starts with an empty centre and ends when the last caller has been served.
inline Scenario one_day(std::int64_t intervals, Duration interval) {
    Scenario scenario;
    scenario.centre.open = 8h;
    scenario.centre.close = 8h + intervals * interval;
    scenario.centre.interval = interval;
    scenario.centre.after_close = AfterClose::drain;
    return scenario;
}

}  // namespace floorwalker::validation
