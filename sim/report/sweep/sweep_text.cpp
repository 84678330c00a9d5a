#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "sim/plan/sweep/knee.hpp"
#include "sim/report/kpi_unit.hpp"
#include "sim/report/sweep/sweep_report.hpp"
#include "sim/report/text/display_width.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/table.hpp"

namespace floorwalker::report {
namespace {

using plan::Better;
using plan::SweepResult;

constexpr std::size_t kMostRows = 40;
constexpr std::size_t kRowsOfMany = 15;
constexpr std::size_t kLongestValue = 28;

std::string counted(std::int64_t number, const std::string& noun) {
    return fmt::format("{} {}{}", whole(number), noun, number == 1 ? "" : "s");
}

std::string title_of(const plan::SweepMetric& metric) {
    return metric.name + (unit_of(metric.kpi) == Unit::percent ? " %" : "");
}

std::string head(const SweepResult& result, const TextOptions& options) {
    const auto& definition = result.definition;
    std::string text = "  " + paint(fit(definition.scenario_name, 60), Tone::strong, options.colour);
    text +=
        fmt::format(": {} with {} each, seed {}, the same customers in all\n", counted(definition.variants, "variant"),
                    counted(definition.replications, "replication"), definition.seed);
    if (result.shard.of > 1) {
        text += fmt::format("  This is shard {} of {}: {} of {} replications.\n", result.shard.number, result.shard.of,
                            whole(result.kept), whole(result.jobs));
    } else if (!result.is_complete()) {
        text += fmt::format("  Only {} of {} replications are done.\n", whole(result.kept), whole(result.jobs));
    }
    return text;
}

/// The metric by which the best of many variants are chosen: the first that has a better and a worse.
std::optional<std::size_t> leading_metric(const SweepResult& result) {
    for (std::size_t m = 0; m < result.metrics.size(); ++m) {
        if (result.metrics[m].better != Better::neither) return m;
    }
    return std::nullopt;
}

std::vector<std::size_t> rows_to_show(const SweepResult& result) {
    std::vector<std::size_t> rows(result.variants.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (rows.size() <= kMostRows) return rows;
    if (const auto leading = leading_metric(result)) {
        const double sign = result.metrics[*leading].better == Better::more ? -1 : 1;
        const auto rank = [&](std::size_t v) {
            const auto& mean = result.variants[v].metrics[*leading].mean;
            return mean ? sign * *mean : std::numeric_limits<double>::infinity();
        };
        std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    }
    rows.resize(kRowsOfMany);
    return rows;
}

Column metric_column(const SweepResult& result, std::size_t metric, const std::vector<std::size_t>& rows) {
    std::vector<Estimate> values;
    for (const std::size_t v : rows) values.push_back(result.variants[v].metrics[metric]);
    const auto best = result.best(metric);
    Column column = estimates(title_of(result.metrics[metric]), values, unit_of(result.metrics[metric].kpi));
    align(column);
    for (std::size_t row = 0; row < rows.size() && best; ++row) {
        const bool is_best = rows[row] == *best;
        Cell& cell = column.cells[row];
        cell.text = (is_best ? "★ " : "  ") + cell.text;
        if (is_best) cell.tone = Tone::good;
    }
    return column;
}

std::string variant_table(const SweepResult& result, const TextOptions& options) {
    const auto rows = rows_to_show(result);
    std::vector<Column> columns{{.header = "variant"}};
    for (const std::size_t v : rows) columns[0].cells.push_back({whole(static_cast<std::int64_t>(v) + 1)});
    for (std::size_t i = 0; i < result.inputs.size(); ++i) {
        const auto align = result.inputs[i].is_numeric ? Column::Align::right : Column::Align::left;
        Column column{.header = result.inputs[i].label, .align = align, .header_tone = Tone::strong};
        for (const std::size_t v : rows) {
            column.cells.push_back({fit(result.variants[v].values[i], kLongestValue), "", Tone::strong});
        }
        columns.push_back(std::move(column));
    }
    for (std::size_t m = 0; m < result.metrics.size(); ++m) columns.push_back(metric_column(result, m, rows));
    std::string text = table(std::move(columns), {options.width, 2, options.colour});
    if (rows.size() < result.variants.size()) {
        const auto leading = leading_metric(result);
        text += fmt::format("  These are the {} {} of {}; --format csv lists all.\n", rows.size(),
                            leading ? fmt::format("with the best {}", result.metrics[*leading].name) : "first",
                            whole(static_cast<std::int64_t>(result.variants.size())));
    }
    return text;
}

std::string notes(const SweepResult& result) {
    bool has_best = false;
    bool has_half_widths = false;
    for (std::size_t m = 0; m < result.metrics.size(); ++m) {
        has_best = has_best || result.best(m);
        for (const auto& variant : result.variants) {
            has_half_widths = has_half_widths || variant.metrics[m].half_width;
        }
    }
    std::string text;
    if (has_best) text += "  ★ best mean of the column";
    if (has_half_widths) {
        text += fmt::format("{}± half-width of the {} % confidence interval", has_best ? "   " : "  ",
                            number(100 * result.confidence, 0));
    }
    return text.empty() ? text : text + '\n';
}

/// "+15.2", with as many decimals as the metric is shown with.
std::string shown_change(double change, Unit unit) {
    const double value = unit == Unit::percent ? 100 * change : change;
    const int decimals = unit == Unit::ratio ? 2 : (unit != Unit::percent && std::abs(value) >= 99.5 ? 0 : 1);
    const std::string text = number(value, decimals);
    return text.starts_with('-') ? "−" + text.substr(1) : "+" + text;
}

/// From the lowest to the highest value of a numeric input; between the best and the worst word.
std::string effect_table(const SweepResult& result, const TextOptions& options) {
    std::vector<Column> columns{
        {.header = "input", .align = Column::Align::left}, {.header = "from"}, {.header = "to"}};
    for (const auto& metric : result.metrics) columns.push_back({.header = title_of(metric)});
    bool is_any = false;
    for (std::size_t i = 0; i < result.inputs.size(); ++i) {
        const auto* of_input = &result.effects[i * result.metrics.size()];
        if (of_input->levels.size() < 2) continue;
        is_any = true;
        const bool is_numeric = result.inputs[i].is_numeric;
        columns[0].cells.push_back({result.inputs[i].label, "", Tone::strong});
        columns[1].cells.push_back({is_numeric ? of_input->levels.front().value : "any"});
        columns[2].cells.push_back({is_numeric ? of_input->levels.back().value : "any"});
        for (std::size_t m = 0; m < result.metrics.size(); ++m) {
            const plan::MainEffect& effect = of_input[m];
            const Unit unit = unit_of(result.metrics[m].kpi);
            std::string shown = is_numeric ? shown_change(effect.rise(), unit)
                                           : "up to " + shown_change(effect.range(), unit).substr(1);
            columns[3 + m].cells.push_back({effect.levels.size() < 2 ? "–" : std::move(shown)});
        }
    }
    if (!is_any) return {};
    return "\n  " + paint("What each input does", Tone::strong, options.colour) +
           ", on average over the others (shares in percentage points)\n" +
           table(std::move(columns), {options.width, 2, options.colour});
}

std::string_view why_none(plan::NoKnee reason) {
    return reason == plan::NoKnee::flat ? "its ends differ by no more than their intervals"
                                        : "it changes about evenly, or by luck, from one end to the other";
}

/// "Knee of service_level at crm.cores = 4: from there to 8 it changes by +0.6 of +21.3 points."
std::string knee_line(const SweepResult& result, const plan::Knee& knee) {
    const plan::SweepMetric& metric = result.metrics[knee.metric];
    if (knee.none) return fmt::format("  No knee of {}: {}.\n", metric.name, why_none(*knee.none));
    const auto value = [&](std::size_t variant) { return result.variants[variant].values[0]; };
    const Unit unit = unit_of(metric.kpi);
    const std::string part = knee.is_early() ? fmt::format("from there to {}", value(knee.last_variant))
                                             : fmt::format("from {} to there", value(knee.first_variant));
    return fmt::format("  Knee of {} at {} = {}: {} it changes by {} of {}{}.\n", metric.name, result.inputs[0].label,
                       value(knee.variant), part, shown_change(knee.is_early() ? knee.after : knee.before, unit),
                       shown_change(knee.before + knee.after, unit), unit == Unit::percent ? " points" : "");
}

std::string knee_lines(const SweepResult& result, const TextOptions& options) {
    std::string lines;
    for (const plan::Knee& knee : plan::find_knees(result)) {
        if (knee.none != plan::NoKnee::too_few) lines += knee_line(result, knee);
    }
    if (lines.empty()) return {};
    return "\n  " + paint("Where the curve bends", Tone::strong, options.colour) + '\n' + lines;
}

}  // namespace

std::string sweep_text(const SweepResult& result, const TextOptions& options) {
    std::string text = "\n" + head(result, options) + "\n" + variant_table(result, options) + notes(result);
    if (result.inputs.size() > 0) text += effect_table(result, options) + knee_lines(result, options);
    return text + fmt::format("\n  digest {:016x}\n", result.digest);
}

}  // namespace floorwalker::report
