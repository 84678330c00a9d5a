#include "viz/day/forecast.hpp"

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/shipped.hpp"
#include "tests/viz/support/small.hpp"

namespace floorwalker::viz {
namespace {

using namespace std::chrono_literals;

std::shared_ptr<const Expected> expected_of(const Scenario& scenario) {
    const Forecast forecast{scenario};
    forecast.settle();
    return forecast.expected();
}

/// The replications of the forecast.
RunResult replications_of(const Scenario& scenario, std::int64_t replications) {
    RunOptions options;
    options.seed = scenario.seed + 1;
    options.replications = replications;
    return run(scenario, options);
}

/// Exact for one replication. Over several each counts by its contacts answered and abandoned, from which the KPIs' own
/// denominators differ by a few, such as those left out as too short.
void check_figures(const Standing& standing, const RunResult& result) {
    const double tolerance = result.replications == 1 ? 1e-9 : 2e-4;
    const auto near = [tolerance](const std::optional<double>& value, const Estimate& estimate) {
        REQUIRE(value.has_value());
        REQUIRE(estimate.mean.has_value());
        CHECK(*value == Approx(*estimate.mean).epsilon(tolerance));
    };
    near(standing[Figure::service_level].value(), result.overall[Kpi::service_level]);
    near(standing[Figure::abandonment].value(), result.overall[Kpi::abandonment]);
    near(standing[Figure::asa].value(), result.overall[Kpi::asa_s]);
    near(standing[Figure::occupancy].value(), result.overall[Kpi::occupancy]);
    REQUIRE(standing.tiers.size() == result.tiers.size());
    for (std::size_t t = 0; t < result.tiers.size(); ++t)
        near(standing.tiers[t].value(), result.tiers[t].kpis[Kpi::service_level]);
}

Standing with(Figure figure, double sum, double weight) {
    Standing standing;
    standing.figures[static_cast<std::size_t>(figure)] = {sum, weight};
    return standing;
}

}  // namespace

TEST_CASE("the figures of a wallboard are sums over weights", "[viz]") {
    for (const char* const name : {"hotline", "skills", "chat_and_mail"}) {
        INFO(name);
        const RunResult result = replications_of(support::shipped(name), 1);
        check_figures(standing_of(result), result);
    }
}

TEST_CASE("before a day begins its end is predicted as its replications come out", "[viz]") {
    const Scenario hotline = support::shipped("hotline");
    REQUIRE(hotline.centre.days == 1);
    const auto expected = expected_of(hotline);
    REQUIRE(expected);
    // At midnight: mail comes before the opening.
    check_figures(predicted({}, *expected, TimePoint{0h}), replications_of(hotline, 20));
}

TEST_CASE("at the end of a run nothing is left to be predicted", "[viz]") {
    const Scenario scenario = small();
    const auto expected = expected_of(scenario);
    REQUIRE(expected);
    Standing so_far = with(Figure::service_level, 150, 200);
    CHECK(*predicted(so_far, *expected, TimePoint{23h})[Figure::service_level].value() == Approx(0.75));
    CHECK(*predicted_longest_wait(7min, *expected, TimePoint{10h}) == Duration{7min});
}

TEST_CASE("a prediction adds what is left of the day, in proportion within an interval", "[viz]") {
    Expected expected;
    expected.opens = 8h;
    expected.intervals = {{8h, 9h}, {9h, 10h}};
    // Of 100 callers until nine 90 in time; of 200 in the next hour 120 more; of 10 after closing none.
    expected.moments = {{TimePoint{8h}, with(Figure::service_level, 0, 0)},
                        {TimePoint{9h}, with(Figure::service_level, 90, 100)},
                        {TimePoint{10h}, with(Figure::service_level, 210, 300)},
                        {TimePoint::max(), with(Figure::service_level, 210, 310)}};
    const auto level = [&](double in_time, double of, TimePoint now) {
        return *predicted(with(Figure::service_level, in_time, of), expected, now)[Figure::service_level].value();
    };
    CHECK(level(0, 0, TimePoint{8h}) == Approx(210.0 / 310));
    // At nine 50 of 100 have been in time, and 120 of 210 are still to be.
    CHECK(level(50, 100, TimePoint{9h}) == Approx((50.0 + 120) / (100 + 210)));
    // A quarter of the second hour is over: 90 + 30 of 100 + 50 were to be expected by now.
    CHECK(level(60, 140, TimePoint{9h + 15min}) == Approx((60.0 + 90) / (140 + 160)));
    CHECK(level(60, 140, TimePoint{10h}) == Approx(60.0 / 150));

    // Two replications: 2 and 6 minutes in the second hour. So far 3: (3 + 6) ÷ 2.
    expected.longest_waits = {{Duration{9min}, Duration{2min}}, {Duration{1min}, Duration{6min}}};
    CHECK(*predicted_longest_wait(3min, expected, TimePoint{8h + 30min}) == Duration{4min + 30s});
    CHECK(*predicted_longest_wait(3min, expected, TimePoint{9h + 1s}) == Duration{3min});
}

TEST_CASE("each day of a longer run is predicted to its own end", "[viz]") {
    Expected expected;
    expected.opens = 8h;
    expected.moments = {{TimePoint{8h}, {}},
                        {TimePoint{10h}, with(Figure::asa, 100, 10)},
                        {TimePoint{kDay + 8h}, with(Figure::asa, 120, 12)},
                        {TimePoint{kDay + 10h}, with(Figure::asa, 400, 30)},
                        {TimePoint::max(), with(Figure::asa, 400, 30)}};
    CHECK(*predicted({}, expected, TimePoint{8h})[Figure::asa].value() == Approx(10));
    const Standing first = with(Figure::asa, 60, 12);
    // The second day brings 280 seconds of 18 callers.
    CHECK(*predicted(first, expected, TimePoint{kDay + 8h})[Figure::asa].value() == Approx((60.0 + 280) / (12 + 18)));
}

TEST_CASE("a forecast begins anew for another scenario, and keeps the last until then", "[viz]") {
    Forecast forecast{small()};
    forecast.settle();
    const auto before = forecast.expected();
    REQUIRE(before);
    forecast.begin(small({"group.front.agents=14"}));
    CHECK(forecast.expected() != nullptr);
    forecast.settle();
    const TimePoint open{8h};
    CHECK(*predicted({}, *forecast.expected(), open)[Figure::service_level].value() >
          *predicted({}, *before, open)[Figure::service_level].value() + 0.1);
}

}  // namespace floorwalker::viz
