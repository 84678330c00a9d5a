#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "sim/measure/formulas.hpp"
#include "tests/support/journey/journey_counts.hpp"

/// JourneyCounts: what the KPIs should be.
namespace floorwalker::support {
namespace {

using measure::Scope;

/// Sums of some legs.
struct Sums {
    LegCounts of;  // whose fields are sums
    double customers = 0, call_agains = 0, outbound_answered = 0;
    double awaited = 0;  // answered, and somebody waited for it: not mail
    double mail_offered = 0, mail_done = 0, mail_in_due = 0, mail_lost = 0;

    double handled() const { return of.answered + of.reached + outbound_answered; }
};

constexpr double LegCounts::*kFields[] = {
    &LegCounts::offered,         &LegCounts::blocked,     &LegCounts::answered,
    &LegCounts::queued,          &LegCounts::abandoned,   &LegCounts::left_at_once,
    &LegCounts::dismissed,       &LegCounts::entered_ivr, &LegCounts::contained,
    &LegCounts::left_ivr,        &LegCounts::ivr_s,       &LegCounts::wait_answered_s,
    &LegCounts::wait_lost_s,     &LegCounts::transferred, &LegCounts::escalated,
    &LegCounts::repeats,         &LegCounts::kept,        &LegCounts::offered_callback,
    &LegCounts::reached,         &LegCounts::missed,      &LegCounts::done,
    &LegCounts::callback_wait_s, &LegCounts::in_due,      &LegCounts::elapsed_s,
    &LegCounts::interrupted,     &LegCounts::returned,    &LegCounts::outcomes,
    &LegCounts::solved,          &LegCounts::complaints,  &LegCounts::surveyed,
    &LegCounts::satisfied,       &LegCounts::score,       &LegCounts::mistakes,
    &LegCounts::judged,          &LegCounts::points,      &LegCounts::not_judged,
    &LegCounts::wait_unqueued_s, &LegCounts::rang_s,      &LegCounts::abused,
    &LegCounts::ended_by_agent,  &LegCounts::on_paper,    &LegCounts::dropped};

void add(Sums& sums, const LegCounts& leg, Channel channel, bool waits_count) {
    for (const auto field : kFields) sums.of.*field += leg.*field;
    const bool is_mail = channel == Channel::mail;
    if (is_mail && !waits_count) {  // nobody waits for the answer to a letter
        sums.of.queued -= leg.queued;
        sums.of.wait_answered_s -= leg.wait_answered_s;
    }
    sums.awaited += is_mail && !waits_count ? 0 : leg.answered;
    if (leg.is_first && !leg.is_outbound) {
        sums.call_agains += leg.is_again ? 1 : 0;
        sums.customers += leg.is_again ? 0 : 1;
    }
    if (!is_mail) return;
    sums.mail_offered += leg.offered;
    sums.mail_lost += leg.abandoned;
    sums.mail_done += leg.done;
    sums.mail_in_due += leg.in_due;
}

/// What later legs lead to counts for the contact as a whole.
void add_journey(Sums& sums, const LegCounts& leg) {
    for (const auto field :
         {&LegCounts::transferred,      &LegCounts::escalated, &LegCounts::repeats,    &LegCounts::kept,
          &LegCounts::offered_callback, &LegCounts::reached,   &LegCounts::missed,     &LegCounts::callback_wait_s,
          &LegCounts::outcomes,         &LegCounts::solved,    &LegCounts::complaints, &LegCounts::surveyed,
          &LegCounts::satisfied,        &LegCounts::score,     &LegCounts::mistakes,   &LegCounts::judged,
          &LegCounts::not_judged,       &LegCounts::points,    &LegCounts::abused,     &LegCounts::ended_by_agent,
          &LegCounts::on_paper,         &LegCounts::dropped})
        sums.of.*field += leg.*field;
}

using Ratio = std::pair<double, double>;

std::optional<Ratio> ratio_of(Kpi kpi, const Sums& sums) {
    const LegCounts& t = sums.of;
    const double all = sums.awaited + t.abandoned;
    switch (kpi) {
    case Kpi::offered: return {{t.offered, 1}};
    case Kpi::answered: return {{t.answered, 1}};
    case Kpi::abandoned: return {{t.abandoned, 1}};
    case Kpi::left_at_once: return {{t.left_at_once, 1}};
    case Kpi::dismissed: return {{t.dismissed, 1}};
    case Kpi::blocked: return {{t.blocked, 1}};
    case Kpi::blocking: return {{t.blocked, t.blocked + t.offered}};
    case Kpi::abandonment: return {{t.abandoned, all}};
    case Kpi::asa_s: return {{t.wait_answered_s, sums.awaited}};
    case Kpi::asa_queued_s: return {{t.wait_answered_s - t.wait_unqueued_s, t.queued}};
    case Kpi::wait_all_s: return {{t.wait_answered_s + t.wait_lost_s, all}};
    case Kpi::wait_probability: return {{t.queued + t.abandoned, all}};
    case Kpi::talk_s: return {{t.talk_s, sums.handled()}};
    case Kpi::wrap_up_s: return {{t.wrap_up_s, sums.handled()}};
    case Kpi::aht_s: return {{t.talk_s + t.hold_s + t.wrap_up_s, sums.handled()}};
    case Kpi::aht_with_ring_s: return {{t.talk_s + t.hold_s + t.wrap_up_s + t.rang_s, sums.handled()}};
    case Kpi::hold_s: return {{t.hold_s, sums.handled()}};
    case Kpi::system_wait_s: return {{t.system_wait_s, sums.handled()}};
    case Kpi::system_wait_share: return {{t.system_wait_s, t.talk_s + t.hold_s + t.wrap_up_s}};
    case Kpi::paper_contacts: return {{t.on_paper, 1}};
    case Kpi::paper_share: return {{t.on_paper, sums.handled()}};
    case Kpi::dropped: return {{t.dropped, 1}};
    case Kpi::customers: return {{sums.customers, 1}};
    case Kpi::call_agains: return {{sums.call_agains, 1}};
    case Kpi::entered_ivr: return {{t.entered_ivr, 1}};
    case Kpi::contained: return {{t.contained, 1}};
    case Kpi::left_ivr: return {{t.left_ivr, 1}};
    case Kpi::containment: return {{t.contained, t.entered_ivr}};
    case Kpi::ivr_s: return {{t.ivr_s, t.entered_ivr}};
    case Kpi::callbacks_offered: return {{t.offered_callback, 1}};
    case Kpi::callbacks_kept: return {{t.kept, 1}};
    case Kpi::callbacks_reached: return {{t.reached, 1}};
    case Kpi::callbacks_missed: return {{t.missed, 1}};
    case Kpi::callback_wait_s: return {{t.callback_wait_s, t.reached}};
    case Kpi::transferred: return {{t.transferred, 1}};
    case Kpi::transfer_rate: return {{t.transferred, t.answered - t.returned}};
    case Kpi::escalation_rate: return {{t.escalated, t.answered - t.returned}};
    case Kpi::first_contact_resolution: return {{sums.handled() - t.repeats, sums.handled()}};
    case Kpi::elapsed_s: return {{t.elapsed_s, t.done}};
    case Kpi::in_due: return {{sums.mail_in_due, sums.mail_done}};
    case Kpi::interrupted: return {{t.interrupted, 1}};
    case Kpi::abused: return {{t.abused, 1}};
    case Kpi::ended_by_agent: return {{t.ended_by_agent, 1}};
    case Kpi::backlog: return {{sums.mail_offered - sums.mail_done - sums.mail_lost, 1}};
    case Kpi::solved: return {{t.solved, t.outcomes}};
    case Kpi::complaint_rate: return {{t.complaints, t.outcomes}};
    case Kpi::agent_defects: return {{t.mistakes, t.outcomes}};
    case Kpi::csat: return {{t.satisfied, t.surveyed}};
    case Kpi::csat_score: return {{t.score, t.surveyed}};
    case Kpi::monitored: return {{t.judged, 1}};
    case Kpi::monitoring_missed: return {{t.not_judged, 1}};
    case Kpi::monitor_score: return {{t.points, t.judged}};
    case Kpi::ring_s: return {{t.rang_s, t.answered}};
    default: return std::nullopt;
    }
}

std::string difference(const std::string& scope_name, Scope scope, measure::Features features, const Sums& sums,
                       const KpiSet& kpis) {
    for (const Kpi kpi : all_kpis()) {
        if (!measure::applies(kpi, scope) || !measure::is_possible(kpi, features)) continue;
        const auto ratio = ratio_of(kpi, sums);
        if (!ratio) continue;
        const bool has_mean = kpis[kpi].mean.has_value();
        const double expected = ratio->second > 0 ? ratio->first / ratio->second : 0.0;
        const double difference = std::abs(kpis[kpi].mean.value_or(0.0) - expected);
        const bool is_equal = has_mean == (ratio->second > 0) && difference <= 1e-9 * (1 + std::abs(expected));
        if (is_equal) continue;
        return scope_name + ": " + std::string{name_of(kpi)} + " is " +
               (has_mean ? std::to_string(*kpis[kpi].mean) : "not said") + ", counted are " +
               std::to_string(ratio->first) + " / " + std::to_string(ratio->second);
    }
    return "";
}

}  // namespace

std::string JourneyCounts::difference(const RunResult& result) const {
    const std::size_t types = scenario_.call_types.size();
    Sums overall;
    std::vector<Sums> of_type(types);
    std::vector<Sums> of_tier(scenario_.tiers.size() + 1);
    std::vector<Sums> of_channel(3);
    for (const auto& [key, leg] : legs_) {
        if (!leg.is_measured) continue;
        const Channel channel =
            leg.type == kNoCallType ? Channel::voice : scenario_.call_types[index(leg.type)].channel;
        // Overall, and by tier and channel, each contact counts once, and the work of all legs with it.
        for (Sums* sums : {&overall, &of_tier[index(leg.tier)], &of_channel[static_cast<std::size_t>(channel)]}) {
            const bool waits_count = sums == &of_channel[static_cast<std::size_t>(channel)];
            if (leg.is_first && !leg.is_outbound) {
                add(*sums, leg, channel, waits_count);
            } else {
                add_journey(*sums, leg);
            }
            if (leg.is_outbound) sums->outbound_answered += leg.answered;
            sums->of.talk_s += leg.talk_s;
            sums->of.wrap_up_s += leg.wrap_up_s;
            sums->of.hold_s += leg.hold_s;
            sums->of.system_wait_s += leg.system_wait_s;
        }
        if (leg.type == kNoCallType) continue;
        add(of_type[index(leg.type)], leg, channel, true);
        of_type[index(leg.type)].of.talk_s += leg.talk_s;
        of_type[index(leg.type)].of.wrap_up_s += leg.wrap_up_s;
        of_type[index(leg.type)].of.hold_s += leg.hold_s;
        of_type[index(leg.type)].of.system_wait_s += leg.system_wait_s;
    }
    const auto features = measure::features_of(scenario_);
    std::string found = support::difference("overall", Scope::overall, features, overall, result.overall);
    for (std::size_t t = 0; t < types && found.empty(); ++t)
        found = support::difference("type " + std::to_string(t), Scope::call_type, features, of_type[t],
                                    result.call_types[t].kpis);
    for (std::size_t k = 0; k < result.tiers.size() && found.empty(); ++k)
        found =
            support::difference("tier " + std::to_string(k), Scope::tier, features, of_tier[k], result.tiers[k].kpis);
    static constexpr const char* kChannelNames[] = {"voice", "chat", "mail"};
    for (const NamedKpis& channel : result.channels) {
        for (std::size_t c = 0; c < of_channel.size() && found.empty(); ++c) {
            if (channel.id == kChannelNames[c])
                found = support::difference(channel.id, Scope::channel, features, of_channel[c], channel.kpis);
        }
    }
    if (!found.empty()) return found;
    double available = 0;
    double handling = 0;
    for (const auto& [id, agent] : agents_) {
        available += agent.available_s;
        handling += agent.handling_s;
    }
    const auto& occupancy = result.overall[Kpi::occupancy].mean;
    const bool is_equal = available + handling == 0
                              ? !occupancy
                              : occupancy && std::abs(*occupancy - handling / (available + handling)) < 1e-9;
    return is_equal ? "" : "occupancy is another than the agents' times say";
}

}  // namespace floorwalker::support
