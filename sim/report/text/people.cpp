#include "sim/report/text/figures.hpp"
#include "sim/report/text/scopes.hpp"

/// Who leaves and who comes: by group, and by month.
namespace floorwalker::report {
namespace {

std::string by_group(const Page& page) {
    const auto of = [&](Kpi kpi) { return estimates_of(page.result.groups, kpi); };
    std::vector<Column> columns{names("People", page.scenario.groups)};
    columns.push_back(estimates("in places", of(Kpi::headcount), Unit::count));
    columns.push_back(estimates("vacant %", of(Kpi::vacancy), Unit::percent));
    columns.push_back(estimates("left", of(Kpi::left), Unit::count));
    columns.push_back(estimates("joined", of(Kpi::joined), Unit::count));
    add_if_any(columns, "trainee hours", of(Kpi::trainee_hours), Unit::count, page.per_day());
    return table(std::move(columns), page.table_options());
}

std::string by_month(const Page& page) {
    const auto& months = page.result.months;
    if (months.empty()) return {};
    const auto of = [&](Kpi kpi) { return estimates_of(months, kpi); };
    std::vector<Column> columns{name_column("Days")};
    for (const NamedKpis& month : months) columns.front().cells.push_back({month.id});
    columns.push_back(estimates("in places", of(Kpi::headcount), Unit::count));
    columns.push_back(estimates("left", of(Kpi::left), Unit::count));
    columns.push_back(estimates("joined", of(Kpi::joined), Unit::count));
    columns.push_back(estimates("service level %", of(Kpi::service_level), Unit::percent));
    columns.push_back(estimates("ASA s", of(Kpi::asa_s), Unit::seconds));
    columns.push_back(estimates("AHT s", of(Kpi::aht_s), Unit::seconds));
    columns.back().expendable = 1;
    return '\n' + table(std::move(columns), page.table_options());
}

}  // namespace

std::string people_lines(const Page& page) {
    if (!page.result.overall[Kpi::headcount].mean) return {};
    return by_group(page) + by_month(page);
}

}  // namespace floorwalker::report
