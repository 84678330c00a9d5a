#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <floorwalker/facts.hpp>

#include "sim/measure/settings.hpp"
#include "sim/measure/tally.hpp"

/// The tables that a recorder fills in.
namespace floorwalker::measure {

// An integral over time of a count n(t) is kept as n × (end of interval) − Σ (change × time of change), so that a
// change costs one addition and the clock is read only when an interval ends.
struct QueueNow {
    std::int64_t integral_us = 0;
    std::int64_t waiting = 0;
    std::int64_t longest = 0;
    std::int64_t counts_overall = 1;  ///< 0: waits, but nobody for it, as mail does
};

struct GroupNow {
    std::array<std::int64_t, kAgentStates> integral_us{};
    std::array<std::int64_t, kAgentStates> agents{};
    std::int64_t paid_integral_us = 0;
    std::int64_t paid = 0;
    std::array<std::int64_t, kAbsenceCauses> missing_integral_us{};
    std::array<std::int64_t, kAbsenceCauses> missing{};
    std::int64_t overtime_integral_us = 0;
    std::int64_t in_overtime = 0;
    std::int64_t holders_integral_us = 0;
    std::int64_t holders = 0;  // people in places
    std::int64_t trainees_integral_us = 0;
    std::int64_t trainees = 0;
    std::int64_t leaders_integral_us = 0;
    std::int64_t leaders = 0;
    std::int64_t busy_leaders_integral_us = 0;
    std::int64_t busy_leaders = 0;
};

struct AgentTally {
    GroupId group{};
    std::int64_t answered = 0;
    Duration talk{0};
    Duration wrap_up{0};
    std::array<Duration, kAgentStates> in_state{};
    TimePoint since{};
    AgentState state = AgentState::signed_out;
    AdherenceCell adherence{};  // in the end
};

/// Cells of two days, by interval, and by column, call type or group: a contact that comes before midnight may end
/// after it.
class RecorderTables {
public:
    explicit RecorderTables(std::shared_ptr<const Settings> settings)
        : settings_{std::move(settings)},
          rows_{settings_->intervals + 1},
          columns_{settings_->columns.size()},
          group_count_{settings_->groups},
          contacts_((2 * rows_ + 1) * columns_),
          journeys_(settings_->features.any() ? contacts_.size() : 0),
          outcomes_(has(Feature::outcomes) ? contacts_.size() : 0),
          group_outcomes_(has(Feature::outcomes) ? (2 * rows_ + 1) * group_count_ : 0),
          queues_(2 * rows_ * settings_->call_types),
          groups_((2 * rows_ + 1) * settings_->groups),
          measured_(2 * rows_),
          longest_queues_(2 * rows_) {}

    const Settings& settings() const { return *settings_; }
    /// The intervals of a day and the time after closing.
    std::size_t rows() const { return rows_; }
    std::size_t row(std::uint32_t day, std::size_t interval) const { return (day % 2) * rows_ + interval; }
    bool has_journeys() const { return !journeys_.empty(); }
    bool has_outcomes() const { return !outcomes_.empty(); }

    std::uint32_t today() const { return today_; }
    void set_today(std::uint32_t day) {
        today_ = day;
        left_over_before_ = std::min(day == 0 ? 0 : day - 1, static_cast<std::uint32_t>(settings_->warm_up_days));
    }

    bool is_measured(const ContactRef& contact) const { return contact.day >= settings_->warm_up_days; }

    /// Where the contact is counted.
    std::size_t row_of(const ContactRef& contact) const {
        return is_left_over(contact) ? 2 * rows_ : row(contact.day, contact.interval);
    }

    ContactCell& cell(const ContactRef& contact, std::size_t column) { return contact_cell(row_of(contact), column); }
    GroupCell& cell(const ContactRef& contact, GroupId group) { return group_cell(row_of(contact), index(group)); }
    JourneyCell& journey(const ContactRef& contact, std::size_t column) {
        if (is_left_over(contact) || journeys_.empty()) [[unlikely]]
            return nowhere_of_journeys_;
        return journey_cell(row(contact.day, contact.interval), column);
    }

    OutcomeCell& outcome(const ContactRef& contact, std::size_t column) {
        return outcome_cell(row_of(contact), column);
    }
    OutcomeCell& outcome(const ContactRef& contact, GroupId group) {
        return group_outcome_cell(row_of(contact), index(group));
    }

    ContactCell& contact_cell(std::size_t row, std::size_t column) { return contacts_[row * columns_ + column]; }
    JourneyCell& journey_cell(std::size_t row, std::size_t column) { return journeys_[row * columns_ + column]; }
    OutcomeCell& outcome_cell(std::size_t row, std::size_t column) { return outcomes_[row * columns_ + column]; }
    OutcomeCell& group_outcome_cell(std::size_t row, std::size_t group) {
        return group_outcomes_[row * group_count_ + group];
    }
    QueueCell& queue_cell(std::size_t row, std::size_t type) { return queues_[row * settings_->call_types + type]; }
    GroupCell& group_cell(std::size_t row, std::size_t group) { return groups_[row * group_count_ + group]; }
    Duration& measured(std::size_t row) { return measured_[row]; }
    std::int64_t& longest_queue(std::size_t row) { return longest_queues_[row]; }

    void clear(std::uint32_t day);

private:
    bool has(Feature feature) const { return settings_->features.has(feature); }

    // A contact that stays for more than two days is counted on a later one, unless it is from the warm-up: those are
    // counted in the last row, which nobody reads.
    bool is_left_over(const ContactRef& contact) const { return contact.day < left_over_before_; }

    std::shared_ptr<const Settings> settings_;
    std::size_t rows_;
    std::size_t columns_;      // those of the settings, at hand
    std::size_t group_count_;  // likewise
    std::uint32_t today_ = 0;
    std::uint32_t left_over_before_ = 0;
    JourneyCell nowhere_of_journeys_;
    std::vector<ContactCell> contacts_;
    std::vector<JourneyCell> journeys_;        // none where nothing of that can happen
    std::vector<OutcomeCell> outcomes_;        // none where nobody asks
    std::vector<OutcomeCell> group_outcomes_;  // likewise
    std::vector<QueueCell> queues_;
    std::vector<GroupCell> groups_;
    std::vector<Duration> measured_;            // how long the row lasted
    std::vector<std::int64_t> longest_queues_;  // of all call types together
};

}  // namespace floorwalker::measure
