#include <floorwalker/run.hpp>

#include "sim/plan/replicate.hpp"

namespace floorwalker {

RunResult run(const Scenario& scenario, const RunOptions& options) {
    return plan::replicate(scenario, {options, false, {}});
}

}  // namespace floorwalker
