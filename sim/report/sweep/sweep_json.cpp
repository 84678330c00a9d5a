#include <charconv>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/plan/sweep/knee.hpp"
#include "sim/report/sweep/sweep_report.hpp"

namespace floorwalker::report {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

/// Numbers as numbers, all else as it was written.
Json value_of(const std::string& text) {
    double number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(number)) return text;
    const bool is_whole = text.find_first_not_of("-0123456789") == std::string::npos;
    return is_whole ? Json(static_cast<std::int64_t>(number)) : Json(number);
}

Json to_json(const plan::SweepResult& result, std::size_t number) {
    const plan::SweepVariant& variant = result.variants[number];
    Json object{{"variant", number + 1}, {"inputs", Json::object()}, {"replications", variant.replications}};
    for (std::size_t i = 0; i < result.inputs.size(); ++i)
        object["inputs"][result.inputs[i].path] = value_of(variant.values[i]);
    for (std::size_t m = 0; m < result.metrics.size(); ++m) {
        object["metrics"][result.metrics[m].name] = {{"mean", to_json(variant.metrics[m].mean)},
                                                     {"half_width", to_json(variant.metrics[m].half_width)}};
    }
    return object;
}

Json to_json(const plan::SweepResult& result, const plan::MainEffect& effect) {
    Json levels = Json::array();
    for (const auto& level : effect.levels) {
        levels.push_back({{"value", level.value}, {"variants", level.variants}, {"mean", level.mean}});
    }
    return {{"input", result.inputs[effect.input].path},
            {"metric", result.metrics[effect.metric].name},
            {"range", effect.range()},
            {"levels", std::move(levels)}};
}

std::string_view name_of(plan::NoKnee reason) {
    switch (reason) {
    case plan::NoKnee::too_few: return "too_few";
    case plan::NoKnee::flat: return "flat";
    case plan::NoKnee::straight: return "straight";
    }
    return {};
}

Json to_json(const plan::SweepResult& result, const plan::Knee& knee) {
    Json object{{"input", result.inputs[0].path}, {"metric", result.metrics[knee.metric].name}};
    if (knee.none) {
        object["none"] = name_of(*knee.none);
        return object;
    }
    object["at"] = value_of(result.variants[knee.variant].values[0]);
    object["variant"] = knee.variant + 1;
    object["distance"] = knee.distance;
    object["before"] = knee.before;
    object["after"] = knee.after;
    return object;
}

}  // namespace

std::string sweep_json(const plan::SweepResult& result) {
    Json report{{"schema", "floorwalker/sweep/1"},
                {"version", result.definition.program_version},
                {"scenario", result.definition.scenario_name},
                {"file", result.definition.scenario_file},
                {"set", result.definition.overrides},
                {"seed", result.definition.seed},
                {"design", result.definition.design},
                {"replications_asked", result.definition.replications},
                {"jobs", result.jobs},
                {"kept", result.kept},
                {"confidence", result.confidence},
                {"digest", fmt::format("{:016x}", result.digest)}};
    report["inputs"] = Json::array();
    for (const auto& input : result.inputs) report["inputs"].push_back({{"path", input.path}, {"label", input.label}});
    report["best"] = Json::object();
    for (std::size_t m = 0; m < result.metrics.size(); ++m) {
        if (const auto best = result.best(m)) report["best"][result.metrics[m].name] = *best + 1;
    }
    report["variants"] = Json::array();
    for (std::size_t v = 0; v < result.variants.size(); ++v) report["variants"].push_back(to_json(result, v));
    report["effects"] = Json::array();
    for (const plan::MainEffect& effect : result.effects) report["effects"].push_back(to_json(result, effect));
    report["knees"] = Json::array();
    for (const plan::Knee& knee : plan::find_knees(result)) report["knees"].push_back(to_json(result, knee));
    // A name may hold bytes that are no UTF-8.
    return report.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace floorwalker::report
