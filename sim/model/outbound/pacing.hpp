#pragma once

#include "sim/model/agent/service.hpp"
#include "sim/model/routing/choosing_agent.hpp"
#include "sim/model/routing/expecting.hpp"

/// When a dialer dials: its rule, and the pace that a predictive one learns.
namespace floorwalker::model {

inline constexpr double kLeastPace = 0.1;
inline constexpr double kMostPace = 3.0;

inline bool keeps_agent(Dialer dialer) { return dialer == Dialer::preview || dialer == Dialer::progressive; }

/// Campaign contacts are in no tier.
inline TierId standard_tier(const Model& model) { return TierId(static_cast<std::uint16_t>(model.tiers - 1)); }

inline LaneId lane_of(const Model& model, const CampaignModel& campaign) {
    return model.lane(campaign.rules.call_type, standard_tier(model));
}

inline std::int64_t free_agents_for(const Model& model, const World& world, const CampaignModel& campaign) {
    std::int64_t free = 0;
    for (const Stage& stage : model.searches[index(model.lanes[index(lane_of(model, campaign))].search)].stages) {
        for (const PoolId pool : stage.pools) {
            if (is_kept_off(world, model.pools[index(pool)].group, campaign.rules.call_type)) continue;
            free += world.pools[index(pool)].idle;
        }
    }
    return free;
}

inline std::uint16_t interval_now(const Model& model, const World& world) {
    return std::min<std::uint16_t>(world.interval, static_cast<std::uint16_t>(model.intervals - 1));
}

/// Agents who will be free when an answer comes, as far as can be told: those free now beyond what is kept for inbound,
/// and of the busy ones the share that ends a contact while it rings.
inline double expected_free(const Model& model, const World& world, const CampaignModel& campaign, std::int64_t free) {
    const CallTypeModel& type = model.call_types[index(campaign.rules.call_type)];
    const auto busy = static_cast<double>(std::max<std::int64_t>(0, present_agents(world, type.groups) - free));
    const double soon =
        type.mean_handling_s > 0 ? busy * std::min(1.0, campaign.mean_ring_s / type.mean_handling_s) : busy;
    return static_cast<double>(std::max<std::int64_t>(0, free - (campaign.rules.free_agents - 1))) + soon;
}

inline bool is_within_hours(const Model& model, const World& world, const Campaign& rules) {
    const Duration of_day = world.now - model.midnight(world.day);
    return world.is_open && of_day >= rules.start && of_day < rules.end;
}

/// The agent who would dial for the campaign now: not one who is kept for others.
inline std::optional<AgentId> agent_to_dial(const Model& model, const World& world, const CampaignModel& campaign,
                                            const Customer& customer) {
    const ContactRef ref{kNoContact, customer, campaign.rules.call_type, standard_tier(model)};
    return free_agent_for(model, world, lane_of(model, campaign), ref);
}

/// Whether the dialer's rule wants another number dialled now.
inline bool may_dial(const Model& model, const World& world, CampaignId id) {
    const CampaignModel& campaign = model.campaigns[index(id)];
    const CampaignState& state = world.campaigns[index(id)];
    const Campaign& rules = campaign.rules;
    const bool has_records = state.next_record < rules.list || !state.coming_back.empty();
    if (!has_records || !is_within_hours(model, world, rules) || world.lines_used >= model.lines) return false;
    const std::int64_t free = free_agents_for(model, world, campaign);
    const auto in_flight = static_cast<double>(state.in_flight);
    switch (rules.dialer) {
    case Dialer::preview:
    case Dialer::progressive:
        return free > 0 && free >= rules.free_agents && agent_to_dial(model, world, campaign, {}).has_value();
    case Dialer::threshold:
        return free >= rules.free_agents && in_flight < static_cast<double>(free) * rules.dials_per_agent;
    case Dialer::predictive:
        // However slow its pace, one number may ring: else a dialer that was slowed down would never learn better.
        if (state.in_flight == 0 && free > 0 && free >= rules.free_agents) return true;
        return (in_flight + 1) * campaign.reached[interval_now(model, world)] <=
               state.pace * expected_free(model, world, campaign, free);
    }
    return false;
}

/// An answered call has found an agent, or not. A predictive dialer learns its pace from that: each mismatch makes it
/// slower and each other call faster, by steps that cancel out when the share of mismatches is at its limit. So the
/// share of a long run is the limit (Robbins, Monro, "A stochastic approximation method", Annals of Mathematical
/// Statistics 22, 1951). After n answers it is the limit + ln(first pace ÷ pace now) ÷ (n × step): it is kept from the
/// first day on by a pace that begins below the one it comes to.
template <class Observer>
void note_mismatch(Floor<Observer>& floor, ContactId id, bool is_mismatch) {
    constexpr double kStep = 0.1;
    const auto campaign = floor.model.campaign_of(floor.contact(id).ref.customer.source);
    if (!campaign) return;
    const double limit = floor.model.campaigns[index(*campaign)].rules.abandonment_limit;
    double& pace = floor.world.campaigns[index(*campaign)].pace;
    pace = std::clamp(pace * std::exp(kStep * (limit - (is_mismatch ? 1.0 : 0.0))), kLeastPace, kMostPace);
}

}  // namespace floorwalker::model
