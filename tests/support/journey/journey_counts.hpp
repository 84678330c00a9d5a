#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

namespace floorwalker::support {

/// What became of one leg of a contact's way: all that happened between it and one agent.
struct LegCounts {
    bool is_first = true;
    bool is_outbound = false;
    bool is_measured = true;        // it came after the warm-up
    CallTypeId type = kNoCallType;  // that it asked for; none when it never did
    TierId tier{};
    GroupId group{};  // that answered or called back
    bool is_again = false;
    bool is_return = false;  // to its first agent
    double offered = 0, blocked = 0, answered = 0, queued = 0, abandoned = 0, left_at_once = 0, dismissed = 0;
    double entered_ivr = 0, contained = 0, left_ivr = 0, ivr_s = 0;
    double wait_answered_s = 0, wait_lost_s = 0, talk_s = 0, wrap_up_s = 0;
    double transferred = 0, escalated = 0, returned = 0, repeats = 0;
    double offered_callback = 0, kept = 0, reached = 0, missed = 0, callback_wait_s = 0;
    double done = 0, in_due = 0, elapsed_s = 0, interrupted = 0;
    double outcomes = 0, solved = 0, complaints = 0, surveyed = 0, satisfied = 0, score = 0, mistakes = 0;
    double judged = 0, not_judged = 0, points = 0;
    double wait_unqueued_s = 0, rang_s = 0, hold_s = 0;
    double abused = 0, ended_by_agent = 0;
    double system_wait_s = 0, on_paper = 0, dropped = 0;
};

/// Counts the contacts of a run the slow way, from all its facts and leg by leg, and says what the KPIs should be.
class JourneyCounts {
public:
    explicit JourneyCounts(const Scenario& scenario) : scenario_{scenario} {}

    void operator()(const Fact& fact) { std::visit(*this, fact); }

    void operator()(const Offered& fact);
    void operator()(const Blocked& fact);
    void operator()(const EnteredIvr& fact);
    void operator()(const LeftIvr& fact);
    void operator()(const Abandoned& fact);
    void operator()(const Dismissed& fact);
    void operator()(const Answered& fact);
    void operator()(const TalkEnded& fact) { leg(fact.contact).talk_s += to_seconds(fact.talk); }
    void operator()(const WrapUpEnded& fact) { leg(fact.contact).wrap_up_s += to_seconds(fact.wrap_up); }
    void operator()(const HoldEnded& fact) { leg(fact.contact).hold_s += to_seconds(fact.held); }
    void operator()(const LookedUp& fact) {
        if (fact.by == LookUpBy::agent) leg(fact.contact).system_wait_s += to_seconds(fact.took);
    }
    void operator()(const WentToPaper& fact) { ++leg(fact.contact).on_paper; }
    void operator()(const CallDropped& fact) { ++leg(fact.contact).dropped; }
    void operator()(const WorkDone& fact);
    void operator()(const Interrupted& fact);
    void operator()(const Transferred& fact);
    void operator()(const CallbackOffered& fact) { ++leg(fact.contact).offered_callback; }
    void operator()(const CallbackKept& fact) { ++leg(fact.contact).kept; }
    void operator()(const CalledBack& fact);
    void operator()(const Abused& fact) {
        ++leg(fact.contact).abused;
        if (fact.ended) ++leg(fact.contact).ended_by_agent;
    }
    void operator()(const CallbackMissed& fact) { ++leg(fact.contact).missed; }
    void operator()(const WillCallAgain& fact);
    void operator()(const OutcomeKnown& fact);
    void operator()(const Monitored& fact);
    void operator()(const DayOpened& fact);
    void operator()(const AgentChanged& fact);

    template <class OtherFact>
    void operator()(const OtherFact&) {}

    /// What `result`, which must be of the same run, says otherwise; the first. Empty: nothing.
    std::string difference(const RunResult& result) const;

private:
    using Key = std::tuple<Customer, std::uint8_t, std::uint8_t>;  // customer, attempt, leg

    struct AgentTimes {
        AgentState state = AgentState::signed_out;
        TimePoint since{};
        double available_s = 0, handling_s = 0;
    };

    LegCounts& leg(const ContactRef& ref) { return legs_[Key{ref.customer, ref.attempt, ref.leg}]; }
    LegCounts& begin(const ContactRef& ref);

    const Scenario& scenario_;
    std::map<Key, LegCounts> legs_;
    std::map<AgentId, AgentTimes> agents_;
};

}  // namespace floorwalker::support
