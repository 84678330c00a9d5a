#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/kernel/stream.hpp"
#include "sim/model/model.hpp"
#include "tests/support/roster.hpp"

/// An observer that keeps a centre of its own from the facts alone and notes whatever the rules do not allow.
namespace floorwalker::support {

class Inspector {
public:
    Inspector(const Scenario& scenario, std::shared_ptr<const model::Model> model, kernel::StreamKey key);

    void operator()(const DayOpened& fact);
    void operator()(const IntervalBegan& fact);
    void operator()(const Offered& fact);
    void operator()(const Blocked& fact);
    void operator()(const Queued& fact);
    void operator()(const Abandoned& fact);
    void operator()(const Dismissed& fact);
    void operator()(const Answered& fact);
    void operator()(const TalkEnded& fact);
    void operator()(const WrapUpEnded& fact);
    void operator()(const AgentChanged& fact);
    void operator()(const DutyChanged& fact);
    void operator()(const Missing&) { check(false, "somebody misses a shift"); }
    void operator()(const StaysOn&) { check(false, "somebody stays on"); }
    void operator()(const DecisionApplied& fact);

    /// The scenarios that it inspects are plain: nothing else may be stated.
    template <class OtherFact>
    void operator()(const OtherFact&) {
        check(false, "a fact that no plain scenario can state");
    }

    /// To be called after each event.
    void check_between_events();
    void check_at_the_end();

    std::int64_t waiting() const { return waiting_; }
    std::int64_t in_centre() const { return offered_ - abandoned_ - dismissed_ - talks_ended_; }
    std::uint64_t contacts() const { return static_cast<std::uint64_t>(offered_); }

    /// What was not allowed, the first few.
    const std::vector<std::string>& violations() const { return violations_; }

private:
    enum class Place : std::uint8_t { gone, arrived, waiting, talking };
    struct Contact {
        Place place = Place::gone;
        ContactRef ref;
        TimePoint arrived{};
        std::optional<Duration> patience;  // of one who waits
    };
    struct Agent {
        AgentState state = AgentState::signed_out;
        GroupId group{};
        std::optional<ContactRef> talking;  // with whom
        std::optional<ContactRef> to_wrap_up;
        TimePoint since{};
        std::uint64_t idle_order = 0;
    };
    struct GroupNow {
        std::int64_t absent = 0;
        std::int64_t extra = 0;
        std::int64_t paid = 0;
        std::vector<CallTypeId> kept_off;  // by decisions, each once
        std::vector<std::size_t> hired;    // in order
    };

    void check(bool holds, const std::string& rule) const;
    void advance(TimePoint at);
    Contact& contact(const ContactRef& ref, Place expected, const std::string& doing);
    Agent& agent(AgentId id, GroupId group);

    const Skills& skills_of(std::size_t agent) const;
    /// Whether the agent may take the contact: skill, and a group that the call type allows.
    bool can_take(std::size_t agent, CallTypeId type) const;
    /// Place of the agent's group in the call type's order of preference; none: not allowed.
    std::optional<std::size_t> preference(GroupId group, CallTypeId type) const;
    std::optional<std::size_t> agent_by_rule(CallTypeId type) const;
    void check_choice_of_contact(const Answered& fact) const;
    void check_handling(const ContactRef& contact, AgentId agent, Duration took, double need_s,
                        const std::string& what);
    void leave_queue(const ContactRef& ref);

    void check_staffing();
    void hire(GroupId group);
    bool is_on_duty(std::size_t agent) const;
    std::int64_t planned(GroupId group) const;

    const Scenario& scenario_;
    std::shared_ptr<const model::Model> model_;
    kernel::StreamKey key_;
    Roster roster_;

    TimePoint now_{};
    std::uint32_t day_ = 0;
    std::size_t interval_;
    bool has_opened_ = false;
    bool is_open_ = false;
    bool has_just_closed_ = false;
    std::optional<TimePoint> draining_since_;

    std::vector<Contact> contacts_;
    std::vector<std::deque<std::size_t>> lanes_;  // by call type and tier: waiting contacts in order
    std::vector<std::int64_t> waiting_of_type_;
    std::int64_t waiting_ = 0;
    std::int64_t offered_ = 0;
    std::int64_t answered_ = 0;
    std::int64_t abandoned_ = 0;
    std::int64_t dismissed_ = 0;
    std::int64_t talks_ended_ = 0;
    std::map<Customer, int> seen_;

    std::vector<Agent> agents_;
    std::vector<GroupNow> groups_;
    std::uint64_t idle_counter_ = 0;

    mutable std::vector<std::string> violations_;  // noted by checks that change nothing else
};

}  // namespace floorwalker::support
