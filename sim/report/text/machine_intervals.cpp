// Servers by interval of the day.
#include <algorithm>

#include <fmt/format.h>

#include "sim/report/clock.hpp"
#include "sim/report/text/bar.hpp"
#include "sim/report/text/display_width.hpp"
#include "sim/report/text/machine_columns.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/page.hpp"
#include "sim/report/text/scopes.hpp"
#include "sim/report/text/server_rows.hpp"

namespace floorwalker::report {
namespace {

/// A table of more servers cannot be read; those that are busiest at their worst are shown.
constexpr std::size_t kMostServers = 3;
constexpr std::size_t kBarCells = 6;
constexpr double kWorthABar = 0.1;
constexpr std::size_t kLongestId = 12;

struct Shelf {
    const ServerResult* server = nullptr;
    std::vector<ServerRow> rows;

    double peak() const {
        double most = 0;
        for (const ServerRow& row : rows)
            most = std::max(most, row.at.utilisation.mean.value_or(row.at.response_s.mean.value_or(0)));
        return most;
    }
};

std::vector<Shelf> shelves_of(const Page& page) {
    std::vector<Shelf> shelves;
    for (const ServerResult& server : page.result.machines->servers) {
        Shelf shelf{&server, rows_of(server, page.result.intervals)};
        if (shelf.rows.size() > kMostIntervalRows) shelf.rows = by_hour(shelf.rows);
        if (server.look_ups.mean.value_or(0) > 0) shelves.push_back(std::move(shelf));
    }
    const auto is_busier = [](const Shelf& a, const Shelf& b) { return a.peak() > b.peak(); };
    if (shelves.size() > kMostServers) {
        std::stable_sort(shelves.begin(), shelves.end(), is_busier);
        shelves.resize(kMostServers);
    }
    return shelves;
}

/// What came after closing only where there was anything.
void leave_out_empty_close(std::vector<Shelf>& shelves) {
    const auto is_idle = [](const Shelf& shelf) {
        return shelf.rows.back().after_close && shelf.rows.back().at.look_ups.mean.value_or(0) == 0;
    };
    if (!std::all_of(shelves.begin(), shelves.end(), is_idle)) return;
    for (Shelf& shelf : shelves) shelf.rows.pop_back();
}

std::vector<Estimate> values_of(const Shelf& shelf, Estimate ServerResult::Interval::*figure) {
    std::vector<Estimate> values;
    for (const ServerRow& row : shelf.rows) values.push_back(row.at.*figure);
    return values;
}

Column times(const std::vector<ServerRow>& rows) {
    Column column = name_column("Servers");
    for (const ServerRow& row : rows) column.cells.push_back({row.after_close ? "closed" : clock(row.start)});
    return column;
}

/// With a bar each, and a line in it where a server becomes too busy.
Column busy(const Shelf& shelf) {
    Column column = estimates("busy %", values_of(shelf, &ServerResult::Interval::utilisation), Unit::percent);
    align(column);
    for (std::size_t i = 0; i < shelf.rows.size(); ++i) {
        const auto& share = shelf.rows[i].at.utilisation.mean;
        if (share) column.cells[i].text.insert(0, bar(*share, kBarCells, kHot) + " ");
        if (share.value_or(0) > kHot) column.cells[i].tone = Tone::bad;
        column.cells[i].half_width.clear();
    }
    return column;
}

/// Else there is nothing to see in how busy it is.
bool is_busy(const Shelf& shelf) {
    return std::any_of(shelf.rows.begin(), shelf.rows.end(),
                       [](const ServerRow& row) { return row.at.utilisation.mean.value_or(0) >= kWorthABar; });
}

void add_columns(std::vector<Column>& columns, const Shelf& shelf, const Page& page, bool is_alone) {
    const auto of = [&](Estimate ServerResult::Interval::*figure) { return values_of(shelf, figure); };
    using Interval = ServerResult::Interval;
    if (is_alone) columns.push_back(estimates("look-ups", of(&Interval::look_ups), Unit::count, page.per_day()));
    const auto times = of(&Interval::response_s);
    columns.push_back(responses(fit(shelf.server->id, kLongestId), times, unit_for(times)));
    if (is_busy(shelf)) columns.push_back(busy(shelf));
    if (is_alone) columns.push_back(estimates("at once", of(&Interval::present), Unit::ratio));
    add_if_any(columns, "failed", of(&Interval::failed), Unit::count, page.per_day());
}

}  // namespace

ResponseUnit unit_for(const std::vector<Estimate>& values) {
    const bool is_long = std::any_of(values.begin(), values.end(),
                                     [](const Estimate& value) { return value.mean.value_or(0) >= 0.9995; });
    return is_long ? ResponseUnit::seconds : ResponseUnit::milliseconds;
}

Column responses(const std::string& header, const std::vector<Estimate>& values, ResponseUnit unit) {
    constexpr double kMsPerSecond = 1e3;
    if (unit == ResponseUnit::seconds) return estimates(header + " s", values, Unit::ratio);
    return estimates(header + " ms", values, Unit::count, kMsPerSecond);
}

std::string machine_interval_lines(const Page& page) {
    if (!page.result.machines || page.result.intervals.empty()) return {};
    std::vector<Shelf> shelves = shelves_of(page);
    if (shelves.empty()) return {};
    leave_out_empty_close(shelves);
    std::vector<Column> columns{times(shelves.front().rows)};
    for (const Shelf& shelf : shelves) add_columns(columns, shelf, page, shelves.size() == 1);
    std::string note = "  The mean response of each server";
    if (std::any_of(shelves.begin(), shelves.end(), is_busy))
        note += fmt::format("; the thin line in the bar is at {}, above which look-ups wait for each other",
                            target_percent(kHot));
    return table(std::move(columns), page.table_options()) + page.paint(note + ".", Tone::faint) + '\n';
}

}  // namespace floorwalker::report
