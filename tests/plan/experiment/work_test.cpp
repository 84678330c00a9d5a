#include "sim/plan/experiment/work.hpp"

#include <map>
#include <stdexcept>
#include <utility>

#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"

namespace floorwalker::plan {
namespace {

using namespace std::chrono_literals;
using Key = std::pair<std::int64_t, std::int64_t>;

Scenario centre_with(std::int64_t agents) {
    Scenario scenario = support::one_day(2, 1h);
    scenario.call_types.push_back(support::call_type("a", {60}, support::exponential(60), support::exponential(60)));
    scenario.groups.push_back(support::group("all", {agents}, {0}));
    return scenario;
}

std::shared_ptr<const std::vector<Metric>> offered_and_asa() {
    return std::make_shared<const std::vector<Metric>>(std::vector<Metric>{{.kpi = Kpi::offered}, {.kpi = Kpi::asa_s}});
}

/// `variants` × `replications`, the variants with 1, 2, … agents.
struct Grid {
    std::int64_t variants = 5;
    std::int64_t replications = 4;
    std::function<Scenario(std::int64_t)> load = [](std::int64_t variant) { return centre_with(variant + 1); };

    std::int64_t given = 0;
    std::shared_ptr<RunnableVariant> current = {};

    std::optional<Job> next() {
        if (given == variants * replications) return std::nullopt;
        const std::int64_t variant = given / replications;
        if (given % replications == 0) {
            current = std::make_shared<RunnableVariant>(
                variant, [load_one = load, variant] { return load_one(variant); }, 1, offered_and_asa());
        }
        return Job{current, given++ % replications};
    }
};

std::map<Key, Outcome> outcomes_with(unsigned threads, std::size_t ahead) {
    Grid grid;
    std::map<Key, Outcome> outcomes;
    const bool done =
        work({threads, ahead}, {[&] { return grid.next(); },
                                [&](const FinishedJob& finished) {
                                    outcomes[{finished.variant, finished.outcome.replication}] = finished.outcome;
                                }});
    CHECK(done);
    return outcomes;
}

}  // namespace

TEST_CASE("every job is done once, with the same outcome on any number of threads", "[plan][work]") {
    const auto one = outcomes_with(1, 0);
    CHECK(one.size() == 20);
    for (const auto& [threads, ahead] : {std::pair{2U, std::size_t{0}}, {3U, std::size_t{1}}, {7U, std::size_t{0}}}) {
        const auto other = outcomes_with(threads, ahead);
        REQUIRE(other.size() == one.size());
        for (const auto& [key, outcome] : one) {
            CHECK(other.at(key).digest == outcome.digest);
            CHECK(other.at(key).values[1].part == outcome.values[1].part);
            CHECK(other.at(key).values[1].whole == outcome.values[1].whole);
        }
    }
}

TEST_CASE("the same customers call in every variant", "[plan][work]") {
    const auto outcomes = outcomes_with(2, 0);
    for (std::int64_t replication = 0; replication < 4; ++replication) {
        const double offered = outcomes.at({0, replication}).values[0].part;
        CHECK(offered > 0);
        for (std::int64_t variant = 1; variant < 5; ++variant) {
            CHECK(outcomes.at({variant, replication}).values[0].part == offered);
        }
    }
    CHECK(outcomes.at({0, 0}).values[0].part != outcomes.at({0, 1}).values[0].part);
}

TEST_CASE("who decides on the next job by what came of the last ones can wait for them", "[plan][work]") {
    // One replication after the other, as long as fewer than 5 have been taken.
    std::int64_t given = 0;
    std::int64_t taken = 0;
    const auto variant = std::make_shared<RunnableVariant>(
        0, [] { return centre_with(1); }, 1, offered_and_asa());
    const auto next = [&]() -> std::optional<Job> {
        if (given > taken || taken == 5) return std::nullopt;
        return Job{variant, given++};
    };
    CHECK(work({2, 1}, {next, [&](const FinishedJob& finished) { CHECK(finished.outcome.replication == taken++); }}));
    CHECK(taken == 5);
}

TEST_CASE("stopping keeps what is finished", "[plan][work]") {
    Grid grid;
    grid.variants = 1'000'000;
    std::atomic<bool> stop{false};
    std::int64_t taken = 0;
    const bool done = work({2, 0, &stop}, {[&] { return grid.next(); },
                                           [&](const FinishedJob&) {
                                               if (++taken == 10) stop = true;
                                           }});
    CHECK(!done);
    CHECK(taken >= 10);
    CHECK(taken < grid.given + 1);
}

TEST_CASE("what a job throws is thrown when the others are over", "[plan][work]") {
    Grid grid;
    grid.load = [](std::int64_t variant) {
        if (variant == 3) throw std::runtime_error{"no such centre"};
        return centre_with(variant + 1);
    };
    std::int64_t taken = 0;
    CHECK_THROWS_WITH(work({2, 1}, {[&] { return grid.next(); }, [&](const FinishedJob&) { ++taken; }}),
                      "no such centre");
    CHECK(taken >= 11);  // all of the first three but what the other thread had begun
}

TEST_CASE("what a taker throws ends the work", "[plan][work]") {
    Grid grid;
    grid.variants = 1'000'000;
    CHECK_THROWS_WITH(work({2, 0}, {[&] { return grid.next(); },
                                    [](const FinishedJob&) { throw std::runtime_error{"the disk is full"}; }}),
                      "the disk is full");
}

}  // namespace floorwalker::plan
