#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/report/text/display_width.hpp"
#include "sim/report/text/page.hpp"

/// What tables with a row a scope (call type, tier, channel, group) are made of.
namespace floorwalker::report {

inline constexpr std::size_t kLongestName = 28;

inline std::string shown_name(const std::string& name, const std::string& id) {
    return fit(name.empty() ? id : name, kLongestName);
}

inline Column name_column(std::string header) {
    return {.header = std::move(header), .align = Column::Align::left, .header_tone = Tone::strong};
}

/// The names of things in a scenario, or their ids where they have none.
template <class Entries>
Column names(std::string header, const Entries& entries) {
    Column column = name_column(std::move(header));
    for (const auto& entry : entries) column.cells.push_back({shown_name(entry.name, entry.id)});
    return column;
}

std::vector<Estimate> estimates_of(const std::vector<NamedKpis>& all, Kpi kpi);

/// Adds the column if any of its values is above 0.
void add_if_any(std::vector<Column>& columns, std::string header, const std::vector<Estimate>& values, Unit unit,
                double scale = 1.0);

/// "✓" or "✗"; empty where there is nothing to judge.
Cell mark_of(std::optional<bool> met);

}  // namespace floorwalker::report
