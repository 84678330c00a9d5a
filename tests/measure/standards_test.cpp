#include <cmath>

#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/journeys.hpp"
#include "tests/support/measured.hpp"

/// How service standards are kept: days whose cases can be counted by hand, and shares against their closed form.
namespace floorwalker::measure {
namespace {

using namespace support;

Standard standard(StandardOf of, Duration within = {}) {
    return {.id = std::string{name_of(of)}, .of = of, .within = within};
}

void check(const StandardResult::Compliance& compliance, double cases, std::optional<double> kept) {
    CHECK(compliance.cases.mean == cases);
    REQUIRE(compliance.kept.mean.has_value() == kept.has_value());
    if (kept) CHECK(*compliance.kept.mean == Approx(*kept));
}

}  // namespace

TEST_CASE("talks and holds: those that last exactly as long as the standard says keep it", "[measure][standards]") {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 3min);
    add_type(scenario, "b", 3min + 1s);
    scenario.call_types.front().hold = Hold{1.0, constant(40s), constant(12s)};
    add_group(scenario, group("first", {1}, {0}));
    add_group(scenario, group("second", {1}, {1}));
    add_call(scenario, 9h);
    add_call(scenario, 10h);
    add_call(scenario, 11h, CallTypeId{1});
    scenario.standards = {standard(StandardOf::talk, 3min), standard(StandardOf::hold, 40s),
                          standard(StandardOf::hold, 39s), standard(StandardOf::report_back, 12s),
                          standard(StandardOf::report_back, 11s)};
    Standard of_b = standard(StandardOf::talk, 3min);
    of_b.call_type = CallTypeId{1};
    scenario.standards.push_back(of_b);
    const RunResult result = measured(scenario);
    REQUIRE(result.standards.size() == 6);
    const auto& standards = result.standards;
    // The time on hold is no talk.
    check(standards[0].overall, 3, 2.0 / 3);
    check(standards[0].by_group[0], 2, 1.0);
    check(standards[0].by_group[1], 1, 0.0);
    check(standards[1].overall, 2, 1.0);
    check(standards[1].by_group[1], 0, std::nullopt);
    check(standards[2].overall, 2, 0.0);
    // A word after 12, 24 and 36 s, and the end after 40 s.
    check(standards[3].overall, 2, 1.0);
    check(standards[4].overall, 2, 0.0);
    check(standards[5].overall, 1, 0.0);
    CHECK(standards[5].call_type == "b");
    CHECK(standards[3].is_met() == true);
    CHECK(standards[0].is_met() == false);
    scenario.standards.front().goal = 0.6;
    CHECK(measured(scenario).standards.front().is_met() == true);
}

TEST_CASE("rings: each that nobody takes is a case too", "[measure][standards]") {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 1min);
    Group team = group("team", {1}, {0});
    team.ring = Ring{.rings = 4, .ring_length = 5s, .delay = constant(11s)};
    add_group(scenario, team);
    add_call(scenario, 9h);
    scenario.standards = {standard(StandardOf::rings), standard(StandardOf::rings)};
    scenario.standards.back().rings = 2;
    // 11 s is in the third ring.
    RunResult result = measured(scenario);
    check(result.standards[0].overall, 1, 1.0);
    check(result.standards[1].overall, 1, 0.0);
}

TEST_CASE("rings: the share that keeps the standard is that of its closed form", "[measure][standards]") {
    Scenario scenario = one_day(10, 1h);
    scenario.call_types.push_back(call_type("a", {400}, constant(60s)));
    add_group(scenario, group("team", {60}, {0}));
    scenario.groups.front().ring = Ring{.delay = Distribution{Uniform{1.0, 9.0}, {}}, .not_answered = 0.3};
    scenario.standards = {standard(StandardOf::rings)};
    scenario.standards.front().rings = 1;
    const RunResult result = measured(scenario);
    const auto& compliance = result.standards.front().overall;
    // Of all rings 1 − 0.3 are taken, and half of those within the first 5 s, as the delay is from 1 s to 9 s.
    const double expected = 0.7 * 0.5;
    REQUIRE(*compliance.cases.mean > 5000);
    CHECK(std::abs(*compliance.kept.mean - expected) <
          4.5 * std::sqrt(expected * (1 - expected) / *compliance.cases.mean));
}

TEST_CASE("callbacks: reached in time, too late, or never", "[measure][standards]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 10min);
    add_group(scenario, group("all", {1}, {0}));
    Callback callback;
    callback.offered_above = 5min;
    callback.accepted = 1.0;
    callback.dialling = constant(20s);
    callback.reached = 1.0;
    scenario.call_types.front().callback = callback;
    add_call(scenario, 8h + 10s);
    add_call(scenario, 8h + 1min);  // reached at 8:10:30, 570 s after the promise
    scenario.standards = {standard(StandardOf::callback, 570s), standard(StandardOf::callback, 569s)};
    RunResult result = measured(scenario);
    check(result.standards[0].overall, 1, 1.0);
    check(result.standards[1].overall, 1, 0.0);
    scenario.call_types.front().callback->reached = 0.0;
    result = measured(scenario);
    check(result.standards[0].overall, 1, 0.0);
    check(result.standards[0].by_group[0], 0, std::nullopt);
}

TEST_CASE("standards: days of the warm-up do not count, and no run is another for being judged",
          "[measure][standards]") {
    Scenario scenario = one_day(2, 1h);
    scenario.call_types.push_back(call_type("a", {30}, exponential(60)));
    add_group(scenario, group("team", {5}, {0}));
    scenario.centre.days = 3;
    const RunResult before = measured(scenario, 3);
    scenario.standards = {standard(StandardOf::talk, 1min)};
    const RunResult all = measured(scenario, 3);
    CHECK(all.digest == before.digest);
    CHECK(all.overall[Kpi::answered].mean == before.overall[Kpi::answered].mean);
    CHECK(all.standards.front().overall.cases.mean == all.overall[Kpi::answered].mean);
    scenario.centre.warm_up_days = 1;
    const RunResult measured_days = measured(scenario, 3);
    CHECK(measured_days.standards.front().overall.cases.mean == measured_days.overall[Kpi::answered].mean);
    CHECK(*measured_days.standards.front().overall.cases.mean < *all.standards.front().overall.cases.mean);
    // Exponential: within its mean 1 − 1/e.
    const auto& compliance = all.standards.front().overall;
    const double expected = 1 - std::exp(-1.0);
    CHECK(std::abs(*compliance.kept.mean - expected) <
          4.5 * std::sqrt(expected * (1 - expected) / (3 * *compliance.cases.mean)));
    CHECK(compliance.kept.half_width.has_value());
}

}  // namespace floorwalker::measure
