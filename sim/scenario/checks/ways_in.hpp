#pragma once

#include <string>
#include <vector>

#include <floorwalker/scenario.hpp>

namespace floorwalker::scenario {

/// Where else than by arrivals of their own contacts of the type come from, as paths such as
/// "call_type.billing.transfer.1". Campaigns are not among them: whom they reach waits no longer than they say.
std::vector<std::string> ways_into(const Scenario& scenario, CallTypeId type);

}  // namespace floorwalker::scenario
