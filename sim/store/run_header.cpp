#include "sim/store/run_header.hpp"

#include <array>
#include <ctime>

namespace floorwalker::store {

RunHeader header_of(const Scenario& scenario) {
    const Centre& centre = scenario.centre;
    RunHeader header;
    header.scenario_name = centre.name;
    header.seed = scenario.seed;
    header.program_version = FLOORWALKER_VERSION;
    header.started_at = utc_text(std::chrono::system_clock::now());
    header.replications_asked = scenario.replications;
    header.date = centre.date;
    header.days = centre.days;
    header.warm_up_days = centre.warm_up_days;
    header.open = centre.open;
    header.close = centre.close;
    header.interval = centre.interval;
    header.service_level = centre.service_level;
    header.daily_service_level = centre.daily_service_level;
    header.currency = centre.currency;
    for (const CallType& type : scenario.call_types) header.call_types.push_back(type.id);
    for (const Tier& tier : scenario.tiers) header.tiers.push_back(tier.id);
    header.tiers.emplace_back("standard");
    for (const Group& group : scenario.groups) header.groups.push_back(group.id);
    return header;
}

std::string utc_text(std::chrono::system_clock::time_point moment) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(moment);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

}  // namespace floorwalker::store
