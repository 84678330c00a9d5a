#include <catch2/catch.hpp>

#include "sim/infra/room.hpp"
#include "tests/support/infra/scripted_centre.hpp"

using namespace floorwalker;
using namespace floorwalker::test;
using namespace std::chrono_literals;
using Kind = model::MachineEvent::Kind;

TEST_CASE("A link shared by k transfers gives each 1/k of it", "[infra]") {
    // 125,000 bytes at 1,000,000 bytes a second take 0.125 s alone, k of them at once k times as long.
    const int k = GENERATE(1, 2, 3, 4, 5, 6, 7, 8);
    ScriptedCentre centre;
    for (int i = 0; i < k; ++i) centre.look_up(10s, static_cast<std::uint32_t>(i), asking(1, 0, 125'000, 0.0, 0.0));
    const auto log = infra::run_centre(branch_and_head(), centre);
    const auto outcomes = outcomes_of(*log);
    REQUIRE(outcomes.size() == static_cast<std::size_t>(k));
    for (const auto& [ticket, end] : outcomes) {
        CHECK(end.kind == Kind::answered);
        CHECK(end.at == TimePoint{10s + k * 125ms});
    }
}

TEST_CASE("Who is further away gets no less of a link, only later", "[infra]") {
    // Two sites behind one line to the head office; the ways of the second are 40 ms longer, one way.
    // 100,000 bytes each at 1,000,000: near alone from 0 to 40 ms has 40,000 done; then both at half of it:
    // near's 60,000 take 120 ms, until 160 ms; far has 60,000 by then, and the other 40,000 take 40 ms, until 200 ms.
    // The answers take nothing but the latency: far's comes 40 ms later.
    Infrastructure machines = branch_and_head();
    machines.sites.push_back({.id = "far", .name = {}, .host = {}});
    Link spur = machines.links.front();
    spur.id = "spur";
    spur.from = SiteId{2};
    spur.to = SiteId{1};
    spur.bytes_per_second = 1e9;
    spur.latency = 40ms;
    machines.links.push_back(spur);
    ScriptedCentre centre;
    centre.look_up(1s, 0, asking(1, 0, 100'000, 0.0, 0.0));
    centre.look_up(1s, 1, asking(2, 0, 100'000, 0.0, 0.0));
    const auto outcomes = outcomes_of(*infra::run_centre(machines, centre));
    CHECK(outcomes.at(0).at == TimePoint{1s + 160ms});
    CHECK(outcomes.at(1).at == TimePoint{1s + 240ms});
}

TEST_CASE("Requests do not hinder answers", "[infra]") {
    // Ticket 0's answer of 500,000 bytes, 0.5 s, is under way while ticket 1's request of as much is.
    ScriptedCentre centre;
    centre.look_up(1s, 0, asking(1, 0, 0.0, 0.0, 500'000));
    centre.look_up(1s, 1, asking(1, 0, 500'000, 0.0, 0.0));
    const auto outcomes = outcomes_of(*infra::run_centre(branch_and_head(), centre));
    CHECK(outcomes.at(0).at == TimePoint{1s + 500ms});
    CHECK(outcomes.at(1).at == TimePoint{1s + 500ms});
}

TEST_CASE("On a link that is not shared each transfer has all of it", "[infra]") {
    Infrastructure machines = branch_and_head();
    machines.links.front().shared = false;
    ScriptedCentre centre;
    for (std::uint32_t i = 0; i < 5; ++i) centre.look_up(1s, i, asking(1, 0, 250'000, 0.0, 250'000));
    for (const auto& [ticket, end] : outcomes_of(*infra::run_centre(machines, centre)))
        CHECK(end.at == TimePoint{1s + 500ms});
}

TEST_CASE("Look-ups share the cores, and none has more than one", "[infra]") {
    // n look-ups of 300 ms on c cores take max(1, n/c) times as long.
    const auto [n, c] = GENERATE(table<int, int>({{1, 1}, {3, 1}, {1, 4}, {4, 4}, {6, 4}, {8, 4}, {7, 3}}));
    Infrastructure machines = branch_and_head();
    machines.servers.front().cores = c;
    machines.servers.front().speed = 2.0;  // 600 ms of work on a core of speed 1
    ScriptedCentre centre;
    for (int i = 0; i < n; ++i) centre.look_up(1s, static_cast<std::uint32_t>(i), asking(0, 0, 9e9, 0.6, 9e9));
    const auto outcomes = outcomes_of(*infra::run_centre(machines, centre));
    REQUIRE(outcomes.size() == static_cast<std::size_t>(n));
    const double seconds = 0.3 * std::max(1.0, static_cast<double>(n) / c);
    for (const auto& [ticket, end] : outcomes) CHECK(end.at == TimePoint{1s + from_seconds(seconds)});
}

TEST_CASE("Voice takes its part of a link, and leaves data a twentieth", "[infra]") {
    // 20 calls of 25,000 bytes a second leave 500,000 of 1,000,000: 0.25 s for 125,000 bytes instead of 0.125 s.
    // 80 would need 2,000,000: 50,000 are left, and 10,000 bytes take 0.2 s.
    Infrastructure machines = branch_and_head();
    machines.voice = VoiceOnLinks{25'000.0, 0.9};
    machines.ivr_site = SiteId{0};
    const auto calls = [](double count) {
        return model::MachineOrder{.kind = model::MachineOrder::Kind::calls, .site = SiteId{1}, .value = count};
    };
    ScriptedCentre centre;
    centre.order(1s, calls(20));
    centre.look_up(1s, 0, asking(1, 0, 125'000, 0.0, 0.0));
    centre.order(2s, calls(80));
    centre.look_up(2s, 1, asking(1, 0, 10'000, 0.0, 0.0));
    centre.order(3s, calls(0));
    centre.look_up(3s, 2, asking(1, 0, 125'000, 0.0, 0.0));
    const auto outcomes = outcomes_of(*infra::run_centre(machines, centre));
    CHECK(outcomes.at(0).at == TimePoint{1s + 250ms});
    CHECK(outcomes.at(1).at == TimePoint{2s + 200ms});
    CHECK(outcomes.at(2).at == TimePoint{3s + 125ms});
}
