// How service standards were kept.
#include <fmt/format.h>

#include "sim/report/text/figures.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/scopes.hpp"

namespace floorwalker::report {
namespace {

/// "answered within 3 rings", "on hold at most 1min"
std::string rule_of(const Standard& standard) {
    const std::string within = duration(to_seconds(standard.within));
    switch (standard.of) {
    case StandardOf::rings: return fmt::format("answered within {} rings", standard.rings);
    case StandardOf::hold: return "on hold at most " + within;
    case StandardOf::report_back: return "on hold, a word every " + within;
    case StandardOf::callback: return "called back within " + within;
    case StandardOf::talk: return "talk at most " + within;
    }
    return {};
}

}  // namespace

std::string standard_lines(const Page& page) {
    const auto& standards = page.result.standards;
    if (standards.empty()) return {};
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
    std::vector<Column> columns{rules};
    if (has_types) columns.push_back(std::move(types));
    columns.push_back(estimates(page.title("cases"), cases, Unit::count, page.per_day()));
    columns.push_back(estimates("kept %", kept, Unit::percent));
    columns.push_back(std::move(goals));
    columns.push_back(std::move(marks));
    for (std::size_t g = 0; g < page.scenario.groups.size() && page.scenario.groups.size() > 1; ++g) {
        const Group& group = page.scenario.groups[g];
        std::vector<Estimate> of_group;
        for (const StandardResult& one : standards) of_group.push_back(one.by_group[g].kept);
        columns.push_back(estimates(shown_name(group.name, group.id) + " %", of_group, Unit::percent));
        columns.back().expendable = 1;
    }
    return table(std::move(columns), page.table_options());
}

}  // namespace floorwalker::report
