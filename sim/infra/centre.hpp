#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/time.hpp>

#include "sim/model/machines/log.hpp"
#include "sim/model/machines/order.hpp"

namespace floorwalker::infra {

/// Who gives orders to machines and hears from them, with a calendar of its own: a model's engine, or a test.
class Centre {
public:
    Centre() = default;
    Centre(const Centre&) = delete;
    Centre& operator=(const Centre&) = delete;
    virtual ~Centre() = default;

    /// When its next event comes; none: it has no more.
    virtual std::optional<TimePoint> next_at() = 0;
    virtual void step() = 0;
    virtual void take(const model::MachineEvent& event) = 0;

    /// What it has ordered since the last call.
    virtual std::vector<model::MachineOrder> take_orders() = 0;

    /// Whether it waits to hear that all has been answered that can be at once.
    virtual bool needs_settling() const = 0;
    virtual TimePoint now() const = 0;
    virtual std::uint64_t steps() const = 0;

    /// Done when everything up to that moment has happened; none: nothing is to be.
    virtual std::optional<TimePoint> interruption_at() { return std::nullopt; }
    virtual void interrupt() {}
};

}  // namespace floorwalker::infra
