#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "sim/report/metric_words.hpp"
#include "sim/report/steady/warm_up_report.hpp"
#include "sim/report/text/display_width.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/paragraph.hpp"
#include "sim/report/text/table.hpp"

namespace floorwalker::report {
namespace {

constexpr std::size_t kCurveCells = 40;

struct View {
    const WarmUpReport& report;
    const TextOptions& options;

    const plan::WarmUpResult& result() const { return report.result; }
    const std::string& currency() const { return report.scenario.centre.currency; }
    std::string paint(std::string_view text, Tone tone) const { return report::paint(text, tone, options.colour); }
};

std::string days(std::int64_t count) { return fmt::format("{} day{}", whole(count), count == 1 ? "" : "s"); }

/// The first `kCurveCells` values as blocks of different heights, from the least to the most.
std::string curve(const std::vector<std::optional<double>>& series) {
    constexpr std::array<std::string_view, 8> kHeights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    double least = 0;
    double most = 0;
    bool is_any = false;
    for (const auto& value : series) {
        if (!value) continue;
        least = is_any ? std::min(least, *value) : *value;
        most = is_any ? std::max(most, *value) : *value;
        is_any = true;
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(series.size(), kCurveCells); ++i) {
        if (!series[i]) {
            text += ' ';
            continue;
        }
        const double share = most > least ? (*series[i] - least) / (most - least) : 0.5;
        text += kHeights[static_cast<std::size_t>(std::lround(share * (kHeights.size() - 1)))];
    }
    return text;
}

std::string head(const View& view) {
    const plan::WarmUpResult& result = view.result();
    const std::string facts = fmt::format("{} from an empty centre · {} replications · seed {}{}", days(result.days),
                                          whole(result.replications), view.report.seed,
                                          result.step > 1 ? fmt::format(" · {} days a step", result.step) : "");
    return view.paint(fit(view.report.scenario.centre.name, view.options.width), Tone::strong) + '\n' +
           view.paint(fit(facts, view.options.width), Tone::faint) + '\n';
}

std::string metrics_table(const View& view) {
    Column labels{.header = "Day after day", .align = Column::Align::left, .header_tone = Tone::strong};
    Column curves{.align = Column::Align::left, .expendable = 1};
    Column starts{.header = "at the start"};
    Column settled{.header = "settled"};
    Column needs{.header = "settles after"};
    for (const plan::WarmUpOfMetric& metric : view.result().metrics) {
        const Kpi kpi = metric.metric.kpi;
        const Shown at_start = shown_value(kpi, {metric.at_start, {}}, view.currency());
        const Shown after = shown_value(kpi, metric.settled, view.currency());
        labels.cells.push_back({label_of(metric.metric, view.report.scenario)});
        curves.cells.push_back({curve(metric.series), "", Tone::faint});
        starts.cells.push_back({at_start.mean});
        settled.cells.push_back({after.mean, after.half_width});
        needs.cells.push_back({!metric.is_reliable ? "?"
                               : metric.days == 0  ? "at once"
                                                   : days(metric.days),
                               "", metric.is_reliable ? Tone::plain : Tone::bad});
    }
    return table({labels, curves, starts, settled, needs}, {view.options.width, 2, view.options.colour});
}

std::string advice(const View& view) {
    const plan::WarmUpResult& result = view.result();
    const auto note = [&](const std::string& text) { return paragraph(text, view.options.width); };
    if (!result.is_reliable()) {
        return note(fmt::format("{} are too few to see the end of the start (?). Try --days {}, or more replications.",
                                days(result.days), whole(2 * result.days)));
    }
    const std::int64_t warm_up = result.warm_up_days();
    if (warm_up == 0) {
        return note(
            "No start can be told from what follows: warm_up_days = 0 will do, and days as many as the question has.");
    }
    return note(
        fmt::format("In [centre]: warm_up_days = {} and days = {} or more, so that at least ten times as many days are "
                    "measured as thrown away. How many replications of that: --until \"METRIC ± X\".",
                    warm_up, (1 + kMeasuredPerWarmUpDay) * warm_up));
}

/// Whether the scenario throws enough away.
std::string judgement(const View& view) {
    const std::int64_t has = view.report.scenario.centre.warm_up_days;
    const std::int64_t needs = view.result().warm_up_days();
    if (!view.result().is_reliable() || has == needs) return "";
    const char* judgement = has < needs ? ": its figures still show the start" : ", which is enough";
    return fmt::format("  The scenario has warm_up_days = {}{}.\n", has, judgement);
}

}  // namespace

std::string warm_up_text(const WarmUpReport& report, const TextOptions& options) {
    const View view{report, options};
    return head(view) + '\n' + metrics_table(view) + '\n' + advice(view) + judgement(view);
}

}  // namespace floorwalker::report
