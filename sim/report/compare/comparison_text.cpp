#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/report/compare/comparison_report.hpp"
#include "sim/report/compare/difference_words.hpp"
#include "sim/report/kpi_unit.hpp"
#include "sim/report/metric_words.hpp"
#include "sim/report/text/display_width.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/paragraph.hpp"
#include "sim/report/text/table.hpp"

namespace floorwalker::report {
namespace {

using plan::Candidate;
using plan::ComparedVariant;
using plan::ComparisonEnd;
using plan::Difference;

struct View {
    const ComparisonReport& report;
    const TextOptions& options;

    const std::vector<ComparedVariant>& variants() const { return report.run.result.variants; }
    const std::string& currency() const { return report.base.centre.currency; }
    std::string paint(std::string_view text, Tone tone) const { return report::paint(text, tone, options.colour); }
    TableOptions table_options() const { return {options.width, 2, options.colour}; }
    std::string note(const std::string& text) const { return paragraph(text, options.width); }
    std::string label(std::size_t metric) const { return label_of(report.metrics[metric], report.base); }
    bool has_different_counts() const {
        return std::any_of(variants().begin(), variants().end(),
                           [&](const auto& v) { return v.replications != variants().front().replications; });
    }
};

std::string counted(std::int64_t count, std::string_view thing) {
    return fmt::format("{} {}{}", whole(count), thing, count == 1 ? "" : "s");
}

std::string head(const View& view) {
    const Centre& centre = view.report.base.centre;
    const std::int64_t measured = std::max<std::int64_t>(1, centre.days - centre.warm_up_days);
    std::string days = counted(measured, "day");
    if (centre.warm_up_days > 0) days += fmt::format(" after {} of warm-up", whole(centre.warm_up_days));
    const std::string facts = fmt::format("{} · {} · the same customers in {} variants · seed {}", days,
                                          counted(view.report.run.replications, "replication"),
                                          whole(static_cast<std::int64_t>(view.variants().size())), view.report.seed);
    return view.paint(fit(centre.name, view.options.width), Tone::strong) + '\n' +
           view.paint(fit(facts, view.options.width), Tone::faint) + '\n';
}

/// "service level %": as the columns of a table are headed.
std::string header_of(const View& view, std::size_t metric) {
    switch (plan::unit_of(view.report.metrics[metric].kpi)) {
    case plan::KpiUnit::share: return view.label(metric) + " %";
    case plan::KpiUnit::seconds: return view.label(metric) + " s";
    case plan::KpiUnit::hours: return view.label(metric);
    case plan::KpiUnit::money: return fmt::format("{} {}", view.label(metric), view.currency());
    case plan::KpiUnit::number: break;
    }
    return view.label(metric);
}

std::string heading(const View& view, const std::string& text) {
    return "  " + view.paint(fit(text, view.options.width), Tone::strong) + '\n';
}

/// A row for each variant.
std::vector<Column> values_by_variant(const View& view) {
    Column names{.align = Column::Align::left};
    Column counts{.header = "replications"};
    for (std::size_t v = 0; v < view.variants().size(); ++v) {
        names.cells.push_back({view.report.names[v]});
        counts.cells.push_back({whole(view.variants()[v].replications)});
    }
    std::vector<Column> columns{std::move(names)};
    for (std::size_t m = 0; m < view.report.metrics.size(); ++m) {
        std::vector<Estimate> values;
        for (const ComparedVariant& variant : view.variants()) values.push_back(variant.estimates[m]);
        columns.push_back(estimates(header_of(view, m), values, unit_of(view.report.metrics[m].kpi)));
    }
    if (view.has_different_counts()) columns.push_back(std::move(counts));
    return columns;
}

/// A row for each metric.
std::vector<Column> values_by_metric(const View& view) {
    Column labels{.align = Column::Align::left};
    for (std::size_t m = 0; m < view.report.metrics.size(); ++m) labels.cells.push_back({view.label(m)});
    std::vector<Column> columns{std::move(labels)};
    constexpr std::size_t kLongestName = 30;
    for (std::size_t v = 0; v < view.variants().size(); ++v) {
        Column values{.header = fit(view.report.names[v], kLongestName)};
        for (std::size_t m = 0; m < view.report.metrics.size(); ++m) {
            const Shown shown =
                shown_value(view.report.metrics[m].kpi, view.variants()[v].estimates[m], view.currency());
            values.cells.push_back({shown.mean, shown.half_width, Tone::plain});
        }
        if (view.has_different_counts()) {
            values.cells.push_back({whole(view.variants()[v].replications), "", Tone::faint});
        }
        columns.push_back(std::move(values));
    }
    if (view.has_different_counts()) columns.front().cells.push_back({"replications", "", Tone::faint});
    return columns;
}

/// Variants below each other when that fits, else whichever way is narrower.
std::string values_table(const View& view) {
    constexpr std::size_t kFewVariants = 3;
    auto by_variant = values_by_variant(view);
    auto by_metric = values_by_metric(view);
    const TableOptions options = view.table_options();
    const std::size_t width = natural_width(by_variant, options);
    const bool few = view.variants().size() <= kFewVariants;
    const bool take_metrics = (few || width > options.width) && natural_width(by_metric, options) < width;
    return table(std::move(take_metrics ? by_metric : by_variant), options);
}

/// How many times smaller the variance is: "28", "1.4".
std::string times(const Difference& difference) {
    if (!difference.variance_reduction) return "";
    const double factor = *difference.variance_reduction;
    constexpr double kVeryMuch = 100'000;
    return factor > kVeryMuch ? "> 100,000" : number(factor, factor < 9.95 ? 1 : 0);
}

std::string differences_table(const View& view, std::size_t variant) {
    Column labels{.align = Column::Align::left};
    Column values{.header = "difference"};
    Column marks{.align = Column::Align::left};
    Column words{.align = Column::Align::left};
    Column reductions{.header = "variance ÷", .expendable = 1};
    for (std::size_t m = 0; m < view.report.metrics.size(); ++m) {
        const Kpi kpi = view.report.metrics[m].kpi;
        const Difference& difference = view.variants()[variant].differences[m];
        const plan::Verdict verdict = plan::verdict_on(difference, plan::better(kpi));
        const Shown shown = shown_difference(kpi, difference, view.currency());
        labels.cells.push_back({view.label(m)});
        values.cells.push_back({shown.mean, shown.half_width, tone_of(verdict)});
        marks.cells.push_back({mark_of(verdict), "", tone_of(verdict)});
        words.cells.push_back({verdict_words(kpi, difference, view.currency())});
        reductions.cells.push_back({times(difference), "", Tone::faint});
    }
    return heading(view, fmt::format("{} against {}", view.report.names[variant], view.report.names[0])) +
           table({labels, values, marks, words, reductions}, view.table_options());
}

/// What common random numbers have brought, for the metric that matters most and the variant that gained most of it.
std::string reduction_lines(const View& view) {
    const std::size_t metric = view.report.options.rank_by.metric;
    std::size_t most = 0;
    for (std::size_t v = 1; v < view.variants().size(); ++v) {
        const auto reduction = [&](std::size_t variant) {
            return view.variants()[variant].differences[metric].variance_reduction.value_or(0);
        };
        if (most == 0 || reduction(v) > reduction(most)) most = v;
    }
    const Difference& difference = view.variants()[most].differences[metric];
    if (!difference.variance_reduction) return "";
    return view.note(fmt::format(
        "The same customers make the interval of the difference in {} ({} against {}) {} times narrower than other "
        "customers in each variant would: its variance is {} times smaller, and so many times fewer replications do. "
        "\"variance ÷\" says the same of every difference.",
        view.label(metric), view.report.names[most], view.report.names[0],
        number(std::sqrt(*difference.variance_reduction), 1), times(difference)));
}

std::string confidence_lines(const View& view) {
    const auto& result = view.report.run.result;
    if (result.intervals == 1) {
        return view.note(fmt::format("The difference holds with {} confidence.", target_percent(result.confidence)));
    }
    return view.note(fmt::format("All {} differences together hold with {} confidence (each with {}).",
                                 whole(static_cast<std::int64_t>(result.intervals)), target_percent(result.confidence),
                                 target_percent(result.confidence_of_each)));
}

std::string rank_remark(const View& view, std::size_t variant) {
    const plan::ComparisonRun& run = view.report.run;
    const auto left = std::count(run.may_be_best.begin(), run.may_be_best.end(), true);
    const std::string surely = fmt::format("the best, with {} probability", target_percent(run.result.confidence));
    if (!run.candidates.empty() && run.candidates[variant].beaten_by) {
        const Candidate& candidate = run.candidates[variant];
        return fmt::format("put aside after {}: {} is ahead", whole(candidate.replications),
                           view.report.names[*candidate.beaten_by]);
    }
    if (!run.may_be_best[variant]) return "not the best";
    return left == 1 ? surely : "may be the best";
}

std::string ranking_table(const View& view) {
    const plan::RankBy& by = view.report.options.rank_by;
    const plan::ComparisonRun& run = view.report.run;
    const Kpi kpi = view.report.metrics[by.metric].kpi;
    Column places;
    Column names{.align = Column::Align::left};
    Column values;
    Column counts{.header = "replications"};
    Column remarks{.align = Column::Align::left};
    for (std::size_t place = 0; place < run.order.size(); ++place) {
        const std::size_t v = run.order[place];
        const Shown shown = shown_value(kpi, view.variants()[v].estimates[by.metric], view.currency());
        const Tone tone = run.may_be_best[v] ? Tone::strong : Tone::plain;
        places.cells.push_back({fmt::format("{}.", place + 1)});
        names.cells.push_back({view.report.names[v], "", tone});
        values.cells.push_back({shown.mean, shown.half_width, Tone::plain});
        counts.cells.push_back({whole(view.variants()[v].replications)});
        remarks.cells.push_back({rank_remark(view, v)});
    }
    std::vector<Column> columns{places, names, values};
    if (view.has_different_counts()) columns.push_back(std::move(counts));
    columns.push_back(std::move(remarks));
    return heading(view,
                   fmt::format("By {}, {} first", view.label(by.metric), by.largest_is_best ? "highest" : "lowest")) +
           table(std::move(columns), view.table_options());
}

std::string indifference_line(const View& view) {
    const plan::ComparisonOptions& options = view.report.options;
    if (!options.indifference) return "";
    const Kpi kpi = view.report.metrics[options.rank_by.metric].kpi;
    const Amount amount = amount_of(kpi, *options.indifference, *options.indifference, view.currency());
    const std::int64_t all = [&] {
        std::int64_t sum = 0;
        for (const auto& candidate : view.report.run.candidates) sum += candidate.replications;
        return sum;
    }();
    return view.note(fmt::format(
        "A lead below {}{} does not matter (--indifference); {} in all. Differences to a variant put aside rest on "
        "fewer replications and on a look at the data: take the ranking, not them.",
        amount.number, amount.unit, counted(all, "replication")));
}

std::string end_line(const View& view) {
    const plan::ComparisonRun& run = view.report.run;
    const std::string n = counted(run.replications, "replication");
    switch (run.end) {
    case ComparisonEnd::precise: return view.note(fmt::format("Precise enough after {}.", n));
    case ComparisonEnd::out_of_replications:
        return view.note(fmt::format("{} after {}; -n allows more.",
                                     view.report.options.indifference ? "Not decided" : "Not precise enough", n));
    case ComparisonEnd::stopped: return view.note(fmt::format("Stopped after {}.", n));
    case ComparisonEnd::all_done:
    case ComparisonEnd::best_found: break;
    }
    return "";
}

}  // namespace

std::string comparison_text(const ComparisonReport& report, const TextOptions& options) {
    const View view{report, options};
    std::string text = head(view) + '\n' + values_table(view);
    for (std::size_t v = 1; v < view.variants().size(); ++v) text += '\n' + differences_table(view, v);
    text += '\n' + ranking_table(view);
    const std::string notes = end_line(view) + indifference_line(view) + reduction_lines(view) + confidence_lines(view);
    return text + '\n' + notes;
}

}  // namespace floorwalker::report
