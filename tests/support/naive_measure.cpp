#include "tests/support/naive_measure.hpp"

#include <array>
#include <optional>
#include <stdexcept>

#include "tests/support/facts.hpp"

namespace floorwalker::support {
namespace {

double us(Duration duration) { return static_cast<double>(duration.count()); }

class Measuring {
public:
    explicit Measuring(const Scenario& scenario)
        : scenario_{scenario},
          interval_{scenario.intervals_per_day()},
          waiting_(scenario.call_types.size()),
          agents_(scenario.groups.size()),
          paid_(scenario.groups.size()) {}

    NaiveMeasure measure(const std::vector<Fact>& facts) {
        for (const Fact& fact : facts) {
            pass_time(time_of(fact));
            std::visit(*this, fact);
            note_queue();
        }
        return std::move(measure_);
    }

    void operator()(const DayOpened& f) {
        day_ = f.day;
        interval_ = 0;
    }
    void operator()(const IntervalBegan& f) { interval_ = f.interval; }
    void operator()(const DecisionApplied&) {}
    void operator()(const Offered& f) { ++of_type(f.contact).offered; }
    void operator()(const Blocked& f) { ++of_type(f.contact).blocked; }
    void operator()(const Queued& f) { ++waiting_[index(f.contact.call_type)]; }
    void operator()(const Abandoned& f) {
        if (f.queued) --waiting_[index(f.contact.call_type)];
        measure::Totals& totals = lose(f.contact, f.waited);
        totals.left_at_once += f.queued ? 0 : 1;
        totals.abandoned_in_target += f.waited <= target(f.contact) ? 1 : 0;
        totals.abandoned_short += f.waited <= scenario_.centre.short_abandon ? 1 : 0;
    }
    void operator()(const Dismissed& f) {
        --waiting_[index(f.contact.call_type)];
        ++lose(f.contact, f.waited).dismissed;
    }
    void operator()(const Answered& f) {
        if (f.queued) --waiting_[index(f.contact.call_type)];
        for (measure::Totals* totals : {&of_type(f.contact), &of_group(f.contact, f.group)}) {
            ++totals->answered;
            totals->answered_queued += f.queued ? 1 : 0;
            totals->answered_in_target += f.waited <= target(f.contact) ? 1 : 0;
            totals->wait_answered_us += us(f.waited);
            totals->longest_wait_us = std::max(totals->longest_wait_us, us(f.waited));
        }
        if (f.queued && f.contact.customer.day >= scenario_.centre.warm_up_days) {
            measure_.answered_waits[index(f.contact.call_type)].push_back(f.waited);
        }
    }
    void operator()(const TalkEnded& f) {
        of_type(f.contact).talk_us += us(f.talk);
        of_group(f.contact, f.group).talk_us += us(f.talk);
    }
    void operator()(const WrapUpEnded& f) {
        of_type(f.contact).wrap_up_us += us(f.wrap_up);
        of_group(f.contact, f.group).wrap_up_us += us(f.wrap_up);
    }
    void operator()(const AgentChanged& f) {
        --agents_[index(f.group)][static_cast<std::size_t>(f.from)];
        ++agents_[index(f.group)][static_cast<std::size_t>(f.to)];
    }
    void operator()(const Missing&) {}
    void operator()(const StaysOn&) {}
    void operator()(const DutyChanged& f) { paid_[index(f.group)] = static_cast<double>(f.agents); }

    template <class OtherFact>
    void operator()(const OtherFact&) {
        throw std::logic_error{"plain centres are measured, and this one is not"};
    }

private:
    NaiveCell& cell(std::uint32_t day, std::size_t interval) {
        NaiveCell& cell = measure_.cells[{day, interval}];
        cell.call_types.resize(scenario_.call_types.size());
        cell.groups.resize(scenario_.groups.size());
        return cell;
    }
    measure::Totals& of_type(const ContactRef& contact) {
        return cell(contact.customer.day, contact.interval).call_types[index(contact.call_type)];
    }
    measure::Totals& of_group(const ContactRef& contact, GroupId group) {
        return cell(contact.customer.day, contact.interval).groups[index(group)];
    }
    measure::Totals& lose(const ContactRef& contact, Duration waited) {
        measure::Totals& totals = of_type(contact);
        ++totals.abandoned;
        totals.wait_lost_us += us(waited);
        totals.longest_wait_us = std::max(totals.longest_wait_us, us(waited));
        return totals;
    }
    Duration target(const ContactRef& contact) const {
        const CallType& type = scenario_.call_types[index(contact.call_type)];
        return type.answer_target.value_or(scenario_.centre.answer_target).within;
    }

    void pass_time(TimePoint at) {
        const double length = us(at - now_);
        now_ = at;
        if (length == 0) return;
        NaiveCell& present = cell(day_, interval_);
        const bool is_open = interval_ < scenario_.intervals_per_day();
        if (is_open) present.open_us += length;
        for (std::size_t t = 0; t < waiting_.size(); ++t) {
            if (is_open) present.call_types[t].queue_us += waiting_[t] * length;
        }
        for (std::size_t g = 0; g < agents_.size(); ++g) {
            measure::Totals& totals = present.groups[g];
            const auto in_state = [&](AgentState state) {
                return agents_[g][static_cast<std::size_t>(state)] * length;
            };
            totals.available_us += in_state(AgentState::available);
            totals.talking_us += in_state(AgentState::talking);
            totals.wrapping_up_us += in_state(AgentState::wrap_up);
            totals.paid_us += paid_[g] * length;
        }
    }

    void note_queue() {
        NaiveCell& present = cell(day_, interval_);
        double all = 0;
        for (std::size_t t = 0; t < waiting_.size(); ++t) {
            all += waiting_[t];
            present.call_types[t].longest_queue = std::max(present.call_types[t].longest_queue, waiting_[t]);
        }
        present.longest_queue = std::max(present.longest_queue, all);
    }

    const Scenario& scenario_;
    NaiveMeasure measure_;
    TimePoint now_{};
    std::uint32_t day_ = 0;
    std::size_t interval_;
    std::vector<double> waiting_;                           // by call type
    std::vector<std::array<double, kAgentStates>> agents_;  // by group and state
    std::vector<double> paid_;                              // by group
};

}  // namespace

NaiveMeasure measure_naively(const Scenario& scenario, const std::vector<Fact>& facts) {
    return Measuring{scenario}.measure(facts);
}

}  // namespace floorwalker::support
