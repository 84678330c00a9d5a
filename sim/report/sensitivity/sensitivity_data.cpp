#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/report/sensitivity/sensitivity_report.hpp"

namespace floorwalker::report {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json to_json(const plan::Difference& difference) {
    return {{"mean", to_json(difference.mean)},
            {"half_width", to_json(difference.half_width)},
            {"variance_reduction", to_json(difference.variance_reduction)}};
}

Json quantiles(const std::vector<double>& values, double confidence) {
    Json list = Json::array();
    for (const double share : kDemandShares) {
        const auto quantile = plan::quantile_of(values, share, confidence);
        if (!quantile) continue;
        list.push_back({{"share", share},
                        {"value", quantile->value},
                        {"low", to_json(quantile->low)},
                        {"high", to_json(quantile->high)}});
    }
    return list;
}

Json demand_json(const SensitivityReport& report) {
    Json metrics = Json::object();
    for (const plan::DemandOfMetric& metric : report.demand->metrics) {
        metrics[plan::name_of(metric.metric)] = {{"uncertain", quantiles(metric.uncertain, report.confidence)},
                                                 {"as_forecast", quantiles(metric.as_forecast, report.confidence)}};
    }
    return {{"cv", report.demand_cv}, {"replications", report.demand->replications}, {"metrics", std::move(metrics)}};
}

std::string field(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : ""; }

void add_quantiles(std::string& text, const std::string& metric, std::string_view what,
                   const std::vector<double>& values, double confidence) {
    for (const double share : kDemandShares) {
        const auto quantile = plan::quantile_of(values, share, confidence);
        if (!quantile) continue;
        text += fmt::format("{},{},{},{},{},{}\r\n", metric, what, share, quantile->value, field(quantile->low),
                            field(quantile->high));
    }
}

void add_swing(std::string& text, const std::string& metric, plan::Assumption input, double by,
               const plan::Difference& difference) {
    text += fmt::format("{},{},{},{},", metric, plan::name_of(input), by, field(difference.mean));
    if (difference.mean && difference.half_width) {
        text +=
            fmt::format("{},{}", *difference.mean - *difference.half_width, *difference.mean + *difference.half_width);
    } else {
        text += ',';
    }
    text += "\r\n";
}

}  // namespace

std::string sensitivity_json(const SensitivityReport& report) {
    const auto& result = report.inputs.run.result;
    Json root{{"schema", "floorwalker/sensitivity/1"},
              {"scenario", report.scenario.centre.name},
              {"seed", report.seed},
              {"replications", report.inputs.run.replications},
              {"confidence", result.confidence},
              {"by", report.inputs.by},
              {"metrics", Json::object()}};
    for (std::size_t m = 0; m < report.metrics.size(); ++m) {
        const Estimate& now = result.variants[0].estimates[m];
        Json inputs = Json::object();
        for (const plan::Swing& swing : report.inputs.swings[m]) {
            inputs[std::string{plan::name_of(swing.input)}] = {{"less", to_json(swing.with_less)},
                                                               {"more", to_json(swing.with_more)}};
        }
        root["metrics"][plan::name_of(report.metrics[m])] = {
            {"mean", to_json(now.mean)}, {"half_width", to_json(now.half_width)}, {"inputs", std::move(inputs)}};
    }
    if (report.demand != nullptr) root["demand"] = demand_json(report);
    return root.dump(2) + '\n';
}

std::string sensitivity_csv(const SensitivityReport& report) {
    std::string text = "metric,input,at,value,low,high\r\n";
    for (std::size_t m = 0; m < report.metrics.size(); ++m) {
        const std::string metric = plan::name_of(report.metrics[m]);
        for (const plan::Swing& swing : report.inputs.swings[m]) {
            add_swing(text, metric, swing.input, -report.inputs.by, swing.with_less);
            add_swing(text, metric, swing.input, report.inputs.by, swing.with_more);
        }
    }
    if (report.demand == nullptr) return text;
    for (const plan::DemandOfMetric& metric : report.demand->metrics) {
        const std::string name = plan::name_of(metric.metric);
        add_quantiles(text, name, "demand", metric.uncertain, report.confidence);
        add_quantiles(text, name, "demand_as_forecast", metric.as_forecast, report.confidence);
    }
    return text;
}

}  // namespace floorwalker::report
