#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/plan/design/input.hpp"
#include "sim/plan/design/quantity.hpp"
#include "sim/report/html/embedded.hpp"
#include "sim/report/kpi_unit.hpp"
#include "sim/report/sweep/sweep_report.hpp"
#include "sim/report/text/numbers.hpp"

namespace floorwalker::report {
namespace {

using plan::SweepResult;
using Json = nlohmann::ordered_json;

// The page's data

/// The KPIs that planners have other words for than their names with blanks.
constexpr std::array kTitles{
    std::pair{Kpi::asa_s, "Mean wait (ASA)"},       std::pair{Kpi::asa_queued_s, "Mean wait of those who waited"},
    std::pair{Kpi::wait_all_s, "Mean wait of all"}, std::pair{Kpi::aht_s, "Handling time (AHT)"},
    std::pair{Kpi::csat, "Satisfied customers"},    std::pair{Kpi::csat_score, "Satisfaction score"},
};

std::string title_of(Kpi kpi) {
    for (const auto& [known, title] : kTitles) {
        if (known == kpi) return title;
    }
    std::string title{name_of(kpi)};
    if (title.ends_with("_s")) title.resize(title.size() - 2);
    for (char& c : title) c = c == '_' ? ' ' : c;
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

/// "Service level", "front: Occupancy" of "group.front.occupancy".
std::string title_of(const plan::SweepMetric& metric) {
    const auto first = metric.name.find('.');
    const auto last = metric.name.rfind('.');
    if (first == std::string::npos) return title_of(metric.kpi);
    return metric.name.substr(first + 1, last - first - 1) + ": " + title_of(metric.kpi);
}

std::string_view word_of(Unit unit) {
    switch (unit) {
    case Unit::count: return "count";
    case Unit::seconds: return "seconds";
    case Unit::percent: return "percent";
    case Unit::ratio: return "ratio";
    }
    return "count";
}

std::string_view word_of(plan::Better better) {
    switch (better) {
    case plan::Better::more: return "more";
    case plan::Better::less: return "less";
    case plan::Better::neither: return "neither";
    }
    return "neither";
}

Json or_null(const std::optional<double>& value) {
    return value && std::isfinite(*value) ? Json(*value) : Json(nullptr);
}

bool is_time(const SweepResult& result, std::size_t input) {
    if (!result.inputs[input].is_numeric || result.variants.empty()) return false;
    const auto quantity = plan::parse_quantity(result.variants.front().values[input]);
    return quantity && plan::is_duration(*quantity);
}

Json inputs_of(const SweepResult& result) {
    Json inputs = Json::array();
    for (std::size_t i = 0; i < result.inputs.size(); ++i) {
        const plan::SweepInput& input = result.inputs[i];
        inputs.push_back({{"path", input.path},
                          {"label", input.label},
                          {"numeric", input.is_numeric},
                          {"is_time", is_time(result, i)}});
    }
    return inputs;
}

Json metrics_of(const SweepResult& result) {
    Json metrics = Json::array();
    for (const plan::SweepMetric& metric : result.metrics) {
        metrics.push_back({{"name", metric.name},
                           {"title", title_of(metric)},
                           {"unit", word_of(unit_of(metric.kpi))},
                           {"better", word_of(metric.better)}});
    }
    return metrics;
}

Json row_of(const SweepResult& result, std::size_t number) {
    const plan::SweepVariant& variant = result.variants[number];
    Json row{{"number", number + 1},     {"replications", variant.replications},
             {"values", variant.values}, {"positions", Json::array()},
             {"means", Json::array()},   {"halfWidths", Json::array()}};
    for (std::size_t i = 0; i < result.inputs.size(); ++i) {
        row["positions"].push_back(or_null(
            result.inputs[i].is_numeric ? std::optional{plan::numeric_value(variant.values[i])} : std::nullopt));
    }
    for (const Estimate& estimate : variant.metrics) {
        row["means"].push_back(or_null(estimate.mean));
        row["halfWidths"].push_back(or_null(estimate.half_width));
    }
    return row;
}

Json effects_of(const SweepResult& result) {
    Json effects = Json::array();
    for (const plan::MainEffect& effect : result.effects) {
        Json levels = Json::array();
        for (const auto& level : effect.levels) levels.push_back({{"value", level.value}, {"mean", level.mean}});
        effects.push_back({{"input", effect.input},
                           {"metric", effect.metric},
                           {"range", effect.levels.empty() ? 0.0 : effect.range()},
                           {"levels", std::move(levels)}});
    }
    return effects;
}

/// JSON that may stand within <script>: with no "<", so that no name ends it.
std::string data_of(const SweepResult& result) {
    Json rows = Json::array();
    for (std::size_t v = 0; v < result.variants.size(); ++v) rows.push_back(row_of(result, v));
    const Json data{{"schema", "floorwalker/sweep_page/1"}, {"design", result.definition.design},
                    {"confidence", result.confidence},      {"inputs", inputs_of(result)},
                    {"metrics", metrics_of(result)},        {"rows", std::move(rows)},
                    {"effects", effects_of(result)}};
    std::string text;
    for (const char c : data.dump(-1, ' ', false, Json::error_handler_t::replace)) {
        if (c == '<') {
            text += "\\u003c";
        } else {
            text += c;
        }
    }
    return text;
}

// The page

std::string escaped(std::string_view text) {
    std::string html;
    for (const char c : text) {
        switch (c) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        case '"': html += "&quot;"; break;
        default: html += c;
        }
    }
    return html;
}

std::string counted(std::int64_t number, std::string_view noun) {
    return fmt::format("{} {}{}", whole(number), noun, number == 1 ? "" : "s");
}

std::string facts_of(const SweepResult& result) {
    const auto& definition = result.definition;
    std::string facts =
        fmt::format("{} × {} · the same customers in all · seed {} · {:g} % confidence intervals",
                    counted(definition.variants, "variant"), counted(definition.replications, "replication"),
                    definition.seed, 100 * result.confidence);
    if (definition.design != "grid") facts += " · " + definition.design + " design";
    for (const std::string& one : definition.overrides) facts += " · " + one;
    return escaped(facts);
}

std::string warning_of(const SweepResult& result) {
    if (result.is_complete()) return {};
    return fmt::format(
        "<p class=\"warning\">Only {} of {} replications are done{}.</p>\n", whole(result.kept), whole(result.jobs),
        result.shard.of > 1 ? fmt::format(": this is shard {} of {}", result.shard.number, result.shard.of) : "");
}

std::string footer_of(const SweepResult& result) {
    return escaped(fmt::format("Floorwalker {} · {} · digest {:016x} · charts: Chart.js (MIT licence)",
                               result.definition.program_version, result.definition.scenario_file, result.digest));
}

/// The template with its marks replaced; what is put in is not looked at again.
std::string filled(std::string_view text, const std::vector<std::pair<std::string_view, std::string>>& values) {
    std::string out;
    while (!text.empty()) {
        const auto at = text.find('@');
        out += text.substr(0, at);
        if (at == std::string_view::npos) break;
        text.remove_prefix(at);
        bool is_mark = false;
        for (const auto& [mark, value] : values) {
            if (!text.starts_with(mark)) continue;
            out += value;
            text.remove_prefix(mark.size());
            is_mark = true;
            break;
        }
        if (is_mark) continue;
        out += '@';
        text.remove_prefix(1);
    }
    return out;
}

}  // namespace

std::string sweep_html(const SweepResult& result) {
    const std::string title = escaped(result.definition.scenario_name);
    const std::string body = filled(page_body(), {{"@TITLE@", title},
                                                  {"@FACTS@", facts_of(result)},
                                                  {"@WARNING@", warning_of(result)},
                                                  {"@FOOTER@", footer_of(result)}});
    std::string page =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    page += "<title>" + title + ": sweep</title>\n<style>\n";
    page += page_style();
    page += "</style>\n</head>\n<body>\n" + body;
    page += "<script type=\"application/json\" id=\"data\">" + data_of(result) + "</script>\n<script>\n";
    page += chart_js();
    page += "</script>\n<script>\n";
    page += page_script();
    return page + "</script>\n</body>\n</html>\n";
}

}  // namespace floorwalker::report
