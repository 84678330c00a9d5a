#include <algorithm>

#include "tests/support/journey/calendar.hpp"
#include "tests/support/journey/random_parts.hpp"

/// Calendar, lines and places; tiers; what decisions change; recorded calls.
namespace floorwalker::support::random_parts {
namespace {

/// Hours within those of the centre, from interval to interval; or closed.
std::optional<OpenHours> random_hours(Dice& dice, const Scenario& scenario) {
    if (dice.happens(0.3)) return std::nullopt;
    const Centre& centre = scenario.centre;
    const auto intervals = static_cast<std::int64_t>(scenario.intervals_per_day());
    const std::int64_t first = dice.between(0, intervals - 1);
    const std::int64_t end = dice.between(first + 1, intervals);
    const auto start_of = [&](std::int64_t i) {
        return i >= intervals ? centre.close : centre.open + centre.interval * i;
    };
    return OpenHours{start_of(first), start_of(end)};
}

void add_special_days(Dice& dice, Scenario& scenario) {
    Centre& centre = scenario.centre;
    if (dice.happens(0.2)) {
        for (auto& hours : centre.weekday_hours) {
            if (dice.happens(0.4)) hours = random_hours(dice, scenario);
        }
    }
    if (!dice.happens(0.2)) return;
    const std::chrono::sys_days first{centre.date};
    const std::chrono::sys_days day = first + std::chrono::days{dice.between(0, centre.days - 1)};
    centre.special_days.push_back({day, random_hours(dice, scenario), dice.one_of({0.5, 1.0, 2.0})});
    if (dice.happens(0.5)) centre.special_days.back().hours = OpenHours{centre.open, centre.close};
}

void set_limits(Dice& dice, Centre& centre) {
    if (dice.happens(0.35)) centre.lines = dice.between(1, 12);
    if (dice.happens(0.25)) centre.queue_places = dice.between(0, 6);
    if (dice.happens(0.35)) centre.ivr_ports = dice.between(1, 4);
    centre.ports_busy = dice.one_of({PortsBusy::block, PortsBusy::to_queue});
}

Peak random_peak(Dice& dice, const Scenario& scenario) {
    Peak peak;
    peak.call_type = id_of<CallTypeId>(place_below(dice, scenario.call_types.size()));
    if (!scenario.numbers.empty() && dice.happens(0.5))
        peak.number = id_of<NumberId>(place_below(dice, scenario.numbers.size()));
    peak.contacts = static_cast<double>(dice.between(5, 60));
    if (dice.happens(0.5)) peak.half_life = seconds_between(dice, 60, 1800);
    return peak;
}

Decision random_decision(Dice& dice, const Scenario& scenario) {
    Decision decision;
    decision.at = std::max<Duration>(scenario.centre.open + seconds_between(dice, -1800, 5 * 3600), 0s);
    if (dice.happens(0.3)) decision.day = static_cast<std::uint32_t>(dice.between(0, scenario.centre.days - 1));
    const Duration until = decision.at + seconds_between(dice, 60, 3 * 3600);
    const auto group = id_of<GroupId>(place_below(dice, scenario.groups.size()));
    const std::uint64_t kind = dice.below(5);
    if (kind == 0) decision.what = Absent{group, dice.between(1, 3), until};
    if (kind == 1) decision.what = Extra{group, dice.between(1, 3), until};
    if (kind == 2) {
        Peak peak = random_peak(dice, scenario);
        peak.until = until;
        decision.what = peak;
    }
    if (kind == 3) {
        Outage outage{{}, dice.happens(0.5), until};
        if (dice.happens(0.5)) outage.call_type = id_of<CallTypeId>(place_below(dice, scenario.call_types.size()));
        decision.what = outage;
    }
    if (kind == 4) decision.what = SystemDown{dice.happens(0.7) ? std::optional{group} : std::nullopt, until};
    return decision;
}

}  // namespace

void add_centre(Dice& dice, Scenario& scenario) {
    Centre& centre = scenario.centre;
    centre.days = dice.one_of({1, 1, 2, 3});
    centre.warm_up_days = centre.days > 1 && dice.happens(0.2) ? 1 : 0;
    centre.open = dice.one_of<Duration>({0h, 8h, 8h, 9h + 30min, 20h});
    // Up to 24 hours, so that some close after midnight and some never.
    centre.close = centre.open + dice.one_of<Duration>({1h + 30min, 2h, 3h + 20min, 5h, 24h});
    centre.interval = dice.one_of<Duration>({15min, 30min, 47min, 1h});
    centre.after_close = dice.one_of({AfterClose::drain, AfterClose::clear, AfterClose::carry_over});
    if (dice.happens(0.2)) centre.busyness = Distribution{gamma_with(1.0, 0.3), {}};
    centre.service_level = static_cast<ServiceLevelVariant>(dice.below(6));
    centre.daily_service_level = dice.one_of({DailyServiceLevel::ratio_of_sums, DailyServiceLevel::mean_of_days});
    set_limits(dice, centre);
    add_special_days(dice, scenario);
}

void add_tiers(Dice& dice, Scenario& scenario) {
    for (std::int64_t i = std::max<std::int64_t>(0, dice.between(-1, 2)); i-- > 0;) {
        Tier tier;
        tier.id = "tier" + std::to_string(scenario.tiers.size());
        for (std::size_t t = 0; t < scenario.call_types.size(); ++t)
            tier.share_by_call_type.push_back(0.5 * dice.share());
        tier.priority = static_cast<int>(dice.between(-1, 1));
        if (dice.happens(0.4)) tier.waiting_credit = seconds_between(dice, 0, 300);
        tier.weight = dice.one_of({1.0, 1.0, 2.0, 0.0});
        tier.points = static_cast<double>(dice.between(-10, 60));
        tier.points_per_second = dice.share();
        const auto type = id_of<CallTypeId>(place_below(dice, scenario.call_types.size()));
        if (dice.happens(0.4)) tier.groups = random_groups_for(dice, scenario, type, 0.5);
        if (dice.happens(0.3)) tier.answer_target = AnswerTarget{0.9, 10s};
        scenario.tiers.push_back(std::move(tier));
    }
}

void add_decisions(Dice& dice, Scenario& scenario) {
    for (std::int64_t i = dice.between(0, 3); i-- > 0;) scenario.decisions.push_back(random_decision(dice, scenario));
}

void add_replay(Dice& dice, Scenario& scenario) {
    if (!dice.happens(0.08)) return;
    const Centre& centre = scenario.centre;
    const Calendar calendar{scenario};
    std::vector<RecordedCall> calls;
    for (std::int64_t i = dice.between(0, 200); i-- > 0;) {
        const Duration of_day = seconds_between(dice, 0, (centre.close - centre.open) / 1s - 1);
        RecordedCall call{TimePoint{kDay * dice.between(0, centre.days - 1) + centre.open + of_day}, {}, {}};
        call.call_type = id_of<CallTypeId>(place_below(dice, scenario.call_types.size()));
        if (dice.happens(0.5)) call.tier = id_of<TierId>(place_below(dice, scenario.tiers.size() + 1));
        if (calendar.is_open(call.at)) calls.push_back(call);
    }
    std::stable_sort(calls.begin(), calls.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    scenario.replay = std::move(calls);
}

}  // namespace floorwalker::support::random_parts
