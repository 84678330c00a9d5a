#include "tests/support/journey/scenario_text.hpp"

#include "tests/support/journey/scenario_words.hpp"

namespace floorwalker::support {
namespace {

using scenario_words::Line;
using scenario_words::words;

std::string words_of_hours(const std::optional<OpenHours>& hours) {
    return hours ? words(hours->open) + "-" + words(hours->close) : "closed";
}

std::string line_of(const Centre& centre) {
    Line line{"centre"};
    line.add("days", centre, &Centre::days).add("open", centre.open).add("close", centre.close);
    line.add("interval", centre.interval).add("after_close", centre, &Centre::after_close);
    line.add("lines", centre, &Centre::lines).add("queue_places", centre, &Centre::queue_places);
    line.add("ivr_ports", centre, &Centre::ivr_ports).add("ports_busy", centre, &Centre::ports_busy);
    line.add("busyness", centre, &Centre::busyness).add("warm_up_days", centre, &Centre::warm_up_days);
    for (std::size_t day = 0; day < centre.weekday_hours.size(); ++day) {
        if (centre.weekday_hours[day])
            line.add((std::string{"weekday"} + std::to_string(day)).c_str(),
                     words_of_hours(*centre.weekday_hours[day]));
    }
    for (const SpecialDay& day : centre.special_days) {
        const auto place = std::chrono::sys_days{day.date} - std::chrono::sys_days{centre.date};
        line.add((std::string{"day"} + std::to_string(place.count())).c_str(), words_of_hours(day.hours));
        line.add("volume", day.volume);
    }
    return line.take();
}

std::string line_of(const Tier& tier, std::size_t place) {
    Line line{std::string{"tier "} + std::to_string(place)};
    line.add("shares", tier.share_by_call_type).add("priority", tier, &Tier::priority);
    line.add("credit", tier, &Tier::waiting_credit).add("weight", tier, &Tier::weight);
    line.add("points", tier, &Tier::points).add("per_second", tier, &Tier::points_per_second);
    line.add("flow", tier, &Tier::flow).add("groups", tier, &Tier::groups);
    return line.take();
}

std::string line_of(const AccessNumber& number, std::size_t place) {
    Line line{std::string{"number "} + std::to_string(place)};
    line.add("flow", number.flow).add("tiers", number.share_by_tier);
    line.add("arrivals", number.arrivals.per_interval).add("factor", number.arrivals.factor);
    if (const auto& redial = number.redial) {
        line.add("redial: blocked", redial->after_blocked).add("abandoned", redial->after_abandoned);
        line.add("tries", redial->most_tries).add("delay", redial->delay).add("becomes", redial->becomes);
    }
    return line.take();
}

std::string line_of(const Group& group, std::size_t place) {
    Line line{std::string{"group "} + std::to_string(place)};
    line.add("skills", group.skills).add("agents", group, &Group::agents).add("take", group, &Group::take);
    line.add("site", group, &Group::site).add("windows", group.chat, &ChatWork::windows);
    line.add("slowdown", group.chat, &ChatWork::slowdown);
    for (const auto& shift : group.shifts) {
        line.add("shift", words(shift.span.start) + "-" + words(shift.span.end) + "x" + words(shift.agents));
    }
    for (const Agent& person : group.listed) {
        line.add("person", person.skills);
        for (const WorkSpan& span : person.shifts) line.add("at", words(span.start) + "-" + words(span.end));
    }
    if (const auto& ring = group.ring) {
        line.add("rings", words(ring->longest())).add("delay", ring->delay).add("missed", ring->not_answered);
        line.add("aside", words(ring->do_not_disturb));
    }
    const Fatigue& fatigue = group.fatigue;
    if (fatigue.rise > 0) {
        line.add("fatigue: rise", fatigue.rise).add("by stress", fatigue.stress).add("idle", fatigue.recovery_idle);
        line.add("break", fatigue.recovery_break).add("overnight", fatigue.overnight).add("handling", fatigue.handling);
    }
    if (const auto& stress = group.stress) {
        line.add("stress: contact", stress->per_contact).add("idle", stress->recovery_idle);
        line.add("break", stress->recovery_break).add("overnight", stress->overnight);
        line.add("handling", stress->handling);
    }
    if (const auto& leaders = group.leaders)
        line.add("leaders", leaders->count).add("attention", leaders->attention).add("relief", leaders->relief);
    if (group.attrition) line.add("leaves early", group.attrition->first_90_days);
    for (const HiringClass& hiring : group.hiring)
        line.add("hires", hiring.people.value_or(0)).add("again", hiring.every.has_value());
    for (const Reserve& reserve : group.reserves) {
        line.add("reserve", reserve.agents).add("for", reserve.call_types).add("tiers", reserve.tiers);
    }
    return line.take();
}

std::string line_of(const Campaign& campaign, std::size_t place) {
    Line line{std::string{"campaign "} + std::to_string(place)};
    line.add("type", campaign.call_type).add("list", campaign.list).add("start", campaign, &Campaign::start);
    line.add("end", campaign, &Campaign::end).add("dialer", campaign.dialer).add("ring", campaign.ring);
    line.add("preview", campaign, &Campaign::preview).add("reached", campaign.reached);
    line.add("right_party", campaign, &Campaign::right_party).add("attempts", campaign, &Campaign::attempts);
    line.add("retry", campaign, &Campaign::retry).add("free_agents", campaign, &Campaign::free_agents);
    line.add("dials_per_agent", campaign, &Campaign::dials_per_agent).add("hold", campaign, &Campaign::hold);
    return line.take();
}

std::string line_of(const Decision& decision, std::size_t place) {
    Line line{std::string{"decision "} + std::to_string(place)};
    line.add("at", decision.at).add("day", decision, &Decision::day);
    std::visit([&](const auto& what) { line.add("until", what.until); }, decision.what);
    if (const auto* absent = std::get_if<Absent>(&decision.what))
        line.add("absent", absent->agents).add("group", absent->group);
    if (const auto* extra = std::get_if<Extra>(&decision.what))
        line.add("extra", extra->agents).add("group", extra->group);
    if (const auto* peak = std::get_if<Peak>(&decision.what)) {
        line.add("peak", peak->contacts).add("type", peak->call_type).add("number", *peak, &Peak::number);
        line.add("half_life", *peak, &Peak::half_life);
    }
    if (const auto* outage = std::get_if<Outage>(&decision.what))
        line.add("outage of", outage->call_type).add("self_service_fails", outage->self_service_fails);
    if (const auto* down = std::get_if<SystemDown>(&decision.what)) line.add("system_down of", down->group);
    if (const auto* gap = std::get_if<KnowledgeGap>(&decision.what))
        line.add("gap of", gap->call_type).add("solved", gap->solved).add("defects", gap->defects);
    return line.take();
}

std::string line_of(const Monitoring& monitoring) {
    Line line{"monitoring"};
    line.add("samples", monitoring.samples_per_agent).add("monitors", monitoring.monitors);
    line.add("per_day", monitoring.per_day).add("per_sample", monitoring.per_sample);
    return line.add("calibration", monitoring.calibration.has_value()).take();
}

std::string line_of(const RecordedCall& call, std::size_t place) {
    Line line{std::string{"call "} + std::to_string(place)};
    line.add("at", call.at.time_since_epoch()).add("type", call.call_type).add("tier", call, &RecordedCall::tier);
    return line.take();
}

}  // namespace

std::string text_of(const Scenario& scenario) {
    using scenario_words::lines_of;
    std::string text = line_of(scenario.centre);
    const auto add = [&](const auto& list, const auto& say) {
        for (std::size_t i = 0; i < list.size(); ++i) text += say(list[i], i);
    };
    const auto in_a_line = [](const auto& entry, std::size_t i) { return line_of(entry, i); };
    const auto in_lines = [](const auto& entry, std::size_t i) { return lines_of(entry, i); };
    add(scenario.call_types, in_lines);
    add(scenario.tiers, in_a_line);
    add(scenario.groups, in_a_line);
    add(scenario.flows, in_lines);
    add(scenario.numbers, in_a_line);
    add(scenario.campaigns, in_a_line);
    add(scenario.decisions, in_a_line);
    if (scenario.monitoring) text += line_of(*scenario.monitoring);
    if (scenario.replay) text += "replay instead of arrivals\n";
    if (scenario.replay) add(*scenario.replay, in_a_line);
    return text;
}

}  // namespace floorwalker::support
