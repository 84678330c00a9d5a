#pragma once

#include <algorithm>
#include <utility>

#include "sim/model/floor.hpp"

/// Look-ups: asked, answered, given up.
namespace floorwalker::model {

inline ContactLookUps& look_ups_of(World& world, ContactId id) {
    auto& all = world.machines.contacts;
    if (all.size() <= index(id)) all.resize(world.contacts.size());
    return all[index(id)];
}

inline AgentLookUps& look_ups_of(World& world, AgentId id) {
    auto& all = world.machines.agents;
    if (all.size() <= index(id)) all.resize(world.agents.size());
    return all[index(id)];
}

template <class Observer>
SiteId site_of(Floor<Observer>& floor, AgentId id) {
    return floor.model.machines.site_of_group[index(floor.agent(id).group)];
}

/// The word of a purpose that is for the look-up with this number.
inline double chance_of(const World& world, const ContactRef& ref, Purpose purpose, Turn turn, std::size_t number) {
    auto luck = luck_of(world.key, ref.customer, purpose, turn);
    for (; number > 0; --number) luck();
    return kernel::unit_interval(luck());
}

// ---- What the people of a site know about a server

inline std::size_t place_of(const MachinesModel& machines, SiteId site, ServerId server) {
    return index(site) * machines.servers() + index(server);
}

/// Several there have tried in vain not long ago.
template <class Observer>
bool is_known_unusable(Floor<Observer>& floor, SiteId site, ServerId server) {
    return floor.world.machines.unusable_until[place_of(floor.model.machines, site, server)] > floor.now();
}

/// A look-up there has ended. When one after the other fails, all know of it.
template <class Observer>
void note_end(Floor<Observer>& floor, SiteId site, ServerId server, bool is_answered) {
    const MachinesModel& machines = floor.model.machines;
    const std::size_t place = place_of(machines, site, server);
    std::uint32_t& failures = floor.world.machines.failures[place];
    failures = is_answered ? 0 : failures + 1;
    if (failures < machines.all->paper.failures) return;
    failures = 0;
    floor.world.machines.unusable_until[place] = floor.now() + machines.all->paper.try_again;
}

// ---- Tickets

struct Question {
    LookUpState state;
    SiteId from{};
    double work_s = 0.0;
};

/// Returns the ticket.
template <class Observer>
std::uint32_t ask(Floor<Observer>& floor, const LookUp& rules, const Question& question) {
    World& world = floor.world;
    MachinesState& machines = world.machines;
    if (machines.free_tickets.empty()) {
        machines.free_tickets.push_back(static_cast<std::uint32_t>(machines.look_ups.size()));
        machines.look_ups.emplace_back();
    }
    const std::uint32_t ticket = machines.free_tickets.back();
    machines.free_tickets.pop_back();
    LookUpState& state = machines.look_ups[ticket] = question.state;
    state.server = rules.server;
    state.since = floor.now();
    state.is_fresh = true;
    machines.fresh_tickets.push_back(ticket);
    ++world.fresh_look_ups;
    world.orders.push_back({.kind = MachineOrder::Kind::look_up,
                            .site = question.from,
                            .machine = static_cast<std::uint16_t>(rules.server),
                            .ticket = ticket,
                            .request_bytes = rules.request_bytes,
                            .work_s = question.work_s,
                            .answer_bytes = rules.answer_bytes});
    return ticket;
}

/// The look-up is over; its ticket may be used again.
inline LookUpState take_ticket(World& world, std::uint32_t ticket) {
    MachinesState& machines = world.machines;
    const LookUpState state = machines.look_ups[ticket];
    if (state.is_fresh) {
        std::erase(machines.fresh_tickets, ticket);
        --world.fresh_look_ups;
    }
    machines.free_tickets.push_back(ticket);
    return state;
}

template <class Observer>
void state_end(Floor<Observer>& floor, const LookUpState& state, std::uint8_t tries, LookUpEnd end) {
    const Duration took = floor.now() - state.since;
    if (state.by == LookUpBy::ivr) {
        floor.observe(LookedUp{floor.now(), floor.contact(ContactId{state.subject}).ref, state.server, state.by,
                               state.when, kNoAgent, GroupId{}, took, tries, end});
        return;
    }
    const AgentId id{state.subject};
    const AgentRecord& agent = floor.agent(id);
    floor.observe(
        LookedUp{floor.now(), agent.contact, state.server, state.by, state.when, id, agent.group, took, tries, end});
}

/// Nobody waits for the answer any more.
template <class Observer>
void give_up(Floor<Observer>& floor, std::uint32_t& ticket) {
    if (ticket == kNone) return;
    const std::uint32_t given_up = std::exchange(ticket, kNone);
    const LookUpState state = take_ticket(floor.world, given_up);
    state_end(floor, state, 1, LookUpEnd::given_up);
    floor.world.orders.push_back({.kind = MachineOrder::Kind::give_up, .ticket = given_up});
}

}  // namespace floorwalker::model
