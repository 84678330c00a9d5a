#pragma once

#include <algorithm>
#include <cmath>

#include "sim/model/contact/luck.hpp"
#include "sim/model/world.hpp"

/// What every handler works on: the rules, the state and who is told. A handler is a function template over the
/// observer, so that facts nobody asked for cost nothing.
namespace floorwalker::model {

/// An observer that says so is for worlds in which no contact has a journey and agents do nothing beside calls. The
/// engine that is compiled for it has none of the rest, so what a scenario does not use costs nothing.
template <class Observer>
inline constexpr bool kIsForPlainWorlds = requires {
    requires Observer::kIsForPlainWorlds;
};

/// `Observer` has an overload of operator() for each fact.
template <class Observer>
struct Floor {
    /// Whether anything but the plain way of a contact can happen here.
    static constexpr bool kHasMore = !kIsForPlainWorlds<Observer>;

    const Model& model;
    World& world;
    Observer& observe;

    TimePoint now() const { return world.now; }

    kernel::EventHandle schedule(TimePoint at, EventKind kind, std::size_t subject) {
        return world.events.schedule(at, static_cast<std::uint32_t>(kind), static_cast<std::uint32_t>(subject));
    }

    ContactState& contact(ContactId id) { return world.contacts[index(id)]; }
    AgentRecord& agent(AgentId id) { return world.agents[index(id)]; }
    GroupState& group(GroupId id) { return world.groups[index(id)]; }
    const CallTypeModel& call_type(CallTypeId id) const { return model.call_types[index(id)]; }
    Journey& journey(ContactId id) { return world.journeys[index(id)]; }

    bool is_plain(const SourceModel& source) const { return !kHasMore || source.is_plain; }
    bool is_plain(const ContactState& contact) const { return !kHasMore || contact.is_plain; }
    bool has_plain_contact(const AgentRecord& agent) const { return !kHasMore || agent.has_plain_contact; }
    bool uses(bool Features::*what) const { return kHasMore && model.uses.*what; }
};

/// A draw in seconds as a duration, never negative and never longer than kLongestDraw.
inline Duration drawn_duration(double seconds) {
    constexpr double kMostSeconds = 1e9;
    static_assert(kLongestDraw == from_seconds(kMostSeconds));
    return seconds > 0 ? from_seconds(std::min(seconds, kMostSeconds)) : Duration{0};
}

/// Talk and wrap-up in seconds as a duration: at most a week, so that agents × time stays a number for any centre.
inline Duration handling_duration(double seconds) {
    constexpr Duration kLongestHandling = 7 * kDay;
    return std::min(drawn_duration(seconds), kLongestHandling);
}

inline double factor_at(const std::vector<double>& factors, std::uint16_t interval) {
    return factors.empty() ? 1.0 : factors[interval];
}

}  // namespace floorwalker::model
