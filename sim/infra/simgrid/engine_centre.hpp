#pragma once

#include <memory>
#include <vector>

#include "sim/infra/centre.hpp"
#include "sim/kernel/stream.hpp"
#include "sim/model/machines/room.hpp"

namespace floorwalker::infra {

/// A model's engine, whose events nobody observes. The model must outlive it.
std::unique_ptr<Centre> make_engine_centre(const model::Model& model, kernel::StreamKey key,
                                           std::vector<model::LiveDecision> live);

}  // namespace floorwalker::infra
