#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include <floorwalker/facts.hpp>

#include "sim/measure/adherence.hpp"
#include "sim/measure/campaign_tally.hpp"
#include "sim/measure/contact_watch.hpp"
#include "sim/measure/ivr_tally.hpp"
#include "sim/measure/machines/machine_tally.hpp"
#include "sim/measure/machines/touched_contacts.hpp"
#include "sim/measure/quality_tally.hpp"
#include "sim/measure/recorder_tables.hpp"
#include "sim/measure/scope_totals.hpp"
#include "sim/measure/standards_tally.hpp"
#include "sim/measure/wait_accuracy.hpp"
#include "sim/measure/wait_histogram.hpp"

namespace floorwalker::measure {

/// Listens to the facts of one replication and adds them up in dense tables; what is learned from them is worked out
/// later. Memory grows with call types, groups, intervals and agents, never with days, and not with contacts but those
/// that are in the centre at once.
class Recorder {
public:
    explicit Recorder(std::shared_ptr<const Settings> settings);

    void operator()(const DayOpened& fact);
    void operator()(const IntervalBegan& fact);
    void operator()(const DutyChanged& fact);
    void operator()(const DecisionApplied&) {}
    void operator()(const Missing& fact);
    void operator()(const StaysOn& fact);

    void operator()(const Offered& fact) { offered<true>(fact); }
    void operator()(const Queued& fact) { queued<true>(fact); }
    void operator()(const Abandoned& fact) { abandoned<true>(fact); }
    void operator()(const Dismissed& fact) { dismissed<true>(fact); }
    void operator()(const Answered& fact) { answered<true>(fact); }
    void operator()(const TalkEnded& fact) { talk_ended<true>(fact); }
    void operator()(const WrapUpEnded& fact) { wrapped_up<true>(fact); }

    void operator()(const AgentChanged& fact) {
        GroupNow& group = groups_[index(fact.group)];
        const std::int64_t elapsed = since_mark(fact.at);
        --group.agents[static_cast<std::size_t>(fact.from)];
        ++group.agents[static_cast<std::size_t>(fact.to)];
        group.integral_us[static_cast<std::size_t>(fact.from)] += elapsed;
        group.integral_us[static_cast<std::size_t>(fact.to)] -= elapsed;
        if (index(fact.agent) >= agents_.size()) [[unlikely]]
            agents_.resize(index(fact.agent) + 1);
        AgentTally& agent = agents_[index(fact.agent)];
        agent.group = fact.group;
        agent.in_state[static_cast<std::size_t>(fact.from)] += fact.at - agent.since;
        agent.since = fact.at;
        agent.state = fact.to;
        if (adherence_.is_followed() && kind_of(fact.from) != kind_of(fact.to))
            adherence_.enters(fact.agent, fact.to, fact.at);
    }

    // Not in every scenario: recorder_journey.cpp.
    void operator()(const Blocked& fact);
    void operator()(const EnteredIvr& fact);
    void operator()(const EnteredNode& fact);
    void operator()(const LeftIvr& fact);
    void operator()(const WaitEstimated& fact);
    void operator()(const StepTaken&) {}
    void operator()(const WorkDone& fact);
    void operator()(const Interrupted& fact);
    void operator()(const Transferred& fact);
    void operator()(const CallbackOffered& fact);
    void operator()(const CallbackKept& fact);
    void operator()(const CalledBack& fact);
    void operator()(const CallbackMissed& fact);
    void operator()(const Abused& fact);
    void operator()(const WillCallAgain& fact);
    void operator()(const Dialled& fact);
    void operator()(const OutcomeKnown& fact);
    void operator()(const Monitored& fact);
    void operator()(const RingBegan&) {}
    void operator()(const RingMissed& fact);
    void operator()(const HoldEnded& fact);

    // Nor these: recorder_people.cpp.
    void operator()(const PersonLeft& fact);
    void operator()(const PersonJoined& fact);
    void operator()(const TraineesChanged& fact);
    void operator()(const LoadFelt& fact);
    void operator()(const LeadersChanged& fact);

    // Nor these: recorder_machines.cpp.
    void operator()(const LookedUp& fact);
    void operator()(const ServerLoad& fact) { machines_.add(fact); }
    void operator()(const MachineChanged& fact) { machines_.add(fact); }
    void operator()(const WentToPaper& fact);
    void operator()(const EnteredFromPaper& fact);
    void operator()(const CallDropped& fact);

    /// Closes the books. Call once, when the replication is over.
    void finish(TimePoint now);

    // What was recorded, complete after finish().
    const Settings& settings() const { return tables_.settings(); }
    std::uint64_t contacts() const { return contacts_; }
    /// By interval of the day; the last one is after closing.
    const std::vector<IntervalTotals>& intervals() const { return totals_; }
    const std::vector<BatchTotals>& batches() const { return batches_; }
    /// By months of the measured days; empty unless the settings have some.
    const std::vector<Totals>& months() const { return months_; }
    const std::vector<AgentTally>& agents() const { return agents_; }
    const std::vector<WaitHistogram>& answered_waits() const { return answered_waits_; }    // by column
    const std::vector<WaitHistogram>& abandoned_waits() const { return abandoned_waits_; }  // by column
    const std::vector<WaitHistogram>& group_waits() const { return group_waits_; }
    const std::vector<WaitHistogram>& interval_waits() const { return interval_waits_; }
    const std::vector<IvrTally>& ivr() const { return ivr_; }                   // by flow
    const std::vector<CampaignTally>& campaigns() const { return campaigns_; }  // by campaign
    const WaitAccuracy& wait_accuracy() const { return accuracy_; }
    /// By agent, of those who have any.
    const std::vector<OutcomeCell>& agent_outcomes() const { return agent_outcomes_; }
    const QualityTallies& quality() const { return quality_; }
    const StandardsTally& standards() const { return standards_; }
    const MachineTally& machines() const { return machines_; }

protected:
    // What every contact pays for. Without `kHasMore` no contact does more than ask for an agent, talk and go.
    template <bool kHasMore>
    void offered(const Offered& fact) {
        ++contacts_;
        const std::size_t column = kHasMore ? columns().of_entry(fact.contact) : column_of<kHasMore>(fact.contact);
        ++tables_.cell(fact.contact, column).offered;
        if (kHasMore && fact.contact.attempt > 0) [[unlikely]]
            ++tables_.journey(fact.contact, column).call_agains;
    }

    template <bool kHasMore>
    void queued(const Queued& fact) {
        join_queue<kHasMore>(fact.at, fact.contact);
    }

    template <bool kHasMore>
    void abandoned(const Abandoned& fact) {
        const std::size_t column = column_of<kHasMore>(fact.contact);
        if (fact.queued) leave_queue(fact.at, fact.contact);
        if (kHasMore && watches_) [[unlikely]]
            forget(fact.contact.id);
        ContactCell& lost = lose(fact.contact, column, fact.waited);
        if (fact.waited <= columns()[column].target) ++lost.abandoned_in_target;
        if (fact.waited <= tables_.settings().short_abandon) ++lost.abandoned_short;
        if (!fact.queued && fact.waited == Duration{0}) ++lost.left_at_once;
        if (kHasMore && columns().is_outbound(fact.contact)) note_mismatch(fact.contact);
    }

    template <bool kHasMore>
    void dismissed(const Dismissed& fact) {
        leave_queue(fact.at, fact.contact);
        if (kHasMore && watches_) [[unlikely]]
            forget(fact.contact.id);
        ++lose(fact.contact, column_of<kHasMore>(fact.contact), fact.waited).dismissed;
        if (kHasMore && columns().is_outbound(fact.contact)) note_mismatch(fact.contact);
    }

    template <bool kHasMore>
    void answered(const Answered& fact) {
        if (kHasMore && watches_ && !note_answer(fact)) [[unlikely]]
            return;
        const std::size_t column = column_of<kHasMore>(fact.contact);
        const std::size_t row = tables_.row_of(fact.contact);
        ContactCell& of_type = tables_.contact_cell(row, column);
        GroupCell& of_group = tables_.group_cell(row, index(fact.group));
        const bool in_target = fact.waited <= columns()[column].target;
        ++of_type.answered;
        ++of_group.answered;
        of_type.answered_in_target += in_target ? 1 : 0;
        of_group.answered_in_target += in_target ? 1 : 0;
        ++agents_[index(fact.agent)].answered;
        if (kHasMore && tables_.settings().features.has(Feature::ringing)) [[unlikely]]
            note_ring(fact);
        if (!fact.queued && (!kHasMore || fact.waited == Duration{0})) return;
        if (fact.queued) {
            leave_queue(fact.at, fact.contact);
            ++of_type.answered_queued;
            ++of_group.answered_queued;
        }
        const std::int64_t waited = fact.waited.count();
        of_type.wait_answered_us += waited;
        of_group.wait_answered_us += waited;
        of_type.longest_wait_us = std::max(of_type.longest_wait_us, waited);
        of_group.longest_wait_us = std::max(of_group.longest_wait_us, waited);
        if (tables_.is_measured(fact.contact)) {
            const auto bucket = WaitHistogram::bucket_of(fact.waited);
            answered_waits_[column].add(bucket);
            group_waits_[index(fact.group)].add(bucket);
            if (columns()[column].counts_overall) interval_waits_[fact.contact.interval].add(bucket);
        }
    }

    template <bool kHasMore>
    void talk_ended(const TalkEnded& fact) {
        talked(fact.contact, column_of<kHasMore>(fact.contact), fact.group, fact.agent, fact.talk);
        if (kHasMore && has_standards()) [[unlikely]]
            standards_.add(fact);
    }

    template <bool kHasMore>
    void wrapped_up(const WrapUpEnded& fact) {
        const std::size_t row = tables_.row_of(fact.contact);
        tables_.contact_cell(row, column_of<kHasMore>(fact.contact)).wrap_up_us += fact.wrap_up.count();
        tables_.group_cell(row, index(fact.group)).wrap_up_us += fact.wrap_up.count();
        agents_[index(fact.agent)].wrap_up += fact.wrap_up;
    }

private:
    const ContactColumns& columns() const { return columns_; }
    bool has_standards() const { return settings().features.has(Feature::standards); }
    std::int64_t since_mark(TimePoint at) const { return (at - mark_).count(); }

    template <bool kHasMore>
    std::size_t column_of(const ContactRef& contact) const {
        return kHasMore ? columns().of(contact) : columns().first_leg(index(contact.call_type), index(contact.tier));
    }

    template <bool kHasMore>
    void join_queue(TimePoint at, const ContactRef& contact) {
        QueueNow& queue = queues_[index(contact.call_type)];
        queue.integral_us -= since_mark(at);
        if (++queue.waiting > queue.longest) queue.longest = queue.waiting;
        waiting_ += queue.counts_overall;
        if (waiting_ > longest_queue_) longest_queue_ = waiting_;
        if (kHasMore && watches_) [[unlikely]]
            watch_.note_waiting(contact.id, true);
    }

    void leave_queue(TimePoint at, const ContactRef& contact) {
        QueueNow& queue = queues_[index(contact.call_type)];
        queue.integral_us += since_mark(at);
        --queue.waiting;
        waiting_ -= queue.counts_overall;
    }

    ContactCell& lose(const ContactRef& contact, std::size_t column, Duration waited) {
        ContactCell& lost = tables_.cell(contact, column);
        ++lost.abandoned;
        lost.wait_lost_us += waited.count();
        lost.longest_wait_us = std::max(lost.longest_wait_us, waited.count());
        if (tables_.is_measured(contact)) abandoned_waits_[column].add(waited);
        return lost;
    }

    void talked(const ContactRef& contact, std::size_t column, GroupId group, AgentId agent, Duration talk) {
        const std::size_t row = tables_.row_of(contact);
        tables_.contact_cell(row, column).talk_us += talk.count();
        tables_.group_cell(row, index(group)).talk_us += talk.count();
        agents_[index(agent)].talk += talk;
    }

    // By value, so that the fact itself need not be in memory for contacts that are not watched.
    bool note_answer(Answered fact);
    void note_mismatch(ContactRef contact);
    void note_ring(Answered fact);
    void forget(ContactId contact);
    void touch(const ContactRef& contact, std::size_t column);
    void move_offered(const ContactRef& contact, std::size_t from, std::size_t to);

    void close_interval(TimePoint now);
    void start_measuring(TimePoint now);
    void fold_day(std::uint32_t day);
    void add_to_batch(const BatchTotals& of_day);
    OutcomeCell& outcomes_of(AgentId agent);
    GroupCell& cell_now(GroupId group);
    void close_people(GroupNow& group, GroupCell& cell, std::int64_t length, bool is_open);

    RecorderTables tables_;
    ContactColumns columns_;  // those of the settings, at hand
    std::vector<QueueNow> queues_;
    std::vector<GroupNow> groups_;
    std::vector<AgentTally> agents_;
    std::vector<WaitHistogram> answered_waits_;
    std::vector<WaitHistogram> abandoned_waits_;
    std::vector<WaitHistogram> group_waits_;
    std::vector<WaitHistogram> interval_waits_;
    std::uint64_t contacts_ = 0;
    std::int64_t waiting_ = 0;
    std::int64_t longest_queue_ = 0;  // in the present interval

    TimePoint mark_{};  // when the present interval began
    std::size_t interval_ = 0;
    bool opened_ = false;
    bool watches_ = false;  // single contacts

    std::vector<IntervalTotals> totals_;
    std::vector<BatchTotals> batches_;
    std::vector<Totals> months_;
    std::int64_t days_per_batch_ = 1;

    ContactWatch watch_;
    WaitAccuracy accuracy_;
    std::vector<IvrTally> ivr_;
    std::vector<CampaignTally> campaigns_;
    std::vector<OutcomeCell> agent_outcomes_;
    Adherence adherence_;
    QualityTallies quality_;
    StandardsTally standards_;
    MachineTally machines_;
    TouchedContacts touched_;
    ContactId last_contained_ = kNoContact;
    TimePoint last_contained_at_{};
};

/// The same for worlds in which contacts do no more than ask for an agent, talk and go (model/floor.hpp).
class PlainRecorder : public Recorder {
public:
    static constexpr bool kIsForPlainWorlds = true;

    explicit PlainRecorder(std::shared_ptr<const Settings> settings) : Recorder{std::move(settings)} {}

    using Recorder::operator();
    void operator()(const Offered& fact) { offered<false>(fact); }
    void operator()(const Queued& fact) { queued<false>(fact); }
    void operator()(const Abandoned& fact) { abandoned<false>(fact); }
    void operator()(const Dismissed& fact) { dismissed<false>(fact); }
    void operator()(const Answered& fact) { answered<false>(fact); }
    void operator()(const TalkEnded& fact) { talk_ended<false>(fact); }
    void operator()(const WrapUpEnded& fact) { wrapped_up<false>(fact); }
};

}  // namespace floorwalker::measure
