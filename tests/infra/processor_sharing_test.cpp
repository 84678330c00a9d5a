#include <cmath>
#include <random>
#include <thread>
#include <vector>

#include <boost/math/distributions/students_t.hpp>
#include <catch2/catch.hpp>

#include "sim/infra/room.hpp"
#include "tests/support/infra/scripted_centre.hpp"

using namespace floorwalker;
using namespace floorwalker::test;
using namespace std::chrono_literals;

namespace {

/// Poisson arrivals at one core and exponential work of 0.2 s on average, from an empty server. The mean response time
/// of those that ask within [warm_up_s, end_s), in seconds.
double mean_response(double load, double warm_up_s, double end_s, unsigned seed) {
    constexpr double kMeanWork = 0.2;
    std::mt19937_64 luck{seed};
    std::exponential_distribution<double> gap{load / kMeanWork};
    std::exponential_distribution<double> work{1.0 / kMeanWork};
    ScriptedCentre centre;
    std::vector<TimePoint> asked;
    for (double at = gap(luck); at < end_s; at += gap(luck)) {
        asked.push_back(TimePoint{from_seconds(at)});
        centre.look_up(from_seconds(at), static_cast<std::uint32_t>(asked.size() - 1), asking(0, 0, 0, work(luck), 0));
    }
    Infrastructure machines = branch_and_head();
    machines.timeout = 24h;
    double sum = 0.0;
    double count = 0.0;
    for (const auto& [ticket, end] : outcomes_of(*infra::run_centre(machines, centre))) {
        if (asked[ticket] < TimePoint{from_seconds(warm_up_s)}) continue;
        sum += to_seconds(end.at - asked[ticket]);
        ++count;
    }
    return sum / count;
}

/// Each seed in a run of its own, two at a time.
std::vector<double> mean_responses(double load, double warm_up_s, double end_s, std::size_t runs) {
    std::vector<double> means(runs);
    const auto run_every_second = [&](std::size_t first) {
        for (std::size_t i = first; i < runs; i += 2)
            means[i] = mean_response(load, warm_up_s, end_s, 1'000 + static_cast<unsigned>(i));
    };
    std::thread other{run_every_second, 1};
    run_every_second(0);
    other.join();
    return means;
}

}  // namespace

TEST_CASE("A server with one core answers as M/M/1 with processor sharing does", "[infra]") {
    // Mean response E[S]/(1 − ρ) (Kleinrock, Queueing Systems II, 4.4): 0.2/0.5 = 0.4, 0.2/0.2 = 1, 0.2/0.05 = 4 s.
    // Each run begins empty; the relaxation time of M/M/1 is E[S]/(1 − √ρ)²: 2.3, 18 and 312 s, and the warm-up many
    // times that, so that what is left of the beginning is far below the interval.
    struct Case {
        double load, expected, warm_up_s, end_s;
        std::size_t runs;
    };
    const auto one =
        GENERATE(Case{0.5, 0.4, 50, 650, 20}, Case{0.8, 1.0, 200, 1'400, 20}, Case{0.95, 4.0, 2'500, 6'500, 16});
    const auto means = mean_responses(one.load, one.warm_up_s, one.end_s, one.runs);
    const auto n = static_cast<double>(means.size());
    double mean = 0.0;
    for (const double value : means) mean += value / n;
    double squares = 0.0;
    for (const double value : means) squares += (value - mean) * (value - mean);
    const boost::math::students_t distribution{n - 1};
    const double half = boost::math::quantile(distribution, 1 - 0.00005) * std::sqrt(squares / (n - 1) / n);
    INFO("load " << one.load << ": " << mean << " ± " << half << ", expected " << one.expected);
    CHECK(std::abs(mean - one.expected) < half);
    CHECK(half < 0.5 * one.expected);  // or the interval would say nothing
}
