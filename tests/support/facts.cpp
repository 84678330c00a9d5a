#include "tests/support/facts.hpp"

#include <cstdio>
#include <memory>
#include <variant>

#include "sim/model/engine.hpp"

namespace floorwalker::support {
namespace {

std::string clock(TimePoint at) {
    const std::int64_t us = at.time_since_epoch().count();
    const std::int64_t days = us / kDay.count();
    const std::int64_t seconds = us % kDay.count() / 1'000'000;
    char text[48];
    std::snprintf(text, sizeof text, "%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return (days > 0 ? std::to_string(days) + "+" : "") + text;
}

std::string seconds(Duration duration) {
    char text[48];
    std::snprintf(text, sizeof text, "%g s", to_seconds(duration));
    return duration == kForever ? "for ever" : text;
}

const char* name(AgentState state) {
    constexpr const char* kNames[kAgentStates] = {"signed_out", "available", "talking", "wrap_up"};
    return kNames[static_cast<std::size_t>(state)];
}

template <class Id>
std::string number(Id id) {
    return std::to_string(index(id));
}

struct Teller {
    const Scenario& scenario;

    std::string name(const ContactRef& contact) const {
        return scenario.call_types[index(contact.customer.call_type)].id + std::to_string(contact.customer.number);
    }
    std::string name(GroupId group) const { return scenario.groups[index(group)].id; }

    std::string operator()(const DayOpened& f) const { return "day " + std::to_string(f.day) + " opens"; }
    std::string operator()(const IntervalBegan& f) const {
        return f.interval == scenario.intervals_per_day() ? "closed" : "interval " + std::to_string(f.interval);
    }
    std::string operator()(const Offered& f) const { return name(f.contact) + " offered"; }
    std::string operator()(const Blocked& f) const { return name(f.contact) + " blocked"; }
    std::string operator()(const Queued& f) const {
        return name(f.contact) + " queued, patience " + seconds(f.patience);
    }
    std::string operator()(const Abandoned& f) const {
        return name(f.contact) + (f.queued ? " abandoned after " + seconds(f.waited) : " left at once");
    }
    std::string operator()(const Dismissed& f) const {
        return name(f.contact) + " dismissed after " + seconds(f.waited);
    }
    std::string operator()(const Answered& f) const {
        return name(f.contact) + " answered by " + number(f.agent) + (f.queued ? " after " + seconds(f.waited) : "");
    }
    std::string operator()(const TalkEnded& f) const {
        return number(f.agent) + " has talked " + seconds(f.talk) + " with " + name(f.contact);
    }
    std::string operator()(const WrapUpEnded& f) const {
        return number(f.agent) + " has wrapped up " + seconds(f.wrap_up) + " after " + name(f.contact);
    }
    std::string operator()(const AgentChanged& f) const {
        return number(f.agent) + " of " + name(f.group) + ": " + support::name(f.from) + " -> " + support::name(f.to);
    }
    std::string operator()(const DutyChanged& f) const {
        return name(f.group) + ": " + std::to_string(f.agents) + " on duty";
    }
    std::string operator()(const DecisionApplied& f) const {
        return "decision " + std::to_string(f.decision) + (f.ended ? " ends" : " begins");
    }
};

template <class... Kind>
bool is_one_of(const Fact& fact) {
    return (std::holds_alternative<Kind>(fact) || ...);
}

template <class Wanted>
Lines told(const Scenario& scenario, Wanted wanted) {
    Lines lines;
    for (const Fact& fact : facts_of(scenario)) {
        if (wanted(fact)) lines.push_back(text_of(scenario, fact));
    }
    return lines;
}

}  // namespace

std::vector<Fact> facts_of(const Scenario& scenario, std::uint64_t seed, std::uint64_t replication) {
    model::Engine<FactList> engine{model::prepare(scenario), seed, replication};
    engine.run();
    return std::move(engine.observer().facts);
}

TimePoint time_of(const Fact& fact) {
    return std::visit([](const auto& one) { return one.at; }, fact);
}

std::string text_of(const Scenario& scenario, const Fact& fact) {
    return clock(time_of(fact)) + " " + std::visit(Teller{scenario}, fact);
}

Lines story(const Scenario& scenario) {
    return told(scenario, [](const Fact&) { return true; });
}

Lines contact_story(const Scenario& scenario) {
    return told(scenario, is_one_of<Answered, Queued, Abandoned, Dismissed, Blocked>);
}

Lines staff_story(const Scenario& scenario) {
    return told(scenario, [](const Fact& fact) {
        if (const auto* change = std::get_if<AgentChanged>(&fact)) {
            return change->from == AgentState::signed_out || change->to == AgentState::signed_out;
        }
        return is_one_of<DutyChanged, DecisionApplied>(fact);
    });
}

}  // namespace floorwalker::support
