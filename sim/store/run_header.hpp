#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/scenario.hpp>

namespace floorwalker::store {

/// A run in a file of runs; numbers start at 1 and are never used again.
enum class RunId : std::int64_t {};

/// What a run is about, known before it begins.
struct RunHeader {
    std::string scenario_name;
    std::string scenario_toml;                  ///< as read; empty for a scenario built in code
    std::vector<std::string> overrides;         ///< in the order given, each "path=value"
    std::optional<std::string> decisions_toml;  ///< the text of a decisions file
    std::uint64_t seed = 1;
    std::string program_version;
    std::string started_at;  ///< ISO 8601, UTC: 2024-01-31T08:30:00Z
    std::int64_t replications_asked = 0;

    std::chrono::year_month_day date{};  ///< first simulated day
    std::int64_t days = 1;
    std::int64_t warm_up_days = 0;
    Duration open{0};       ///< since midnight
    Duration close = kDay;  ///< since the same midnight
    Duration interval = kDay;
    ServiceLevelVariant service_level = ServiceLevelVariant::offered;
    DailyServiceLevel daily_service_level = DailyServiceLevel::ratio_of_sums;
    std::string currency;

    std::vector<std::string> call_types;  ///< ids, in the order of the scenario; so are the next two
    std::vector<std::string> tiers;       ///< "standard" (customers of no tier) is the last
    std::vector<std::string> groups;
};

/// The header of a run of this scenario that this program starts now. Scenario text, overrides and decisions are left
/// to the caller, and so is a seed or a number of replications other than the scenario's.
RunHeader header_of(const Scenario& scenario);

/// "2024-01-31T08:30:00Z"
std::string utc_text(std::chrono::system_clock::time_point moment);

}  // namespace floorwalker::store
