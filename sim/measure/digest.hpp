#pragma once

#include <bit>
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
        return word(contact.customer.number) | word(contact.customer.call_type) << 32U | word(contact.tier) << 48U;
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
