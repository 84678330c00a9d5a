#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/measure/formulas.hpp"

/// What experiments look at.
namespace floorwalker::plan {

/// A KPI of the centre, or of a part of it.
struct Metric {
    Kpi kpi = Kpi::service_level;
    measure::Scope scope = measure::Scope::overall;
    std::string id = {};    ///< of the call type, group, tier, channel or server; empty: the whole centre
    std::size_t place = 0;  ///< its place in the scenario

    friend bool operator==(const Metric&, const Metric&) = default;
};

/// "service_level", "call_type.billing.service_level", "group.front.occupancy", "tier.gold.asa_s",
/// "channel.chat.asa_s", "server.crm.response_s". Throws BadRequest, with a suggestion, for what the scenario does not
/// have or cannot measure.
Metric parse_metric(std::string_view text, const Scenario& scenario);

/// All of them; the default ones when there are none. The same one twice is one.
std::vector<Metric> parse_metrics(const std::vector<std::string>& texts, const Scenario& scenario);

/// As `parse_metric` reads it.
std::string name_of(const Metric& metric);

/// What a planner asks for first: service level, abandonment where callers give up, mean wait, occupancy, cost where
/// there are rates, satisfaction and self-service where there are any, and response time and utilisation of the first
/// few servers.
std::vector<Metric> default_metrics(const Scenario& scenario);

}  // namespace floorwalker::plan
