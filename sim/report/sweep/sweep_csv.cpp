#include <fmt/format.h>

#include "sim/report/csv_field.hpp"
#include "sim/report/sweep/sweep_report.hpp"

namespace floorwalker::report {

std::string sweep_csv(const plan::SweepResult& result) {
    std::string text = "variant";
    for (const plan::SweepInput& input : result.inputs) text += ',' + csv_field(input.path);
    text += ",replications";
    for (const plan::SweepMetric& metric : result.metrics) text += fmt::format(",{0},{0}.half_width", metric.name);
    text += "\r\n";
    for (std::size_t v = 0; v < result.variants.size(); ++v) {
        const plan::SweepVariant& variant = result.variants[v];
        text += fmt::format("{}", v + 1);
        for (const std::string& value : variant.values) text += ',' + csv_field(value);
        text += fmt::format(",{}", variant.replications);
        for (const Estimate& estimate : variant.metrics) {
            text += estimate.mean ? fmt::format(",{}", *estimate.mean) : ",";
            text += estimate.half_width ? fmt::format(",{}", *estimate.half_width) : ",";
        }
        text += "\r\n";
    }
    return text;
}

}  // namespace floorwalker::report
