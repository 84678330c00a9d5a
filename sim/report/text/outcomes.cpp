// What customers got: solved or not, defects, what they think of it; and what monitors think.
#include <fmt/format.h>

#include "sim/report/text/figures.hpp"
#include "sim/report/text/scopes.hpp"

namespace floorwalker::report {
namespace {

Block got(const Page& page) {
    Figures figures{page, "What customers got"};
    figures.percent("solved", Kpi::solved);
    figures.percent_if_any("system defects", Kpi::system_defects);
    figures.percent_if_any("knowledge defects", Kpi::knowledge_defects);
    figures.percent_if_any("agent defects", Kpi::agent_defects);
    if (figures.is_above_zero(Kpi::cost)) figures.money("cost per solved", Kpi::cost_per_solved);
    return figures.take();
}

Block said(const Page& page) {
    Figures figures{page, "What they say"};
    figures.percent("satisfied (4–5)", Kpi::csat);
    figures.ratio("mean score", Kpi::csat_score);
    figures.percent_if_any("complain", Kpi::complaint_rate);
    figures.percent_if_any("write thanks", Kpi::praise_rate);
    return figures.take();
}

/// With an empty line before it. Nothing where there is but one: it is the centre as a whole.
std::string table_of_scopes(const Page& page, Column head, const std::vector<NamedKpis>& all) {
    if (all.size() < 2) return {};
    const auto of = [&](Kpi kpi) { return estimates_of(all, kpi); };
    std::vector<Column> columns{std::move(head)};
    add_if_any(columns, "solved %", of(Kpi::solved), Unit::percent);
    if (columns.size() == 1) return {};
    add_if_any(columns, "satisfied %", of(Kpi::csat), Unit::percent);
    add_if_any(columns, "complain %", of(Kpi::complaint_rate), Unit::percent);
    add_if_any(columns, "FCR %", of(Kpi::first_contact_resolution), Unit::percent);
    add_if_any(columns, "monitor score", of(Kpi::monitor_score), Unit::count);
    return '\n' + table(std::move(columns), page.table_options());
}

Column names_of_tiers(const Page& page) {
    Column column = names("By tier", page.scenario.tiers);
    column.cells.push_back({"standard"});
    return column;
}

Column stage(const std::string& header, const QualityResult& quality) {
    const auto cell = [](const Shown& shown) { return Cell{shown.mean, shown.half_width}; };
    Column column{.header = header};
    column.cells = {cell(shown_count(quality.samples)),     cell(shown_count(quality.missed)),
                    cell(shown_count(quality.score)),       cell(shown_count(quality.spread)),
                    cell(shown_ratio(quality.correlation)), cell(shown_ratio(quality.agent_correlation))};
    return column;
}

}  // namespace

std::string outcome_lines(const Page& page) {
    if (!page.result.overall[Kpi::solved].mean) return {};
    return beside_each_other({got(page), said(page)}, page) +
           table_of_scopes(page, names("By call type", page.scenario.call_types), page.result.call_types) +
           table_of_scopes(page, names_of_tiers(page), page.result.tiers) +
           table_of_scopes(page, names("By group", page.scenario.groups), page.result.groups);
}

std::string quality_lines(const Page& page) {
    const auto& quality = page.result.quality;
    if (!quality) return {};
    Column labels = name_column("Monitoring");
    labels.cells = {
        {"samples"},         {"no time for"}, {"mean score"}, {"spread of monitors"}, {"correlation with customers"},
        {"· agent by agent"}};
    std::vector<Column> columns{labels, stage("all", *quality)};
    if (const auto& stages = page.result.calibration) {
        columns.push_back(stage("before calibration", stages->before));
        columns.push_back(stage("after", stages->after));
    }
    return table(std::move(columns), page.table_options(3));
}

}  // namespace floorwalker::report
