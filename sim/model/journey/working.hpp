#pragma once

#include "sim/model/agent/skill.hpp"
#include "sim/model/journey/asking.hpp"
#include "sim/model/journey/settling.hpp"

/// Work that is done bit by bit: chats, several at a time, and mail, which a call may interrupt.
namespace floorwalker::model {

/// What is to be done in microseconds, by somebody with the proficiency of the agent.
template <class Observer>
double work_us(Floor<Observer>& floor, ContactId id, AgentId agent, bool with_wrap_up) {
    const ContactState& contact = floor.contact(id);
    double seconds = talk_need(floor.model, floor.world.key, contact.ref, contact.talk_word);
    if (with_wrap_up) seconds += wrap_up_need(floor.model, floor.world.key, contact.ref);
    const double own = handling_seconds(floor, agent, contact.ref.call_type, seconds);
    return static_cast<double>(handling_duration(own).count());
}

// ---- Mail

template <class Observer>
void begin_mail(Floor<Observer>& floor, AgentId agent_id, ContactId id) {
    Journey& journey = floor.journey(id);
    change_state(floor, agent_id, AgentState::talking);
    // Half-done mail is not begun again, whoever goes on with it.
    if (!journey.was_interrupted) journey.left_us = work_us(floor, id, agent_id, false);
    journey.progress_at = floor.now();
    journey.timer = floor.schedule(floor.now() + Duration{static_cast<std::int64_t>(journey.left_us)},
                                   EventKind::talk_ends, index(agent_id));
    if (floor.call_type(floor.contact(id).ref.call_type).interruptible) {
        AgentList& list = floor.world.pool_extras[index(floor.agent(agent_id).pool)].interruptible;
        join_list(floor.world, list, agent_id, AgentListed::interruptible);
    }
}

inline void stop_being_interruptible(World& world, AgentId id) {
    const AgentRecord& agent = world.agents[index(id)];
    if (agent.listed == AgentListed::interruptible)
        leave_list(world, world.pool_extras[index(agent.pool)].interruptible, id);
}

/// The agent lays its mail aside and is free for a call; the mail goes back to its place in the queue, unless somebody
/// is free who has no use for the call but for the mail.
template <class Observer>
void interrupt_mail(Floor<Observer>& floor, AgentId agent_id) {
    AgentRecord& agent = floor.agent(agent_id);
    const ContactRef ref = agent.contact;
    Journey& journey = floor.journey(ref.id);
    floor.world.events.cancel(std::exchange(journey.timer, {}));
    stop_being_interruptible(floor.world, agent_id);
    const Duration worked = floor.now() - journey.progress_at;
    journey.left_us = std::max(0.0, journey.left_us - static_cast<double>(worked.count()));
    journey.was_interrupted = true;
    floor.observe(Interrupted{floor.now(), ref, agent_id, agent.group, worked});
    agent.since = floor.now();
    const ContactState& mail = floor.contact(ref.id);
    if (const auto other = free_agent_for(floor.model, floor.world, mail.lane, ref))
        return serve(floor, {*other, Server::How::free}, ref.id, floor.now() - mail.since, true);
    enter_lane(floor.world, ref.id);
}

template <class Observer>
void finish_mail(Floor<Observer>& floor, AgentId agent_id) {
    const AgentRecord& agent = floor.agent(agent_id);
    const ContactRef ref = agent.contact;
    const Journey& journey = floor.journey(ref.id);
    stop_being_interruptible(floor.world, agent_id);
    const Duration elapsed = floor.now() - journey.arrived;
    const bool in_due = elapsed <= floor.call_type(ref.call_type).due;
    floor.observe(TalkEnded{floor.now(), ref, agent_id, agent.group, floor.now() - agent.since, true});
    floor.observe(WorkDone{floor.now(), ref, agent.group, elapsed, in_due});
    settle(floor, ref, agent_id);
    leave_centre(floor.world, ref.id);
    wrap_up_or_become_free(floor, agent_id);
}

// ---- Chats

inline const ChatWork& chat_work(const Model& model, const AgentRecord& agent) {
    return model.groups[index(agent.group)].routing.chat;
}

/// Brings all chats of the agent up to date: each has gone on at the speed of so many at once.
template <class Observer>
void progress_chats(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    if (agent.chats == 0) return;
    const double slowdown = chat_work(floor.model, agent).slowdown[agent.chats - 1U];
    for (std::uint32_t place = floor.world.chats[index(id)]; place != kNone;) {
        Journey& journey = floor.world.journeys[place];
        const Duration elapsed = floor.now() - journey.progress_at;
        journey.left_us = std::max(0.0, journey.left_us - static_cast<double>(elapsed.count()) / slowdown);
        journey.engaged += elapsed / agent.chats;
        journey.progress_at = floor.now();
        place = journey.next_chat;
    }
}

/// Sets the end of each chat by the number that are open now.
template <class Observer>
void reschedule_chats(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    if (agent.chats == 0) return;
    const double slowdown = chat_work(floor.model, agent).slowdown[agent.chats - 1U];
    for (std::uint32_t place = floor.world.chats[index(id)]; place != kNone;) {
        Journey& journey = floor.world.journeys[place];
        floor.world.events.cancel(journey.timer);
        const Duration left{static_cast<std::int64_t>(std::ceil(journey.left_us * slowdown))};
        journey.timer = floor.schedule(floor.now() + left, EventKind::chat_ends, place);
        place = journey.next_chat;
    }
}

/// An agent with chats and a window free is in the list of those who can take another.
template <class Observer>
void list_by_windows(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    const bool should_be_listed = agent.chats > 0 && agent.chats < chat_work(floor.model, agent).windows;
    const bool is_listed = agent.listed == AgentListed::chatting;
    AgentList& list = floor.world.pool_extras[index(agent.pool)].chatting;
    if (should_be_listed && !is_listed) join_list(floor.world, list, id, AgentListed::chatting);
    if (!should_be_listed && is_listed) leave_list(floor.world, list, id);
}

template <class Observer>
void fill_windows(Floor<Observer>& floor, AgentId id) {
    list_by_windows(floor, id);
    while (floor.agent(id).listed == AgentListed::chatting && floor.world.waiting > 0 &&
           takes_chats(floor.model, floor.world, id)) {
        const auto next = next_waiting_chat(floor.model, floor.world, floor.agent(id).pool);
        if (!next) return;
        take_waiting(floor, id, *next);
    }
}

/// Agents who were about to go may stay: chats that wait find their windows open again.
template <class Observer>
void reopen_windows(Floor<Observer>& floor, GroupId group) {
    const std::vector<AgentId>& agents = floor.group(group).agents;
    for (std::size_t i = 0; i < agents.size() && floor.world.waiting > 0; ++i) {
        if (floor.agent(agents[i]).listed == AgentListed::chatting) fill_windows(floor, agents[i]);
    }
}

template <class Observer>
void begin_chat(Floor<Observer>& floor, AgentId agent_id, ContactId id) {
    World& world = floor.world;
    if (world.chats.size() < world.agents.size()) world.chats.resize(world.agents.size(), kNone);
    progress_chats(floor, agent_id);
    Journey& journey = floor.journey(id);
    journey.agent = agent_id;
    journey.left_us = work_us(floor, id, agent_id, true);
    journey.progress_at = floor.now();
    journey.next_chat = std::exchange(world.chats[index(agent_id)], static_cast<std::uint32_t>(id));
    ++floor.agent(agent_id).chats;
    change_state(floor, agent_id, AgentState::talking);
    reschedule_chats(floor, agent_id);
    fill_windows(floor, agent_id);
}

inline void unlink_chat(World& world, AgentId agent, ContactId id) {
    std::uint32_t* place = &world.chats[index(agent)];
    while (*place != static_cast<std::uint32_t>(id)) place = &world.journeys[*place].next_chat;
    *place = world.journeys[index(id)].next_chat;
}

template <class Observer>
void chat_ends(Floor<Observer>& floor, ContactId id) {
    const AgentId agent_id = floor.journey(id).agent;
    progress_chats(floor, agent_id);
    unlink_chat(floor.world, agent_id, id);
    AgentRecord& agent = floor.agent(agent_id);
    --agent.chats;
    const ContactRef ref = floor.contact(id).ref;
    const Journey journey = floor.journey(id);
    floor.observe(TalkEnded{floor.now(), ref, agent_id, agent.group, journey.engaged, true});
    floor.observe(WorkDone{floor.now(), ref, agent.group, floor.now() - journey.arrived, true});
    settle(floor, ref, agent_id);
    leave_centre(floor.world, id);
    note_handled(floor, agent_id, ref.call_type);
    reschedule_chats(floor, agent_id);
    list_by_windows(floor, agent_id);
    if (agent.chats == 0) return become_free(floor, agent_id);
    fill_windows(floor, agent_id);
    if (too_many(floor.model, floor.world, agent.group) > 0) reopen_windows(floor, agent.group);
}

}  // namespace floorwalker::model
