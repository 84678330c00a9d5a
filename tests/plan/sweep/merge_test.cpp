#include "sim/plan/sweep/merge.hpp"

#include <catch2/catch.hpp>

#include "tests/plan/sweep/small_sweep.hpp"

namespace floorwalker::plan {
namespace {

using Catch::Matchers::Contains;

std::filesystem::path run_shard(const SmallSweep& sweep, std::int64_t number, std::int64_t of) {
    const std::string file = "part" + std::to_string(number) + "of" + std::to_string(of) + ".db";
    sweep.run(sweep.keep(file, false, {number, of}));
    return sweep.path(file);
}

}  // namespace

TEST_CASE("shards put together are the sweep of one machine", "[plan][sweep]") {
    const SmallSweep sweep;
    const SweepResult whole = sweep.run();
    // 6 variants: fewer than 7 shards, which then share replications.
    for (const std::int64_t shards : {1, 4, 7}) {
        INFO(shards << " shards");
        std::vector<std::filesystem::path> parts;
        for (std::int64_t k = shards; k >= 1; --k) parts.push_back(run_shard(sweep, k, shards));
        const Merged merged = merge(sweep.path("all" + std::to_string(shards) + ".db"), parts);
        CHECK(merged.result.digest == whole.digest);
        CHECK(merged.result.is_complete());
        CHECK(merged.missing.replications == 0);
        for (std::size_t v = 0; v < whole.variants.size(); ++v) {
            CHECK(merged.result.variants[v].metrics[0].mean == whole.variants[v].metrics[0].mean);
            CHECK(merged.result.variants[v].metrics[0].half_width == whole.variants[v].metrics[0].half_width);
        }
    }
}

TEST_CASE("every job is of one shard", "[plan][sweep]") {
    for (const std::int64_t shards : {1, 3, 6, 7, 24, 30}) {
        std::int64_t jobs = 0;
        for (std::int64_t k = 1; k <= shards; ++k) {
            for (std::int64_t j = 0; j < 24; ++j) jobs += is_of({k, shards}, {j / 4, j % 4}, 6, 4) ? 1 : 0;
        }
        CHECK(jobs == 24);
    }
}

TEST_CASE("missing work is named, and done where it was put together", "[plan][sweep]") {
    const SmallSweep sweep;
    const auto first = run_shard(sweep, 1, 3);
    sweep.run_some(sweep.keep("part3.db", false, {3, 3}), 6);
    const Merged merged = merge(sweep.path("all.db"), {first, sweep.path("part3.db")});
    // 6 variants × 4: shard 2 of 3 has 8, and 2 of the 8 of shard 3 (variants 3 and 6) are missing.
    CHECK(merged.missing.replications == 10);
    CHECK(describe(merged.missing, merged.result.jobs) ==
          "of 24 replications 10 are missing: all of shard 2/3; some of variant 6");
    CHECK(sweep.run(sweep.keep("all.db", true)).digest == sweep.run().digest);
}

TEST_CASE("the same part twice is no harm", "[plan][sweep]") {
    const SmallSweep sweep;
    const auto first = run_shard(sweep, 1, 2);
    const auto second = run_shard(sweep, 2, 2);
    sweep.run_some(sweep.keep("again.db", false, {1, 2}), 7);
    CHECK(merge(sweep.path("all.db"), {first, second, sweep.path("again.db")}).result.digest == sweep.run().digest);
}

TEST_CASE("parts of different sweeps are not put together", "[plan][sweep]") {
    SmallSweep sweep;
    const auto first = run_shard(sweep, 1, 2);
    sweep.request.seed = 5;
    const auto stranger = run_shard(sweep, 2, 2);
    CHECK_THAT(refusal([&] {
                   merge(sweep.path("all.db"), {first, stranger});
               }),
               Contains("is a part of another sweep than") && Contains("--seed"));
    CHECK(!std::filesystem::exists(sweep.path("all.db")));
    CHECK_THAT(refusal([&] { merge(first, {first}); }), Contains("holds a sweep already"));
    CHECK_THAT(refusal([&] { merge(sweep.path("all.db"), {sweep.path("none.db")}); }), Contains("does not exist"));
    CHECK_THAT(refusal([&] { merge(sweep.path("all.db"), {sweep.request.scenario}); }),
               Contains("is not a SQLite database"));
}

TEST_CASE("there is no shard 5 of 4", "[plan][sweep]") {
    const SmallSweep sweep;
    const SweepPlan plan{sweep.request};
    for (const store::Shard shard : {store::Shard{5, 4}, {0, 4}, {1, 0}}) {
        CHECK_THROWS_WITH((SweepSession{plan, {{}, false, shard, {}}}), Contains("there is no shard"));
    }
}

}  // namespace floorwalker::plan
