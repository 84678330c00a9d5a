#include "sim/infra/room.hpp"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>
#include <sys/types.h>
#include <sys/wait.h>

#include "tests/support/infra/scripted_centre.hpp"

using namespace floorwalker;
using namespace floorwalker::test;
using namespace std::chrono_literals;

namespace {

/// A centre that does something odd at its first event.
class OddCentre final : public infra::Centre {
public:
    explicit OddCentre(void (*act)()) : act_{act} {}

    std::optional<TimePoint> next_at() override { return TimePoint{1s}; }
    void step() override { act_(); }
    void take(const model::MachineEvent&) override {}
    std::vector<model::MachineOrder> take_orders() override { return {}; }
    bool needs_settling() const override { return false; }
    TimePoint now() const override { return {}; }
    std::uint64_t steps() const override { return 0; }

private:
    void (*act_)();
};

bool has_children() { return ::waitpid(-1, nullptr, WNOHANG) == 0; }

}  // namespace

TEST_CASE("A child that is killed gives an error and no hang", "[infra]") {
    OddCentre centre{[] { std::raise(SIGKILL); }};
    CHECK_THROWS_WITH(infra::run_centre(branch_and_head(), centre),
                      "the process that runs the machines has died: it was ended by signal 9");
    CHECK_FALSE(has_children());
}

TEST_CASE("What a dying child says is in the error", "[infra]") {
    OddCentre centre{[] {
        std::fputs("no more ink\n", stderr);
        std::_Exit(3);
    }};
    CHECK_THROWS_WITH(infra::run_centre(branch_and_head(), centre),
                      "the process that runs the machines has died: it left with exit code 3\nno more ink\n");
}

TEST_CASE("What a centre throws in the child comes out in the parent", "[infra]") {
    OddCentre centre{[] { throw std::logic_error{"this cannot be"}; }};
    CHECK_THROWS_WITH(infra::run_centre(branch_and_head(), centre), "this cannot be");
    CHECK_FALSE(has_children());
}

TEST_CASE("A look-up where no link leads is an error", "[infra]") {
    Infrastructure machines = branch_and_head();
    machines.links.clear();
    ScriptedCentre centre;
    centre.look_up(1s, 0, asking(1, 0, 1.0, 1.0, 1.0));
    CHECK_THROWS_WITH(infra::run_centre(machines, centre), "no link leads from site \"branch\" to site \"head\"");
}

TEST_CASE("A run that is to stop ends its child", "[infra]") {
    OddCentre centre{[] { std::this_thread::sleep_for(1h); }};
    std::atomic<bool> stop = true;
    CHECK(infra::run_centre(branch_and_head(), centre, &stop) == nullptr);
    CHECK_FALSE(has_children());
}

TEST_CASE("Machines do the same whoever else runs some at the same time", "[infra]") {
    const auto run = [] {
        ScriptedCentre centre;
        for (std::uint32_t i = 0; i < 300; ++i)
            centre.look_up(i * 40ms + Duration{i * i}, i, asking(1, 0, 2'000.0 + i, 0.03, 5'000));
        return infra::run_centre(branch_and_head(), centre);
    };
    const auto alone = run();
    std::vector<std::shared_ptr<const model::MachineLog>> logs(8);
    std::vector<std::jthread> threads;
    for (auto& log : logs) threads.emplace_back([&log, &run] { log = run(); });
    threads.clear();
    for (const auto& log : logs) CHECK(*log == *alone);
}
