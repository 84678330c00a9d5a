#include "sim/plan/sweep/session.hpp"

#include <random>

#include <catch2/catch.hpp>

#include "sim/measure/estimate.hpp"
#include "sim/plan/replicate.hpp"
#include "tests/plan/sweep/small_sweep.hpp"

namespace floorwalker::plan {
namespace {

using Catch::Matchers::Contains;

}  // namespace

TEST_CASE("a sweep's estimates are those of a run of each variant", "[plan][sweep]") {
    SmallSweep sweep;
    sweep.request.metrics = {"service_level", "cost", "asa_s", "call_type.calls.abandonment", "group.front.occupancy"};
    const SweepResult result = sweep.run();
    REQUIRE(result.variants.size() == 6);
    CHECK(result.is_complete());
    CHECK(result.jobs == 24);
    const SweepPlan plan{sweep.request};
    for (std::int64_t v = 0; v < 6; ++v) {
        const SweepVariant& variant = result.variants[static_cast<std::size_t>(v)];
        CHECK(variant.values == plan.points().values(v));
        CHECK(variant.replications == 4);
        const RunResult run = replicate(plan.source().scenario_of(plan.variant(v)), {});
        const auto same = [](const Estimate& a, const Estimate& b) {
            return a.mean == b.mean && a.half_width == b.half_width;
        };
        CHECK(same(variant.metrics[0], run.overall[Kpi::service_level]));
        CHECK(same(variant.metrics[1], run.overall[Kpi::cost]));
        CHECK(same(variant.metrics[2], run.overall[Kpi::asa_s]));
        CHECK(same(variant.metrics[3], run.call_types[0].kpis[Kpi::abandonment]));
        CHECK(same(variant.metrics[4], run.groups[0].kpis[Kpi::occupancy]));
    }
}

TEST_CASE("a sweep in memory, in a file, and on any number of threads has one digest", "[plan][sweep]") {
    const SmallSweep sweep;
    const SweepResult one = sweep.run({}, 1);
    CHECK(sweep.run({}, 2).digest == one.digest);
    CHECK(sweep.run(sweep.keep("a.db"), 3).digest == one.digest);
    SmallSweep other;
    other.request.seed = 2;
    CHECK(other.run().digest != one.digest);
}

TEST_CASE("a sweep that was left at any place is resumed to the same end", "[plan][sweep]") {
    const SmallSweep sweep;
    const SweepResult whole = sweep.run();
    for (const int jobs : {0, 1, 5, 23, 24}) {
        INFO(jobs << " jobs");
        const std::string file = "left" + std::to_string(jobs) + ".db";
        sweep.run_some(sweep.keep(file), jobs);
        const SweepPlan plan{sweep.request};
        SweepSession session{plan, sweep.keep(file, true)};
        CHECK(session.resumed() == jobs);
        CHECK(do_all(session, {2, nullptr, {}}));
        const SweepResult result = session.finish();
        CHECK(result.digest == whole.digest);
        CHECK(result.variants[3].metrics[0].half_width == whole.variants[3].metrics[0].half_width);
    }
}

TEST_CASE("what workers bring back in any order, twice or never is one sweep", "[plan][sweep]") {
    const SmallSweep sweep;
    const std::uint64_t digest = sweep.run().digest;
    const SweepPlan plan{sweep.request};
    SweepSession session{plan, {}};
    std::vector<JobNumber> jobs;
    while (const auto job = session.next()) jobs.push_back(*job);
    REQUIRE(jobs.size() == 24);
    std::shuffle(jobs.begin(), jobs.end(), std::mt19937{5});
    const std::atomic<bool> stop{false};
    const auto outcome_of = [&](JobNumber job) {
        return plan.runnable(job.variant)->run(job.replication, stop).value();
    };
    for (std::size_t i = 0; i < 20; ++i) session.take(jobs[i].variant, outcome_of(jobs[i]));
    session.take(jobs[3].variant, outcome_of(jobs[3]));
    CHECK(session.finished() == 20);
    CHECK(!session.next());
    // Four workers are lost; what one of them had done arrives all the same.
    for (std::size_t i = 20; i < 24; ++i) session.put_back(jobs[i]);
    session.take(jobs[23].variant, outcome_of(jobs[23]));
    while (const auto job = session.next()) session.take(job->variant, outcome_of(*job));
    CHECK(session.is_complete());
    CHECK(session.finish().digest == digest);
}

TEST_CASE("a resumed sweep must be the same sweep", "[plan][sweep]") {
    SmallSweep sweep;
    sweep.run_some(sweep.keep("a.db"), 5);
    const auto refused = [&](bool resume = true, store::Shard shard = {}) {
        return refusal([&] {
            const SweepPlan plan{sweep.request};
            const SweepSession session{plan, sweep.keep("a.db", resume, shard)};
        });
    };
    CHECK_THAT(refused(false), Contains("holds a sweep already; --resume goes on with it"));
    CHECK_THAT(refused(true, {2, 3}), Contains("leave out --shard"));
    const SweepRequest right = sweep.request;
    sweep.request.seed = 9;
    CHECK_THAT(refused(), Contains("--seed\n    kept: 1\n    now: 9"));
    sweep.request = right;
    sweep.request.replications = 5;
    CHECK_THAT(refused(), Contains("--replications\n    kept: 4\n    now: 5"));
    sweep.request = right;
    sweep.request.overrides = {"centre.days=2"};
    CHECK_THAT(refused(), Contains("--set\n    kept: none\n    now: centre.days=2"));
    sweep.request = right;
    sweep.request.vary[0] = "group.front.agents=1:4";
    CHECK_THAT(refused(), Contains("kept: --vary group.front.agents=1:3"));
    sweep.request = right;
    sweep.request.metrics = {"asa_s"};
    CHECK_THAT(refused(),
               Contains("--metric\n    kept: service_level abandonment asa_s occupancy cost\n    now: asa_s"));
    sweep.request = right;
    const std::string text = cli::content(right.scenario.string());
    std::string changed = text;
    changed.replace(changed.find("per_hour = 60"), 13, "per_hour = 61");
    sweep.folder().file("small.toml", changed);
    CHECK_THAT(refused(),
               Contains("the scenario, line 9\n    kept: arrivals = { per_hour = 60 }\n    now: arrivals = { "
                        "per_hour = 61 }"));
    sweep.folder().file("small.toml", text);
    // Nothing was lost by all that.
    CHECK(sweep.run(sweep.keep("a.db", true)).digest == sweep.run().digest);
}

TEST_CASE("a sweep notices that a file that its scenario names has changed", "[plan][sweep]") {
    SmallSweep sweep{
        "[[call_type]]\nid = \"mail\"\narrivals = { file = \"volume.csv\", column = \"calls\" }\n"
        "[[call_type]]\nid = \"more\"\narrivals = { per_hour = 1 }\n"};
    sweep.folder().file("volume.csv", "calls\n30\n");
    sweep.run_some(sweep.keep("a.db"), 2);
    sweep.folder().file("volume.csv", "calls\n31\n");
    CHECK_THAT(refusal([&] { sweep.run(sweep.keep("a.db", true)); }), Contains("volume.csv\n    kept: contents with"));
}

TEST_CASE("two sweeps cannot write to one file", "[plan][sweep]") {
    const SmallSweep sweep;
    const SweepPlan plan{sweep.request};
    {
        const SweepSession first{plan, sweep.keep("a.db")};
        CHECK_THAT(refusal([&] {
                       const SweepSession second{plan, sweep.keep("a.db", true)};
                   }),
                   Contains("is being written by another sweep"));
    }
    CHECK(sweep.run(sweep.keep("a.db", true)).is_complete());
    CHECK(!std::filesystem::exists(sweep.path("a.db-lock")));
}

TEST_CASE("a full file keeps what fits, and can be resumed", "[plan][sweep]") {
    SmallSweep sweep;
    sweep.request.replications = 400;
    const std::uint64_t digest = sweep.run().digest;
    SweepKeeping keeping = sweep.keep("full.db");
    keeping.options.most_bytes = 30 * 4096;
    std::int64_t kept = 0;
    {
        const SweepPlan plan{sweep.request};
        SweepSession session{plan, keeping};
        CHECK_THAT(refusal([&] { do_all(session, {2, nullptr, {}}); }), Contains("the disk is full"));
        kept = session.in_file();
    }
    CHECK(kept > 100);
    CHECK(kept < 2400);
    const SweepPlan plan{sweep.request};
    SweepSession session{plan, sweep.keep("full.db", true)};
    CHECK(session.resumed() == kept);
    CHECK(do_all(session, {2, nullptr, {}}));
    CHECK(session.finish().digest == digest);
}

TEST_CASE("a variant that is refused is named, before any work", "[plan][sweep]") {
    SmallSweep sweep;
    sweep.request.vary = {"group.front.agents=-1:2"};
    CHECK_THAT(refusal([&] { SweepPlan{sweep.request}.check_variants(); }),
               Contains("variant 1 of 4 (front.agents=-1) is refused") && Contains("--set group.front.agents=-1"));
    sweep.request.vary = {"group.frnt.agents=1:2"};
    CHECK_THAT(refusal([&] { SweepPlan{sweep.request}.check_variants(); }), Contains("did you mean \"front\"?"));
}

TEST_CASE("a variant that is refused on the way is named, and what is finished is kept", "[plan][sweep]") {
    SmallSweep sweep;
    sweep.request.vary = {"group.front.agents=3,2,-1,1"};
    const SweepPlan plan{sweep.request};
    {
        SweepSession session{plan, sweep.keep("a.db")};
        CHECK_THAT(refusal([&] { do_all(session, {1, nullptr, {}}); }), Contains("variant 3 of 4 (front.agents=-1)"));
    }
    const SweepSession session{plan, sweep.keep("a.db", true)};
    // The two variants before it; and of the one after it what was done before anybody looked.
    CHECK(session.resumed() >= 8);
    CHECK(session.resumed() <= 12);
}

TEST_CASE("a sweep that is stopped keeps what is finished", "[plan][sweep]") {
    SmallSweep sweep;
    sweep.request.replications = 10'000;
    const SweepPlan plan{sweep.request};
    std::atomic<bool> stop{false};
    std::int64_t finished = 0;
    {
        SweepSession session{plan, sweep.keep("a.db")};
        SweepWork work{2, &stop, [&](const RunProgress& now) {
                           CHECK(now.asked == 60'000);
                           if (now.finished >= 50) stop = true;
                       }};
        CHECK(!do_all(session, work));
        finished = session.finished();
        CHECK(finished >= 50);
        CHECK(finished < 60'000);
        CHECK(session.in_file() == finished);
    }
    CHECK(SweepSession{plan, sweep.keep("a.db", true)}.resumed() == finished);
}

TEST_CASE("a sweep without sense is refused", "[plan][sweep]") {
    SmallSweep sweep;
    const auto refused = [&](const std::vector<std::string>& vary) {
        sweep.request.vary = vary;
        return refusal([&] { SweepPlan{sweep.request}; });
    };
    CHECK_THAT(refused({}), Contains("nothing is varied"));
    CHECK_THAT(refused({"group.front.agents=1:2", "group.front.agents=3:4"}), Contains("is varied already"));
    sweep.request.points = 5;
    CHECK_THAT(refused({"group.front.agents=1:2"}), Contains("--points is for --design latin and sobol"));
    sweep.request.points.reset();
    sweep.request.metrics = {"service_levle"};
    CHECK_THAT(refused({"group.front.agents=1:2"}), Contains("did you mean \"service_level\"?"));
}

}  // namespace floorwalker::plan
