#pragma once

#include <exception>
#include <vector>

#include <simgrid/kernel/Timer.hpp>

#include "sim/infra/centre.hpp"
#include "sim/infra/frames.hpp"
#include "sim/infra/simgrid/look_ups.hpp"
#include "sim/infra/simgrid/park.hpp"

namespace floorwalker::infra {

/// Runs a centre and its machines by one clock, SimGrid's. A single timer there stands for whatever comes first of the
/// centre's calendar and of what look-ups wait for; SimGrid's own ends bring it forward.
class Driver {
public:
    Driver(Centre& centre, Park& park, FrameWriter& log);
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;
    ~Driver() = default;

    /// From the centre's first event to its last. Throws what the centre throws.
    void run();

private:
    using Kind = model::MachineEvent::Kind;

    void wake();
    void wake_at(double date);
    void go_on(double now);
    bool settle(double now);
    bool run_centre(double now);
    bool interrupt(TimePoint at, double now);
    double next_end(double now);

    bool hand_outcome_in(double now);
    void hand_own_changes_in(double now);
    void state_loads(double now);
    void hand_in(model::MachineEvent event, double now);
    void carry_out_orders(double now);
    void carry_out(const model::MachineOrder& order, double now);
    void end();

    Centre& centre_;
    Park& park_;
    LookUps look_ups_;
    FrameWriter& log_;
    simgrid::kernel::timer::Timer* timer_ = nullptr;
    std::vector<std::uint32_t> stated_loads_;
    TimePoint loads_at_{};  // when the loads were what they are
    bool is_over_ = false;
    std::exception_ptr failure_;
};

}  // namespace floorwalker::infra
