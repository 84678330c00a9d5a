#include "sim/plan/faults/fault_cost.hpp"

#include <catch2/catch.hpp>

#include "sim/plan/faults/without_faults.hpp"
#include "sim/plan/replicate.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/machines.hpp"
#include "tests/support/shipped.hpp"

/// What faults cost, for the same customers.
namespace floorwalker::plan {
namespace {

using namespace support;

/// Ten calls, one every ten minutes, for one agent each; each looks something up, which takes no time to speak of.
Scenario desk() {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 5min);
    add_crm(scenario);
    LookUp one = look_up(LookUpMoment::before, 1ms);
    scenario.call_types.front().look_ups = {one};
    Group people = group("all", {2}, {0});
    people.cost_per_hour = 30.0;
    add_group(scenario, people);
    for (int i = 0; i < 10; ++i) add_call(scenario, 9h + 10min * i);
    scenario.replications = 2;
    return scenario;
}

FaultCost cost_of(const Scenario& scenario) {
    FaultCostRun faults{scenario};
    ReplicateOptions options;
    options.on_finished = [&](const FinishedReplication& finished) { faults.add(finished); };
    replicate(scenario, options);
    return faults.finish(options.run);
}

std::size_t place_of(const FaultCost& cost, const std::string& key) {
    for (std::size_t i = 0; i < cost.figures.size(); ++i) {
        if (cost.figures[i].key == key) return i;
    }
    FAIL("there is no figure " << key);
    return 0;
}

}  // namespace

TEST_CASE("faults: what may fail is told from what does not", "[plan][faults]") {
    Scenario scenario = desk();
    CHECK_FALSE(has_faults(scenario));
    scenario.decisions = {absent(GroupId{0}, 9h, 10h)};
    CHECK_FALSE(has_faults(scenario));
    scenario.decisions.push_back(server_down(9h, 10h));
    CHECK(has_faults(scenario));
    CHECK_FALSE(has_faults(without_faults(scenario)));
    CHECK(without_faults(scenario).decisions.size() == 2);
    scenario.decisions.clear();
    scenario.infrastructure.servers.front().phases = {{9h, 0.5}};
    CHECK(has_faults(scenario));
    CHECK_FALSE(has_faults(without_faults(scenario)));
    scenario.infrastructure.servers.front().phases.clear();
    scenario.infrastructure.servers.front().breakdowns.emplace();
    CHECK(has_faults(scenario));
    CHECK_FALSE(has_faults(without_faults(scenario)));
}

TEST_CASE("faults: their cost is the difference for the same customers", "[plan][faults]") {
    // From 9:25 to 9:55 the server is off: three calls (9:30, 9:40, 9:50) hold for 22 s each before their agents go to
    // paper, and talk 375 s instead of 300. On paper they are entered when it is back, which is no handling of a
    // contact.
    Scenario scenario = desk();
    scenario.decisions = {server_down(9h + 25min, 9h + 55min)};
    const FaultCost cost = cost_of(scenario);
    CHECK(cost.replications == 2);
    const std::size_t hours = place_of(cost, "handling_hours");
    CHECK(*cost.without[hours].mean == Approx(10 * 300.001 / 3600));
    CHECK(*cost.differences[hours].mean == Approx(3 * (22 + 75) / 3600.0).epsilon(1e-4));
    const std::size_t aht = place_of(cost, "aht_s");
    CHECK(*cost.differences[aht].mean == Approx(3 * (22 + 75) / 10.0).epsilon(1e-4));
    // Nobody waits with either, and two people are paid for four hours.
    CHECK(*cost.differences[place_of(cost, "service_level")].mean == Approx(0).margin(1e-12));
    CHECK(*cost.with[place_of(cost, "cost")].mean == Approx(2 * 4 * 30.0));
    CHECK(*cost.differences[place_of(cost, "cost")].mean == Approx(0).margin(1e-9));
}

TEST_CASE("faults: without them everybody else stays the same, peaks too", "[plan][faults]") {
    Scenario scenario = shipped("crm_slow");
    scenario.decisions.push_back({9h, {}, Peak{CallTypeId{0}, {}, 100, 10h, {}}});
    Scenario none = scenario;
    none.decisions.front().what.emplace<ServerSlow>(ServerSlow{ServerId{0}, 1.0, 12h});  // slow, but not slower
    RunOptions once;
    once.replications = 1;
    const RunResult mended = replicate(without_faults(scenario), {once, false, {}});
    const RunResult same = replicate(none, {once, false, {}});
    for (const Kpi kpi : {Kpi::offered, Kpi::answered, Kpi::abandoned, Kpi::asa_s, Kpi::aht_s})
        CHECK(*mended.overall[kpi].mean == *same.overall[kpi].mean);
}

}  // namespace floorwalker::plan
