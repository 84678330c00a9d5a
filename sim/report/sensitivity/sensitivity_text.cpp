#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/report/compare/difference_words.hpp"
#include "sim/report/metric_words.hpp"
#include "sim/report/sensitivity/sensitivity_report.hpp"
#include "sim/report/text/bar.hpp"
#include "sim/report/text/display_width.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/table.hpp"

namespace floorwalker::report {
namespace {

constexpr std::size_t kHalfBar = 14;  // cells to each side of the middle

struct View {
    const SensitivityReport& report;
    const TextOptions& options;

    const std::string& currency() const { return report.scenario.centre.currency; }
    std::string paint(std::string_view text, Tone tone) const { return report::paint(text, tone, options.colour); }
    TableOptions table_options() const { return {options.width, 2, options.colour}; }
    bool is_of_one_day() const { return report.scenario.centre.days - report.scenario.centre.warm_up_days <= 1; }
};

std::string head(const View& view) {
    const plan::ComparisonRun& run = view.report.inputs.run;
    const std::string facts =
        fmt::format("each input {} less and {} more · {} replications · the same customers throughout · seed {}",
                    target_percent(view.report.inputs.by), target_percent(view.report.inputs.by),
                    whole(run.replications), view.report.seed);
    return view.paint(fit(view.report.scenario.centre.name, view.options.width), Tone::strong) + '\n' +
           view.paint(fit(facts, view.options.width), Tone::faint) + '\n';
}

std::string repeated(std::string_view block, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += block;
    return text;
}

/// A bar that grows to the left, in half cells.
std::string left_bar(double share) {
    const auto halves = static_cast<std::size_t>(std::llround(share * 2 * kHalfBar));
    const std::size_t full = halves / 2;
    const std::size_t half = halves % 2;
    return std::string(kHalfBar - full - half, ' ') + (half > 0 ? "▐" : "") + repeated("█", full);
}

bool is_seen(const plan::Difference& difference) {
    return difference.mean && difference.half_width && std::abs(*difference.mean) > *difference.half_width;
}

double seen(const plan::Difference& difference) { return is_seen(difference) ? *difference.mean : 0; }

double largest_seen(const std::vector<plan::Swing>& swings) {
    double largest = 0;
    for (const plan::Swing& swing : swings) {
        largest = std::max({largest, std::abs(seen(swing.with_less)), std::abs(seen(swing.with_more))});
    }
    return largest;
}

/// From the least to the most that the KPI comes to, around what it is. What may be luck has no bar.
std::string tornado_bar(const plan::Swing& swing, double largest) {
    const double less = seen(swing.with_less);
    const double more = seen(swing.with_more);
    if (largest <= 0) return std::string(kHalfBar, ' ') + "│" + std::string(kHalfBar, ' ');
    return left_bar(std::max({0.0, -less, -more}) / largest) + "│" +
           bar(std::max({0.0, less, more}) / largest, kHalfBar);
}

Cell difference_cell(const View& view, Kpi kpi, const plan::Difference& difference) {
    const Shown shown = shown_difference(kpi, difference, view.currency());
    return {shown.mean, shown.half_width, is_seen(difference) ? Tone::plain : Tone::faint};
}

std::string tornado(const View& view, std::size_t metric) {
    const plan::Metric& about = view.report.metrics[metric];
    const auto& swings = view.report.inputs.swings[metric];
    const Shown now =
        shown_value(about.kpi, view.report.inputs.run.result.variants[0].estimates[metric], view.currency());
    const std::string by = target_percent(view.report.inputs.by);
    Column labels{.header = fmt::format("{}: {}", label_of(about, view.report.scenario), now.mean),
                  .align = Column::Align::left,
                  .header_tone = Tone::strong};
    Column less{.header = by + " less"};
    Column bars{.align = Column::Align::left, .expendable = 1};
    Column more{.header = by + " more"};
    const double largest = largest_seen(swings);
    for (const plan::Swing& swing : swings) {
        labels.cells.push_back({label_of(swing.input)});
        less.cells.push_back(difference_cell(view, about.kpi, swing.with_less));
        bars.cells.push_back({tornado_bar(swing, largest)});
        more.cells.push_back(difference_cell(view, about.kpi, swing.with_more));
    }
    return table({labels, less, bars, more}, view.table_options());
}

std::string notes(const View& view) {
    const auto& result = view.report.inputs.run.result;
    std::string text =
        fmt::format("  All {} differences together hold with {} confidence.\n",
                    whole(static_cast<std::int64_t>(result.intervals)), target_percent(result.confidence));
    for (const plan::Assumption input : view.report.inputs.missing) {
        text += fmt::format("  There is no {} in this scenario.\n", label_of(input));
    }
    return text;
}

Cell quantile_cell(const View& view, Kpi kpi, const std::optional<plan::Quantile>& quantile) {
    if (!quantile) return {"–", "", Tone::faint};
    Cell cell{shown_value(kpi, {quantile->value, {}}, view.currency()).mean};
    if (quantile->low && quantile->high) {
        const double half_width = (*quantile->high - *quantile->low) / 2;
        cell.half_width = shown_value(kpi, {quantile->value, half_width}, view.currency()).half_width;
    }
    return cell;
}

std::string demand_table(const View& view) {
    const plan::DemandResult& demand = *view.report.demand;
    const char* thing = view.is_of_one_day() ? "days" : "runs";
    Column labels{.header = fmt::format("Volume uncertain by {}", target_percent(view.report.demand_cv)),
                  .align = Column::Align::left,
                  .header_tone = Tone::strong};
    std::vector<Column> columns;
    for (const char* header : {"1 in 10 below", "1 in 4 below", "half below", "1 in 4 above", "1 in 10 above"}) {
        columns.push_back({.header = header});
    }
    for (const plan::DemandOfMetric& metric : demand.metrics) {
        labels.cells.push_back({label_of(metric.metric, view.report.scenario)});
        labels.cells.push_back({"· volume as forecast", "", Tone::faint});
        for (std::size_t s = 0; s < kDemandShares.size(); ++s) {
            for (const auto* values : {&metric.uncertain, &metric.as_forecast}) {
                columns[s].cells.push_back(quantile_cell(
                    view, metric.metric.kpi, plan::quantile_of(*values, kDemandShares[s], view.report.confidence)));
            }
        }
    }
    columns.insert(columns.begin(), labels);
    return table(std::move(columns), view.table_options()) +
           fmt::format("  {} {}, each with a volume of its own and once more with the one that was forecast.\n",
                       whole(demand.replications), thing);
}

/// The sentence that the table is there for; nothing where the forecast makes no difference that shows.
std::string demand_sentence(const View& view, const plan::DemandOfMetric& metric) {
    const plan::Better wish = plan::better(metric.metric.kpi);
    if (wish == plan::Better::neither) return "";
    const double share = wish == plan::Better::less ? 0.9 : 0.1;
    const auto uncertain = plan::quantile_of(metric.uncertain, share, view.report.confidence);
    const auto forecast = plan::quantile_of(metric.as_forecast, share, view.report.confidence);
    if (!uncertain || !forecast) return "";
    const auto shown = [&](double value) { return shown_value(metric.metric.kpi, {value, {}}, view.currency()).mean; };
    if (shown(uncertain->value) == shown(forecast->value)) return "";
    return fmt::format("  In 1 of 10 {} the {} is {} {}; were the forecast right, {} {}.\n",
                       view.is_of_one_day() ? "days" : "runs", label_of(metric.metric, view.report.scenario),
                       wish == plan::Better::less ? "above" : "below", shown(uncertain->value),
                       wish == plan::Better::less ? "above" : "below", shown(forecast->value));
}

}  // namespace

std::string label_of(plan::Assumption input) {
    std::string label{plan::name_of(input)};
    std::replace(label.begin(), label.end(), '_', ' ');
    return label;
}

std::string sensitivity_text(const SensitivityReport& report, const TextOptions& options) {
    const View view{report, options};
    std::string text = head(view);
    for (std::size_t m = 0; m < report.metrics.size(); ++m) text += '\n' + tornado(view, m);
    text += '\n' + notes(view);
    if (report.demand == nullptr) return text;
    text += '\n' + demand_table(view) + '\n';
    for (const plan::DemandOfMetric& metric : report.demand->metrics) text += demand_sentence(view, metric);
    return text;
}

}  // namespace floorwalker::report
