#include <chrono>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/shipped.hpp"

using namespace floorwalker::cli;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using floorwalker::support::source_folder;

namespace {

using Words = std::vector<std::string>;

std::string erlang_a() { return source_folder("scenarios/erlang_a.toml").string(); }

/// An hour of erlang_a.toml.
Words sweep_of_an_hour(const Words& more) {
    Words words{"sweep", erlang_a(),
                "--set", "centre.days=1",
                "--set", "centre.warm_up_days=0",
                "--set", "centre.open=08:00:00",
                "--set", "centre.close=09:00:00"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

std::string digest_in(const std::string& text) {
    const auto at = text.find("digest ");
    return at == std::string::npos ? "no digest in: " + text : text.substr(at + 7, 16);
}

}  // namespace

TEST_CASE("A sweep prints a table, CSV or JSON", "[cli][sweep]") {
    const Words words = sweep_of_an_hour({"--vary", "group.agents.agents=48:52:2", "-n", "3"});
    const Outcome text = run_program(words);
    CHECK(text.code == 0);
    CHECK(text.err.empty());
    CHECK_THAT(text.out, Contains("Erlang A: 3 variants with 3 replications each") && Contains("agents.agents") &&
                             Contains("★") && Contains("What each input does"));
    const auto with = [&](const std::string& format) {
        Words all = words;
        all.insert(all.end(), {"--format", format});
        return run_program(all).out;
    };
    const std::string csv = with("csv");
    CHECK_THAT(csv, StartsWith("variant,group.agents.agents,replications,service_level,service_level.half_width,"));
    CHECK_THAT(csv, Contains("\r\n3,52,3,0."));
    const auto json = nlohmann::json::parse(with("json"));
    CHECK(json["schema"] == "floorwalker/sweep/1");
    CHECK(json["variants"].size() == 3);
    CHECK(json["variants"][1]["inputs"]["group.agents.agents"] == 50);
    CHECK(json["best"]["service_level"] == 3);
    CHECK(json["digest"] == digest_in(text.out));
}

TEST_CASE("Bad sweeps are told on stderr and give 2", "[cli][sweep]") {
    const TemporaryFolder folder;
    const auto refused = [&](const Words& more, const std::string& message) {
        const Outcome outcome = run_program(sweep_of_an_hour(more));
        CAPTURE(more);
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, Contains(message));
    };
    refused({}, "nothing is varied");
    refused({"--vary", "group.agents.agnets=48:52"}, "did you mean agents?");
    refused({"--vary", "group.agent.agents=48:52"}, "did you mean \"agents\"?");
    refused({"--vary", "group.agents.id=a,b"}, "is an id and cannot be swept");
    refused({"--vary", "group.agents.agents="}, "there is no value");
    refused({"--vary", "group.agents.agents=48:52:0"}, "a step of 0 leads nowhere");
    refused({"--vary", "group.agents.agents=52:48"}, "write 48:52");
    refused({"--vary", "group.agents.agents=48:52", "--design", "latn"}, "--design");
    refused({"--vary", "group.agents.agents=48:52", "--metric", "servce_level"}, "did you mean \"service_level\"?");
    refused({"--vary", "group.agents.agents=1:2000", "--vary", "call_type.calls.talk.mean=1s:2000s:1s"},
            "that are 4,000,000 variants, 80,000,000 replications in all; --yes if that is what you want");
    refused({"--vary", "group.agents.agents=48:52", "--resume"}, "--resume requires --db");
    refused({"--vary", "group.agents.agents=48:52", "--db", folder.path("a.db"), "--shard", "5/4"},
            "\"5/4\" is not K/N");
    refused({"--vary", "group.agents.agents=48:52", "--db", folder.path("no/a.db")}, "there is no folder");
    const std::string runs = folder.path("runs.db");
    CHECK(run_program({"run", folder.file("small.toml", kSmallScenario), "-n", "2", "--db", runs}).code == 0);
    refused({"--vary", "group.agents.agents=48:52", "--db", runs}, "holds runs; it was left as it is");
}

TEST_CASE("A changed scenario is not resumed, and the difference is shown", "[cli][sweep]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("small.toml", kSmallScenario);
    const Words words{"sweep", scenario, "--vary", "group.general.agents=7:9", "-n", "2", "--db", folder.path("a.db")};
    CHECK(run_program(words).code == 0);
    Words again = words;
    CHECK(run_program(again).code == 2);
    again.emplace_back("--resume");
    const Outcome resumed = run_program(again);
    CHECK(resumed.code == 0);
    CHECK_THAT(resumed.err, Contains("6 of 6 replications are in " + folder.path("a.db") + " already"));
    std::string changed = kSmallScenario;
    changed.replace(changed.find("= 100"), 5, "= 101");
    folder.file("small.toml", changed);
    const Outcome refused = run_program(again);
    CHECK(refused.code == 2);
    CHECK_THAT(refused.err, Contains("the scenario, line 7") && Contains("kept: arrivals = { per_hour = 100 }") &&
                                Contains("now: arrivals = { per_hour = 101 }"));
}

TEST_CASE("Shards are merged to what one machine does, and what is missing is named", "[cli][sweep]") {
    const TemporaryFolder folder;
    const Words vary{"--vary", "group.agents.agents=46:54", "-n", "2"};
    const auto with = [&](const Words& more) {
        Words all = vary;
        all.insert(all.end(), more.begin(), more.end());
        return run_program(sweep_of_an_hour(all));
    };
    const std::string digest = digest_in(with({}).out);
    Words merge{"merge", folder.path("all.db")};
    Words incomplete{"merge", folder.path("some.db")};
    for (const std::string part : {"1", "2", "3", "4"}) {
        CHECK(with({"--db", folder.path(part + ".db"), "--shard", part + "/4"}).code == 0);
        merge.push_back(folder.path(part + ".db"));
        if (part != "3") incomplete.push_back(folder.path(part + ".db"));
    }
    const Outcome merged = run_program(merge);
    CHECK(merged.code == 0);
    CHECK(digest_in(merged.out) == digest);
    const Outcome some = run_program(incomplete);
    CHECK(some.code == 1);
    // 9 variants: shard 3 of 4 has the 3rd and the 7th.
    CHECK_THAT(some.err, Contains("of 18 replications 4 are missing: all of shard 3/4"));
    const Outcome resumed = with({"--db", folder.path("some.db"), "--resume"});
    CHECK(resumed.code == 0);
    CHECK(digest_in(resumed.out) == digest);
}

TEST_CASE("A sweep that is killed at random moments ends as one that was left alone", "[cli][sweep][slow]") {
    const TemporaryFolder folder;
    const auto sweep = [&](const Words& more, Interruption interruption = {}) {
        Words all{"--vary", "group.agents.agents=40:60", "--vary", "call_type.calls.talk.mean=50s:70s:2s", "-n", "5"};
        all.insert(all.end(), more.begin(), more.end());
        return run_program(sweep_of_an_hour(all), interruption);
    };
    const std::string digest = digest_in(sweep({}).out);
    std::mt19937 random{20240131};
    std::uniform_int_distribution<int> milliseconds{0, 250};
    const Words keep{"--db", folder.path("killed.db"), "--resume"};
    int killed = 0;
    for (int i = 0; i < 10; ++i) {
        const std::chrono::milliseconds after{milliseconds(random)};
        killed += sweep(keep, {SIGKILL, after}).code == 128 + SIGKILL ? 1 : 0;
    }
    CHECK(killed >= 5);
    const Outcome rest = sweep(keep);
    CHECK(rest.code == 0);
    CHECK(digest_in(rest.out) == digest);
}
