#include "sim/plan/sweep/knee.hpp"

#include <cmath>

#include <catch2/catch.hpp>

namespace floorwalker::plan {
namespace {

template <class Curve>
std::vector<CurvePoint> sampled(Curve curve, int from, int to, double half_width = 0.0) {
    std::vector<CurvePoint> points;
    for (int x = from; x <= to; ++x) points.push_back({static_cast<double>(x), curve(x), half_width});
    return points;
}

double inverse(double x) { return 1 / x; }

SweepResult sweep_of(const std::vector<std::string>& values, const std::vector<double>& means) {
    SweepResult result;
    result.inputs = {{"server.crm.cores", "crm.cores", true}};
    result.metrics = {{"service_level", Kpi::service_level, Better::more}, {"offered", Kpi::offered, Better::neither}};
    for (std::size_t v = 0; v < values.size(); ++v)
        result.variants.push_back({{values[v]}, 1, {{means[v], 0.001}, {100.0, 1.0}}});
    return result;
}

}  // namespace

// The point of 1/x farthest from the line between (a, 1/a) and (b, 1/b) is where its slope is that of the line:
// −1/x² = (1/b − 1/a) / (b − a) = −1/(ab), so x = √(ab).
TEST_CASE("The knee of 1/x is at the geometric mean of its ends", "[plan][sweep]") {
    const auto nine = find_bend(sampled(inverse, 1, 9));
    REQUIRE(nine.bend);
    CHECK(nine.bend->point == 2);  // x = 3 = √(1 × 9)
    // Of the way down from 1 to 1/9, (1 − 1/3) / (1 − 1/9) = 0.75 is done after 2/8 of the way across.
    CHECK(nine.bend->distance == Approx(0.75 - 0.25));
    const auto sixteen = find_bend(sampled(inverse, 1, 16));
    REQUIRE(sixteen.bend);
    CHECK(sixteen.bend->point == 3);  // x = 4 = √(1 × 16)
}

TEST_CASE("A curve that rises late bends below the line", "[plan][sweep]") {
    // x² from 0 to 10: the line is 10 x, farthest from it at x = 5, where 25/100 of the way up is done half across.
    const auto found = find_bend(sampled([](double x) { return x * x; }, 0, 10));
    REQUIRE(found.bend);
    CHECK(found.bend->point == 5);
    CHECK(found.bend->distance == Approx(-0.25));
}

TEST_CASE("Where a curve has no knee, it says why", "[plan][sweep]") {
    const auto line = [](double x) { return 2 * x; };
    CHECK(find_bend(sampled(line, 1, 9)).none == NoKnee::straight);
    CHECK(find_bend(sampled(inverse, 1, 3)).none == NoKnee::too_few);
    CHECK(find_bend(sampled([](double) { return 5.0; }, 1, 9)).none == NoKnee::flat);
    // From 1 to 1/9 is 0.889, which is within ± 0.45 twice.
    CHECK(find_bend(sampled(inverse, 1, 9, 0.45)).none == NoKnee::flat);
    // ± 0.44 is less than half of that, but the knee is off the line by no more than 0.5 × 0.889 = 0.444 …
    CHECK(find_bend(sampled(inverse, 1, 9, 0.44)).bend);
    // … and √x, by (√x − 1)/2 − (x − 1)/8, at most 1/8 at x = 4: over 1 to 9 the change is 2, so ± 0.3 hides it.
    const auto root = [](double x) { return std::sqrt(x); };
    CHECK(find_bend(sampled(root, 1, 9)).bend->distance == Approx(0.125));
    CHECK(find_bend(sampled(root, 1, 9, 0.3)).none == NoKnee::straight);
}

TEST_CASE("Knees of a sweep are of metrics that have a better side", "[plan][sweep]") {
    // In the order of the file; by size: 2 → 0.40, 4 → 0.70, 6 → 0.78, 8 → 0.80.
    const auto knees = find_knees(sweep_of({"8", "2", "4", "6"}, {0.80, 0.40, 0.70, 0.78}));
    REQUIRE(knees.size() == 1);
    const Knee& knee = knees[0];
    CHECK_FALSE(knee.none);
    CHECK(knee.variant == 2);  // 4 cores: 0.30 of 0.40 after a third of the way; 6: 0.38 of 0.40 after two
    CHECK(knee.distance == Approx(0.75 - 1.0 / 3));
    CHECK(knee.is_early());
    CHECK(knee.first_variant == 1);
    CHECK(knee.last_variant == 0);
    CHECK(knee.before == Approx(0.30));
    CHECK(knee.after == Approx(0.10));
}

TEST_CASE("A sweep of several inputs, of words or unfinished has no knees", "[plan][sweep]") {
    SweepResult result = sweep_of({"2", "4", "6", "8"}, {0.40, 0.70, 0.78, 0.80});
    REQUIRE(find_knees(result).size() == 1);
    result.inputs[0].is_numeric = false;
    CHECK(find_knees(result).empty());
    result.inputs[0].is_numeric = true;
    result.jobs = 2;
    CHECK(find_knees(result).empty());
    result.jobs = 0;
    result.inputs.push_back({"centre.lines", "lines", true});
    CHECK(find_knees(result).empty());
}

}  // namespace floorwalker::plan
