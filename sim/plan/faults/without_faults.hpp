#pragma once

#include <floorwalker/scenario.hpp>

namespace floorwalker::plan {

/// Whether machines fail, or slow down, or sites are lost in it: by decisions, by the time of day or by themselves.
bool has_faults(const Scenario& scenario);

/// The same centre, for the same customers, with machines that do none of that.
Scenario without_faults(Scenario scenario);

}  // namespace floorwalker::plan
