#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/kernel/stream.hpp"
#include "sim/model/model.hpp"
#include "tests/support/journey/calendar.hpp"
#include "tests/support/journey/contact_now.hpp"
#include "tests/support/journey/load_watch.hpp"
#include "tests/support/roster.hpp"

namespace floorwalker::support {

/// An observer that keeps a centre of its own from the facts alone, whatever the scenario uses, and notes what the
/// rules do not allow. Model and key are for what customers bring along.
class JourneyInspector {
public:
    JourneyInspector(const Scenario& scenario, std::shared_ptr<const model::Model> model, kernel::StreamKey key);

    // journey_people.cpp: the calendar and who is there.
    void operator()(const DayOpened& fact);
    void operator()(const IntervalBegan& fact);
    void operator()(const DutyChanged& fact);
    void operator()(const Missing& fact);
    void operator()(const StaysOn& fact);
    void operator()(const DecisionApplied& fact);
    void operator()(const AgentChanged& fact);
    // journey_arrivals.cpp: coming, the IVR, calling again.
    void operator()(const Offered& fact);
    void operator()(const Blocked& fact);
    void operator()(const EnteredIvr& fact);
    void operator()(const EnteredNode& fact);
    void operator()(const LeftIvr& fact);
    void operator()(const WillCallAgain& fact);
    void operator()(const Dialled& fact);
    void operator()(const PersonLeft& fact);
    void operator()(const PersonJoined& fact);
    void operator()(const TraineesChanged& fact);
    // journey_waits.cpp: waiting and giving up.
    void operator()(const Queued& fact);
    void operator()(const WaitEstimated& fact);
    void operator()(const StepTaken& fact);
    void operator()(const Abandoned& fact);
    void operator()(const Dismissed& fact);
    void operator()(const CallbackOffered& fact);
    void operator()(const CallbackKept& fact);
    void operator()(const CallbackMissed& fact);
    // journey_service.cpp: agents and contacts.
    void operator()(const Answered& fact);
    void operator()(const TalkEnded& fact);
    void operator()(const WrapUpEnded& fact);
    void operator()(const WorkDone& fact);
    void operator()(const Interrupted& fact);
    void operator()(const Transferred& fact);
    void operator()(const CalledBack& fact);
    void operator()(const HoldEnded& fact);
    // journey_ringing.cpp
    void operator()(const RingBegan& fact);
    void operator()(const RingMissed& fact);
    // journey_load.cpp: what customers and work do to agents.
    void operator()(const Abused& fact);
    void operator()(const LoadFelt& fact);
    void operator()(const LeadersChanged& fact);

    // journey_machines.cpp
    void operator()(const LookedUp& fact);
    void operator()(const ServerLoad& fact);
    void operator()(const MachineChanged& fact);
    void operator()(const WentToPaper& fact);
    void operator()(const EnteredFromPaper& fact);
    void operator()(const CallDropped& fact);

    // journey_outcomes.cpp: what contacts come to.
    void operator()(const OutcomeKnown& fact);
    void operator()(const Monitored& fact);

    /// To be called after each event.
    void check_between_events();
    void check_at_the_end();

    // The centre as the facts tell it.
    TimePoint now() const { return now_; }
    const std::vector<ContactNow>& contacts() const { return contacts_; }  ///< by ContactId
    const std::vector<AgentNow>& agents() const { return agents_; }
    std::int64_t inside() const { return inside_; }
    std::int64_t calls_inside() const { return calls_; }  ///< that hold a line
    std::int64_t in_ivr() const { return in_ivr_; }

    /// Requests that were written down and are not entered yet.
    std::int64_t on_paper() const { return on_paper_; }

    std::uint64_t offered() const { return offered_; }
    /// How often each kind of fact was stated, by its place in `Fact`.
    const std::array<std::uint64_t, std::variant_size_v<Fact>>& counts() const { return counts_; }
    /// What was not allowed, the first few.
    const std::vector<std::string>& violations() const { return violations_; }

private:
    /// How many contacts of a kind have come in and gone out.
    struct Flow {
        std::int64_t came = 0;
        std::int64_t answered = 0;   // and left after it
        std::int64_t abandoned = 0;  // dismissed too
        std::int64_t blocked = 0;
        std::int64_t contained = 0;
        std::int64_t left_ivr = 0;
        std::int64_t missed = 0;
        std::int64_t gone_on = 0;  // to another call type: out of the IVR, or transferred
        std::int64_t gone() const { return answered + abandoned + blocked + contained + left_ivr + missed + gone_on; }
    };
    struct GroupNow {
        std::int64_t absent = 0;
        std::int64_t extra = 0;
        std::int64_t paid = 0;
        std::int64_t systems_down = 0;
        std::int64_t lost = 0;  // decisions by which its site is
        std::int64_t missing_paid = 0;
        bool has_hired = false;
        std::int64_t in_lessons = 0;
        std::optional<std::uint32_t> last_person;  // who has come, by number
    };
    /// Since when a place is held or vacant.
    struct HeldSince {
        TimePoint at{};
        bool is_held = true;
    };
    struct RecordNow {
        std::int64_t attempts = 0;
        TimePoint last{};
        bool is_answered = false;
    };
    using Try = std::pair<Customer, std::uint8_t>;  // a customer's attempt

    template <class OneFact>
    void begin(const OneFact& fact) {
        ++counts_[Fact{fact}.index()];
        advance(fact.at);
    }
    void advance(TimePoint at);
    void check(bool holds, const char* rule) const {
        if (!holds) note(rule, {});
    }
    void check(bool holds, const char* rule, const ContactRef& about) const {
        if (!holds) note(rule, name(about));
    }
    void note(const std::string& rule, const std::string& about) const;
    std::string name(const ContactRef& contact) const;

    // Contacts.
    ContactNow& contact(const ContactRef& ref, ContactPlace expected, const char* doing);
    void enter(ContactNow& contact, const ContactRef& ref, ContactPlace place);
    void leave(ContactNow& contact, std::int64_t Flow::*by);
    void move(ContactNow& contact, ContactPlace to);
    void change_type(ContactNow& contact, const ContactRef& ref);
    Flow& flow_of(const ContactRef& ref);
    void check_arrival(const ContactRef& ref);
    void check_blocked(const Blocked& fact);
    bool is_call(const ContactRef& ref) const;
    Channel channel_of(CallTypeId type) const;
    const CallType& type_of(const ContactRef& ref) const { return scenario_.call_types[index(ref.call_type)]; }
    bool is_outbound(const Customer& customer) const;
    bool has_outcome(const ContactRef& ref) const;
    void check_solved(const OutcomeKnown& fact) const;
    void end_try(const ContactRef& ref, CallAgainReason reason);

    // Agents.
    AgentNow& agent(AgentId id, GroupId group);
    const Skills& skills_of(std::size_t agent) const;
    bool may_take(std::size_t agent, const ContactNow& contact) const;
    std::int64_t kept_free(GroupId group, const ContactNow& contact) const;
    bool is_free_for(std::size_t agent, const ContactNow& contact) const;
    bool has_window_for(std::size_t agent, const ContactNow& contact) const;
    bool may_wait_for_one(const ContactNow& contact) const;
    std::int64_t waiting_for_places(std::optional<CallTypeId> type) const;
    void check_nobody_free_for(const ContactNow& contact) const;
    void stop_ringing(ContactNow& contact, bool queued);
    bool is_handled_in(Duration length, double seconds, const AgentNow& who) const;
    void check_talk(const TalkEnded& fact, const AgentNow& who, const ContactNow& one) const;

    // People, as in plain centres; while the centre is open.
    void check_staffing() const;
    bool is_on_duty(std::size_t agent) const;
    bool was_held(std::size_t agent, TimePoint at) const;
    std::int64_t planned(GroupId group) const;
    std::int64_t wanted(GroupId group) const;

    // Machines.
    bool looks_up(const ContactRef& ref) const { return !type_of(ref).look_ups.empty(); }
    bool has_servers() const { return !scenario_.infrastructure.servers.empty(); }
    void change_site(const SiteLost& lost, std::int64_t sign);

    // Rules between events.
    void check_flows() const;
    void check_agents() const;
    void check_waits() const;

    const Scenario& scenario_;
    std::shared_ptr<const model::Model> model_;
    kernel::StreamKey key_;
    Roster roster_;
    Calendar calendar_;
    LoadWatch load_;

    TimePoint now_{};
    std::uint32_t day_ = 0;
    std::size_t interval_;
    bool has_opened_ = false;
    bool is_open_ = false;

    std::vector<ContactNow> contacts_;
    std::set<std::size_t> present_;
    std::int64_t inside_ = 0;
    std::int64_t calls_ = 0;
    std::int64_t in_ivr_ = 0;
    std::vector<Flow> flows_;  // by call type (and not yet asked) and tier
    std::set<Try> seen_;
    std::set<std::pair<TimePoint, Try>> expected_calls_;
    std::optional<std::pair<Try, CallAgainReason>> last_end_;
    TimePoint last_end_at_{};
    std::vector<std::map<std::uint32_t, RecordNow>> records_;  // by campaign
    std::optional<Customer> picked_up_;                        // whose contact begins now

    std::vector<AgentNow> agents_;
    std::vector<GroupNow> groups_;
    std::map<std::size_t, std::vector<HeldSince>> held_;  // by place, in order
    std::vector<std::int64_t> outages_;                   // that go on, by call type
    TimePoint outage_ended_{-kDay};
    std::set<std::uint32_t> decisions_going_on_;
    std::optional<Try> outcome_due_;        // of a contact that has just ended
    std::map<Try, OutcomeKnown> outcomes_;  // of those not judged yet
    std::map<AgentId, std::int64_t> samples_;
    std::pair<TimePoint, std::int64_t> samples_now_;  // taken at this moment
    std::int64_t on_paper_ = 0;
    std::uint64_t offered_ = 0;
    std::array<std::uint64_t, std::variant_size_v<Fact>> counts_{};

    mutable std::vector<std::string> violations_;  // noted by checks that change nothing else
};

}  // namespace floorwalker::support
