#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>

using namespace floorwalker;

namespace {

Distribution talk(const std::string& table) {
    const auto toml =
        "[[call_type]]\nid = \"a\"\narrivals = { per_hour = 1 }\ntalk = " + table + "\n[[group]]\nagents = 1\n";
    return parse_scenario(toml, "test.toml").scenario.call_types.at(0).talk;
}

template <class Shape>
Shape shape(const std::string& table) {
    return std::get<Shape>(talk(table).shape);
}

}  // namespace

TEST_CASE("distributions by their natural parameters", "[scenario][distributions]") {
    CHECK(shape<Constant>(R"({ dist = "constant", value = "3min" })").value == 180.0);
    CHECK(shape<Uniform>(R"({ dist = "uniform", low = "1min", high = "3min" })").high == 180.0);
    CHECK(shape<Exponential>(R"({ dist = "exponential", mean = "3min" })").mean == 180.0);
    CHECK(shape<Erlang>(R"({ dist = "erlang", phases = 3, mean = "3min" })").phases == 3);
    CHECK(shape<Gamma>(R"({ dist = "gamma", shape = 2, scale = "90s" })").scale == 90.0);
    CHECK(shape<Weibull>(R"({ dist = "weibull", shape = 1.5, scale = "90s" })").shape == 1.5);
    const auto lognormal = shape<Lognormal>(R"({ dist = "lognormal", median = "2min", sigma = 1.2 })");
    CHECK(lognormal.mu == Approx(std::log(120.0)));
    CHECK(lognormal.sigma == 1.2);
    CHECK(shape<Triangular>(R"({ dist = "triangular", low = "5s", mode = "20s", high = "1min" })").mode == 20.0);
    const auto mix =
        shape<Hyperexponential>(R"({ dist = "hyperexponential", shares = ["30%", 0.7], means = ["20s", "8min"] })");
    CHECK(mix.shares[0] == Approx(0.3));
    CHECK(mix.means[1] == 480.0);
}

TEST_CASE("a truncated normal is cut at 0 unless said otherwise", "[scenario][distributions]") {
    const auto normal = shape<TruncatedNormal>(R"({ dist = "truncated_normal", mean = "3min", cv = "50%" })");
    CHECK(normal.mean == 180.0);
    CHECK(normal.sd == 90.0);
    CHECK(normal.low == 0.0);
    CHECK(normal.high > 1e100);
    CHECK(shape<TruncatedNormal>(R"({ dist = "truncated_normal", mean = "3min", sd = "1min", high = "5min" })").high ==
          300.0);
}

TEST_CASE("distributions by mean and spread have that mean and spread", "[scenario][distributions]") {
    for (const char* dist : {"gamma", "weibull", "lognormal", "hyperexponential"}) {
        CAPTURE(dist);
        const auto by_sd = talk("{ dist = \"" + std::string{dist} + "\", mean = \"3min\", sd = \"4min\" }");
        CHECK(mean_of(by_sd) == Approx(180));
        CHECK(standard_deviation_of(by_sd) == Approx(240));
        const auto by_cv = talk("{ dist = \"" + std::string{dist} + "\", mean = \"3min\", cv = \"150%\" }");
        CHECK(standard_deviation_of(by_cv) == Approx(270));  // 1.5 × 180
    }
    const auto uniform = talk(R"({ dist = "uniform", mean = "3min", cv = "20%" })");
    CHECK(mean_of(uniform) == Approx(180));
    CHECK(standard_deviation_of(uniform) == Approx(36));
}

TEST_CASE("an Erlang by mean and spread has the phases whose cv comes within 0.5%", "[scenario][distributions]") {
    const auto phases = [](const std::string& spread) {
        const auto erlang = shape<Erlang>(R"({ dist = "erlang", mean = "3min", )" + spread + " }");
        CHECK(erlang.mean == 180.0);
        return erlang.phases;
    };
    CHECK(phases(R"(sd = "90s")") == 4);       // cv 90/180 = 1/2 = 1/√4
    CHECK(phases(R"(sd = "3min")") == 1);      // cv 1: an exponential
    CHECK(phases(R"(cv = "57.7%")") == 3);     // 1/√3 = 57.735%, and 57.7 is 0.06% less
    CHECK(phases(R"(cv = "58%")") == 3);       // 0.46% more
    CHECK(phases(R"(cv = "70.4%")") == 2);     // 1/√2 = 70.711%; 0.44% less
    CHECK(phases(R"(cv = "100.4%")") == 1);    // 0.4% more than any Erlang has
    CHECK(phases(R"(cv = "14.2%")") == 50);    // 1/√50 = 14.142% is 0.41% off, 1/√49 = 14.286% is 0.6%
    CHECK(phases(R"(cv = "3.16%")") == 1000);  // 1/√1000 = 3.1623%
    CHECK_THROWS_AS(phases(R"(cv = "57.4%")"), ScenarioError);  // 0.58% less than 57.735%
    CHECK_THROWS_AS(phases(R"(cv = "3.14%")"), ScenarioError);  // 0.7% less than that of 1,000 phases
}

TEST_CASE("a triangular by mean and spread is the symmetric one", "[scenario][distributions]") {
    // sd 36 s: the half-width is 36·√6 = 88.1816 s.
    const auto by_cv = talk(R"({ dist = "triangular", mean = "3min", cv = "20%" })");
    const auto triangular = std::get<Triangular>(by_cv.shape);
    CHECK(triangular.low == Approx(91.8184));
    CHECK(triangular.mode == 180.0);
    CHECK(triangular.high == Approx(268.1816));
    CHECK(mean_of(by_cv) == Approx(180));
    CHECK(standard_deviation_of(by_cv) == Approx(36));
    CHECK(shape<Triangular>(R"({ dist = "triangular", mean = "3min", sd = "36s" })").low == Approx(91.8184));
    // 1/√6 = 40.8248%: from 0 to twice the mean, and never below 0.
    const auto widest = shape<Triangular>(R"({ dist = "triangular", mean = "3min", cv = 0.408248290463863 })");
    CHECK(widest.low >= 0.0);
    CHECK(widest.high == Approx(360));
}

TEST_CASE("empirical distributions inline", "[scenario][distributions]") {
    CHECK(shape<EmpiricalValues>(R"({ dist = "empirical", values = ["5s", "1min"] })").values ==
          std::vector{5.0, 60.0});
    const auto quantiles = shape<EmpiricalQuantiles>(
        R"({ dist = "empirical", quantiles = [[0.0, "0s"], ["50%", "60s"], [1.0, "20min"]] })");
    REQUIRE(quantiles.points.size() == 3);
    CHECK(quantiles.points[1].share == 0.5);
    CHECK(quantiles.points[2].value == 1200.0);
}

TEST_CASE("any distribution may have an atom", "[scenario][distributions]") {
    const auto distribution = talk(R"({ dist = "exponential", mean = "3min", atom = { share = "10%" } })");
    REQUIRE(distribution.atom);
    CHECK(distribution.atom->share == 0.1);
    CHECK(distribution.atom->value == 0.0);
}
