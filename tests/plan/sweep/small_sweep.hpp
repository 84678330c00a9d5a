#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/plan/sweep/merge.hpp"
#include "sim/plan/sweep/session.hpp"
#include "tests/cli/program.hpp"

/// A sweep that takes a few milliseconds: 3 numbers of agents × 2 talk times, 4 replications of an hour each.
namespace floorwalker::plan {

class SmallSweep {
public:
    explicit SmallSweep(const std::string& more = "") {
        file_ = folder_.file("small.toml",
                             "[centre]\nopen = 08:00:00\nclose = 09:00:00\ninterval = \"1h\"\n[run]\nreplications = 4\n"
                             "[[call_type]]\nid = \"calls\"\narrivals = { per_hour = 60 }\npatience = { dist = "
                             "\"exponential\", mean = \"1min\" }\ntalk = { dist = \"exponential\", mean = \"60s\" }\n"
                             "[[group]]\nid = \"front\"\nagents = 2\ncost_per_hour = 20\n" +
                                 more);
        request.scenario = file_;
        request.vary = {"group.front.agents=1:3", "call_type.calls.talk.mean=50s,70s"};
    }

    SweepRequest request;

    std::string path(const std::string& name) const { return folder_.path(name); }
    const cli::TemporaryFolder& folder() const { return folder_; }

    SweepKeeping keep(const std::string& name, bool resume = false, store::Shard shard = {}) const {
        return {path(name), resume, shard, {}};
    }

    /// All of it.
    SweepResult run(const SweepKeeping& keeping = {}, unsigned threads = 2) const {
        const SweepPlan plan{request};
        SweepSession session{plan, keeping};
        CHECK(do_all(session, {threads, nullptr, {}}));
        return session.finish();
    }

    /// The first `jobs` missing ones.
    void run_some(const SweepKeeping& keeping, int jobs) const {
        const SweepPlan plan{request};
        SweepSession session{plan, keeping};
        const std::atomic<bool> stop{false};
        for (int i = 0; i < jobs; ++i) {
            const auto job = session.next();
            REQUIRE(job);
            session.take(job->variant, plan.runnable(job->variant)->run(job->replication, stop).value());
        }
    }

private:
    cli::TemporaryFolder folder_;
    std::string file_;
};

inline std::string refusal(const std::function<void()>& action) {
    try {
        action();
    } catch (const std::exception& error) {
        return error.what();
    }
    return "accepted";
}

}  // namespace floorwalker::plan
