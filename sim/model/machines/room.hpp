#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include <floorwalker/decision.hpp>
#include <floorwalker/time.hpp>

#include "sim/kernel/stream.hpp"
#include "sim/model/machines/log.hpp"

namespace floorwalker::model {

struct Model;

/// A decision taken while the run went on: when everything that belongs to the moment `at` had happened.
struct LiveDecision {
    TimePoint at{};
    Decision decision;
};

/// Runs a centre together with its machines, which the model itself knows nothing about.
class MachineRoom {
public:
    MachineRoom() = default;
    MachineRoom(const MachineRoom&) = delete;
    MachineRoom& operator=(const MachineRoom&) = delete;
    virtual ~MachineRoom() = default;

    /// From the first event to the last. A pure function of its arguments; may be called from several threads at once.
    /// Null when `stop` was set on the way. Throws std::runtime_error when the machines cannot be run.
    virtual std::shared_ptr<const MachineLog> run(const Model& model, kernel::StreamKey key,
                                                  const std::vector<LiveDecision>& live,
                                                  const std::atomic<bool>* stop) const = 0;
};

}  // namespace floorwalker::model
