#include "viz/day/differences.hpp"

#include <algorithm>
#include <iterator>

namespace floorwalker::viz {
namespace {

std::vector<Customer> waiting_in(const Scene& scene) {
    std::vector<Customer> all;
    for (const auto& queue : scene.queues()) {
        for (const Waiting& one : queue) all.push_back(one.contact.customer);
    }
    for (const Waiting& one : scene.in_ivr()) all.push_back(one.contact.customer);
    std::sort(all.begin(), all.end());
    return all;
}

/// Presence by group and by number within it.
std::vector<std::vector<Presence>> people_in(const Scenario& scenario, const Scene& scene) {
    std::vector<std::vector<Presence>> people(scenario.groups.size());
    for (const Seat& seat : scene.seats()) {
        if (seat.number == 0) continue;
        auto& group = people[index(seat.group)];
        if (group.size() < seat.number) group.resize(seat.number, Presence::gone);
        group[seat.number - 1] = presence_of(seat.state);
    }
    return people;
}

/// By group here: the one of that name there.
std::vector<std::optional<std::size_t>> counterparts(const Scenario& here, const Scenario& there) {
    std::vector<std::optional<std::size_t>> all(here.groups.size());
    for (std::size_t g = 0; g < here.groups.size(); ++g) {
        const auto found = std::find_if(there.groups.begin(), there.groups.end(),
                                        [&](const Group& group) { return group.id == here.groups[g].id; });
        if (found != there.groups.end()) all[g] = static_cast<std::size_t>(found - there.groups.begin());
    }
    return all;
}

}  // namespace

Presence presence_of(AgentState state) {
    if (state == AgentState::signed_out) return Presence::gone;
    if (is_away(state)) return Presence::away;
    return is_handling(state) ? Presence::busy : Presence::free;
}

bool Differences::waits_here_alone(const Customer& customer) const {
    return std::binary_search(waiting.begin(), waiting.end(), customer);
}

Differences differences(const Scenario& scenario, const Scene& here, const Scenario& other_scenario,
                        const Scene& there) {
    Differences found;
    const auto others = people_in(other_scenario, there);
    const auto group_there = counterparts(scenario, other_scenario);
    for (const Seat& seat : here.seats()) {
        bool differs = false;
        if (seat.number > 0) {
            const auto group = group_there[index(seat.group)];
            const bool has_seat = group && seat.number <= others[*group].size();
            const Presence other = has_seat ? others[*group][seat.number - 1] : Presence::gone;
            differs = presence_of(seat.state) != other;
        }
        found.seats.push_back(differs);
        found.differing_seats += differs ? 1 : 0;
    }
    const auto these = waiting_in(here);
    const auto those = waiting_in(there);
    std::set_difference(these.begin(), these.end(), those.begin(), those.end(), std::back_inserter(found.waiting));
    return found;
}

}  // namespace floorwalker::viz
