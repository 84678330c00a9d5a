#include "sim/infra/plugin.hpp"

#include <exception>
#include <string>
#include <type_traits>

#include "sim/infra/frames.hpp"
#include "sim/infra/simgrid/check.hpp"
#include "sim/infra/simgrid/driver.hpp"
#include "sim/infra/simgrid/engine_centre.hpp"
#include "sim/infra/simgrid/grid.hpp"
#include "sim/infra/simgrid/park.hpp"
#include "sim/model/model.hpp"

namespace floorwalker::infra {
namespace {

/// Everything, exceptions included, goes to the parent as frames. When it reads no more, there is nobody to tell.
template <class Act>
void tell_parent(int fd, Act act) noexcept {
    FrameWriter frames{fd};
    try {
        try {
            start_grid();
            act(frames);
        } catch (const ParkError& error) {
            for (const std::string& problem : error.problems()) frames.problem(problem);
        } catch (const std::exception& problem) {
            frames.problem(problem.what());
        }
        frames.done();
    } catch (...) {
        return;
    }
}

void run_together(const Infrastructure& machines, Centre& centre, FrameWriter& frames) {
    Park park{machines};
    Driver driver{centre, park, frames};
    driver.run();
}

}  // namespace

extern "C" {

[[gnu::visibility("default")]] void floorwalker_run_model(const model::Model& model, kernel::StreamKey key,
                                                          const std::vector<model::LiveDecision>& live, int fd) {
    tell_parent(fd, [&](FrameWriter& frames) {
        const auto centre = make_engine_centre(model, key, live);
        run_together(*model.machines.all, *centre, frames);
    });
}

[[gnu::visibility("default")]] void floorwalker_run_centre(const Infrastructure& machines, Centre& centre, int fd) {
    tell_parent(fd, [&](FrameWriter& frames) { run_together(machines, centre, frames); });
}

[[gnu::visibility("default")]] void floorwalker_check_platform(const Infrastructure& machines,
                                                               const std::vector<WayNeeded>& ways, int fd) {
    tell_parent(fd, [&](FrameWriter& frames) { check_park(machines, ways, frames); });
}

}  // extern "C"

// The entries are what plugin.hpp says they are.
static_assert(std::is_same_v<decltype(floorwalker_run_model), RunModel>);
static_assert(std::is_same_v<decltype(floorwalker_run_centre), RunCentre>);
static_assert(std::is_same_v<decltype(floorwalker_check_platform), CheckPlatform>);

}  // namespace floorwalker::infra
