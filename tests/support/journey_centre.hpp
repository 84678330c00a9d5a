#pragma once

#include <floorwalker/scenario.hpp>

namespace floorwalker::support {

/// Two days of 8:00 to 10:00 of a small centre that uses everything: an IVR, tiers, callbacks, transfers, redials,
/// repeats, chats, mail, campaigns, expected waits and an outage. Each can happen, and happens.
Scenario journey_centre();

}  // namespace floorwalker::support
