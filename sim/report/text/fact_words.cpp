#include "sim/report/text/fact_words.hpp"

#include <fmt/format.h>

#include "sim/report/clock.hpp"
#include "sim/report/text/numbers.hpp"

namespace floorwalker::report {
namespace {

std::string spoken(Duration length) { return duration(to_seconds(length)); }

/// "on day 2 at 09:05", counted from 1.
std::string moment(TimePoint at) {
    const auto since = at.time_since_epoch();
    return fmt::format("on day {} at {}", since / kDay + 1,
                       clock(std::chrono::floor<std::chrono::seconds>(since % kDay)));
}

class Words {
public:
    explicit Words(const Scenario& scenario) : scenario_{scenario}, names_{scenario} {}

    std::string operator()(const Offered& f) const {
        const std::string again =
            f.contact.attempt > 0 ? fmt::format("calls again, try {}", f.contact.attempt + 1) : "";
        const std::string what = f.contact.call_type == kNoCallType ? "comes" : "comes for " + type(f.contact);
        return fmt::format("{}, tier {}", again.empty() ? what : again + ": " + what, names_.tier(f.contact.tier));
    }
    std::string operator()(const Blocked& f) const {
        constexpr std::array kReasons{"no line is free", "no IVR port is free", "no place in the queue is free",
                                      "the queue is closed, the expected wait is too long"};
        return fmt::format("is blocked: {}", kReasons[static_cast<std::size_t>(f.reason)]);
    }
    std::string operator()(const EnteredIvr& f) const { return "hears the IVR, flow " + names_.flow(f.flow).id; }
    std::string operator()(const EnteredNode& f) const {
        return "  at node " + names_.flow(f.flow).nodes[index(f.node)].id;
    }
    std::string operator()(const LeftIvr& f) const {
        const std::string after = " after " + spoken(f.spent) + " in the IVR";
        switch (f.outcome) {
        case IvrOutcome::contained: return "is served by the machine and leaves" + after;
        case IvrOutcome::gave_up: return "hangs up" + after;
        case IvrOutcome::not_served: return "is not served and leaves" + after;
        case IvrOutcome::wants_agent: return "wants an agent for " + type(f.contact) + after;
        }
        return {};
    }
    std::string operator()(const WaitEstimated& f) const {
        const auto& expected = scenario_.call_types[index(f.contact.call_type)].expected;
        const auto own = static_cast<std::size_t>(expected ? expected->estimator : WaitEstimator::queue_length);
        return fmt::format("the wait expected is {} ({}){}", spoken(f.estimates[own]),
                           name_of(static_cast<WaitEstimator>(own)),
                           expected && expected->announced ? ", and it is told" : "");
    }
    std::string operator()(const Queued& f) const {
        return f.patience == kForever ? "waits" : "waits; is ready to for " + spoken(f.patience);
    }
    std::string operator()(const StepTaken& f) const {
        return fmt::format("step {}{}", f.step + 1,
                           f.taken ? ": " + step(f) : " is left out: its conditions do not hold");
    }
    std::string operator()(const Abandoned& f) const {
        if (!f.queued && f.waited > Duration{0}) return "hangs up after " + spoken(f.waited) + ", while it rings";
        return f.queued ? "gives up after " + spoken(f.waited) : "hangs up at once, rather than wait";
    }
    std::string operator()(const Dismissed& f) const { return "is sent away after " + spoken(f.waited); }
    std::string operator()(const Answered& f) const {
        return fmt::format("answered by agent {} of {}{}", index(f.agent), names_.group(f.group),
                           f.queued || f.waited > Duration{0} ? " after " + spoken(f.waited) : " at once");
    }
    std::string operator()(const RingBegan& f) const {
        return fmt::format("rings at agent {} of {}", index(f.agent), names_.group(f.group));
    }
    std::string operator()(const RingMissed& f) const {
        return fmt::format("agent {} does not take it; it has rung for {}", index(f.agent), spoken(f.rang));
    }
    std::string operator()(const TalkEnded& f) const {
        return fmt::format("{} after {} with agent {}", f.leaves ? "leaves" : "goes on", spoken(f.talk),
                           index(f.agent));
    }
    std::string operator()(const WrapUpEnded& f) const {
        return fmt::format("agent {} has wrapped up, {}", index(f.agent), spoken(f.wrap_up));
    }
    std::string operator()(const WorkDone& f) const {
        return fmt::format("done {} after it came{}", spoken(f.elapsed), f.in_due ? "" : ", too late");
    }
    std::string operator()(const Interrupted& f) const {
        return fmt::format("agent {} leaves it for a call after {} and puts it back", index(f.agent), spoken(f.worked));
    }
    std::string operator()(const Transferred& f) const {
        constexpr std::array kKinds{"cold", "warm", "in conference"};
        if (f.is_return) return "goes back to its first agent, as " + type(f.contact);
        return fmt::format("is {} to {} by agent {}, {}", f.is_escalation ? "escalated" : "transferred",
                           type(f.contact), index(f.agent), kKinds[static_cast<std::size_t>(f.kind)]);
    }
    std::string operator()(const CallbackOffered& f) const {
        return std::string{"is offered a callback and "} + (f.accepted ? "accepts" : "rather waits");
    }
    std::string operator()(const CallbackKept& f) const {
        constexpr std::array kReasons{"hangs up and will be called back", "is on the list of missed calls",
                                      "hangs up; the request is on paper"};
        return kReasons[static_cast<std::size_t>(f.reason)];
    }
    std::string operator()(const CalledBack& f) const {
        return fmt::format("agent {} of {} calls back, {} after the promise: {}", index(f.agent), names_.group(f.group),
                           spoken(f.waited), f.reached ? "reached" : "nobody answers");
    }
    std::string operator()(const Abused& f) const {
        return std::string{"is abusive"} + (f.ended ? "; the agent will end the talk after fair warning" : "");
    }
    std::string operator()(const CallbackMissed&) const { return "is not called any more"; }
    std::string operator()(const WillCallAgain& f) const {
        constexpr std::array kReasons{"was blocked", "got nobody", "has no solution", "was cut off"};
        return fmt::format("{} and will call again {}", kReasons[static_cast<std::size_t>(f.reason)], moment(f.then));
    }
    std::string operator()(const Dialled& f) const {
        const std::string who = "is dialled by campaign " + scenario_.campaigns[index(f.campaign)].id;
        if (f.outcome == DialOutcome::no_answer) return who + ": no answer";
        return who + (f.right_party ? ": answers" : ": somebody else answers");
    }

    std::string operator()(const OutcomeKnown& f) const {
        const Outcome& outcome = f.outcome;
        std::string text = outcome.solved ? "is solved" : "is not solved";
        for (std::size_t kind = 0; kind < kDefectKinds; ++kind) {
            if (outcome.defects[kind]) text += fmt::format(", a defect of {}", name_of(static_cast<DefectKind>(kind)));
        }
        text += fmt::format("; satisfaction {}", outcome.satisfaction);
        if (outcome.survey_score > 0) text += ", as the survey hears";
        if (outcome.complains) text += "; complains";
        if (outcome.praises) text += "; writes thanks";
        return text;
    }
    std::string operator()(const Monitored& f) const {
        if (!f.taken) return fmt::format("was to be judged with agent {}; no monitor has time", index(f.agent));
        return fmt::format("monitor {} gives agent {} {:.0f} points for it; {:.0f} would be right", f.monitor + 1,
                           index(f.agent), f.score, f.quality);
    }
    std::string operator()(const HoldEnded& f) const {
        return fmt::format("agent {} has looked something up, {}", index(f.agent), spoken(f.held));
    }
    std::string operator()(const LookedUp& f) const {
        const std::string who = f.by == LookUpBy::ivr ? "the IVR" : fmt::format("agent {}", index(f.agent));
        const std::string tries = f.tries > 1 ? fmt::format(" and {} tries", f.tries) : "";
        const std::string after = response(to_seconds(f.took)) + tries;
        const std::string& server = scenario_.infrastructure.servers[index(f.server)].id;
        switch (f.end) {
        case LookUpEnd::answered: return fmt::format("{}'s look-up at {} is answered after {}", who, server, after);
        case LookUpEnd::failed: return fmt::format("{}'s look-up at {} has failed after {}", who, server, after);
        case LookUpEnd::given_up: return fmt::format("{}'s look-up at {} is given up after {}", who, server, after);
        }
        return {};
    }
    std::string operator()(const WentToPaper& f) const {
        return fmt::format("agent {} goes on with it on paper, without {}", index(f.agent),
                           scenario_.infrastructure.servers[index(f.server)].id);
    }
    std::string operator()(const CallDropped& f) const {
        return fmt::format("is cut off: the site of agent {} is lost", index(f.agent));
    }

    /// Facts of no customer.
    template <class OtherFact>
    std::string operator()(const OtherFact&) const {
        return {};
    }

private:
    std::string type(const ContactRef& contact) const { return names_.call_type(contact.call_type); }

    std::string step(const StepTaken& f) const {
        const auto& what = scenario_.call_types[index(f.contact.call_type)].steps[f.step].what;
        if (const auto* open = std::get_if<OpenGroups>(&what)) {
            std::string groups;
            for (const GroupId group : open->groups) groups += (groups.empty() ? "" : ", ") + names_.group(group);
            return "may be served by " + groups + " too";
        }
        if (const auto* priority = std::get_if<ChangePriority>(&what))
            return fmt::format("its priority changes by {:+}", priority->by);
        if (std::holds_alternative<Announce>(what)) return "hears an announcement";
        return std::holds_alternative<OfferCallback>(what) ? "a callback is due" : "the queue is closed to it";
    }

    const Scenario& scenario_;
    Names names_;
};

}  // namespace

std::string Names::call_type(CallTypeId id) const {
    return id == kNoCallType ? "not told yet" : scenario_.call_types[index(id)].id;
}

std::string Names::tier(TierId id) const {
    return index(id) < scenario_.tiers.size() ? scenario_.tiers[index(id)].id : "standard";
}

std::string Names::group(GroupId id) const { return scenario_.groups[index(id)].id; }

std::string Names::source(SourceId id) const {
    const std::size_t place = place_in_kind(id);
    switch (kind_of(id)) {
    case SourceKind::call_type: return scenario_.call_types[place].id;
    case SourceKind::number: return scenario_.numbers[place].id;
    case SourceKind::campaign: return scenario_.campaigns[place].id;
    case SourceKind::decision: break;
    }
    return fmt::format("decision-{}", place + 1);
}

std::string Names::customer(const Customer& customer) const {
    return fmt::format("{}/{}/{}", source(customer.source), customer.day + 1, customer.number);
}

std::string words(const Scenario& scenario, const Fact& fact) { return std::visit(Words{scenario}, fact); }

std::string_view kind_of(const Fact& fact) {
    constexpr std::array<std::string_view, std::variant_size_v<Fact>> kKinds{
        "day_opened",      "interval_began",   "offered",          "blocked",       "queued",
        "abandoned",       "dismissed",        "answered",         "talk_ended",    "wrap_up_ended",
        "agent_changed",   "duty_changed",     "decision_applied", "entered_ivr",   "entered_node",
        "left_ivr",        "wait_estimated",   "step_taken",       "work_done",     "interrupted",
        "transferred",     "callback_offered", "callback_kept",    "called_back",   "callback_missed",
        "will_call_again", "dialled",          "missing",          "stays_on",      "outcome_known",
        "monitored",       "ring_began",       "ring_missed",      "abused",        "person_left",
        "person_joined",   "trainees_changed", "hold_ended",       "load_felt",     "leaders_changed",
        "looked_up",       "server_load",      "machine_changed",  "went_to_paper", "entered_from_paper",
        "call_dropped"};
    return kKinds[fact.index()];
}

}  // namespace floorwalker::report
