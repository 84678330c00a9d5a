#pragma once

#include <cstdint>

namespace floorwalker::measure {

/// What became of the calls of one campaign.
struct CampaignTally {
    std::int64_t dials = 0;
    std::int64_t answered = 0;
    std::int64_t right_party = 0;
    std::int64_t mismatches = 0;  ///< answered calls that ended before an agent was free
};

}  // namespace floorwalker::measure
