#include "sim/measure/recorder.hpp"

#include <utility>

#include "sim/measure/fold.hpp"

namespace floorwalker::measure {
namespace {

constexpr std::size_t kMostBatches = 64;

}  // namespace

Recorder::Recorder(std::shared_ptr<const Settings> settings)
    : tables_{std::move(settings)},
      columns_{this->settings().columns},
      queues_(this->settings().call_types),
      groups_(this->settings().groups),
      answered_waits_(columns().size()),
      abandoned_waits_(columns().size()),
      group_waits_(this->settings().groups),
      interval_waits_(tables_.rows()),
      interval_{tables_.rows() - 1},
      watches_{this->settings().features.has(Feature::callbacks) ||
               this->settings().features.has(Feature::interruptions)},
      totals_(tables_.rows(),
              IntervalTotals{
                  {}, std::vector<Totals>(this->settings().call_types), std::vector<Totals>(this->settings().groups)}),
      accuracy_{this->settings().call_types},
      ivr_(this->settings().flow_nodes.size()),
      campaigns_(this->settings().campaign_groups.size()),
      adherence_{this->settings().schedule, this->settings().groups},
      standards_{this->settings().standards},
      machines_{this->settings().machines} {
    const auto& places = this->settings().places;
    for (std::size_t g = 0; g < places.size(); ++g) groups_[g].holders = places[g];
    months_.resize(this->settings().months);
    for (const GroupId group : this->settings().agents) agents_.push_back(AgentTally{.group = group});
    for (std::size_t t = 0; t < queues_.size(); ++t) {
        if (this->settings().channel_of(t) == Channel::mail) queues_[t].counts_overall = 0;
    }
    for (std::size_t f = 0; f < ivr_.size(); ++f) ivr_[f].visits.resize(this->settings().flow_nodes[f]);
}

void Recorder::operator()(const DayOpened& fact) {
    close_interval(fact.at);
    if (fact.day >= 2) fold_day(fact.day - 2);
    tables_.set_today(fact.day);
    interval_ = 0;
    opened_ = true;
    if (machines_.is_used()) {
        machines_.add(fact);
        touched_.begin_day(fact.day);
    }
    if (fact.day == settings().warm_up_days) start_measuring(fact.at);
}

void Recorder::operator()(const IntervalBegan& fact) {
    close_interval(fact.at);
    interval_ = fact.interval;
    if (machines_.is_used()) machines_.add(fact);
}

void Recorder::operator()(const DutyChanged& fact) {
    GroupNow& group = groups_[index(fact.group)];
    group.paid_integral_us -= (fact.agents - group.paid) * since_mark(fact.at);
    group.paid = fact.agents;
}

void Recorder::operator()(const Missing& fact) {
    GroupNow& group = groups_[index(fact.group)];
    const auto cause = static_cast<std::size_t>(fact.cause);
    const std::int64_t change = fact.ended ? -1 : 1;
    group.missing_integral_us[cause] -= change * since_mark(fact.at);
    group.missing[cause] += change;
}

void Recorder::operator()(const StaysOn& fact) {
    if (fact.reason != StayReason::overtime) return;
    GroupNow& group = groups_[index(fact.group)];
    const std::int64_t change = fact.ended ? -1 : 1;
    group.overtime_integral_us -= change * since_mark(fact.at);
    group.in_overtime += change;
}

// Turns the running integrals into those of the interval that ends now, and starts the next at zero.
void Recorder::close_interval(TimePoint now) {
    const std::int64_t length = since_mark(now);
    const std::size_t row_now = tables_.row(tables_.today(), interval_);
    const bool is_open = interval_ < settings().intervals;
    if (is_open) tables_.measured(row_now) += Duration{length};
    std::int64_t& longest = tables_.longest_queue(row_now);
    longest = std::max(longest, std::exchange(longest_queue_, waiting_));
    for (std::size_t t = 0; t < queues_.size(); ++t) {
        QueueNow& queue = queues_[t];
        QueueCell& of_type = tables_.queue_cell(row_now, t);
        if (is_open) of_type.queue_us += queue.integral_us + queue.waiting * length;
        of_type.longest_queue = std::max(of_type.longest_queue, queue.longest);
        queue.integral_us = 0;
        queue.longest = queue.waiting;
    }
    if (adherence_.is_followed()) adherence_.pass(now);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        GroupNow& group = groups_[g];
        GroupCell& of_group = tables_.group_cell(row_now, g);
        const auto in_state = [&](AgentState state) {
            const auto s = static_cast<std::size_t>(state);
            return std::exchange(group.integral_us[s], 0) + group.agents[s] * length;
        };
        of_group.available_us += in_state(AgentState::available);
        of_group.talking_us += in_state(AgentState::talking);
        of_group.wrapping_up_us += in_state(AgentState::wrap_up);
        of_group.dialling_us += in_state(AgentState::dialling);
        of_group.ringing_us += in_state(AgentState::ringing);
        of_group.on_hold_us += in_state(AgentState::on_hold);
        for (std::size_t i = 0; i < kActivities; ++i)
            of_group.away_us[i] += in_state(AgentState(static_cast<std::size_t>(AgentState::on_break) + i));
        group.integral_us[static_cast<std::size_t>(AgentState::signed_out)] = 0;
        for (std::size_t i = 0; i < kAbsenceCauses; ++i)
            of_group.missing_us[i] += std::exchange(group.missing_integral_us[i], 0) + group.missing[i] * length;
        of_group.overtime_us += std::exchange(group.overtime_integral_us, 0) + group.in_overtime * length;
        close_people(group, of_group, length, is_open);
        if (adherence_.is_followed()) of_group.adherence.add(adherence_.take(GroupId(static_cast<std::uint16_t>(g))));
        of_group.paid_us += std::exchange(group.paid_integral_us, 0) + group.paid * length;
    }
    mark_ = now;
}

void Recorder::start_measuring(TimePoint now) {
    for (AgentTally& agent : agents_) {
        const AgentTally fresh{.group = agent.group, .since = now, .state = agent.state};
        agent = fresh;
    }
    agent_outcomes_.clear();
    if (settings().warm_up_days > 0) adherence_.start_afresh();  // else the shifts before the opening count
}

void Recorder::fold_day(std::uint32_t day) {
    if (day >= settings().warm_up_days) {
        const BatchTotals of_day = measure::fold_day(tables_, day, totals_);
        if (!months_.empty())
            months_[static_cast<std::size_t>((day - settings().warm_up_days) / kDaysOfAMonth)].add(of_day.overall);
        add_to_batch(of_day);
    }
    tables_.clear(day);
}

void Recorder::add_to_batch(const BatchTotals& of_day) {
    if (!batches_.empty() && batches_.back().days < days_per_batch_) {
        batches_.back().add(of_day);
        return;
    }
    if (batches_.size() == kMostBatches) {
        for (std::size_t i = 0; i < kMostBatches / 2; ++i) {
            BatchTotals pair = std::move(batches_[2 * i]);
            pair.add(batches_[2 * i + 1]);
            batches_[i] = std::move(pair);
        }
        batches_.resize(kMostBatches / 2);
        days_per_batch_ *= 2;
    }
    batches_.push_back(of_day);
}

void Recorder::finish(TimePoint now) {
    close_interval(now);
    machines_.finish(now);
    for (AgentTally& agent : agents_) {
        agent.in_state[static_cast<std::size_t>(agent.state)] += now - agent.since;
        agent.since = now;
    }
    for (std::size_t a = 0; a < adherence_.agents(); ++a)
        agents_[a].adherence = adherence_.of(AgentId{static_cast<std::uint32_t>(a)});
    if (!opened_) return;
    const std::uint32_t today = tables_.today();
    if (today >= 1) fold_day(today - 1);
    fold_day(today);
}

}  // namespace floorwalker::measure
