#include "sim/plan/replicate.hpp"

#include <stdexcept>

#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/random_scenario.hpp"
#include "tests/support/shipped.hpp"

namespace floorwalker::plan {
namespace {

using namespace std::chrono_literals;

Scenario small() {
    Scenario scenario = support::one_day(2, 1h);
    scenario.call_types.push_back(support::call_type("a", {60}, support::exponential(60), support::exponential(60)));
    scenario.groups.push_back(support::group("all", {1}, {0}));
    return scenario;
}

ReplicateOptions options(std::int64_t replications, unsigned threads) {
    ReplicateOptions options;
    options.run.replications = replications;
    options.run.threads = threads;
    return options;
}

void check_equal(const KpiSet& a, const KpiSet& b) {
    for (const Kpi kpi : all_kpis()) {
        INFO(name_of(kpi));
        CHECK(a[kpi].mean == b[kpi].mean);
        CHECK(a[kpi].half_width == b[kpi].half_width);
    }
}

void check_equal(const RunResult& a, const RunResult& b) {
    CHECK(a.digest == b.digest);
    CHECK(a.contacts == b.contacts);
    CHECK(a.replications == b.replications);
    check_equal(a.overall, b.overall);
    for (std::size_t t = 0; t < a.call_types.size(); ++t) check_equal(a.call_types[t].kpis, b.call_types[t].kpis);
    for (std::size_t g = 0; g < a.groups.size(); ++g) check_equal(a.groups[g].kpis, b.groups[g].kpis);
    for (std::size_t i = 0; i < a.intervals.size(); ++i) check_equal(a.intervals[i].kpis, b.intervals[i].kpis);
}

}  // namespace

TEST_CASE("one result for 1, 2 and 7 threads", "[plan]") {
    for (const Scenario& scenario :
         {support::random_scenario(11), support::random_scenario(12), support::shipped("hotline")}) {
        const RunResult one = replicate(scenario, options(9, 1));
        CHECK(one.replications == 9);
        for (const unsigned threads : {2U, 7U}) {
            INFO(threads << " threads");
            check_equal(one, replicate(scenario, options(9, threads)));
        }
    }
}

TEST_CASE("more threads than replications", "[plan]") {
    check_equal(replicate(small(), options(2, 1)), replicate(small(), options(2, 64)));
    CHECK(replicate(small(), options(1, 0)).replications == 1);
}

TEST_CASE("far more replications than are kept in memory", "[plan]") {
    std::int64_t next = 0;
    ReplicateOptions many = options(500, 3);
    many.on_finished = [&](const FinishedReplication& finished) { CHECK(finished.number == next++); };
    check_equal(replicate(small(), many), replicate(small(), options(500, 1)));
    CHECK(next == 500);
}

TEST_CASE("seeds and replications differ", "[plan]") {
    std::vector<std::uint64_t> digests;
    ReplicateOptions two = options(2, 1);
    two.on_finished = [&](const FinishedReplication& finished) { digests.push_back(finished.digest); };
    replicate(small(), two);
    two.run.seed = 99;
    replicate(small(), two);
    std::sort(digests.begin(), digests.end());
    CHECK(std::unique(digests.begin(), digests.end()) == digests.end());
}

TEST_CASE("the first replications do not depend on how many are asked for", "[plan]") {
    std::vector<std::uint64_t> digests;
    for (const std::int64_t replications : {3, 6}) {
        ReplicateOptions some = options(replications, 2);
        some.on_finished = [&](const FinishedReplication& finished) { digests.push_back(finished.digest); };
        replicate(small(), some);
    }
    REQUIRE(digests.size() == 9);
    CHECK(std::equal(digests.begin(), digests.begin() + 3, digests.begin() + 3));
}

TEST_CASE("contacts when they are asked for", "[plan]") {
    ReplicateOptions with = options(2, 2);
    with.with_contacts = true;
    std::uint64_t contacts = 0;
    with.on_finished = [&](const FinishedReplication& finished) {
        CHECK(std::is_sorted(finished.contacts.begin(), finished.contacts.end(),
                             [](const auto& a, const auto& b) { return a.arrived < b.arrived; }));
        contacts += finished.contacts.size();
    };
    const RunResult result = replicate(small(), with);
    CHECK(contacts == result.contacts);
    check_equal(result, replicate(small(), options(2, 2)));
    ReplicateOptions without = options(1, 1);
    without.on_finished = [&](const FinishedReplication& finished) { CHECK(finished.contacts.empty()); };
    replicate(small(), without);
}

TEST_CASE("a stop keeps what is finished", "[plan]") {
    constexpr std::int64_t kAsked = 1'000'000;
    std::atomic<bool> stop = false;
    std::vector<std::int64_t> finished;
    ReplicateOptions stopped = options(kAsked, 2);
    stopped.run.stop = &stop;
    stopped.on_finished = [&](const FinishedReplication& one) {
        finished.push_back(one.number);
        if (finished.size() == 10) stop = true;
    };
    const RunResult result = replicate(small(), stopped);
    CHECK(result.replications_asked == kAsked);
    CHECK(result.replications == static_cast<std::int64_t>(finished.size()));
    CHECK(result.replications >= 10);
    CHECK(result.replications < kAsked);
    CHECK(std::is_sorted(finished.begin(), finished.end()));
    CHECK(result.overall[Kpi::offered].half_width.has_value());
    if (finished.back() + 1 ==
        static_cast<std::int64_t>(finished.size())) {  // no gap: the same as if so many had been asked for
        check_equal(result, replicate(small(), options(result.replications, 1)));
    }
}

TEST_CASE("a stop gives up a long replication", "[plan]") {
    Scenario endless = small();
    endless.centre.days = 1'000'000;
    std::atomic<bool> stop = false;
    ReplicateOptions stopped = options(1, 1);
    stopped.run.stop = &stop;
    stopped.run.on_progress = [&](const RunProgress& progress) {
        CHECK(progress.finished == 0);
        CHECK(progress.asked == 1);
        CHECK_FALSE(progress.seconds_left.has_value());
        stop = true;
    };
    const RunResult result = replicate(endless, stopped);
    CHECK(result.replications == 0);
    CHECK(result.contacts == 0);
    CHECK_FALSE(result.overall[Kpi::answered].mean.has_value());
}

TEST_CASE("a stop before the start", "[plan]") {
    const std::atomic<bool> stop = true;
    ReplicateOptions stopped = options(100, 2);
    stopped.run.stop = &stop;
    const RunResult result = replicate(small(), stopped);
    CHECK(result.replications == 0);
    CHECK(result.intervals.size() == 3);
    CHECK_FALSE(result.overall[Kpi::service_level].mean.has_value());
}

TEST_CASE("progress rises to the end", "[plan]") {
    std::vector<RunProgress> seen;
    ReplicateOptions watched = options(50, 2);
    watched.run.on_progress = [&](const RunProgress& progress) { seen.push_back(progress); };
    replicate(small(), watched);
    REQUIRE_FALSE(seen.empty());
    CHECK(
        std::is_sorted(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.finished < b.finished; }));
    CHECK(seen.back().finished == 50);
    CHECK(seen.back().asked == 50);
    REQUIRE(seen.back().seconds_left.has_value());
    CHECK(*seen.back().seconds_left == 0.0);
}

TEST_CASE("what on_finished or on_progress throws ends the run", "[plan]") {
    ReplicateOptions failing = options(1'000'000, 2);
    int called = 0;
    const auto fail = [&] {
        if (++called == 5) throw std::runtime_error{"the disk is full"};
    };
    SECTION("on_finished") {
        failing.on_finished = [&](const FinishedReplication&) { fail(); };
    }
    SECTION("on_progress") {
        failing.run.on_progress = [&](const RunProgress&) { fail(); };
    }
    CHECK_THROWS_WITH(replicate(small(), failing), "the disk is full");
    CHECK(called == 5);
}

TEST_CASE("a scenario that breaks a rule", "[plan]") {
    CHECK_THROWS_AS(replicate(small(), options(0, 1)), std::invalid_argument);
    CHECK_THROWS_AS(replicate(small(), options(-1, 1)), std::invalid_argument);
    CHECK_THROWS_AS(replicate({}, options(1, 1)), std::invalid_argument);
    Scenario wrong = small();
    SECTION("too few volumes") { wrong.call_types.front().arrivals.per_interval = {1, 2, 3}; }
    SECTION("a negative volume") { wrong.call_types.front().arrivals.per_interval = {-1}; }
    SECTION("no days") { wrong.centre.days = 0; }
    SECTION("closes before it opens") { wrong.centre.close = wrong.centre.open; }
    SECTION("no interval") { wrong.centre.interval = Duration{0}; }
    SECTION("too few head counts") { wrong.groups.front().agents = {1, 2, 3}; }
    SECTION("a tier without shares") { wrong.tiers.push_back({"gold", "", {}, 0, Duration{0}}); }
    SECTION("nobody") { wrong.groups.clear(); }
    CHECK_THROWS_AS(replicate(wrong, options(1, 1)), std::invalid_argument);
}

}  // namespace floorwalker::plan
