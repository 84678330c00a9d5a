// How service standards were kept.
#include <algorithm>

#include <fmt/format.h>

#include "sim/report/text/figures.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/scopes.hpp"

namespace floorwalker::report {
namespace {

/// "1 min", "15 s": what somebody wrote has no need of zeros.
std::string limit(Duration length) {
    using namespace std::chrono;
    if (length % hours{1} == Duration{0}) return fmt::format("{} h", length / hours{1});
    if (length % minutes{1} == Duration{0}) return fmt::format("{} min", length / minutes{1});
    return duration(to_seconds(length));
}

/// "answered within 3 rings", "on hold at most 1 min"
std::string rule_of(const Standard& standard) {
    const std::string within = limit(standard.within);
    switch (standard.of) {
    case StandardOf::rings: return fmt::format("answered within {} rings", standard.rings);
    case StandardOf::hold: return "on hold at most " + within;
    case StandardOf::report_back: return "on hold, a word every " + within;
    case StandardOf::callback: return "called back within " + within;
    case StandardOf::talk: return "talk at most " + within;
    }
    return {};
}

std::string all_together(const Page& page) {
    const auto& standards = page.result.standards;
    Column rules = name_column("Service standards");
    Column types{.header = "of", .align = Column::Align::left};
    Column goals{.header = "goal %"};
    Column marks{.align = Column::Align::left};
    std::vector<Estimate> cases;
    std::vector<Estimate> kept;
    bool has_types = false;
    for (const StandardResult& one : standards) {
        rules.cells.push_back({rule_of(one.standard)});
        types.cells.push_back({one.call_type.empty() ? "all" : one.call_type});
        has_types = has_types || !one.call_type.empty();
        goals.cells.push_back({number(one.standard.goal * 100.0, 0)});
        marks.cells.push_back(mark_of(one.is_met()));
        cases.push_back(one.overall.cases);
        kept.push_back(one.overall.kept);
    }
    std::vector<Column> columns{std::move(rules)};
    if (has_types) columns.push_back(std::move(types));
    columns.push_back(estimates(page.title("cases"), cases, Unit::count, page.per_day()));
    columns.push_back(estimates("kept %", kept, Unit::percent));
    columns.push_back(std::move(goals));
    columns.push_back(std::move(marks));
    return table(std::move(columns), page.table_options());
}

bool has_cases(const StandardResult& standard, std::size_t group) {
    return standard.by_group[group].cases.mean.value_or(0) > 0;
}

/// A row a group that has any case, a column a standard.
std::string by_group(const Page& page) {
    const auto& groups = page.scenario.groups;
    const auto& standards = page.result.standards;
    if (groups.size() < 2) return {};
    std::vector<std::size_t> rows;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (std::any_of(standards.begin(), standards.end(), [g](const auto& one) { return has_cases(one, g); }))
            rows.push_back(g);
    }
    Column names = name_column("· by group, kept %");
    for (const std::size_t g : rows) names.cells.push_back({shown_name(groups[g].name, groups[g].id)});
    std::vector<Column> columns{std::move(names)};
    for (const StandardResult& one : standards) {
        std::vector<Estimate> kept;
        for (const std::size_t g : rows) kept.push_back(one.by_group[g].kept);
        columns.push_back(estimates(one.standard.id, kept, Unit::percent));
    }
    return rows.empty() ? "" : table(std::move(columns), page.table_options());
}

}  // namespace

std::string standard_lines(const Page& page) {
    if (page.result.standards.empty()) return {};
    return all_together(page) + by_group(page);
}

}  // namespace floorwalker::report
