#include "sim/report/text/display_width.hpp"
#include "sim/report/text/page.hpp"

namespace floorwalker::report {
namespace {

constexpr std::size_t kLongestName = 28;

std::vector<Estimate> estimates_of(const std::vector<NamedKpis>& all, Kpi kpi) {
    std::vector<Estimate> values;
    values.reserve(all.size());
    for (const NamedKpis& named : all) values.push_back(named.kpis[kpi]);
    return values;
}

template <class Entries>
Column names(std::string header, const Entries& entries) {
    Column column{.header = std::move(header), .align = Column::Align::left, .header_tone = Tone::strong};
    for (const auto& entry : entries)
        column.cells.push_back({fit(entry.name.empty() ? entry.id : entry.name, kLongestName)});
    return column;
}

void add_if_any(std::vector<Column>& columns, std::string header, const std::vector<Estimate>& values, Unit unit,
                double scale = 1.0) {
    if (any_above_zero(values)) columns.push_back(estimates(std::move(header), values, unit, scale));
}

/// Marks the call types whose service level misses their target.
void mark_missed(Column& levels, const Page& page) {
    for (std::size_t t = 0; t < levels.cells.size(); ++t) {
        const CallType& type = page.scenario.call_types[t];
        const double share = type.answer_target.value_or(page.scenario.centre.answer_target).share;
        const auto& level = page.result.call_types[t].kpis[Kpi::service_level].mean;
        if (level && *level < share) levels.cells[t].tone = Tone::bad;
    }
}

}  // namespace

std::string call_type_lines(const Page& page) {
    const auto& types = page.result.call_types;
    const auto of = [&](Kpi kpi) { return estimates_of(types, kpi); };
    std::vector<Column> columns{names("Call types", page.scenario.call_types)};
    columns.push_back(estimates("offered", of(Kpi::offered), Unit::count, page.per_day()));
    columns.push_back(estimates("service level %", of(Kpi::service_level), Unit::percent));
    mark_missed(columns.back(), page);
    if (page.loses_callers()) columns.push_back(estimates("abandoned %", of(Kpi::abandonment), Unit::percent));
    columns.push_back(estimates("ASA s", of(Kpi::asa_s), Unit::seconds));
    columns.push_back(estimates("95 % wait s", of(Kpi::wait_p95_s), Unit::seconds));
    columns.back().expendable = 2;
    columns.push_back(estimates("AHT s", of(Kpi::aht_s), Unit::seconds));
    columns.back().expendable = 1;
    return table(std::move(columns), page.table_options());
}

std::string group_lines(const Page& page) {
    const auto& groups = page.result.groups;
    const auto of = [&](Kpi kpi) { return estimates_of(groups, kpi); };
    std::vector<Column> columns{names("Groups", page.scenario.groups)};
    columns.push_back(estimates("present", of(Kpi::mean_agents), Unit::count));
    columns.push_back(estimates("answered", of(Kpi::answered), Unit::count, page.per_day()));
    columns.push_back(estimates("occupancy %", of(Kpi::occupancy), Unit::percent));
    columns.push_back(estimates("AHT s", of(Kpi::aht_s), Unit::seconds));
    columns.push_back(estimates("paid hours", of(Kpi::paid_hours), Unit::count, page.per_day()));
    columns.back().expendable = 1;
    add_if_any(columns, "shrinkage %", of(Kpi::shrinkage), Unit::percent);
    add_if_any(columns, "cost " + page.scenario.centre.currency, of(Kpi::cost), Unit::count, page.per_day());
    return table(std::move(columns), page.table_options());
}

}  // namespace floorwalker::report
