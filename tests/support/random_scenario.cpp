#include "tests/support/random_scenario.hpp"

#include <algorithm>
#include <string>

#include "tests/support/builders.hpp"
#include "tests/support/dice.hpp"

namespace floorwalker::support {
namespace {

Duration seconds_between(Dice& dice, std::int64_t low, std::int64_t high) {
    return Duration{1s} * dice.between(low, high);
}

Centre random_centre(Dice& dice) {
    Centre centre;
    centre.days = dice.one_of({1, 1, 2, 3, 4});
    centre.warm_up_days = centre.days > 1 && dice.happens(0.3) ? 1 : 0;
    centre.open = dice.one_of<Duration>({0h, 6h, 8h, 9h + 30min, 20h});
    // Up to 24 hours, so that some close after midnight and some never.
    centre.close = centre.open + dice.one_of<Duration>({2h, 3h + 20min, 5h, 9h, 24h});
    centre.interval = dice.one_of<Duration>({15min, 30min, 47min, 1h});
    centre.after_close = dice.one_of({AfterClose::drain, AfterClose::clear, AfterClose::carry_over});
    if (dice.happens(0.2)) centre.lines = dice.between(1, 12);
    if (dice.happens(0.2)) centre.queue_places = dice.between(0, 8);
    if (dice.happens(0.3)) centre.busyness = Distribution{gamma_with(1.0, 0.3), {}};
    centre.service_level = static_cast<ServiceLevelVariant>(dice.below(6));
    centre.daily_service_level = dice.one_of({DailyServiceLevel::ratio_of_sums, DailyServiceLevel::mean_of_days});
    centre.line_cost_per_hour = static_cast<double>(dice.below(3));
    return centre;
}

Distribution random_time(Dice& dice, double mean) {
    switch (dice.below(5)) {
    case 0: return {Constant{mean}, {}};
    case 1: return {Exponential{mean}, {}};
    case 2: return {lognormal_with(mean, 1.0), {}};
    case 3: return {Erlang{2, mean}, Atom{0.1, 0.0}};
    default: return {Uniform{0.0, 2 * mean}, {}};
    }
}

std::vector<double> random_factors(Dice& dice, std::size_t intervals) {
    if (dice.happens(0.7)) return {};
    std::vector<double> factors;
    for (std::size_t i = 0; i < intervals; ++i) factors.push_back(0.5 + dice.share());
    return factors;
}

CallType random_type(Dice& dice, const Centre& centre, std::size_t intervals, std::string id) {
    CallType type;
    type.id = std::move(id);
    const double per_hour = static_cast<double>(dice.between(2, 40));
    for (std::size_t i = 0; i < intervals; ++i) {
        type.arrivals.per_interval.push_back(
            dice.happens(0.1) ? 0.0 : per_hour * 2 * dice.share() * to_hours(centre.interval));
    }
    type.arrivals.factor = 0.5 + dice.share();
    if (dice.happens(0.2)) type.arrivals.busyness = Distribution{lognormal_with(1.0, 0.2), {}};
    if (dice.happens(0.7)) type.patience = random_time(dice, static_cast<double>(dice.between(10, 900)));
    type.leave_at_once = dice.one_of({0.0, 0.0, 0.2, 1.0});
    type.talk = random_time(dice, static_cast<double>(dice.between(20, 400)));
    if (dice.happens(0.6)) type.wrap_up = random_time(dice, static_cast<double>(dice.between(5, 100)));
    type.priority = static_cast<int>(dice.between(-1, 1));
    if (dice.happens(0.3)) type.waiting_credit = seconds_between(dice, -120, 600);
    if (dice.happens(0.2)) type.queue_places = dice.between(0, 5);
    type.choose = dice.one_of({AgentChoice::preference, AgentChoice::longest_idle, AgentChoice::fewest_skills});
    type.handling_factor = random_factors(dice, intervals);
    type.patience_factor = random_factors(dice, intervals);
    return type;
}

Skills random_skills(Dice& dice, std::size_t types) {
    Skills skills;
    skills[CallTypeId(static_cast<std::uint16_t>(dice.below(types)))] = 1.0;
    for (std::size_t t = 0; t < types; ++t) {
        if (dice.happens(0.4)) skills[CallTypeId(static_cast<std::uint16_t>(t))] = 0.5 + dice.share();
    }
    return skills;
}

WorkSpan random_span(Dice& dice, const Centre& centre) {
    const Duration start = centre.open + seconds_between(dice, -3600, 7200);
    const Duration within = std::max<Duration>(start, 0s);
    return {within, within + seconds_between(dice, 1800, 8 * 3600)};
}

Agent random_person(Dice& dice, const Centre& centre, std::size_t types, std::string id) {
    Agent person{std::move(id), random_skills(dice, types), {random_span(dice, centre)}};
    const Duration end = person.shifts.front().end;
    const Duration pause = dice.one_of<Duration>({0s, 30min});  // a second shift may follow without a pause
    if (dice.happens(0.5)) person.shifts.push_back({end + pause, end + pause + seconds_between(dice, 600, 7200)});
    return person;
}

Group random_group(Dice& dice, const Centre& centre, std::size_t intervals, std::size_t types, std::string id) {
    Group group;
    group.id = std::move(id);
    group.skills = random_skills(dice, types);
    group.cost_per_hour = static_cast<double>(dice.below(40));
    if (dice.happens(0.5)) {
        for (std::size_t i = 0; i < intervals; ++i) group.agents.push_back(dice.between(0, 6));
        return group;
    }
    for (std::int64_t i = dice.between(0, 3); i-- > 0;)
        group.shifts.push_back({random_span(dice, centre), dice.between(1, 4)});
    for (std::int64_t i = dice.between(group.shifts.empty() ? 1 : 0, 3); i-- > 0;) {
        group.listed.push_back(random_person(dice, centre, types, group.id + "_" + std::to_string(i)));
    }
    return group;
}

/// Some of the groups that can take the type, in any order; or all of them.
std::vector<GroupId> random_order(Dice& dice, const Scenario& scenario, CallTypeId type) {
    std::vector<GroupId> order;
    if (dice.happens(0.4)) return order;
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const bool can = scenario.groups[g].skills.contains(type);
        if (can && dice.happens(0.8)) order.push_back(GroupId(static_cast<std::uint16_t>(g)));
    }
    if (dice.happens(0.5)) std::reverse(order.begin(), order.end());
    return order;
}

Decision random_decision(Dice& dice, const Scenario& scenario) {
    Decision decision;
    decision.at = scenario.centre.open + seconds_between(dice, -1800, 5 * 3600);
    decision.at = std::max<Duration>(decision.at, 0s);
    if (dice.happens(0.3))
        decision.day = static_cast<std::uint32_t>(dice.below(static_cast<std::uint64_t>(scenario.centre.days)));
    const auto group = GroupId(static_cast<std::uint16_t>(dice.below(scenario.groups.size())));
    const Duration until = decision.at + seconds_between(dice, 60, 3 * 3600);
    if (dice.happens(0.5)) {
        decision.what = Absent{group, dice.between(1, 3), until};
    } else {
        decision.what = Extra{group, dice.between(1, 3), until};
    }
    return decision;
}

Decision random_keep_off(Dice& dice, const Scenario& scenario) {
    Decision decision;
    decision.at = scenario.centre.open + seconds_between(dice, 0, 4 * 3600);
    const auto group = GroupId(static_cast<std::uint16_t>(dice.below(scenario.groups.size())));
    const auto type = CallTypeId(static_cast<std::uint16_t>(dice.below(scenario.call_types.size())));
    decision.what = KeepOff{group, type, decision.at + seconds_between(dice, 60, 2 * 3600)};
    return decision;
}

std::vector<RecordedCall> random_calls(Dice& dice, const Scenario& scenario) {
    const Centre& centre = scenario.centre;
    std::vector<RecordedCall> calls;
    for (std::int64_t i = dice.between(0, 400); i-- > 0;) {
        const Duration of_day = seconds_between(dice, 0, (centre.close - centre.open) / 1s - 1);
        RecordedCall call{TimePoint{kDay * dice.between(0, centre.days - 1) + centre.open + of_day}, {}, {}};
        call.call_type = CallTypeId(static_cast<std::uint16_t>(dice.below(scenario.call_types.size())));
        if (dice.happens(0.5)) call.tier = TierId(static_cast<std::uint16_t>(dice.below(scenario.tiers.size() + 1)));
        calls.push_back(call);
    }
    std::stable_sort(calls.begin(), calls.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return calls;
}

}  // namespace

Scenario random_scenario(std::uint64_t seed) {
    Dice dice{seed};
    Scenario scenario;
    scenario.centre = random_centre(dice);
    const std::size_t intervals = scenario.intervals_per_day();
    const auto types = static_cast<std::size_t>(dice.between(1, 4));
    for (std::size_t t = 0; t < types; ++t) {
        scenario.call_types.push_back(
            random_type(dice, scenario.centre, intervals, std::string(1, static_cast<char>('a' + t))));
    }
    for (std::int64_t i = dice.between(0, 2); i-- > 0;) {
        Tier tier;
        tier.id = "tier" + std::to_string(i);
        for (std::size_t t = 0; t < types; ++t) tier.share_by_call_type.push_back(0.5 * dice.share());
        tier.priority = static_cast<int>(dice.between(0, 1));
        if (dice.happens(0.5)) tier.waiting_credit = seconds_between(dice, 0, 300);
        scenario.tiers.push_back(tier);
    }
    for (std::int64_t g = dice.between(1, 4); g-- > 0;) {
        scenario.groups.push_back(random_group(dice, scenario.centre, intervals, types, "group" + std::to_string(g)));
    }
    for (std::size_t t = 0; t < types; ++t) {
        scenario.call_types[t].groups = random_order(dice, scenario, CallTypeId(static_cast<std::uint16_t>(t)));
    }
    for (std::int64_t i = dice.between(0, 4); i-- > 0;) scenario.decisions.push_back(random_decision(dice, scenario));
    if (dice.happens(0.15)) scenario.replay = random_calls(dice, scenario);
    if (dice.happens(0.25)) {
        for (std::int64_t i = dice.between(1, 3); i-- > 0;)
            scenario.decisions.push_back(random_keep_off(dice, scenario));
    }
    return scenario;
}

}  // namespace floorwalker::support
