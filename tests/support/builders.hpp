#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <floorwalker/scenario.hpp>

#include "tests/validation/centres.hpp"

/// Small centres whose days can be worked out by hand: constant times and recorded calls.
namespace floorwalker::support {

using namespace std::chrono_literals;
using validation::call_type;
using validation::exponential;
using validation::group;
using validation::one_day;

inline Distribution constant(Duration length) { return {Constant{to_seconds(length)}, {}}; }

/// Open from 08:00 for `hours` intervals of an hour; nobody calls and nobody works until they are added.
inline Scenario quiet_day(std::int64_t hours) {
    Scenario scenario = one_day(hours, 1h);
    scenario.replay.emplace();
    return scenario;
}

/// Adds a call type with constant times and says which one it is. `patience` none: waits as long as it takes.
inline CallTypeId add_type(Scenario& scenario, std::string id, Duration talk, std::optional<Duration> patience = {},
                           Duration wrap_up = 0s) {
    CallType type = call_type(std::move(id), {0}, constant(talk));
    type.wrap_up = constant(wrap_up);
    if (patience) type.patience = constant(*patience);
    scenario.call_types.push_back(std::move(type));
    return CallTypeId(static_cast<std::uint16_t>(scenario.call_types.size() - 1));
}

inline GroupId add_group(Scenario& scenario, Group group) {
    scenario.groups.push_back(std::move(group));
    return GroupId(static_cast<std::uint16_t>(scenario.groups.size() - 1));
}

/// The calls must be added in time order.
inline void add_call(Scenario& scenario, Duration at, CallTypeId type = CallTypeId{0},
                     std::optional<TierId> tier = {}) {
    scenario.replay->push_back({TimePoint{at}, type, tier});
}

inline Decision absent(GroupId group, Duration at, Duration until, std::int64_t agents = 1) {
    return {at, {}, Absent{group, agents, until}};
}

inline Decision extra(GroupId group, Duration at, Duration until, std::int64_t agents = 1) {
    return {at, {}, Extra{group, agents, until}};
}

}  // namespace floorwalker::support
