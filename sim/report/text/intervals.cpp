#include <algorithm>

#include <fmt/format.h>

#include "sim/report/clock.hpp"
#include "sim/report/text/bar.hpp"
#include "sim/report/text/hours.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/page.hpp"

namespace floorwalker::report {
namespace {

using Rows = std::vector<IntervalKpis>;

constexpr std::size_t kVolumeCells = 6;
constexpr std::size_t kLevelCells = 8;

bool has_contacts(const IntervalKpis& row) {
    return row.kpis[Kpi::offered].mean.value_or(0) > 0 || row.kpis[Kpi::blocked].mean.value_or(0) > 0;
}

bool has_anything(const IntervalKpis& row) {
    return has_contacts(row) || row.kpis[Kpi::paid_hours].mean.value_or(0) > 0;
}

Rows rows_of(const Page& page) {
    Rows rows = page.result.intervals;
    if (rows.size() > kMostIntervalRows) rows = by_hour(rows, page.scenario.centre.service_level);
    std::erase_if(rows, [](const IntervalKpis& row) { return row.after_close && !has_anything(row); });
    return rows;
}

std::vector<Estimate> estimates_of(const Rows& rows, Kpi kpi) {
    std::vector<Estimate> values;
    for (const IntervalKpis& row : rows) values.push_back(row.kpis[kpi]);
    return values;
}

/// When a row begins, with a bar for how its volume compares with that of the busiest.
Column times(const Rows& rows) {
    Column column{.header = "Intervals", .align = Column::Align::left, .header_tone = Tone::strong};
    const auto offered = [](const IntervalKpis& row) { return row.kpis[Kpi::offered].mean.value_or(0); };
    double largest = 0;
    for (const IntervalKpis& row : rows) largest = std::max(largest, offered(row));
    for (const IntervalKpis& row : rows) {
        std::string text = row.after_close ? "closed" : clock(row.start) + "  ";
        if (!row.after_close && largest > 0) text += bar(offered(row) / largest, kVolumeCells);
        column.cells.push_back({std::move(text)});
    }
    return column;
}

Column volumes(const Rows& rows, double per_day) {
    Column column = estimates("offered", estimates_of(rows, Kpi::offered), Unit::count, per_day);
    if (rows.back().after_close && !has_contacts(rows.back())) column.cells.back() = {};
    return column;
}

bool misses(const IntervalKpis& row, double target) {
    const auto& level = row.kpis[Kpi::service_level].mean;
    return level && *level < target;
}

/// Present agents; for the time after closing, which has no length of its own, their hours.
Column agents(const Rows& rows, double per_day) {
    Column column = estimates("agents", estimates_of(rows, Kpi::mean_agents), Unit::count);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].after_close) continue;
        column.cells[i] = {shown_count(rows[i].kpis[Kpi::paid_hours], per_day).mean + " h"};
    }
    return column;
}

/// Service levels, each with a bar, and a line in it for a target that is missed.
Column levels(const Rows& rows, double target) {
    Column column = estimates("service level %", estimates_of(rows, Kpi::service_level), Unit::percent);
    align(column);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& level = rows[i].kpis[Kpi::service_level].mean;
        if (level) column.cells[i].text.insert(0, bar(*level, kLevelCells, target) + " ");
        if (misses(rows[i], target)) column.cells[i].tone = Tone::bad;
    }
    return column;
}

Column marks(const Rows& rows, double target) {
    Column column{.align = Column::Align::left};
    for (const IntervalKpis& row : rows) column.cells.push_back({misses(row, target) ? "✗" : "", "", Tone::bad});
    return column;
}

}  // namespace

std::string interval_lines(const Page& page) {
    const Rows rows = rows_of(page);
    if (rows.empty()) return {};
    const double target = page.scenario.centre.answer_target.share;
    const auto of = [&](Kpi kpi) { return estimates_of(rows, kpi); };
    std::vector<Column> columns{times(rows), volumes(rows, page.per_day()), agents(rows, page.per_day()),
                                levels(rows, target)};
    columns.push_back(marks(rows, target));
    columns.push_back(estimates("ASA s", of(Kpi::asa_s), Unit::seconds));
    if (page.loses_callers()) columns.push_back(estimates("abandoned %", of(Kpi::abandonment), Unit::percent));
    columns.push_back(estimates("occupancy %", of(Kpi::occupancy), Unit::percent));
    std::string text = table(std::move(columns), page.table_options());
    if (std::any_of(rows.begin(), rows.end(), [&](const IntervalKpis& row) { return misses(row, target); })) {
        text += page.paint(fmt::format("  ✗ below the target of {}, which the thin line in the bar shows.",
                                       target_percent(target)),
                           Tone::faint) +
                '\n';
    }
    if (page.result.intervals.size() > kMostIntervalRows) {
        text += page.paint("  By the hour; JSON and CSV have every interval with its half-widths.", Tone::faint) + '\n';
    }
    return text;
}

}  // namespace floorwalker::report
