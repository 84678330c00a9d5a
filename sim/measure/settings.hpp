#pragma once

#include <string>
#include <vector>

#include <floorwalker/scenario.hpp>

/// What measuring needs to know of a scenario, in the form that it needs.
namespace floorwalker::measure {

struct Settings {
    std::size_t intervals = 1;
    std::size_t call_types = 1;
    std::size_t groups = 1;
    std::vector<GroupId> agents;  ///< the group of each agent known before the run
    std::int64_t warm_up_days = 0;
    Duration open{0};
    Duration close = kDay;
    Duration interval{0};
    Duration short_abandon{0};
    std::vector<Duration> target;      ///< by call type: answered within
    std::vector<double> target_share;  ///< by call type: share that an interval must reach
    double overall_target_share = 0.8;
    ServiceLevelVariant service_level = ServiceLevelVariant::offered;
    DailyServiceLevel daily_service_level = DailyServiceLevel::ratio_of_sums;
    std::vector<double> cost_per_hour;  ///< by group
    double line_cost_per_hour = 0.0;

    Duration length_of(std::size_t interval_number) const {
        const Duration start = open + interval * static_cast<std::int64_t>(interval_number);
        return std::min(start + interval, close) - start;
    }
};

Settings settings_of(const Scenario& scenario);

}  // namespace floorwalker::measure
