#include "sim/report/targets.hpp"

#include <catch2/catch.hpp>

#include "tests/report/sample.hpp"

using namespace floorwalker;
using namespace floorwalker::report;

TEST_CASE("A target is met at its value, and not judged without contacts", "[report]") {
    CHECK(Target{Kpi::service_level, "", {}, true, 0.8, {0.8, {}}}.met() == true);
    CHECK(Target{Kpi::service_level, "", {}, true, 0.8, {0.79, {}}}.met() == false);
    CHECK(Target{Kpi::asa_s, "", {}, false, 30, {30.1, {}}}.met() == false);
    const Target unknown{Kpi::asa_s, "", {}, false, 30, {}};
    CHECK_FALSE(unknown.met());
    CHECK(all_met({unknown}));
}

TEST_CASE("A target within the confidence interval is uncertain", "[report]") {
    CHECK(Target{Kpi::service_level, "", {}, true, 0.8, {0.81, 0.02}}.is_uncertain());
    CHECK_FALSE(Target{Kpi::service_level, "", {}, true, 0.8, {0.83, 0.02}}.is_uncertain());
    CHECK_FALSE(Target{Kpi::service_level, "", {}, true, 0.8, {0.8, {}}}.is_uncertain());
}

TEST_CASE("The time of the centre's answer target is that of all call types, if they share one", "[report]") {
    using namespace std::chrono_literals;
    Scenario scenario = sample_scenario();
    const RunResult result = run_sample(scenario, 1);
    CHECK_FALSE(targets(scenario, result).front().within);
    scenario.call_types[1].answer_target.reset();
    const auto all = targets(scenario, result);
    CHECK(all.size() == 2);
    CHECK(all.front().within == 20s);
}
