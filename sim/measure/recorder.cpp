#include "sim/measure/recorder.hpp"

#include <utility>

#include "sim/measure/service_level.hpp"

namespace floorwalker::measure {
namespace {

constexpr std::size_t kMostBatches = 64;

double line_hours(const Totals& totals) {
    constexpr double kMicrosecondsPerHour = 3.6e9;
    return (totals.wait_answered_us + totals.wait_lost_us + totals.talk_us) / kMicrosecondsPerHour;
}

/// Notes whether the interval met its target, if anybody called.
void judge_interval(const Settings& settings, double target_share, Totals& totals) {
    const Fraction level = service_level(settings.service_level, totals);
    if (level.whole <= 0) return;
    totals.intervals = 1;
    totals.intervals_met = level.part >= target_share * level.whole ? 1 : 0;
}

void judge_day(const Settings& settings, Totals& totals) {
    const Fraction level = service_level(settings.service_level, totals);
    if (level.whole <= 0) return;
    totals.days = 1;
    totals.daily_service_level = level.part / level.whole;
}

}  // namespace

void BatchTotals::add(const BatchTotals& other) {
    days += other.days;
    overall.add(other.overall);
    for (std::size_t t = 0; t < call_types.size(); ++t) call_types[t].add(other.call_types[t]);
    for (std::size_t g = 0; g < groups.size(); ++g) groups[g].add(other.groups[g]);
}

Recorder::Recorder(std::shared_ptr<const Settings> settings)
    : settings_{std::move(settings)},
      rows_{settings_->intervals + 1},
      contact_cells_(2 * rows_ * settings_->call_types),
      group_cells_(2 * rows_ * settings_->groups),
      measured_(2 * rows_),
      longest_queues_(2 * rows_),
      queues_(settings_->call_types),
      groups_(settings_->groups),
      answered_waits_(settings_->call_types),
      abandoned_waits_(settings_->call_types),
      group_waits_(settings_->groups),
      interval_waits_(rows_),
      interval_{rows_ - 1},
      totals_(rows_,
              IntervalTotals{{}, std::vector<Totals>(settings_->call_types), std::vector<Totals>(settings_->groups)}) {
    for (const GroupId group : settings_->agents) agents_.push_back(AgentTally{.group = group});
}

void Recorder::operator()(const DayOpened& fact) {
    close_interval(fact.at);
    if (fact.day >= 2) fold_day(fact.day - 2);
    day_ = fact.day;
    interval_ = 0;
    opened_ = true;
    if (fact.day == settings_->warm_up_days) start_measuring(fact.at);
}

void Recorder::operator()(const IntervalBegan& fact) {
    close_interval(fact.at);
    interval_ = fact.interval;
}

void Recorder::operator()(const DutyChanged& fact) {
    GroupNow& group = groups_[index(fact.group)];
    group.paid_integral_us -= (fact.agents - group.paid) * since_mark(fact.at);
    group.paid = fact.agents;
}

// Turns the running integrals into those of the interval that ends now, and starts the next at zero.
void Recorder::close_interval(TimePoint now) {
    const std::int64_t length = since_mark(now);
    const std::size_t row_now = row(day_, interval_);
    const bool is_open = interval_ < settings_->intervals;
    if (is_open) measured_[row_now] += Duration{length};
    longest_queues_[row_now] = std::max(longest_queues_[row_now], std::exchange(longest_queue_, waiting_));
    for (std::size_t t = 0; t < queues_.size(); ++t) {
        QueueNow& queue = queues_[t];
        ContactCell& of_type = contact_cells_[row_now * settings_->call_types + t];
        if (is_open) of_type.queue_us += queue.integral_us + queue.waiting * length;
        of_type.longest_queue = std::max(of_type.longest_queue, queue.longest);
        queue.integral_us = 0;
        queue.longest = queue.waiting;
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        GroupNow& group = groups_[g];
        GroupCell& of_group = group_cells_[row_now * settings_->groups + g];
        const auto in_state = [&](AgentState state) {
            const auto s = static_cast<std::size_t>(state);
            return std::exchange(group.integral_us[s], 0) + group.agents[s] * length;
        };
        of_group.available_us += in_state(AgentState::available);
        of_group.talking_us += in_state(AgentState::talking);
        of_group.wrapping_up_us += in_state(AgentState::wrap_up);
        group.integral_us[static_cast<std::size_t>(AgentState::signed_out)] = 0;
        of_group.paid_us += std::exchange(group.paid_integral_us, 0) + group.paid * length;
    }
    mark_ = now;
}

void Recorder::start_measuring(TimePoint now) {
    for (AgentTally& agent : agents_) {
        const AgentTally fresh{.group = agent.group, .since = now, .state = agent.state};
        agent = fresh;
    }
}

void Recorder::fold_day(std::uint32_t day) {
    const std::size_t first = row(day, 0);
    if (day >= settings_->warm_up_days) {
        BatchTotals of_day;
        of_day.days = 1;
        of_day.call_types.resize(settings_->call_types);
        of_day.groups.resize(settings_->groups);
        for (std::size_t i = 0; i < rows_; ++i) fold_interval(first + i, totals_[i], of_day);
        judge_day(*settings_, of_day.overall);
        for (Totals& of_type : of_day.call_types) judge_day(*settings_, of_type);
        add_to_batch(of_day);
    }
    const auto clear = [&](auto& cells, std::size_t columns) {
        const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(first * columns);
        std::fill(begin, begin + static_cast<std::ptrdiff_t>(rows_ * columns),
                  typename std::decay_t<decltype(cells)>::value_type{});
    };
    clear(contact_cells_, settings_->call_types);
    clear(group_cells_, settings_->groups);
    clear(measured_, 1);
    clear(longest_queues_, 1);
}

void Recorder::fold_interval(std::size_t row_number, IntervalTotals& interval, BatchTotals& of_day) {
    constexpr double kMicrosecondsPerHour = 3.6e9;
    const auto open_us = static_cast<double>(measured_[row_number].count());
    Totals overall;
    for (std::size_t t = 0; t < settings_->call_types; ++t) {
        Totals of_type;
        of_type.add(contact_cells_[row_number * settings_->call_types + t]);
        of_type.cost = line_hours(of_type) * settings_->line_cost_per_hour;
        overall.add(of_type);
        of_type.open_us = open_us;
        judge_interval(*settings_, settings_->target_share[t], of_type);
        interval.call_types[t].add(of_type);
        of_day.call_types[t].add(of_type);
    }
    for (std::size_t g = 0; g < settings_->groups; ++g) {
        const GroupCell& cell = group_cells_[row_number * settings_->groups + g];
        Totals time;
        time.add_time(cell);
        time.cost = time.paid_us / kMicrosecondsPerHour * settings_->cost_per_hour[g];
        if (open_us > 0) time.present_open_us = time.available_us + time.talking_us + time.wrapping_up_us;
        overall.add(time);
        time.add_contacts(cell);
        time.open_us = open_us;
        interval.groups[g].add(time);
        of_day.groups[g].add(time);
    }
    overall.open_us = open_us;
    overall.longest_queue = static_cast<double>(longest_queues_[row_number]);  // not that of the worst call type
    judge_interval(*settings_, settings_->overall_target_share, overall);
    interval.overall.add(overall);
    of_day.overall.add(overall);
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
    for (AgentTally& agent : agents_) {
        agent.in_state[static_cast<std::size_t>(agent.state)] += now - agent.since;
        agent.since = now;
    }
    if (!opened_) return;
    if (day_ >= 1) fold_day(day_ - 1);
    fold_day(day_);
}

}  // namespace floorwalker::measure
