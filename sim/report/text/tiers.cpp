#include <fmt/format.h>

#include "sim/report/text/numbers.hpp"
#include "sim/report/text/scopes.hpp"

namespace floorwalker::report {
namespace {

/// A row: a tier, or those of no tier, who have no target of their own.
struct Row {
    const NamedKpis& result;
    const Tier* tier = nullptr;
};

/// Those of no tier only where there are such.
std::vector<Row> rows_of(const Page& page) {
    std::vector<Row> rows;
    for (std::size_t k = 0; k < page.result.tiers.size(); ++k) {
        const bool is_tier = k < page.scenario.tiers.size();
        const NamedKpis& result = page.result.tiers[k];
        if (is_tier || result.kpis[Kpi::offered].mean.value_or(0) > 0)
            rows.push_back({result, is_tier ? &page.scenario.tiers[k] : nullptr});
    }
    return rows;
}

Column tier_names(const std::vector<Row>& rows) {
    Column column = name_column("Tiers");
    for (const Row& row : rows) {
        column.cells.push_back({shown_name(row.tier != nullptr ? row.tier->name : "", row.result.id)});
        if (row.tier == nullptr) column.cells.back().tone = Tone::faint;
    }
    return column;
}

std::optional<bool> meets_answer_target(const Row& row) {
    const auto& level = row.result.kpis[Kpi::service_level].mean;
    if (row.tier == nullptr || !row.tier->answer_target || !level) return std::nullopt;
    return *level >= row.tier->answer_target->share;
}

std::optional<bool> keeps_abandonment_target(const Row& row) {
    const auto& share = row.result.kpis[Kpi::abandonment].mean;
    if (row.tier == nullptr || !row.tier->abandonment_target || !share) return std::nullopt;
    return *share <= *row.tier->abandonment_target;
}

std::string answer_goal(const Row& row) {
    if (row.tier == nullptr || !row.tier->answer_target) return {};
    const AnswerTarget& target = *row.tier->answer_target;
    return fmt::format("{} in {}", target_percent(target.share), duration(to_seconds(target.within)));
}

std::string abandonment_goal(const Row& row) {
    return row.tier == nullptr || !row.tier->abandonment_target ? "" : target_percent(*row.tier->abandonment_target);
}

/// Behind the last column, what the tiers want of it; nothing where none wants anything.
void add_goals(std::vector<Column>& columns, const std::vector<Row>& rows, std::string header,
               std::string (*goal)(const Row&), std::optional<bool> (*met)(const Row&)) {
    Column marks{.align = Column::Align::left};
    Column goals{.header = std::move(header), .align = Column::Align::left};
    bool any = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        marks.cells.push_back(mark_of(met(rows[i])));
        goals.cells.push_back({goal(rows[i])});
        any = any || !goals.cells.back().text.empty();
        if (met(rows[i]) == false) columns.back().cells[i].tone = Tone::bad;
    }
    if (!any) return;
    columns.push_back(std::move(marks));
    columns.push_back(std::move(goals));
}

}  // namespace

std::string tier_lines(const Page& page) {
    const std::vector<Row> rows = rows_of(page);
    if (rows.empty()) return {};
    const auto of = [&](Kpi kpi) {
        std::vector<Estimate> values;
        for (const Row& row : rows) values.push_back(row.result.kpis[kpi]);
        return values;
    };
    std::vector<Column> columns{tier_names(rows)};
    columns.push_back(estimates("offered", of(Kpi::offered), Unit::count, page.per_day()));
    columns.push_back(estimates("service level %", of(Kpi::service_level), Unit::percent));
    add_goals(columns, rows, "target", answer_goal, meets_answer_target);
    if (page.loses_callers()) {
        columns.push_back(estimates("abandoned %", of(Kpi::abandonment), Unit::percent));
        add_goals(columns, rows, "limit", abandonment_goal, keeps_abandonment_target);
    }
    columns.push_back(estimates("ASA s", of(Kpi::asa_s), Unit::seconds));
    columns.back().expendable = 1;
    columns.push_back(estimates("95 % wait s", of(Kpi::wait_p95_s), Unit::seconds));
    columns.back().expendable = 3;
    if (const auto contained = of(Kpi::containment); any_above_zero(contained)) {
        columns.push_back(estimates("contained %", contained, Unit::percent));
        columns.back().expendable = 2;
    }
    return table(std::move(columns), page.table_options());
}

}  // namespace floorwalker::report
