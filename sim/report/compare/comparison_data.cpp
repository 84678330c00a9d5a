#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/report/compare/comparison_report.hpp"
#include "sim/report/compare/difference_words.hpp"
#include "sim/report/csv_field.hpp"

namespace floorwalker::report {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

std::string_view name_of(plan::ComparisonEnd end) {
    switch (end) {
    case plan::ComparisonEnd::all_done: return "all_done";
    case plan::ComparisonEnd::precise: return "precise";
    case plan::ComparisonEnd::best_found: return "best_found";
    case plan::ComparisonEnd::out_of_replications: return "out_of_replications";
    case plan::ComparisonEnd::stopped: return "stopped";
    }
    return "";
}

plan::Verdict verdict(const plan::Metric& metric, const plan::Difference& difference) {
    return plan::verdict_on(difference, plan::better(metric.kpi));
}

Json to_json(const plan::Metric& metric, const plan::Difference& difference, const std::string& currency) {
    return {{"mean", to_json(difference.mean)},
            {"half_width", to_json(difference.half_width)},
            {"standard_error", to_json(difference.standard_error)},
            {"replications", difference.replications},
            {"variance_reduction", to_json(difference.variance_reduction)},
            {"verdict", report::name_of(verdict(metric, difference))},
            {"words", verdict_words(metric.kpi, difference, currency)}};
}

Json variant_json(const ComparisonReport& report, std::size_t variant) {
    const plan::ComparedVariant& compared = report.run.result.variants[variant];
    Json object{{"name", report.names[variant]},
                {"replications", compared.replications},
                {"digest", fmt::format("{:016x}", report.run.digests[variant])},
                {"metrics", Json::object()}};
    for (std::size_t m = 0; m < report.metrics.size(); ++m) {
        const Estimate& estimate = compared.estimates[m];
        object["metrics"][plan::name_of(report.metrics[m])] = {{"mean", to_json(estimate.mean)},
                                                               {"half_width", to_json(estimate.half_width)}};
    }
    if (variant == 0) return object;
    Json& differences = object["differences"] = Json::object();
    for (std::size_t m = 0; m < report.metrics.size(); ++m) {
        differences[plan::name_of(report.metrics[m])] =
            to_json(report.metrics[m], compared.differences[m], report.base.centre.currency);
    }
    return object;
}

Json ranking_json(const ComparisonReport& report) {
    const plan::RankBy& by = report.options.rank_by;
    Json places = Json::array();
    for (const std::size_t v : report.run.order) {
        Json place{{"name", report.names[v]}, {"may_be_best", static_cast<bool>(report.run.may_be_best[v])}};
        if (!report.run.candidates.empty()) {
            const auto& beaten_by = report.run.candidates[v].beaten_by;
            place["beaten_by"] = beaten_by ? Json(report.names[*beaten_by]) : Json(nullptr);
        }
        places.push_back(std::move(place));
    }
    return {{"metric", plan::name_of(report.metrics[by.metric])},
            {"best_is", by.largest_is_best ? "highest" : "lowest"},
            {"indifference", to_json(report.options.indifference)},
            {"places", std::move(places)}};
}

std::string field(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : ""; }

}  // namespace

std::string_view name_of(plan::Verdict verdict) {
    switch (verdict) {
    case plan::Verdict::better: return "better";
    case plan::Verdict::worse: return "worse";
    case plan::Verdict::more: return "more";
    case plan::Verdict::less: return "less";
    case plan::Verdict::same: return "same";
    case plan::Verdict::not_seen: return "not_seen";
    case plan::Verdict::unknown: return "unknown";
    }
    return "";
}

std::string comparison_json(const ComparisonReport& report) {
    const plan::ComparisonResult& result = report.run.result;
    Json root{{"schema", "floorwalker/compare/1"},
              {"scenario", report.base.centre.name},
              {"seed", report.seed},
              {"replications", report.run.replications},
              {"ended", name_of(report.run.end)},
              {"confidence", result.confidence},
              {"confidence_of_each_difference", result.confidence_of_each},
              {"variants", Json::array()}};
    for (std::size_t v = 0; v < result.variants.size(); ++v) root["variants"].push_back(variant_json(report, v));
    root["ranking"] = ranking_json(report);
    return root.dump(2) + '\n';
}

std::string comparison_csv(const ComparisonReport& report) {
    std::string text =
        "variant,replications,metric,mean,half_width,difference,difference_half_width,variance_reduction,verdict\r\n";
    for (std::size_t v = 0; v < report.names.size(); ++v) {
        const plan::ComparedVariant& compared = report.run.result.variants[v];
        for (std::size_t m = 0; m < report.metrics.size(); ++m) {
            const Estimate& estimate = compared.estimates[m];
            text += fmt::format("{},{},{},{},{},", csv_field(report.names[v]), compared.replications,
                                csv_field(plan::name_of(report.metrics[m])), field(estimate.mean),
                                field(estimate.half_width));
            if (v == 0) {
                text += ",,,\r\n";
                continue;
            }
            const plan::Difference& difference = compared.differences[m];
            text += fmt::format("{},{},{},{}\r\n", field(difference.mean), field(difference.half_width),
                                field(difference.variance_reduction), name_of(verdict(report.metrics[m], difference)));
        }
    }
    return text;
}

}  // namespace floorwalker::report
