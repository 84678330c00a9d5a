#include <fmt/format.h>

#include "sim/report/text/bar.hpp"
#include "sim/report/text/scopes.hpp"

namespace floorwalker::report {
namespace {

constexpr std::size_t kShareCells = 10;
constexpr std::size_t kLongestTitle = 45;

/// A row of the table of a flow: a node, or what became of the callers.
struct Row {
    std::string name;
    Estimate callers;
    Estimate share;
};

std::vector<Row> rows_of(const IvrResult& flow) {
    std::vector<Row> rows;
    for (const IvrResult::Node& node : flow.nodes) rows.push_back({node.id, node.visits, node.share});
    return rows;
}

/// What did not happen is left out.
std::vector<Row> outcomes_of(const IvrResult& flow) {
    std::vector<Row> rows;
    const auto add = [&](const char* name, const Estimate& callers, const Estimate& share) {
        if (callers.mean.value_or(0) > 0) rows.push_back({name, callers, share});
    };
    add("→ served there", flow.contained, flow.contained_share);
    add("→ to an agent", flow.wants_agent, flow.wants_agent_share);
    add("→ hung up", flow.gave_up, flow.gave_up_share);
    add("→ not served", flow.not_served, flow.not_served_share);
    return rows;
}

Column shares(const std::vector<Row>& rows) {
    std::vector<Estimate> values;
    for (const Row& row : rows) values.push_back(row.share);
    Column column = estimates("share of callers %", values, Unit::percent);
    align(column);
    for (std::size_t i = 0; i < rows.size(); ++i)
        column.cells[i].text.insert(0, bar(rows[i].share.mean.value_or(0), kShareCells) + " ");
    return column;
}

std::string lines_of(const Page& page, const std::string& name, const IvrResult& flow) {
    std::vector<Row> rows = rows_of(flow);
    const std::size_t nodes = rows.size();
    for (Row& row : outcomes_of(flow)) rows.push_back(std::move(row));
    Column names = name_column(fit("IVR: " + name, kLongestTitle));
    std::vector<Estimate> callers;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        names.cells.push_back({fit(rows[i].name, kLongestName), "", i < nodes ? Tone::plain : Tone::strong});
        callers.push_back(rows[i].callers);
    }
    return table({std::move(names), estimates("visits", callers, Unit::count, page.per_day()), shares(rows)},
                 page.table_options());
}

}  // namespace

std::string ivr_lines(const Page& page) {
    std::string text;
    for (std::size_t f = 0; f < page.result.ivr.size(); ++f) {
        const IvrFlow& flow = page.scenario.flows[f];
        // One of a single node has nothing to tell.
        if (flow.nodes.size() < 2 || page.result.ivr[f].entered.mean.value_or(0) == 0) continue;
        if (!text.empty()) text += '\n';
        text += lines_of(page, flow.name.empty() ? flow.id : flow.name, page.result.ivr[f]);
    }
    return text;
}

}  // namespace floorwalker::report
