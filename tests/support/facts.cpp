#include "tests/support/facts.hpp"

#include <cstdio>
#include <memory>
#include <variant>

#include "tests/support/engines.hpp"
#include "tests/support/steady_room.hpp"

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
    constexpr const char* kNames[kAgentStates] = {"signed_out",     "available",   "talking",   "wrap_up",  "dialling",
                                                  "break",          "meal",        "meeting",   "coaching", "training",
                                                  "do_not_disturb", "system_down", "unplanned", "ringing",  "on_hold"};
    return kNames[static_cast<std::size_t>(state)];
}

template <class Id>
std::string number(Id id) {
    return std::to_string(index(id));
}

class Teller {
public:
    explicit Teller(const Scenario& told) : scenario{told} {}

    std::string name(const ContactRef& contact) const {
        std::string text = source(contact.customer.source) + std::to_string(contact.customer.number);
        if (contact.attempt > 0) text.append("'").append(std::to_string(contact.attempt));
        return text;
    }
    std::string source(SourceId id) const {
        const std::size_t place = place_in_kind(id);
        if (kind_of(id) == SourceKind::call_type) return scenario.call_types[place].id;
        if (kind_of(id) == SourceKind::number) return scenario.numbers[place].id;
        return kind_of(id) == SourceKind::campaign ? scenario.campaigns[place].id : "peak";
    }
    std::string type(CallTypeId id) const { return scenario.call_types[index(id)].id; }
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
        return name(f.contact) +
               (f.queued || f.waited > Duration{0} ? " abandoned after " + seconds(f.waited) : " left at once");
    }
    std::string operator()(const Dismissed& f) const {
        return name(f.contact) + " dismissed after " + seconds(f.waited);
    }
    std::string operator()(const Answered& f) const {
        return name(f.contact) + " answered by " + number(f.agent) +
               (f.queued || f.waited > Duration{0} ? " after " + seconds(f.waited) : "");
    }
    std::string operator()(const LoadFelt& f) const {
        return number(f.agent) + " feels " + std::to_string(f.fatigue) + " " + std::to_string(f.stress);
    }
    std::string operator()(const LeadersChanged& f) const {
        return name(f.group) + ": " + std::to_string(f.busy) + " of " + std::to_string(f.present) + " leaders busy";
    }
    std::string operator()(const HoldEnded& f) const {
        return number(f.agent) + " has held " + name(f.contact) + " for " + seconds(f.held);
    }
    std::string operator()(const RingBegan& f) const { return name(f.contact) + " rings at " + number(f.agent); }
    std::string operator()(const RingMissed& f) const {
        return number(f.agent) + " does not take " + name(f.contact) + " in " + seconds(f.rang);
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
    std::string operator()(const Missing& f) const {
        constexpr const char* kCauses[kAbsenceCauses] = {"leave", "sickness", "lateness"};
        return number(f.agent) + " of " + name(f.group) + (f.ended ? " is missing no longer: " : " is missing: ") +
               kCauses[static_cast<std::size_t>(f.cause)];
    }
    std::string operator()(const StaysOn& f) const {
        return number(f.agent) + " of " + name(f.group) + (f.ended ? " stays no longer: " : " stays: ") +
               (f.reason == StayReason::handover ? "handover" : "overtime");
    }
    std::string operator()(const DecisionApplied& f) const {
        return "decision " + std::to_string(f.decision) + (f.ended ? " ends" : " begins");
    }
    std::string operator()(const EnteredIvr& f) const { return name(f.contact) + " hears " + flow(f.flow).id; }
    std::string operator()(const EnteredNode& f) const {
        return name(f.contact) + " at " + flow(f.flow).nodes[index(f.node)].id;
    }
    std::string operator()(const LeftIvr& f) const {
        constexpr const char* kOutcomes[] = {"contained", "gave up", "not served", "wants "};
        std::string text = name(f.contact) + " " + kOutcomes[static_cast<std::size_t>(f.outcome)];
        if (f.outcome == IvrOutcome::wants_agent) text += type(f.contact.call_type);
        return text + " after " + seconds(f.spent) + " in " + flow(f.flow).id;
    }
    std::string operator()(const WaitEstimated& f) const {
        std::string text = name(f.contact) + " may wait";
        for (const Duration one : f.estimates) text.append(" ").append(seconds(one));
        return text;
    }
    std::string operator()(const StepTaken& f) const {
        return name(f.contact) + (f.taken ? " step " : " no step ") + std::to_string(f.step);
    }
    std::string operator()(const WorkDone& f) const {
        return name(f.contact) + " done after " + seconds(f.elapsed) + (f.in_due ? "" : ", late");
    }
    std::string operator()(const Interrupted& f) const {
        return number(f.agent) + " leaves " + name(f.contact) + " after " + seconds(f.worked);
    }
    std::string operator()(const Transferred& f) const {
        return name(f.contact) + (f.is_return ? " goes back to " : " goes on to ") + type(f.contact.call_type);
    }
    std::string operator()(const CallbackOffered& f) const {
        return name(f.contact) + (f.accepted ? " accepts" : " declines") + " a callback";
    }
    std::string operator()(const CallbackKept& f) const {
        constexpr const char* kReasons[] = {"", " missed,", " on paper,"};
        return name(f.contact) + kReasons[static_cast<std::size_t>(f.reason)] + " will be called";
    }
    std::string operator()(const CalledBack& f) const {
        return number(f.agent) + (f.reached ? " reaches " : " does not reach ") + name(f.contact) + " after " +
               seconds(f.waited);
    }
    std::string operator()(const Abused& f) const {
        return name(f.contact) + " abuses " + number(f.agent) + (f.ended ? " and is ended" : "");
    }
    std::string operator()(const CallbackMissed& f) const { return name(f.contact) + " is not called any more"; }
    std::string operator()(const WillCallAgain& f) const {
        return name(f.contact) + " will call again at " + clock(f.then);
    }
    std::string operator()(const Dialled& f) const {
        const std::string who = scenario.campaigns[index(f.campaign)].id + std::to_string(f.customer.number);
        if (f.outcome == DialOutcome::no_answer) return who + " does not answer";
        return who + (f.right_party ? " answers" : " is somebody else");
    }
    std::string operator()(const PersonLeft& f) const {
        return number(f.agent) + " of " + name(f.group) + ": person " + std::to_string(f.person) + " leaves";
    }
    std::string operator()(const PersonJoined& f) const {
        return number(f.agent) + " of " + name(f.group) + ": person " + std::to_string(f.person) + " comes";
    }
    std::string operator()(const TraineesChanged& f) const {
        return name(f.group) + ": " + std::to_string(f.people) + " in lessons";
    }

    std::string operator()(const OutcomeKnown& f) const {
        std::string text = name(f.contact) + (f.outcome.solved ? " solved" : " unsolved");
        for (std::size_t kind = 0; kind < kDefectKinds; ++kind) {
            if (f.outcome.defects[kind])
                text.append(", ").append(name_of(static_cast<DefectKind>(kind))).append(" defect");
        }
        if (f.outcome.complains) text += ", complains";
        return text;
    }
    std::string operator()(const Monitored& f) const {
        return name(f.contact) + (f.taken ? " judged by " + std::to_string(f.monitor) : " not judged") + " with " +
               number(f.agent);
    }

    std::string server(ServerId id) const { return scenario.infrastructure.servers[index(id)].id; }
    std::string operator()(const LookedUp& f) const {
        constexpr const char* kEnds[] = {"has answered", "has failed", "is given up by"};
        const std::string who = f.by == LookUpBy::ivr ? "ivr" : number(f.agent);
        return server(f.server) + " " + kEnds[static_cast<std::size_t>(f.end)] + " " + who + " for " + name(f.contact) +
               " after " + seconds(f.took) + (f.tries > 1 ? ", try " + std::to_string(f.tries) : "");
    }
    std::string operator()(const ServerLoad& f) const { return server(f.server) + ": " + std::to_string(f.present); }
    std::string operator()(const MachineChanged& f) const {
        const Infrastructure& all = scenario.infrastructure;
        const std::string& which = f.kind == MachineKind::server ? all.servers[f.machine].id
                                   : f.kind == MachineKind::link ? all.links[f.machine].id
                                                                 : all.sites[f.machine].id;
        char speed[32];
        std::snprintf(speed, sizeof speed, " at %g", f.speed);
        return which + speed;
    }
    std::string operator()(const WentToPaper& f) const {
        return number(f.agent) + " serves " + name(f.contact) + " on paper, without " + server(f.server);
    }
    std::string operator()(const EnteredFromPaper& f) const {
        return number(f.agent) + " has entered from paper in " + seconds(f.entry);
    }
    std::string operator()(const CallDropped& f) const { return number(f.agent) + " loses " + name(f.contact); }

private:
    const IvrFlow& flow(FlowId id) const { return scenario.flows[index(id)]; }

    const Scenario& scenario;
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
    model::Engine<FactList> engine{model::prepare(scenario, steady_room()), seed, replication};
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

std::string answer_order(const Scenario& scenario) {
    std::string names;
    for (const Fact& fact : facts_of(scenario)) {
        const auto* answered = std::get_if<Answered>(&fact);
        if (answered == nullptr || !answered->queued) continue;
        if (!names.empty()) names.append(" ");
        names.append(Teller{scenario}.name(answered->contact));
    }
    return names;
}

Lines journey_story(const Scenario& scenario) {
    return told(scenario, [](const Fact& fact) {
        return !is_one_of<DayOpened, IntervalBegan, Offered, AgentChanged, DutyChanged, DecisionApplied>(fact);
    });
}

Lines staff_story(const Scenario& scenario) {
    return told(scenario, [](const Fact& fact) {
        if (const auto* change = std::get_if<AgentChanged>(&fact)) {
            return change->from == AgentState::signed_out || change->to == AgentState::signed_out;
        }
        return is_one_of<DutyChanged, DecisionApplied, PersonLeft, PersonJoined, TraineesChanged>(fact);
    });
}

}  // namespace floorwalker::support
