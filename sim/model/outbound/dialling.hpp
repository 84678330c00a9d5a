#pragma once

#include "sim/model/calendar/draining.hpp"
#include "sim/model/journey/talking.hpp"
#include "sim/model/outbound/pacing.hpp"

/// Campaigns: dialling a list, by an agent who waits for the answer or ahead of agents becoming free.
namespace floorwalker::model {

inline CampaignState::Record next_record(CampaignState& state) {
    if (state.coming_back.empty()) return {state.next_record++, 0};
    const CampaignState::Record record = state.coming_back.back();
    state.coming_back.pop_back();
    return record;
}

inline std::uint32_t new_dial(World& world) {
    if (world.free_dials.empty()) {
        world.dials.emplace_back();
        return static_cast<std::uint32_t>(world.dials.size() - 1);
    }
    const std::uint32_t place = world.free_dials.back();
    world.free_dials.pop_back();
    return place;
}

inline Customer customer_of(const Model& model, const DialState& dial) {
    return {model.source_of(dial.campaign), 0, dial.record.number};
}

inline Turn turn_of(const DialState& dial) { return {dial.record.attempt, 0}; }

template <class Observer>
Duration dialling_time(Floor<Observer>& floor, const DialState& dial) {
    const CampaignModel& campaign = floor.model.campaigns[index(dial.campaign)];
    const Customer customer = customer_of(floor.model, dial);
    auto ring_luck = luck_of(floor.world.key, customer, Purpose::ring, turn_of(dial));
    Duration length = drawn_duration(campaign.ring(ring_luck));
    if (campaign.rules.dialer == Dialer::preview) {
        auto preview_luck = luck_of(floor.world.key, customer, Purpose::preview, turn_of(dial));
        length += drawn_duration(campaign.preview(preview_luck));
    }
    return length;
}

template <class Observer>
void dial_next(Floor<Observer>& floor, CampaignId id) {
    World& world = floor.world;
    const CampaignModel& campaign = floor.model.campaigns[index(id)];
    CampaignState& state = world.campaigns[index(id)];
    const std::uint32_t place = new_dial(world);
    DialState& dial = world.dials[place];
    dial = {id, next_record(state), kNoAgent};
    ++state.in_flight;
    ++world.lines_used;
    if (keeps_agent(campaign.rules.dialer)) {
        const auto agent = agent_to_dial(floor.model, world, campaign, customer_of(floor.model, dial));
        dial.agent = agent.value_or(kNoAgent);
        if (agent) {
            leave_idle(world, *agent);
            change_state(floor, *agent, AgentState::dialling);
        }
    }
    floor.schedule(floor.now() + dialling_time(floor, dial), EventKind::number_is_dialled, place);
}

template <class Observer>
void campaign_wakes(Floor<Observer>& floor, CampaignId id) {
    while (may_dial(floor.model, floor.world, id)) dial_next(floor, id);
    if (floor.world.lines_used >= floor.model.lines) floor.world.campaigns_want_line = true;
}

template <class Observer>
void wake_campaigns(Floor<Observer>& floor) {
    for (std::size_t i = 0; i < floor.model.campaigns.size(); ++i)
        campaign_wakes(floor, CampaignId(static_cast<std::uint16_t>(i)));
}

/// Lines were what was missing, and one is free though no agent has become so.
template <class Observer>
[[gnu::noinline, gnu::cold]] void line_is_free(Floor<Observer>& floor) {
    floor.world.campaigns_want_line = false;
    wake_campaigns(floor);
}

/// Somebody has answered: a contact begins.
template <class Observer>
void outbound_answered(Floor<Observer>& floor, const DialState& dial, bool is_right_party) {
    World& world = floor.world;
    const CampaignModel& campaign = floor.model.campaigns[index(dial.campaign)];
    const ContactRef ref{
        kNoContact, customer_of(floor.model, dial),  campaign.rules.call_type, standard_tier(floor.model),
        world.day,  interval_now(floor.model, world)};
    const ContactId id = new_journey(world, ref, floor.model.source_of(dial.campaign));
    Journey& journey = floor.journey(id);
    journey.is_outbound = true;
    journey.is_right_party = is_right_party;
    journey.holds_line = true;
    ContactState& contact = floor.contact(id);
    contact.talk_word = first_word(world.key, ref.customer, Purpose::talk, turn_of(contact.ref));
    contact.lane = lane_of(floor.model, campaign);
    contact.ranked = contact.since - floor.model.lanes[index(contact.lane)].credit;
    floor.observe(Offered{floor.now(), contact.ref});
    auto agent = dial.agent == kNoAgent ? free_agent_for(floor.model, world, contact.lane, contact.ref)
                                        : std::optional{dial.agent};
    if (!agent) return join_queue(floor, id);
    if (dial.agent == kNoAgent) leave_idle(world, *agent);
    note_mismatch(floor, id, false);
    answer(floor, *agent, id, Duration{0}, false);
}

template <class Observer>
void nobody_answers(Floor<Observer>& floor, std::uint32_t place) {
    World& world = floor.world;
    const DialState dial = world.dials[place];
    const Campaign& rules = floor.model.campaigns[index(dial.campaign)].rules;
    --world.lines_used;
    if (dial.record.attempt + 1 < rules.attempts) {
        floor.schedule(floor.now() + rules.retry, EventKind::record_comes_back, place);
    } else {
        world.free_dials.push_back(place);
    }
    if (dial.agent != kNoAgent) become_free(floor, dial.agent);
}

template <class Observer>
void number_is_dialled(Floor<Observer>& floor, std::uint32_t place) {
    World& world = floor.world;
    const DialState dial = world.dials[place];
    const CampaignModel& campaign = floor.model.campaigns[index(dial.campaign)];
    const Customer customer = customer_of(floor.model, dial);
    --world.campaigns[index(dial.campaign)].in_flight;
    const bool reached = chance(world.key, customer, Purpose::reached, turn_of(dial)) <
                         campaign.reached[interval_now(floor.model, world)];
    const bool is_right_party =
        chance(world.key, customer, Purpose::right_party, turn_of(dial)) < campaign.rules.right_party;
    floor.observe(Dialled{floor.now(), dial.campaign, customer,
                          reached ? DialOutcome::answered : DialOutcome::no_answer, is_right_party, dial.agent});
    if (reached) {
        world.free_dials.push_back(place);
        outbound_answered(floor, dial, is_right_party);
    } else {
        nobody_answers(floor, place);
    }
    campaign_wakes(floor, dial.campaign);
}

template <class Observer>
void record_comes_back(Floor<Observer>& floor, std::uint32_t place) {
    World& world = floor.world;
    const DialState dial = world.dials[place];
    world.free_dials.push_back(place);
    world.campaigns[index(dial.campaign)].coming_back.push_back(
        {dial.record.number, static_cast<std::uint8_t>(dial.record.attempt + 1)});
    campaign_wakes(floor, dial.campaign);
}

/// Agents who were kept free, for some contacts or for a number of others, may be too many now.
template <class Observer>
void serve_with_kept(Floor<Observer>& floor, GroupId group) {
    for (const PoolId pool : floor.model.groups[index(group)].routing.pools) {
        while (floor.world.waiting > 0 && floor.world.pools[index(pool)].idle_head != kNone) {
            const bool drains =
                stays_to_drain(floor.model, floor.world, AgentId{floor.world.pools[index(pool)].idle_head});
            const auto next =
                next_waiting_by_rule(floor.model, floor.world, floor.model.pools[index(pool)], Taker::is_free, drains);
            if (!next) break;
            const ContactState& contact = floor.contact(*next);
            const auto agent = free_agent_for(floor.model, floor.world, contact.lane, contact.ref);
            if (!agent) break;
            if (puts_off(floor, *next)) continue;
            leave_idle(floor.world, *agent);
            take_waiting(floor, *agent, *next);
        }
    }
}

template <class Observer>
void idle_grew(Floor<Observer>& floor, GroupId group) {
    serve_with_kept(floor, group);
    wake_campaigns(floor);
}

}  // namespace floorwalker::model
