#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include <floorwalker/facts.hpp>

#include "sim/measure/settings.hpp"
#include "sim/measure/tally.hpp"
#include "sim/measure/wait_histogram.hpp"

/// Listens to the facts of one replication and adds them up in dense tables; what is learned from them is worked out
/// later. Memory grows with call types, groups, intervals and agents, never with contacts or days.
namespace floorwalker::measure {

/// Totals of one interval of the day, or of the time after closing, over all measured days.
struct IntervalTotals {
    Totals overall;
    std::vector<Totals> call_types;
    std::vector<Totals> groups;
};

/// The scopes of a batch of days: all, each call type, each group.
struct BatchTotals {
    std::int64_t days = 0;
    Totals overall;
    std::vector<Totals> call_types;
    std::vector<Totals> groups;

    void add(const BatchTotals& other);
};

struct AgentTally {
    GroupId group{};
    std::int64_t answered = 0;
    Duration talk{0};
    Duration wrap_up{0};
    std::array<Duration, kAgentStates> in_state{};
    TimePoint since{};
    AgentState state = AgentState::signed_out;
};

class Recorder {
public:
    explicit Recorder(std::shared_ptr<const Settings> settings);

    void operator()(const DayOpened& fact);
    void operator()(const IntervalBegan& fact);
    void operator()(const DutyChanged& fact);
    void operator()(const DecisionApplied&) {}

    void operator()(const Offered& fact) {
        ++contacts_;
        ++cell(fact.contact).offered;
    }
    void operator()(const Blocked& fact) { ++cell(fact.contact).blocked; }

    void operator()(const Queued& fact) {
        QueueNow& queue = queues_[index(fact.contact.customer.call_type)];
        queue.integral_us -= since_mark(fact.at);
        if (++queue.waiting > queue.longest) queue.longest = queue.waiting;
        if (++waiting_ > longest_queue_) longest_queue_ = waiting_;
    }

    void operator()(const Abandoned& fact) {
        if (fact.queued) leave_queue(fact.at, fact.contact);
        ContactCell& lost = lose(fact.contact, fact.waited);
        if (fact.waited <= settings_->target[index(fact.contact.customer.call_type)]) ++lost.abandoned_in_target;
        if (fact.waited <= settings_->short_abandon) ++lost.abandoned_short;
        if (!fact.queued) ++lost.left_at_once;
    }

    void operator()(const Dismissed& fact) {
        leave_queue(fact.at, fact.contact);
        ++lose(fact.contact, fact.waited).dismissed;
    }

    void operator()(const Answered& fact) {
        ContactCell& of_type = cell(fact.contact);
        GroupCell& of_group = cell(fact.contact, fact.group);
        const bool in_target = fact.waited <= settings_->target[index(fact.contact.customer.call_type)];
        ++of_type.answered;
        ++of_group.answered;
        of_type.answered_in_target += in_target ? 1 : 0;
        of_group.answered_in_target += in_target ? 1 : 0;
        ++agents_[index(fact.agent)].answered;
        if (!fact.queued) return;
        leave_queue(fact.at, fact.contact);
        const std::int64_t waited = fact.waited.count();
        ++of_type.answered_queued;
        ++of_group.answered_queued;
        of_type.wait_answered_us += waited;
        of_group.wait_answered_us += waited;
        of_type.longest_wait_us = std::max(of_type.longest_wait_us, waited);
        of_group.longest_wait_us = std::max(of_group.longest_wait_us, waited);
        if (is_measured(fact.contact)) {
            answered_waits_[index(fact.contact.customer.call_type)].add(fact.waited);
            group_waits_[index(fact.group)].add(fact.waited);
            interval_waits_[fact.contact.interval].add(fact.waited);
        }
    }

    void operator()(const TalkEnded& fact) {
        cell(fact.contact).talk_us += fact.talk.count();
        cell(fact.contact, fact.group).talk_us += fact.talk.count();
        agents_[index(fact.agent)].talk += fact.talk;
    }

    void operator()(const WrapUpEnded& fact) {
        cell(fact.contact).wrap_up_us += fact.wrap_up.count();
        cell(fact.contact, fact.group).wrap_up_us += fact.wrap_up.count();
        agents_[index(fact.agent)].wrap_up += fact.wrap_up;
    }

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
    }

    /// Closes the books. Call once, when the replication is over.
    void finish(TimePoint now);

    // What was recorded, complete after finish().
    const Settings& settings() const { return *settings_; }
    std::uint64_t contacts() const { return contacts_; }
    /// By interval of the day; the last one is after closing.
    const std::vector<IntervalTotals>& intervals() const { return totals_; }
    const std::vector<BatchTotals>& batches() const { return batches_; }
    const std::vector<AgentTally>& agents() const { return agents_; }
    const std::vector<WaitHistogram>& answered_waits() const { return answered_waits_; }    // by call type
    const std::vector<WaitHistogram>& abandoned_waits() const { return abandoned_waits_; }  // by call type
    const std::vector<WaitHistogram>& group_waits() const { return group_waits_; }
    const std::vector<WaitHistogram>& interval_waits() const { return interval_waits_; }

private:
    // An integral over time of a count n(t) is kept as n × (end of interval) − Σ (change × time of change), so that a
    // change costs one addition and the clock is read only when an interval ends.
    struct QueueNow {
        std::int64_t integral_us = 0;
        std::int64_t waiting = 0;
        std::int64_t longest = 0;
    };
    struct GroupNow {
        std::array<std::int64_t, kAgentStates> integral_us{};
        std::array<std::int64_t, kAgentStates> agents{};
        std::int64_t paid_integral_us = 0;
        std::int64_t paid = 0;
    };

    bool is_measured(const ContactRef& contact) const { return contact.customer.day >= settings_->warm_up_days; }
    std::int64_t since_mark(TimePoint at) const { return (at - mark_).count(); }

    // Cells of two days: a contact that comes before midnight may end after it.
    std::size_t row(std::uint32_t day, std::size_t interval) const { return (day % 2) * rows_ + interval; }
    // One that stays longer is counted on the later day, unless it is from the warm-up and should not be counted at
    // all.
    bool is_left_over(const ContactRef& contact) const {
        return day_ >= contact.customer.day + 2 && !is_measured(contact);
    }
    ContactCell& cell(const ContactRef& contact) {
        if (is_left_over(contact)) [[unlikely]]
            return nowhere_;
        return contact_cells_[row(contact.customer.day, contact.interval) * settings_->call_types +
                              index(contact.customer.call_type)];
    }
    GroupCell& cell(const ContactRef& contact, GroupId group) {
        if (is_left_over(contact)) [[unlikely]]
            return nowhere_of_group_;
        return group_cells_[row(contact.customer.day, contact.interval) * settings_->groups + index(group)];
    }

    void leave_queue(TimePoint at, const ContactRef& contact) {
        QueueNow& queue = queues_[index(contact.customer.call_type)];
        queue.integral_us += since_mark(at);
        --queue.waiting;
        --waiting_;
    }

    ContactCell& lose(const ContactRef& contact, Duration waited) {
        ContactCell& lost = cell(contact);
        ++lost.abandoned;
        lost.wait_lost_us += waited.count();
        lost.longest_wait_us = std::max(lost.longest_wait_us, waited.count());
        if (is_measured(contact)) abandoned_waits_[index(contact.customer.call_type)].add(waited);
        return lost;
    }

    void close_interval(TimePoint now);
    void start_measuring(TimePoint now);
    void fold_day(std::uint32_t day);
    void fold_interval(std::size_t row_number, IntervalTotals& interval, BatchTotals& of_day);
    void add_to_batch(const BatchTotals& of_day);

    std::shared_ptr<const Settings> settings_;
    std::size_t rows_;  // intervals of a day and the time after closing
    ContactCell nowhere_;
    GroupCell nowhere_of_group_;
    std::vector<ContactCell> contact_cells_;
    std::vector<GroupCell> group_cells_;
    std::vector<Duration> measured_;            // by row of two days: how long it lasted
    std::vector<std::int64_t> longest_queues_;  // likewise: of all call types together
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
    std::uint32_t day_ = 0;
    std::size_t interval_ = 0;
    bool opened_ = false;

    std::vector<IntervalTotals> totals_;
    std::vector<BatchTotals> batches_;
    std::int64_t days_per_batch_ = 1;
};

}  // namespace floorwalker::measure
