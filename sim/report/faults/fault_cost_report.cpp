#include "sim/report/faults/fault_cost_report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/report/compare/difference_words.hpp"
#include "sim/report/metric_words.hpp"
#include "sim/report/text/paragraph.hpp"
#include "sim/report/text/table.hpp"

namespace floorwalker::report {
namespace {

using Json = nlohmann::ordered_json;

std::string label_of(const plan::FaultFigure& figure) {
    return figure.key == "handling_hours" ? "handling hours" : report::label_of(figure.kpi);
}

Json to_json(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json to_json(const Estimate& estimate) {
    return {{"mean", to_json(estimate.mean)}, {"half_width", to_json(estimate.half_width)}};
}

}  // namespace

std::string fault_cost_text(const plan::FaultCost& cost, const Scenario& scenario, const TextOptions& options) {
    const std::string& currency = scenario.centre.currency;
    Column labels{.header = "What the faults cost", .align = Column::Align::left, .header_tone = Tone::strong};
    Column without{.header = "without"};
    Column with{.header = "with"};
    Column differences{.header = "difference"};
    Column marks{.align = Column::Align::left};
    for (std::size_t i = 0; i < cost.figures.size(); ++i) {
        const Kpi kpi = cost.figures[i].kpi;
        const plan::Verdict verdict = plan::verdict_on(cost.differences[i], plan::better(kpi));
        const Shown difference = shown_difference(kpi, cost.differences[i], currency);
        labels.cells.push_back({label_of(cost.figures[i])});
        without.cells.push_back({shown_value(kpi, cost.without[i], currency).mean});
        with.cells.push_back({shown_value(kpi, cost.with[i], currency).mean});
        differences.cells.push_back({difference.mean, difference.half_width, tone_of(verdict)});
        marks.cells.push_back({mark_of(verdict), "", tone_of(verdict)});
    }
    const std::string note = fmt::format(
        "The same customers without faults of machines, {} replication{} of each; all differences together hold with "
        "{} "
        "confidence.",
        whole(cost.replications), cost.replications == 1 ? "" : "s", target_percent(cost.confidence));
    return table({labels, without, with, differences, marks}, {options.width, 2, options.colour}) +
           paragraph(note, options.width);
}

nlohmann::ordered_json fault_cost_json(const plan::FaultCost& cost) {
    Json object{{"replications", cost.replications}, {"confidence", cost.confidence}, {"figures", Json::object()}};
    for (std::size_t i = 0; i < cost.figures.size(); ++i) {
        const plan::Difference& difference = cost.differences[i];
        object["figures"][cost.figures[i].key] = {
            {"without", to_json(cost.without[i])},
            {"with", to_json(cost.with[i])},
            {"difference", {{"mean", to_json(difference.mean)}, {"half_width", to_json(difference.half_width)}}}};
    }
    return object;
}

}  // namespace floorwalker::report
