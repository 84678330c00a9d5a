#pragma once

#include <floorwalker/infrastructure.hpp>

#include "sim/infra/centre.hpp"
#include "sim/model/machines/room.hpp"

namespace floorwalker::infra {

/// Runs machines in SimGrid, each run in a child process of its own: SimGrid keeps one engine a process, and its clock
/// cannot go back.
class SimGridRoom final : public model::MachineRoom {
public:
    std::shared_ptr<const model::MachineLog> run(const model::Model& model, kernel::StreamKey key,
                                                 const std::vector<model::LiveDecision>& live,
                                                 const std::atomic<bool>* stop) const override;
};

/// The same for any centre, which takes its part in the child: here it stays as it is. For tests of the machines alone.
std::shared_ptr<const model::MachineLog> run_centre(const Infrastructure& machines, Centre& centre,
                                                    const std::atomic<bool>* stop = nullptr);

}  // namespace floorwalker::infra
