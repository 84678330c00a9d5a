#pragma once

#include <vector>

#include <floorwalker/scenario.hpp>

namespace floorwalker::support {

/// The scenario with one thing less, in every way there is, the largest pieces first: what a failing test tries to find
/// the smallest scenario that still fails. Each of them obeys the rules when `scenario` does.
std::vector<Scenario> simpler(const Scenario& scenario);

}  // namespace floorwalker::support
