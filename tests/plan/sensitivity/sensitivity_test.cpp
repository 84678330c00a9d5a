#include "sim/plan/sensitivity/sensitivity.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "sim/plan/experiment/bad_request.hpp"
#include "sim/plan/sensitivity/demand.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/comparing.hpp"
#include "tests/validation/erlang.hpp"

namespace floorwalker::plan {
namespace {

using namespace std::chrono_literals;

/// A day and night of 60 calls an hour of 3 min with patience of 5 min, on 4 agents; the first day is warm-up.
Scenario erlang_a() {
    Scenario scenario;
    scenario.centre.days = 3;
    scenario.centre.warm_up_days = 1;
    scenario.centre.interval = 1h;
    scenario.call_types.push_back(support::call_type("a", {60}, support::exponential(180), support::exponential(300)));
    scenario.groups.push_back(support::group("all", {4}, {0}));
    return scenario;
}

double abandonment(double volume, double handling, double patience) {
    return validation::ErlangA{60 * volume / 3600, 1 / (180 * handling), 1 / (300 * patience), 4}.abandonment();
}

/// The interval, widened to 99.99 %.
void check_holds(const Difference& difference, double truth) {
    INFO("seen " << *difference.mean << ", truth " << truth);
    CHECK(std::abs(*difference.mean - truth) <=
          measure::student_t(0.9999, difference.replications - 1) * *difference.standard_error);
}

}  // namespace

TEST_CASE("Swings of an Erlang A centre are those of the formula", "[plan][sensitivity]") {
    const SensitivityResult result =
        find_sensitivity(erlang_a(), {{.kpi = Kpi::abandonment}}, 0.1, support::comparison_options(100, 626));
    const double now = abandonment(1, 1, 1);
    REQUIRE(result.swings.size() == 1);
    REQUIRE(result.swings[0].size() == 3);
    CHECK(result.missing == std::vector<Assumption>{Assumption::shrinkage});
    for (const Swing& swing : result.swings[0]) {
        INFO(name_of(swing.input));
        const auto at = [&](double factor) {
            return abandonment(swing.input == Assumption::volume ? factor : 1,
                               swing.input == Assumption::handling_time ? factor : 1,
                               swing.input == Assumption::patience ? factor : 1) -
                   now;
        };
        check_holds(swing.with_less, at(0.9));
        check_holds(swing.with_more, at(1.1));
    }
    CHECK(result.swings[0].back().input == Assumption::patience);
    CHECK(result.swings[0][0].size() >= result.swings[0][1].size());
}

TEST_CASE("Quantiles by order statistics", "[plan][sensitivity]") {
    std::vector<double> values;
    for (int i = 100; i >= 1; --i) values.push_back(i);
    const auto tenth = quantile_of(values, 0.1, 0.95);
    REQUIRE(tenth);
    CHECK(tenth->value == 10);
    // Of 100 values a binomial number with mean 10 and standard deviation 3 lies below the tenth: 4 to 16 with 97 %.
    CHECK(*tenth->low <= 5);
    CHECK(*tenth->low >= 3);
    CHECK(*tenth->high >= 16);
    CHECK(*tenth->high <= 18);
    CHECK(quantile_of(values, 0.5, 0.95)->value == 50);
    CHECK(quantile_of({3}, 0.9, 0.95)->value == 3);
    CHECK_FALSE(quantile_of({3}, 0.9, 0.95)->low);
    CHECK_FALSE(quantile_of({}, 0.9, 0.95));
}

TEST_CASE("Factors on the demand have mean 1 and the spread asked for", "[plan][sensitivity]") {
    constexpr int kDraws = 20'000;
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < kDraws; ++r) {
        const double factor = demand_factor(627, r, 0.08);
        sum += factor;
        squares += factor * factor;
    }
    const double mean = sum / kDraws;
    // Standard deviations of 0.08 / √20000 = 0.0006 and, of the other, some 0.0004.
    CHECK(mean == Approx(1).margin(0.003));
    CHECK(std::sqrt(squares / kDraws - mean * mean) == Approx(0.08).margin(0.002));
    CHECK(demand_factor(627, 3, 0.08) == demand_factor(627, 3, 0.08));
    CHECK(demand_factor(627, 3, 0.08) != demand_factor(628, 3, 0.08));
}

TEST_CASE("Uncertain demand spreads what comes", "[plan][sensitivity]") {
    DemandOptions options;
    options.replications = 300;
    options.cv = 0.2;
    const DemandResult result = spread_demand(erlang_a(), {{.kpi = Kpi::offered}}, options);
    CHECK(result.replications == 300);
    const DemandOfMetric& offered = result.metrics.front();
    REQUIRE(offered.uncertain.size() == 300);
    // 2,880 calls: Poisson √2880 = 54 as forecast; with the factor √(54² + (0.2 × 2880)²) = 579.
    const auto spread = [](const std::vector<double>& values) {
        double sum = 0;
        double squares = 0;
        for (const double v : values) {
            sum += v;
            squares += v * v;
        }
        const auto n = static_cast<double>(values.size());
        return std::sqrt(squares / n - sum / n * sum / n);
    };
    CHECK(spread(offered.as_forecast) == Approx(54).epsilon(0.2));
    CHECK(spread(offered.uncertain) == Approx(579).epsilon(0.2));
    for (std::size_t r = 0; r < 300; ++r) {
        CHECK(offered.uncertain[r] / offered.as_forecast[r] == Approx(result.factors[r]).epsilon(0.12));
    }
    options.threads = 1;
    CHECK(spread_demand(erlang_a(), {{.kpi = Kpi::offered}}, options).metrics.front().uncertain == offered.uncertain);
}

TEST_CASE("Recorded calls have no forecast", "[plan][sensitivity]") {
    Scenario scenario = erlang_a();
    scenario.replay.emplace();
    CHECK_THROWS_AS(spread_demand(scenario, {{.kpi = Kpi::offered}}, {}), BadRequest);
}

}  // namespace floorwalker::plan
