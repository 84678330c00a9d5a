#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/report/steady/warm_up_report.hpp"

namespace floorwalker::report {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json to_json(const plan::WarmUpOfMetric& metric) {
    Json series = Json::array();
    for (const auto& value : metric.series) series.push_back(to_json(value));
    return {{"warm_up_days", metric.days},
            {"reliable", metric.is_reliable},
            {"at_start", to_json(metric.at_start)},
            {"settled", {{"mean", to_json(metric.settled.mean)}, {"half_width", to_json(metric.settled.half_width)}}},
            {"series", std::move(series)}};
}

}  // namespace

std::string warm_up_json(const WarmUpReport& report) {
    const plan::WarmUpResult& result = report.result;
    Json root{{"schema", "floorwalker/warmup/1"},
              {"scenario", report.scenario.centre.name},
              {"seed", report.seed},
              {"replications", result.replications},
              {"days", result.days},
              {"days_a_step", result.step},
              {"confidence", report.confidence},
              {"reliable", result.is_reliable()},
              {"warm_up_days", result.warm_up_days()},
              {"least_days", (1 + kMeasuredPerWarmUpDay) * result.warm_up_days()},
              {"metrics", Json::object()}};
    for (const plan::WarmUpOfMetric& metric : result.metrics)
        root["metrics"][plan::name_of(metric.metric)] = to_json(metric);
    return root.dump(2) + '\n';
}

std::string warm_up_csv(const WarmUpReport& report) {
    std::string text = "metric,first_day,last_day,value,settled\r\n";
    for (const plan::WarmUpOfMetric& metric : report.result.metrics) {
        for (std::size_t i = 0; i < metric.series.size(); ++i) {
            const auto first = static_cast<std::int64_t>(i) * report.result.step;
            text += fmt::format(
                "{},{},{},{},{}\r\n", plan::name_of(metric.metric), first + 1, first + report.result.step,
                metric.series[i] ? fmt::format("{}", *metric.series[i]) : "", first >= metric.days ? "yes" : "no");
        }
    }
    return text;
}

}  // namespace floorwalker::report
