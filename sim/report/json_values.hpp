#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "sim/measure/figures.hpp"

/// What the JSON report is made of.
namespace floorwalker::report {

using Json = nlohmann::ordered_json;

inline Json to_json(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

inline Json to_json(const Estimate& estimate) {
    return {{"mean", to_json(estimate.mean)}, {"half_width", to_json(estimate.half_width)}};
}

inline void add(Json& object, const std::vector<measure::Figure>& figures) {
    for (const auto& [name, estimate] : figures) object[std::string{name}] = to_json(estimate);
}

/// json_machines.cpp. `intervals` are those of the run.
Json to_json(const MachineResults& machines, const std::vector<IntervalKpis>& intervals);

}  // namespace floorwalker::report
