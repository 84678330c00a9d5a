#include "sim/store/columns.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <SQLiteCpp/Statement.h>

namespace floorwalker::store {
namespace {

using measure::Totals;

template <std::size_t A, std::size_t B>
constexpr std::array<Column, A + B> operator+(const std::array<Column, A>& a, const std::array<Column, B>& b) {
    std::array<Column, A + B> both{};
    std::copy(b.begin(), b.end(), std::copy(a.begin(), a.end(), both.begin()));
    return both;
}

constexpr std::array kHandled{
    Column{"answered", &Totals::answered},
    Column{"answered_in_target", &Totals::answered_in_target},
    Column{"answered_queued", &Totals::answered_queued},
    Column{"wait_answered_s", &Totals::wait_answered_us, Unit::seconds},
    Column{"talk_s", &Totals::talk_us, Unit::seconds},
    Column{"wrap_up_s", &Totals::wrap_up_us, Unit::seconds},
    Column{"longest_wait_s", &Totals::longest_wait_us, Unit::seconds},
    Column{"open_s", &Totals::open_us, Unit::seconds},
    Column{"cost", &Totals::cost, Unit::number},
};

constexpr std::array kCalled{
    Column{"offered", &Totals::offered},
    Column{"abandoned", &Totals::abandoned},
    Column{"abandoned_in_target", &Totals::abandoned_in_target},
    Column{"abandoned_short", &Totals::abandoned_short},
    Column{"left_at_once", &Totals::left_at_once},
    Column{"dismissed", &Totals::dismissed},
    Column{"blocked", &Totals::blocked},
    Column{"wait_lost_s", &Totals::wait_lost_us, Unit::seconds},
    Column{"queue_s", &Totals::queue_us, Unit::seconds},
    Column{"longest_queue", &Totals::longest_queue},
    Column{"intervals", &Totals::intervals},
    Column{"intervals_met", &Totals::intervals_met},
};

constexpr std::array kDays{
    Column{"days", &Totals::days},
    Column{"daily_service_level", &Totals::daily_service_level, Unit::number},
};

constexpr std::array kAgentTime{
    Column{"available_s", &Totals::available_us, Unit::seconds},
    Column{"talking_s", &Totals::talking_us, Unit::seconds},
    Column{"wrapping_up_s", &Totals::wrapping_up_us, Unit::seconds},
    Column{"paid_s", &Totals::paid_us, Unit::seconds},
    Column{"present_open_s", &Totals::present_open_us, Unit::seconds},
};

constexpr auto kIntervalCallType = kHandled + kCalled;
constexpr auto kCallType = kIntervalCallType + kDays;
constexpr auto kReplication = kCallType + kAgentTime;
constexpr auto kGroup = kHandled + kAgentTime;

}  // namespace

Columns replication_columns() { return kReplication; }
Columns call_type_columns() { return kCallType; }
Columns group_columns() { return kGroup; }
Columns interval_call_type_columns() { return kIntervalCallType; }
Columns interval_group_columns() { return kGroup; }

bool are_zero(Columns columns, const Totals& totals) {
    return std::all_of(columns.begin(), columns.end(), [&](const Column& column) { return totals.*column.total == 0; });
}

void bind(SQLite::Statement& statement, int first, Columns columns, const Totals& totals) {
    constexpr double kMicrosecondsPerSecond = 1e6;
    for (const Column& column : columns) {
        const double value = totals.*column.total;
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
