#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <type_traits>

#include <floorwalker/facts.hpp>

/// One number that stands for every fact of a run in order. Equal digests: equal runs.
namespace floorwalker::measure {

class Digest {
public:
    std::uint64_t value() const { return value_; }

    void operator()(const DayOpened& fact) { add(1, fact.at, fact.day); }
    void operator()(const IntervalBegan& fact) { add(2, fact.at, fact.interval); }
    void operator()(const Offered& fact) { add(3, fact.at, word(fact.contact)); }
    void operator()(const Blocked& fact) { add(4, fact.at, word(fact.contact)); }
    void operator()(const Queued& fact) { add(5, fact.at, word(fact.contact)); }
    void operator()(const Abandoned& fact) { add(6, fact.at, word(fact.contact)); }
    void operator()(const Dismissed& fact) { add(7, fact.at, word(fact.contact)); }
    void operator()(const Answered& fact) { add(8, fact.at, word(fact.contact) ^ std::rotl(word(fact.agent), 40)); }
    void operator()(const TalkEnded& fact) { add(9, fact.at, word(fact.agent)); }
    void operator()(const WrapUpEnded& fact) { add(10, fact.at, word(fact.agent)); }
    void operator()(const AgentChanged& fact) { add(11 + word(fact.to), fact.at, word(fact.agent)); }
    void operator()(const DutyChanged& fact) {
        add(32, fact.at, word(fact.group) << 32U ^ static_cast<std::uint64_t>(fact.agents));
    }
    void operator()(const DecisionApplied& fact) { add(33, fact.at, fact.decision * 2ULL + (fact.ended ? 1 : 0)); }

    void operator()(const EnteredIvr& fact) { add(40, fact.at, word(fact.contact) ^ turned(fact.flow)); }
    void operator()(const EnteredNode& fact) {
        add(41, fact.at, word(fact.contact) ^ turned(word(fact.flow) << 16U | word(fact.node)));
    }
    void operator()(const LeftIvr& fact) {
        add(42, fact.at, journey(fact.contact) ^ turned(word(fact.flow) << 8U | word(fact.outcome)));
    }
    void operator()(const WaitEstimated& fact) {
        std::uint64_t all = 0;
        for (const Duration estimate : fact.estimates) all = all * kMultiplier + word(estimate.count());
        add(43, fact.at, word(fact.contact) ^ all);
    }
    void operator()(const StepTaken& fact) {
        add(44, fact.at, word(fact.contact) ^ turned(fact.step * 2ULL + (fact.taken ? 1 : 0)));
    }
    void operator()(const WorkDone& fact) {
        add(45, fact.at, journey(fact.contact) ^ turned(word(fact.elapsed.count()) * 2 + (fact.in_due ? 1 : 0)));
    }
    void operator()(const Interrupted& fact) {
        add(46, fact.at, journey(fact.contact) ^ turned(word(fact.agent)) ^ word(fact.worked.count()));
    }
    void operator()(const Transferred& fact) {
        const std::uint64_t how = word(fact.kind) << 2U | (fact.is_escalation ? 2U : 0U) | (fact.is_return ? 1U : 0U);
        add(47, fact.at, journey(fact.contact) ^ turned(word(fact.agent) << 8U | how) ^ word(fact.from) << 16U);
    }
    void operator()(const CallbackOffered& fact) {
        add(48, fact.at, journey(fact.contact) ^ turned(fact.accepted ? 1 : 0));
    }
    void operator()(const CallbackKept& fact) { add(49, fact.at, journey(fact.contact) ^ turned(fact.reason)); }
    void operator()(const CalledBack& fact) {
        add(50, fact.at, journey(fact.contact) ^ turned(word(fact.agent) * 2 + (fact.reached ? 1 : 0)));
    }
    void operator()(const Abused& fact) {
        add(72, fact.at, journey(fact.contact) ^ turned(word(fact.agent) * 2 + (fact.ended ? 1 : 0)));
    }
    void operator()(const CallbackMissed& fact) { add(51, fact.at, journey(fact.contact)); }
    void operator()(const WillCallAgain& fact) {
        const auto then = word(fact.then.time_since_epoch().count());
        add(52, fact.at, journey(fact.contact) ^ turned(then) ^ word(fact.reason));
    }
    void operator()(const Dialled& fact) {
        const std::uint64_t what = word(fact.outcome) << 1U | (fact.right_party ? 1U : 0U);
        add(53, fact.at, word(fact.customer) ^ turned(word(fact.agent) << 2U | what) ^ word(fact.campaign) << 16U);
    }

    void operator()(const Missing& fact) {
        add(70, fact.at, word(fact.agent) << 8U | word(fact.cause) << 1U | (fact.ended ? 1U : 0U));
    }
    void operator()(const StaysOn& fact) {
        add(71, fact.at, word(fact.agent) << 8U | word(fact.reason) << 1U | (fact.ended ? 1U : 0U));
    }
    void operator()(const OutcomeKnown& fact) {
        const Outcome& o = fact.outcome;
        const std::uint64_t bits = word(o.solved) | word(o.defects[0]) << 1U | word(o.defects[1]) << 2U |
                                   word(o.defects[2]) << 3U | word(o.complains) << 4U | word(o.praises) << 5U |
                                   word(o.satisfaction) << 6U | word(o.survey_score) << 9U;
        add(60, fact.at, journey(fact.contact) ^ turned(word(fact.agent) << 12U | bits));
    }
    void operator()(const Monitored& fact) {
        const auto points = word(std::llround(fact.score * 1000.0)) << 1U | (fact.taken ? 1U : 0U);
        add(61, fact.at, journey(fact.contact) ^ turned(word(fact.agent)) ^ turned(points) * kMultiplier);
    }
    void operator()(const RingBegan& fact) {
        add(54, fact.at, journey(fact.contact) ^ turned(word(fact.agent) * 2 + (fact.queued ? 1 : 0)));
    }
    void operator()(const RingMissed& fact) { add(55, fact.at, journey(fact.contact) ^ turned(word(fact.agent))); }
    void operator()(const HoldEnded& fact) {
        const auto lengths = word(fact.held.count()) ^ word(fact.silence.count()) << 32U;
        add(56, fact.at, journey(fact.contact) ^ turned(word(fact.agent)) ^ turned(lengths) * kMultiplier);
    }
    void operator()(const LoadFelt& fact) {
        // Rounded: nothing that follows is finer.
        const auto felt = turned(word(std::llround(fact.fatigue * 1e9)) * kMultiplier);
        add(58, fact.at, word(fact.agent) ^ felt ^ word(std::llround(fact.stress * 1e9)));
    }
    void operator()(const LeadersChanged& fact) {
        add(59, fact.at, word(fact.group) ^ turned(word(fact.present) << 32U | word(fact.busy)));
    }
    void operator()(const PersonLeft& fact) {
        add(73, fact.at, word(fact.agent) << 32U ^ word(fact.person) ^ turned(fact.group));
    }
    void operator()(const PersonJoined& fact) {
        add(74, fact.at, word(fact.agent) << 32U ^ word(fact.person) ^ turned(fact.group));
    }
    void operator()(const TraineesChanged& fact) { add(75, fact.at, word(fact.group) << 32U ^ word(fact.people)); }

    void operator()(const LookedUp& fact) {
        const std::uint64_t how = word(fact.server) << 16U | word(fact.by) << 12U | word(fact.when) << 10U |
                                  word(fact.end) << 8U | word(fact.tries);
        add(76, fact.at, journey(fact.contact) ^ turned(word(fact.agent) << 8U) ^ turned(how) * kMultiplier);
    }
    void operator()(const ServerLoad& fact) { add(77, fact.at, word(fact.server) << 32U ^ word(fact.present)); }
    void operator()(const MachineChanged& fact) {
        const auto speed = turned(word(std::llround(fact.speed * 1e6)));
        add(78, fact.at, speed ^ word(fact.kind) << 16U ^ word(fact.machine));
    }
    void operator()(const WentToPaper& fact) {
        add(79, fact.at, journey(fact.contact) ^ turned(word(fact.agent) << 16U | word(fact.server)));
    }
    void operator()(const EnteredFromPaper& fact) { add(80, fact.at, word(fact.agent) ^ turned(fact.entry.count())); }
    void operator()(const CallDropped& fact) { add(81, fact.at, journey(fact.contact) ^ turned(word(fact.agent))); }

    /// Appends another digest: that of the next replication.
    void append(std::uint64_t other) { value_ = value_ * kMultiplier + mixed(other); }

private:
    // Odd constants without pattern: the fractions of the golden ratio and of √3, √5, as in many integer hashes.
    static constexpr std::uint64_t kMultiplier = 0x9E37'79B9'7F4A'7C15;
    static constexpr std::uint64_t kTime = 0xBB67'AE85'84CA'A73B;
    static constexpr std::uint64_t kSubject = 0x3C6E'F372'FE94'F82B;

    template <class T>
    static std::uint64_t word(T value) {
        return static_cast<std::uint64_t>(value);
    }
    static std::uint64_t word(const ContactRef& contact) {
        return word(contact.customer.number) | word(contact.customer.source) << 32U | word(contact.tier) << 48U;
    }
    static std::uint64_t word(const Customer& customer) {
        return word(customer.number) | word(customer.source) << 32U | word(customer.day) << 48U;
    }
    /// A contact with what it has become on its way.
    static std::uint64_t journey(const ContactRef& contact) {
        return word(contact) * kMultiplier ^
               (word(contact.call_type) | word(contact.attempt) << 16U | word(contact.leg) << 24U);
    }
    /// Keeps a second subject apart from the first.
    template <class T>
    static std::uint64_t turned(T value) {
        return std::rotl(word(value), 40) * kSubject;
    }
    static std::uint64_t mixed(std::uint64_t bits) { return bits ^ bits >> 29U; }

    // Only one multiplication and one addition wait for the fact before; the mixing of this one can overlap.
    void add(std::uint64_t kind, TimePoint at, std::uint64_t subject) {
        const auto time = static_cast<std::uint64_t>(at.time_since_epoch().count());
        value_ = value_ * kMultiplier + mixed((time * 64 + kind) * kTime ^ subject * kSubject);
    }

    std::uint64_t value_ = kMultiplier;
};

}  // namespace floorwalker::measure
