#include <algorithm>

#include "tests/support/journey/random_parts.hpp"

/// Call types as far as they go without any journey, and the people for them.
namespace floorwalker::support::random_parts {
namespace {

std::vector<double> random_factors(Dice& dice, std::size_t intervals) {
    if (dice.happens(0.8)) return {};
    std::vector<double> factors;
    for (std::size_t i = 0; i < intervals; ++i) factors.push_back(0.5 + dice.share());
    return factors;
}

/// So many in all of the days as are run through quickly, however long the centre is open.
Arrivals random_arrivals(Dice& dice, const Scenario& scenario, std::size_t types) {
    const Centre& centre = scenario.centre;
    const std::size_t intervals = scenario.intervals_per_day();
    const double in_all = static_cast<double>(dice.between(10, 160)) / static_cast<double>(types);
    const double per_interval = in_all / static_cast<double>(intervals) / static_cast<double>(centre.days);
    Arrivals arrivals;
    for (std::size_t i = 0; i < intervals; ++i)
        arrivals.per_interval.push_back(dice.happens(0.1) ? 0.0 : per_interval * 2 * dice.share());
    arrivals.factor = 0.5 + dice.share();
    if (dice.happens(0.1)) arrivals.busyness = Distribution{lognormal_with(1.0, 0.3), {}};
    if (dice.happens(0.1)) arrivals.by_weekday = {1, 0.5, 1, 2, 1, 0, 1};
    return arrivals;
}

CallType random_type(Dice& dice, const Scenario& scenario, std::size_t types, std::size_t place) {
    const std::size_t intervals = scenario.intervals_per_day();
    CallType type;
    type.id = std::string(1, static_cast<char>('a' + place));
    type.arrivals = random_arrivals(dice, scenario, types);
    if (place > 0) type.channel = dice.one_of({Channel::voice, Channel::voice, Channel::chat, Channel::mail});
    if (dice.happens(0.75)) type.patience = random_time(dice, static_cast<double>(dice.between(10, 900)));
    type.leave_at_once = dice.one_of({0.0, 0.0, 0.0, 0.2});
    type.talk = random_time(dice, static_cast<double>(dice.between(30, 900)));
    if (dice.happens(0.6)) type.wrap_up = random_time(dice, static_cast<double>(dice.between(5, 200)));
    type.priority = static_cast<int>(dice.between(-1, 1));
    if (dice.happens(0.2)) type.waiting_credit = seconds_between(dice, -120, 600);
    if (dice.happens(0.2)) type.queue_places = dice.between(0, 4);
    type.handling_factor = random_factors(dice, intervals);
    type.patience_factor = random_factors(dice, intervals);
    if (type.channel == Channel::voice && dice.happens(0.2))
        type.hold = Hold{0.5, random_time(dice, static_cast<double>(dice.between(5, 120)))};
    if (type.channel == Channel::mail) {
        type.due = seconds_between(dice, 600, 86'400);
        type.interruptible = dice.happens(0.6);
    }
    return type;
}

Skills random_skills(Dice& dice, std::size_t types) {
    Skills skills;
    skills[id_of<CallTypeId>(place_below(dice, types))] = 1.0;
    for (std::size_t t = 0; t < types; ++t) {
        if (dice.happens(0.5)) skills[id_of<CallTypeId>(t)] = dice.one_of({1.0, 0.5, 1.5});
    }
    return skills;
}

WorkSpan random_span(Dice& dice, const Centre& centre) {
    const Duration start = std::max<Duration>(centre.open + seconds_between(dice, -3600, 5400), 0s);
    return {start, start + seconds_between(dice, 1800, 7 * 3600)};
}

void add_people_by_shift(Dice& dice, const Scenario& scenario, Group& group) {
    const std::size_t types = scenario.call_types.size();
    for (std::int64_t i = dice.between(0, 2); i-- > 0;)
        group.shifts.push_back({random_span(dice, scenario.centre), dice.between(1, 3)});
    for (std::int64_t i = dice.between(group.shifts.empty() ? 1 : 0, 2); i-- > 0;) {
        Agent person{
            group.id + "_" + std::to_string(i), random_skills(dice, types), {random_span(dice, scenario.centre)}};
        const Duration end = person.shifts.front().end;
        const Duration pause = dice.one_of<Duration>({0s, 30min});
        if (dice.happens(0.4)) person.shifts.push_back({end + pause, end + pause + seconds_between(dice, 600, 7200)});
        group.listed.push_back(std::move(person));
    }
}

/// Now and then enough of everything that all of it meets.
void add_absences(Dice& dice, Group& group) {
    if (dice.happens(0.3)) group.absence.leave = Leave{0.2 * dice.share(), 2.0, dice.happens(0.5)};
    if (dice.happens(0.3)) {
        group.absence.sickness = Sickness{0.3 * dice.share(), 1.5, {2, 1, 1, 1, 1, 0, 0}, dice.happens(0.5)};
    }
    if (dice.happens(0.6)) {
        group.absence.lateness = Lateness{dice.share(), Distribution{Exponential{1200.0}, {}}, dice.happens(0.5)};
        if (dice.happens(0.6)) group.handover = Handover{dice.one_of<Duration>({5min, 30min})};
    }
    if (dice.happens(0.3)) group.absence.unplanned = SmallAbsences{2.0 * dice.share() + 0.1};
    if (dice.happens(0.7)) group.overtime = Overtime{dice.between(1, 2), 10min, 25min, 1.5};
}

void set_windows(Dice& dice, ChatWork& chat) {
    chat.windows = dice.one_of({0, 1, 1, 2, 3});
    if (!dice.happens(0.5)) return;
    for (std::int64_t i = 0; i < chat.windows; ++i)
        chat.slowdown.push_back(1.0 + 0.4 * static_cast<double>(i) * dice.share());
}

Group random_group(Dice& dice, const Scenario& scenario) {
    Group group;
    group.id = "group" + std::to_string(scenario.groups.size());
    group.skills = random_skills(dice, scenario.call_types.size());
    group.cost_per_hour = static_cast<double>(dice.below(40));
    group.site = dice.one_of<const char*>({"", "north", "south"});
    group.take = dice.one_of({ContactChoice::priority, ContactChoice::priority, ContactChoice::longest_wait,
                              ContactChoice::weighted_wait, ContactChoice::accumulating, ContactChoice::queue_ratio});
    set_windows(dice, group.chat);
    if (dice.happens(0.3)) {
        add_people_by_shift(dice, scenario, group);
        if (dice.happens(0.8)) add_absences(dice, group);
    } else if (dice.happens(0.5)) {
        group.agents = {dice.between(1, 4)};
    } else {
        for (std::size_t i = scenario.intervals_per_day(); i-- > 0;) group.agents.push_back(dice.between(0, 4));
    }
    return group;
}

/// What a file would have to say too: somebody can take each type, and chats have a window.
void see_that_all_are_served(Scenario& scenario) {
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const auto id = id_of<CallTypeId>(t);
        const bool is_chat = scenario.call_types[t].channel == Channel::chat;
        const bool anyone = std::any_of(scenario.groups.begin(), scenario.groups.end(), [&](const Group& group) {
            return can_serve(group, id) && (!is_chat || group.chat.windows > 0);
        });
        if (anyone) continue;
        Group& first = scenario.groups.front();
        first.skills[id] = 1.0;
        if (is_chat && first.chat.windows == 0) first.chat = {2, {}};
    }
}

}  // namespace

void add_call_types(Dice& dice, Scenario& scenario) {
    const auto types = static_cast<std::size_t>(dice.between(1, 4));
    for (std::size_t t = 0; t < types; ++t) scenario.call_types.push_back(random_type(dice, scenario, types, t));
}

void add_groups(Dice& dice, Scenario& scenario) {
    for (std::int64_t g = dice.between(1, 3); g-- > 0;) scenario.groups.push_back(random_group(dice, scenario));
    see_that_all_are_served(scenario);
}

}  // namespace floorwalker::support::random_parts
