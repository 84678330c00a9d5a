#include <catch2/catch.hpp>

#include "sim/plan/replicate.hpp"
#include "tests/support/builders.hpp"

/// Times on hold, against a day whose sums are known.
namespace floorwalker::measure {
namespace {

using namespace support;

double value(const KpiSet& kpis, Kpi kpi) { return kpis[kpi].mean.value(); }

}  // namespace

TEST_CASE("hold is part of the handling time and of the occupancy, and no talk", "[measure][hold]") {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 5min, {}, 30s);
    scenario.call_types.front().hold = Hold{1.0, constant(40s)};
    add_group(scenario, group("all", {1}, {0}));
    for (const Duration at : std::initializer_list<Duration>{9h, 10h}) add_call(scenario, at);
    plan::ReplicateOptions options;
    options.run.replications = 1;
    const RunResult result = plan::replicate(scenario, options);
    for (const KpiSet* kpis : {&result.overall, &result.call_types.front().kpis, &result.groups.front().kpis}) {
        CHECK(value(*kpis, Kpi::hold_s) == Approx(40));
        CHECK(value(*kpis, Kpi::talk_s) == Approx(300));
        CHECK(value(*kpis, Kpi::wrap_up_s) == Approx(30));
        CHECK(value(*kpis, Kpi::aht_s) == Approx(370));
    }
    CHECK(value(result.overall, Kpi::occupancy) == Approx(2 * 370.0 / (4 * 3600)));
}

}  // namespace floorwalker::measure
