#include "sim/infra/prepare.hpp"

#include "sim/infra/room.hpp"

namespace floorwalker::infra {

std::shared_ptr<const model::Model> prepare(const Scenario& scenario) {
    if (scenario.infrastructure.is_empty()) return model::prepare(scenario);
    return model::prepare(scenario, std::make_shared<const SimGridRoom>());
}

}  // namespace floorwalker::infra
