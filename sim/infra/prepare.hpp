#pragma once

#include <memory>

#include <floorwalker/scenario.hpp>

#include "sim/model/model.hpp"

namespace floorwalker::infra {

/// model::prepare, and who runs the machines where there are any.
std::shared_ptr<const model::Model> prepare(const Scenario& scenario);

}  // namespace floorwalker::infra
