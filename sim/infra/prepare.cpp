#include "sim/infra/prepare.hpp"

#include "sim/infra/platform_check.hpp"
#include "sim/infra/room.hpp"

namespace floorwalker::infra {

std::shared_ptr<const model::Model> prepare(const Scenario& scenario) {
    if (scenario.infrastructure.is_empty()) return model::prepare(scenario);
    auto model = model::prepare(scenario, std::make_shared<const SimGridRoom>());
    check_platform(scenario);  // what breaks a rule of ours is told first
    return model;
}

}  // namespace floorwalker::infra
