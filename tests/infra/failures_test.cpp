#include <catch2/catch.hpp>

#include "sim/infra/room.hpp"
#include "tests/support/infra/scripted_centre.hpp"

using namespace floorwalker;
using namespace floorwalker::test;
using namespace std::chrono_literals;
using Kind = model::MachineEvent::Kind;

namespace {

/// With a time-out of 10 s, one more try, and 2 s in between.
Infrastructure patient() {
    Infrastructure machines = branch_and_head();
    machines.timeout = 10s;
    machines.retries = 1;
    machines.retry_after = 2s;
    return machines;
}

void check_end(const model::MachineEvent& end, Kind kind, Duration at, int tries) {
    CHECK(end.kind == kind);
    CHECK(end.at == TimePoint{at});
    CHECK(int{end.tries} == tries);
}

const model::MachineOrder kOneSecond = asking(1, 0, 0.0, 1.0, 0.0);

}  // namespace

TEST_CASE("A server that is too slow is given up at the time-out, and asked again", "[infra]") {
    // 30 s of work: given up at 1 + 10, asked again at 13, given up at 23.
    ScriptedCentre centre;
    centre.look_up(1s, 0, asking(1, 0, 0.0, 30.0, 0.0));
    const auto log = *infra::run_centre(patient(), centre);
    check_end(outcomes_of(log).at(0), Kind::failed, 23s, 2);
    const auto loads = entries_of(log, Kind::server_load);
    REQUIRE(loads.size() == 4);
    const std::vector<std::pair<Duration, std::uint32_t>> expected{{1s, 1}, {11s, 0}, {13s, 1}, {23s, 0}};
    for (std::size_t i = 0; i < loads.size(); ++i) {
        CHECK(loads[i].at == TimePoint{expected[i].first});
        CHECK(loads[i].subject == expected[i].second);
    }
}

TEST_CASE("The second try of two that need the server together may do", "[infra]") {
    // 6 s of work each, one core: both would be done at 13. One is given up at 12.5: by then each has had 5.75 s, the
    // other has 0.25 s to go, at 12.75.
    ScriptedCentre centre;
    centre.look_up(1s, 0, asking(1, 0, 0.0, 6.0, 0.0));
    centre.look_up(1s, 1, asking(1, 0, 0.0, 6.0, 0.0));
    centre.give_up(12'500ms, 0);
    Infrastructure machines = patient();
    machines.timeout = 20s;
    const auto outcomes = outcomes_of(*infra::run_centre(machines, centre));
    CHECK(outcomes.count(0) == 0);
    check_end(outcomes.at(1), Kind::answered, 12'750ms, 1);
}

TEST_CASE("A server without a free place refuses at once", "[infra]") {
    // One place, taken for 1 s. The second asks at 1.5, is refused, and again at 3.5 when the place is free. The third
    // asks at 1.6 with no place, and at 3.6 the second has it until 4.5: refused for good.
    Infrastructure machines = patient();
    machines.servers.front().places = 1;
    ScriptedCentre centre;
    centre.look_up(1s, 0, kOneSecond);
    centre.look_up(1'500ms, 1, kOneSecond);
    centre.look_up(1'600ms, 2, kOneSecond);
    const auto outcomes = outcomes_of(*infra::run_centre(machines, centre));
    check_end(outcomes.at(0), Kind::answered, 2s, 1);
    check_end(outcomes.at(1), Kind::answered, 4'500ms, 2);
    check_end(outcomes.at(2), Kind::failed, 3'600ms, 2);
}

TEST_CASE("A server that fails takes the look-ups there with it, which nobody knows before the time-out", "[infra]") {
    // Off from 1.5 to 5: the first, asked at 1, fails at 11, asked again at 13, answered at 14. The second is asked
    // while it is off, at 2: fails at 12, again at 14, shared with nobody since then: answered at 15.
    ScriptedCentre centre;
    centre.look_up(1s, 0, kOneSecond);
    centre.set_server(1'500ms, 0, 0.0);
    centre.look_up(2s, 1, kOneSecond);
    centre.set_server(5s, 0, 1.0);
    const auto log = *infra::run_centre(patient(), centre);
    check_end(outcomes_of(log).at(0), Kind::answered, 14s, 2);
    check_end(outcomes_of(log).at(1), Kind::answered, 15s, 2);
    CHECK(entries_of(log, Kind::server_load).at(1).at == TimePoint{1'500ms});
}

TEST_CASE("A link that is off lets nothing through, and breaks what is on its way", "[infra]") {
    // 2,000,000 bytes take 2 s. Off from 2 to 20: the first is on its way, the second begins behind it.
    ScriptedCentre centre;
    centre.look_up(1s, 0, asking(1, 0, 2e6, 0.0, 0.0));
    centre.set_link(2s, 0, 0.0);
    centre.look_up(3s, 1, asking(1, 0, 2e6, 0.0, 0.0));
    centre.set_link(14s, 0, 1.0);
    const auto outcomes = outcomes_of(*infra::run_centre(patient(), centre));
    check_end(outcomes.at(0), Kind::failed, 23s, 2);    // again at 13, while it is still off
    check_end(outcomes.at(1), Kind::answered, 17s, 2);  // again at 15
}

TEST_CASE("A site that is lost reaches nobody, and nobody reaches its servers", "[infra]") {
    const auto site_state = [](std::uint16_t site, double value) {
        return model::MachineOrder{.kind = model::MachineOrder::Kind::site_state, .site = SiteId{site}, .value = value};
    };
    ScriptedCentre centre;
    centre.look_up(1s, 0, asking(1, 0, 2e6, 0.0, 0.0));
    centre.order(2s, site_state(1, 0.0));
    centre.look_up(3s, 1, asking(1, 0, 0.0, 1.0, 0.0));
    centre.order(14s, site_state(1, 1.0));
    const auto outcomes = outcomes_of(*infra::run_centre(patient(), centre));
    check_end(outcomes.at(0), Kind::failed, 23s, 2);
    check_end(outcomes.at(1), Kind::answered, 16s, 2);
}

TEST_CASE("Speed that changes in the middle of work counts from then on", "[infra]") {
    // 4 s of work from 1 s: 1 s done at 2, 0.25 × 4 s = 1 s more at 6, the other 2 s at 3 times the speed: 6.666667.
    ScriptedCentre centre;
    centre.look_up(1s, 0, asking(1, 0, 0.0, 4.0, 0.0));
    centre.set_server(2s, 0, 0.25);
    centre.set_server(6s, 0, 3.0);
    const auto outcomes = outcomes_of(*infra::run_centre(patient(), centre));
    check_end(outcomes.at(0), Kind::answered, 6'666'667us, 1);
}

TEST_CASE("Bandwidth that changes in the middle of a transfer counts from then on", "[infra]") {
    // 2,000,000 bytes: 500,000 by 1.5, 0.1 × 5 s = 500,000 more by 6.5, the last 1,000,000 by 7.5.
    ScriptedCentre centre;
    centre.look_up(1s, 0, asking(1, 0, 2e6, 0.0, 0.0));
    centre.set_link(1'500ms, 0, 0.1);
    centre.set_link(6'500ms, 0, 1.0);
    const auto outcomes = outcomes_of(*infra::run_centre(patient(), centre));
    check_end(outcomes.at(0), Kind::answered, 7'500ms, 1);
}

TEST_CASE("What is answered within the microsecond leaves no trace", "[infra]") {
    Infrastructure machines = branch_and_head();
    machines.links.front().bytes_per_second = 1e18;
    machines.servers.front().speed = 1e15;
    ScriptedCentre centre;
    for (std::uint32_t i = 0; i < 100; ++i) centre.look_up(Duration{1 + i / 2}, i, asking(1, 0, 2'000, 0.3, 40'000));
    const auto log = *infra::run_centre(machines, centre);
    CHECK(entries_of(log, Kind::server_load).empty());
    const auto outcomes = outcomes_of(log);
    REQUIRE(outcomes.size() == 100);
    for (const auto& [ticket, end] : outcomes) {
        check_end(end, Kind::answered, Duration{1 + ticket / 2}, 1);
        CHECK(end.after_steps == 1 + ticket / 2);  // before the next event
    }
}
