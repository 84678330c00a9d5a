#include "sim/model/rules.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "sim/kernel/event_list.hpp"
#include "sim/model/require.hpp"

namespace floorwalker::model {
namespace {

// An agent needs an event, and so does every waiting contact.
constexpr std::int64_t kMostAgents = kernel::EventList::kMostPending / 2;

void require_per_interval(const std::vector<double>& values, std::size_t intervals, const std::string& name) {
    require(values.size() <= 1 || values.size() == intervals, name + " needs one value, or one for each interval");
    const bool fine =
        std::all_of(values.begin(), values.end(), [](double value) { return value >= 0 && std::isfinite(value); });
    require(fine, name + " must be finite and not negative");
}

void check_centre(const Scenario& scenario) {
    const Centre& centre = scenario.centre;
    require(centre.days > 0 && centre.days <= 1'000'000, "centre.days must be from 1 to 1,000,000");
    require(centre.warm_up_days >= 0 && centre.warm_up_days < centre.days,
            "centre.warm_up_days must leave a day to measure");
    require(centre.interval > Duration{0}, "centre.interval must be positive");
    require(centre.open >= Duration{0} && centre.open < kDay, "centre.open must be a time of the day");
    require(centre.close > centre.open && centre.close - centre.open <= kDay,
            "the centre must be open for at most 24 h a day");
    require(scenario.intervals_per_day() <= 10'000, "a day has too many intervals");
    require(centre.lines.value_or(1) > 0, "centre.lines must be positive");
    require(centre.queue_places.value_or(0) >= 0, "centre.queue_places must not be negative");
    require_sound(centre.busyness, "centre.busyness");
}

void check_skills(const Scenario& scenario, const Skills& skills, const std::string& name) {
    for (const auto& [type, proficiency] : skills) {
        require(index(type) < scenario.call_types.size(), name + " names a call type that is not there");
        require(proficiency == 0 || (proficiency >= 0.001 && proficiency <= 1000),
                name + " has a proficiency that is neither 0 nor from 0.001 to 1000");
    }
}

bool is_factor(double factor) { return factor >= 0 && std::isfinite(factor); }

void check_arrivals(const Scenario& scenario, const Arrivals& arrivals, const std::string& name) {
    require_per_interval(arrivals.per_interval, scenario.intervals_per_day(), name + ".arrivals");
    require(is_factor(arrivals.factor), name + ".arrivals.factor must be finite and not negative");
    require(std::all_of(arrivals.by_weekday.begin(), arrivals.by_weekday.end(), is_factor),
            name + ".arrivals.by_weekday must be finite and not negative");
    require_sound(arrivals.busyness, name + ".arrivals.busyness");
}

void check_call_type(const Scenario& scenario, const CallType& type) {
    const std::string name = "call_type." + type.id;
    const std::size_t intervals = scenario.intervals_per_day();
    check_arrivals(scenario, type.arrivals, name);
    require_per_interval(type.handling_factor, intervals, name + ".handling_factor");
    require_per_interval(type.patience_factor, intervals, name + ".patience_factor");
    require_sound(type.patience, name + ".patience");
    require_sound(type.talk, name + ".talk");
    check_hold(type);
    require_sound(type.wrap_up, name + ".wrap_up");
    check_abuse(type);
    require(type.leave_at_once >= 0 && type.leave_at_once <= 1, name + ".leave_at_once must be a share");
    require(type.queue_places.value_or(0) >= 0, name + ".queue_places must not be negative");
    for (const GroupId group : type.groups)
        require(index(group) < scenario.groups.size(), name + ".groups names a group that is not there");
}

bool is_span(const WorkSpan& span) {
    return span.start >= Duration{0} && span.start < span.end && span.end - span.start <= kDay;
}

/// The most agents that the group can have at once.
std::int64_t check_group(const Scenario& scenario, const Group& group) {
    const std::string name = "group." + group.id;
    check_skills(scenario, group.skills, name + ".skills");
    require(group.agents.size() <= 1 || group.agents.size() == scenario.intervals_per_day(),
            name + ".agents needs one value, or one for each interval");
    require(group.agents.empty() || (group.shifts.empty() && group.listed.empty()),
            name + " has both head counts and shifts");
    std::int64_t agents = 0;
    for (const std::int64_t count : group.agents) {
        require(count >= 0 && count <= kMostAgents, name + ".agents must be from 0 to 8,388,608");
        agents = std::max(agents, count);
    }
    for (const auto& shift : group.shifts) {
        require(is_span(shift.span), name + " has a shift that does not end after it begins");
        require(shift.agents >= 0 && shift.agents <= kMostAgents, name + ".shifts: agents must be from 0 to 8,388,608");
        agents += shift.agents;
    }
    require(group.away.empty() || group.agents.empty(), name + " has a head count, which does not say who is away");
    for (const Activity& activity : group.away) {
        require(is_away_as_planned(activity.what), name + ".away: that is no time away from contacts");
        require(activity.from >= Duration{0} && activity.from < 2 * kDay && activity.length > Duration{0} &&
                    activity.length <= kDay && activity.until - activity.from >= activity.length,
                name + ".away: it does not fit into its window");
        require(!activity.at_once || (*activity.at_once >= 1 && *activity.at_once <= kMostAgents),
                name + ".away: at_once must be from 1 to 8,388,608");
        require(activity.keep >= 0, name + ".away: keep must not be negative");
    }
    for (const Agent& agent : group.listed) {
        check_skills(scenario, agent.skills, name + "." + agent.id);
        for (const WorkSpan& span : agent.shifts)
            require(is_span(span), name + "." + agent.id + " has a shift that does not end after it begins");
        ++agents;
    }
    check_skill(group);
    check_absence(group);
    check_ring(group);
    check_load(scenario, group);
    check_turnover(group);
    return agents;
}

void check_tiers(const Scenario& scenario) {
    for (std::size_t type = 0; type < scenario.call_types.size(); ++type) {
        double sum = 0;
        for (const Tier& tier : scenario.tiers) {
            require(type < tier.share_by_call_type.size(), "tier." + tier.id + " needs a share for each call type");
            require(tier.share_by_call_type[type] >= 0, "tier." + tier.id + " has a negative share");
            sum += tier.share_by_call_type[type];
        }
        require(sum <= 1 + 1e-9, "the tiers of call_type." + scenario.call_types[type].id + " are more than the whole");
    }
}

void check_replay(const Scenario& scenario) {
    if (!scenario.replay) return;
    TimePoint last{};
    for (const RecordedCall& call : *scenario.replay) {
        require(call.at >= last, "recorded calls must be in order of time");
        require(index(call.call_type) < scenario.call_types.size(),
                "a recorded call has a call type that is not there");
        require(!call.tier || index(*call.tier) <= scenario.tiers.size(),
                "a recorded call has a tier that is not there");
        const Duration since_first_opening = call.at.time_since_epoch() - scenario.centre.open;
        require(since_first_opening >= Duration{0} && since_first_opening / kDay < scenario.centre.days &&
                    since_first_opening % kDay < scenario.centre.close - scenario.centre.open,
                "a recorded call comes while the centre is closed");
        const auto hours = scenario.centre.hours_on(since_first_opening / kDay);
        const Duration of_day = since_first_opening % kDay + scenario.centre.open;
        require(hours && of_day >= hours->open && of_day < hours->close,
                "a recorded call comes on a day or at an hour when the centre is closed");
        last = call.at;
    }
}

void check_machine_decision(const Decision& decision, const Known& known) {
    if (const auto* slow = std::get_if<ServerSlow>(&decision.what)) {
        require(index(slow->server) < known.servers, "a decision names a server that is not there");
        require(slow->speed > 0 && slow->speed <= 1, "a slow server has a speed above 0 and at most 1");
    }
    if (const auto* down = std::get_if<ServerDown>(&decision.what))
        require(index(down->server) < known.servers, "a decision names a server that is not there");
    if (const auto* down = std::get_if<LinkDown>(&decision.what))
        require(index(down->link) < known.links, "a decision names a link that is not there");
    if (const auto* lost = std::get_if<SiteLost>(&decision.what))
        require(index(lost->site) < known.sites, "a decision names a site that is not there");
}

}  // namespace

void check_rules(const Decision& decision, const Known& known) {
    const auto check_people = [&](const auto& what) {
        require(index(what.group) < known.groups, "a decision names a group that is not there");
        require(what.agents >= 0 && what.agents <= kMostAgents, "a decision's agents must be from 0 to 8,388,608");
    };
    if (const auto* absent = std::get_if<Absent>(&decision.what)) check_people(*absent);
    if (const auto* extra = std::get_if<Extra>(&decision.what)) check_people(*extra);
    if (const auto* peak = std::get_if<Peak>(&decision.what)) {
        require(peak->number ? index(*peak->number) < known.numbers : index(peak->call_type) < known.call_types,
                "a decision names a call type or number that is not there");
        require(peak->contacts > 0 && peak->contacts <= 1e9, "a peak needs contacts, at most 1,000,000,000");
        require(!peak->half_life || *peak->half_life > Duration{0}, "a peak's half-life must be positive");
    }
    if (const auto* outage = std::get_if<Outage>(&decision.what)) {
        require(!outage->call_type || index(*outage->call_type) < known.call_types,
                "a decision names a call type that is not there");
    }
    if (const auto* down = std::get_if<SystemDown>(&decision.what)) {
        require(!down->group || index(*down->group) < known.groups, "a decision names a group that is not there");
    }
    if (const auto* gap = std::get_if<KnowledgeGap>(&decision.what)) {
        require(!gap->call_type || index(*gap->call_type) < known.call_types,
                "a decision names a call type that is not there");
        require(gap->solved > 0 && gap->solved <= 1e6 && gap->defects > 0 && gap->defects <= 1e6,
                "a knowledge gap's multiples must be positive");
    }
    if (const auto* prioritise = std::get_if<Prioritise>(&decision.what)) {
        constexpr int kMostChange = 1000;
        require(index(prioritise->call_type) < known.call_types, "a decision names a call type that is not there");
        require(!prioritise->tier || index(*prioritise->tier) < known.tiers,
                "a decision names a tier that is not there");
        require(prioritise->by != 0 && std::abs(prioritise->by) <= kMostChange,
                "a decision changes a priority by -1,000 to 1,000, and not by 0");
    }
    if (const auto* keep_off = std::get_if<KeepOff>(&decision.what)) {
        require(index(keep_off->group) < known.groups, "a decision names a group that is not there");
        require(index(keep_off->call_type) < known.call_types, "a decision names a call type that is not there");
    }
    check_machine_decision(decision, known);
    const Duration until = std::visit([](const auto& what) { return what.until; }, decision.what);
    require(decision.at >= Duration{0} && until > decision.at, "a decision must end after it begins");
}

void check_rules(const Scenario& scenario) {
    require(!scenario.call_types.empty() && scenario.call_types.size() <= kMostSourcesOfAKind,
            "it needs a call type, and at most 16,384");
    require(scenario.numbers.size() <= kMostSourcesOfAKind && scenario.campaigns.size() <= kMostSourcesOfAKind &&
                scenario.decisions.size() <= kMostSourcesOfAKind,
            "it has more than 16,384 numbers, campaigns or decisions");
    require(!scenario.groups.empty() && scenario.groups.size() < 65'535, "it needs a group");
    check_centre(scenario);
    for (const CallType& type : scenario.call_types) check_call_type(scenario, type);
    for (const AccessNumber& number : scenario.numbers)
        check_arrivals(scenario, number.arrivals, "number." + number.id);
    std::int64_t agents = 0;
    for (const Group& group : scenario.groups) agents += check_group(scenario, group);
    require(agents <= kMostAgents, "there are more than 8,388,608 agents");
    check_tiers(scenario);
    check_replay(scenario);
    const Known known{scenario.groups.size(),
                      scenario.call_types.size(),
                      scenario.numbers.size(),
                      scenario.tiers.size() + 1,
                      scenario.infrastructure.sites.size(),
                      scenario.infrastructure.links.size(),
                      scenario.infrastructure.servers.size()};
    for (const Decision& decision : scenario.decisions) check_rules(decision, known);
    check_calendar(scenario);
    check_journeys(scenario);
    check_quality(scenario);
    check_standards(scenario);
    check_machines(scenario);
    for (const Campaign& campaign : scenario.campaigns) check_campaign(scenario, campaign);
}

}  // namespace floorwalker::model
