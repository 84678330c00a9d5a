#pragma once

#include "sim/model/agent/service.hpp"
#include "sim/model/machines/asking_servers.hpp"
#include "sim/model/machines/speed.hpp"

/// Without the machines: requests are written down, and entered when the server is back.
namespace floorwalker::model {

/// What the contact leaves on paper is entered by somebody of the group, some time.
inline void leave_on_paper(World& world, ContactId id) {
    if (index(id) >= world.machines.contacts.size()) return;
    const ContactLookUps look_ups = std::exchange(world.machines.contacts[index(id)], {});
    if (!look_ups.owes_entry) return;
    ++world.machines.on_paper[index(look_ups.writer) * world.machines.servers.size() + index(look_ups.missing)];
}

template <class Observer>
void write_down(Floor<Observer>& floor, AgentId agent_id, ContactId id, ServerId server) {
    const AgentRecord& agent = floor.agent(agent_id);
    ContactLookUps& look_ups = look_ups_of(floor.world, id);
    look_ups.is_on_paper = true;
    // One request is one entry, however often it is written down.
    if (!std::exchange(look_ups.owes_entry, true)) {
        look_ups.missing = server;
        look_ups.writer = agent.group;
        floor.observe(WentToPaper{floor.now(), floor.contact(id).ref, agent_id, agent.group, server});
    }
}

/// Where something can be entered now, that is on the group's pile.
template <class Observer>
std::optional<std::size_t> entry_for(Floor<Observer>& floor, GroupId group) {
    const SiteId site = floor.model.machines.site_of_group[index(group)];
    const std::size_t servers = floor.model.machines.servers();
    for (std::size_t server = 0; server < servers; ++server) {
        const std::size_t place = index(group) * servers + server;
        if (floor.world.machines.on_paper[place] == 0) continue;
        const auto id = ServerId(static_cast<std::uint16_t>(server));
        if (is_out_of_reach(floor.model, floor.world, site, id) || is_known_unusable(floor, site, id)) continue;
        return place;
    }
    return std::nullopt;
}

/// One entry after each contact, and more while nobody waits.
template <class Observer>
bool enters_from_paper(Floor<Observer>& floor, AgentId id) {
    AgentLookUps& own = look_ups_of(floor.world, id);
    if (own.entered > 0 && floor.world.waiting > 0) return false;
    AgentRecord& agent = floor.agent(id);
    const auto place = entry_for(floor, agent.group);
    if (!place) return false;
    --floor.world.machines.on_paper[*place];
    const Turn turn{agent.contact.attempt, own.entered};
    if (own.entered < detail::kMostLegs) ++own.entered;
    auto luck = luck_of(floor.world.key, agent.contact.customer, Purpose::paper_entry, turn);
    own.entry = handling_duration((*floor.model.machines.entry)(luck));
    agent.since = floor.now();
    change_state(floor, id, AgentState::wrap_up);
    floor.schedule(floor.now() + own.entry, EventKind::entry_ends, index(id));
    return true;
}

template <class Observer>
void entry_ends(Floor<Observer>& floor, AgentId id) {
    floor.observe(EnteredFromPaper{floor.now(), id, floor.agent(id).group, look_ups_of(floor.world, id).entry});
    become_free(floor, id);
}

/// Agents who are free have something to enter again.
template <class Observer>
void enter_with_idle(Floor<Observer>& floor) {
    for (std::size_t g = 0; g < floor.model.groups.size(); ++g) {
        const auto group = GroupId(static_cast<std::uint16_t>(g));
        for (std::size_t i = 0; i < floor.group(group).agents.size() && entry_for(floor, group); ++i) {
            const AgentId id = floor.group(group).agents[i];
            if (floor.agent(id).state != AgentState::available) continue;
            leave_idle(floor.world, id);
            become_free(floor, id);
        }
    }
}

}  // namespace floorwalker::model
