#include "sim/store/columns.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <SQLiteCpp/Statement.h>

namespace floorwalker::store {
namespace {

using measure::JourneyTotals;
using measure::Totals;

template <std::size_t A, std::size_t B>
constexpr std::array<Column, A + B> operator+(const std::array<Column, A>& a, const std::array<Column, B>& b) {
    std::array<Column, A + B> both{};
    std::copy(b.begin(), b.end(), std::copy(a.begin(), a.end(), both.begin()));
    return both;
}

template <double Totals::*Total>
double of(const Totals& totals) {
    return totals.*Total;
}

template <AgentState State>
double of_time_away(const Totals& totals) {
    return totals.away_us[measure::activity_of(State)];
}

template <AbsenceCause Cause>
double of_time_missing(const Totals& totals) {
    return totals.missing_us[static_cast<std::size_t>(Cause)];
}

template <double JourneyTotals::*Total>
double of_journey(const Totals& totals) {
    return totals.journey.*Total;
}

constexpr std::array kHandled{
    Column{"answered", of<&Totals::answered>},
    Column{"answered_in_target", of<&Totals::answered_in_target>},
    Column{"answered_queued", of<&Totals::answered_queued>},
    Column{"wait_answered_s", of<&Totals::wait_answered_us>, Unit::seconds},
    Column{"talk_s", of<&Totals::talk_us>, Unit::seconds},
    Column{"wrap_up_s", of<&Totals::wrap_up_us>, Unit::seconds},
    Column{"longest_wait_s", of<&Totals::longest_wait_us>, Unit::seconds},
    Column{"hold_s", of<&Totals::hold_us>, Unit::seconds},
};

constexpr std::array kOpen{
    Column{"open_s", of<&Totals::open_us>, Unit::seconds},
    Column{"cost", of<&Totals::cost>, Unit::number},
};

constexpr std::array kCalled{
    Column{"offered", of<&Totals::offered>},
    Column{"abandoned", of<&Totals::abandoned>},
    Column{"abandoned_in_target", of<&Totals::abandoned_in_target>},
    Column{"abandoned_short", of<&Totals::abandoned_short>},
    Column{"left_at_once", of<&Totals::left_at_once>},
    Column{"dismissed", of<&Totals::dismissed>},
    Column{"blocked", of<&Totals::blocked>},
    Column{"wait_lost_s", of<&Totals::wait_lost_us>, Unit::seconds},
};

constexpr std::array kQueueTime{
    Column{"queue_s", of<&Totals::queue_us>, Unit::seconds},
};

constexpr std::array kQueue{
    Column{"longest_queue", of<&Totals::longest_queue>},
    Column{"intervals", of<&Totals::intervals>},
    Column{"intervals_met", of<&Totals::intervals_met>},
};

constexpr std::array kDays{
    Column{"days", of<&Totals::days>},
    Column{"daily_service_level", of<&Totals::daily_service_level>, Unit::number},
};

constexpr std::array kAgentTime{
    Column{"available_s", of<&Totals::available_us>, Unit::seconds},
    Column{"talking_s", of<&Totals::talking_us>, Unit::seconds},
    Column{"wrapping_up_s", of<&Totals::wrapping_up_us>, Unit::seconds},
    Column{"dialling_s", of<&Totals::dialling_us>, Unit::seconds},
    Column{"ringing_s", of<&Totals::ringing_us>, Unit::seconds},
    Column{"on_hold_s", of<&Totals::on_hold_us>, Unit::seconds},
    Column{"paid_s", of<&Totals::paid_us>, Unit::seconds},
    Column{"present_open_s", of<&Totals::present_open_us>, Unit::seconds},
};

constexpr std::array kAway{
    Column{"break_s", of_time_away<AgentState::on_break>, Unit::seconds},
    Column{"meal_s", of_time_away<AgentState::meal>, Unit::seconds},
    Column{"meeting_s", of_time_away<AgentState::meeting>, Unit::seconds},
    Column{"coaching_s", of_time_away<AgentState::coaching>, Unit::seconds},
    Column{"training_s", of_time_away<AgentState::training>, Unit::seconds},
    Column{"do_not_disturb_s", of_time_away<AgentState::do_not_disturb>, Unit::seconds},
    Column{"system_down_s", of_time_away<AgentState::system_down>, Unit::seconds},
    Column{"unplanned_s", of_time_away<AgentState::unplanned>, Unit::seconds},
    Column{"paid_away_s", of<&Totals::paid_away_us>, Unit::seconds},
    Column{"leave_s", of_time_missing<AbsenceCause::leave>, Unit::seconds},
    Column{"sick_s", of_time_missing<AbsenceCause::sickness>, Unit::seconds},
    Column{"late_s", of_time_missing<AbsenceCause::lateness>, Unit::seconds},
    Column{"overtime_s", of<&Totals::overtime_us>, Unit::seconds},
};

constexpr std::array kJourney{
    Column{"customers", of_journey<&JourneyTotals::customers>},
    Column{"call_agains", of_journey<&JourneyTotals::call_agains>},
    Column{"entered_ivr", of_journey<&JourneyTotals::entered_ivr>},
    Column{"contained", of_journey<&JourneyTotals::contained>},
    Column{"contained_again", of_journey<&JourneyTotals::contained_again>},
    Column{"left_ivr", of_journey<&JourneyTotals::left_ivr>},
    Column{"ivr_s", of_journey<&JourneyTotals::ivr_us>, Unit::seconds},
    Column{"callbacks_offered", of_journey<&JourneyTotals::callbacks_offered>},
    Column{"callbacks_kept", of_journey<&JourneyTotals::callbacks_kept>},
    Column{"missed_calls", of_journey<&JourneyTotals::missed_calls>},
    Column{"on_paper", of_journey<&JourneyTotals::on_paper>},
    Column{"callbacks_reached", of_journey<&JourneyTotals::callbacks_reached>},
    Column{"callbacks_missed", of_journey<&JourneyTotals::callbacks_missed>},
    Column{"callback_wait_s", of_journey<&JourneyTotals::callback_wait_us>, Unit::seconds},
    Column{"transferred", of_journey<&JourneyTotals::transferred>},
    Column{"escalated", of_journey<&JourneyTotals::escalated>},
    Column{"returned", of_journey<&JourneyTotals::returned>},
    Column{"repeats", of_journey<&JourneyTotals::repeats>},
    Column{"done", of_journey<&JourneyTotals::done>},
    Column{"elapsed_s", of_journey<&JourneyTotals::elapsed_us>, Unit::seconds},
    Column{"interrupted", of_journey<&JourneyTotals::interrupted>},
    Column{"mail_answered", of_journey<&JourneyTotals::mail_answered>},
    Column{"mail_came", of_journey<&JourneyTotals::mail_came>},
    Column{"mail_gone", of_journey<&JourneyTotals::mail_gone>},
    Column{"mail_done", of_journey<&JourneyTotals::mail_done>},
    Column{"mail_in_due", of_journey<&JourneyTotals::mail_in_due>},
    Column{"chat_open_s", of_journey<&JourneyTotals::chat_open_us>, Unit::seconds},
    Column{"chat_engaged_s", of_journey<&JourneyTotals::chat_engaged_us>, Unit::seconds},
    Column{"outbound_answered", of_journey<&JourneyTotals::outbound_answered>},
};

constexpr std::array kCalledBack{
    Column{"callbacks_reached", of_journey<&JourneyTotals::callbacks_reached>},
};

/// What tells the answered who waited for it from the handled.
constexpr std::array kOtherwiseHandled{
    Column{"mail_answered", of_journey<&JourneyTotals::mail_answered>},
    Column{"callbacks_reached", of_journey<&JourneyTotals::callbacks_reached>},
    Column{"outbound_answered", of_journey<&JourneyTotals::outbound_answered>},
};

constexpr auto kIntervalCallType = kHandled + kOpen + kCalled + kQueueTime + kQueue;
constexpr auto kCallType = kIntervalCallType + kDays;
constexpr auto kTier = kHandled + kCalled + kDays + kOtherwiseHandled;
constexpr auto kReplication = kCallType + kAgentTime + kAway + kOtherwiseHandled;
constexpr auto kGroup = kHandled + kOpen + kAgentTime + kAway + kCalledBack;
constexpr auto kInterval = kHandled + kOpen + kCalled + kQueueTime + kAgentTime + kAway + kOtherwiseHandled;

}  // namespace

Columns replication_columns() { return kReplication; }
Columns call_type_columns() { return kCallType; }
Columns group_columns() { return kGroup; }
Columns interval_columns() { return kInterval; }
Columns interval_call_type_columns() { return kIntervalCallType; }
Columns interval_group_columns() { return kGroup; }
Columns tier_columns() { return kTier; }
Columns journey_columns() { return kJourney; }

bool are_zero(Columns columns, const Totals& totals) {
    return std::all_of(columns.begin(), columns.end(), [&](const Column& column) { return column.total(totals) == 0; });
}

void bind(SQLite::Statement& statement, int first, Columns columns, const Totals& totals) {
    constexpr double kMicrosecondsPerSecond = 1e6;
    for (const Column& column : columns) {
        const double value = column.total(totals);
        switch (column.unit) {
        case Unit::count: statement.bind(first, static_cast<std::int64_t>(value)); break;
        case Unit::number: statement.bind(first, value); break;
        case Unit::seconds: statement.bind(first, value / kMicrosecondsPerSecond); break;
        }
        ++first;
    }
}

std::string insert_into(std::string_view table, std::string_view keys, Columns columns) {
    std::string names{keys};
    std::string places = "?";
    for (const char letter : keys) places += letter == ',' ? ", ?" : "";
    for (const Column& column : columns) {
        names.append(", ").append(column.name);
        places += ", ?";
    }
    return "INSERT INTO " + std::string{table} + " (" + names + ") VALUES (" + places + ")";
}

}  // namespace floorwalker::store
