#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

using namespace floorwalker::cli;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

constexpr const char* kBusyScenario =
    "[centre]\nname = \"Busy\"\nopen = 08:00:00\nclose = \"12:00\"\n"
    "[[call_type]]\nid = \"calls\"\narrivals = { per_hour = 100 }\n"
    "patience = { dist = \"exponential\", mean = \"2min\" }\n"
    "[[group]]\nid = \"general\"\nagents = 6\n";

}  // namespace

TEST_CASE("Sensitivity in text, JSON and CSV", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("busy.toml", kBusyScenario);
    const Outcome text = run_program({"sensitivity", scenario, "-n", "30", "--demand-cv", "15%"});
    CHECK(text.code == 0);
    CHECK(text.err.empty());
    CHECK_THAT(text.out,
               StartsWith("Busy\n") && Contains("each input 10 % less and 10 % more") && Contains("service level: ") &&
                   Contains("volume") && Contains("█") && Contains("There is no shrinkage in this scenario") &&
                   Contains("Volume uncertain by 15 %") && Contains("In 1 of 10 days the service level is below"));
    const auto json = nlohmann::json::parse(run_program({"sensitivity", scenario, "-n", "30", "--by", "0.2", "--metric",
                                                         "service_level", "--format", "json"})
                                                .out);
    CHECK(json["schema"] == "floorwalker/sensitivity/1");
    CHECK(json["by"] == 0.2);
    const auto& volume = json["metrics"]["service_level"]["inputs"]["volume"];
    CHECK(volume["less"]["mean"].get<double>() > 0);
    CHECK(volume["more"]["mean"].get<double>() < 0);
    CHECK_FALSE(json.contains("demand"));
    CHECK_THAT(run_program({"sensitivity", scenario, "-n", "30", "--demand-cv", "0.1", "--format", "csv"}).out,
               StartsWith("metric,input,at,value,low,high\r\n") && Contains("service_level,volume,-0.1,0.") &&
                   Contains("service_level,demand,0.1,0."));
}

TEST_CASE("Sensitivity refuses what makes no sense", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("busy.toml", kBusyScenario);
    CHECK_THAT(run_program({"sensitivity", scenario, "--by", "2"}).err, Contains("is not a share from"));
    CHECK(run_program({"sensitivity", scenario, "--by", "0%"}).code == 2);
    CHECK(run_program({"sensitivity", scenario, "--demand-cv", "-1"}).code == 2);
    CHECK(run_program({"sensitivity", scenario, "--metric", "nothing"}).code == 2);
    CHECK(run_program({"sensitivity", folder.path("missing.toml")}).code == 2);
}

TEST_CASE("Warm-up in text, JSON and CSV", "[cli]") {
    const TemporaryFolder folder;
    // One agent at a load of 0.9 with work of almost an hour: it takes days to fill.
    const std::string slow = folder.file(
        "slow.toml",
        "[centre]\nname = \"Slow\"\nopen = 00:00:00\nclose = \"24:00\"\nafter_close = \"carry_over\"\ndays = 5\n"
        "[[call_type]]\nid = \"calls\"\narrivals = { per_hour = 1 }\n"
        "talk = { dist = \"exponential\", mean = \"54min\" }\n[[group]]\nid = \"general\"\nagents = 1\n");
    const Outcome text = run_program({"warmup", slow, "--metric", "mean_queue", "-n", "200"});
    CHECK(text.code == 0);
    CHECK_THAT(text.out, StartsWith("Slow\n") && Contains("settles after") &&
                             Contains("In [centre]: warm_up_days = ") && Contains("its figures still show the start"));
    const auto json = nlohmann::json::parse(
        run_program({"warmup", slow, "--metric", "mean_queue", "-n", "200", "--format", "json"}).out);
    CHECK(json["schema"] == "floorwalker/warmup/1");
    CHECK(json["least_days"] == 11 * json["warm_up_days"].get<int>());
    CHECK(json["metrics"]["mean_queue"]["series"].size() == 60);
    CHECK_THAT(run_program({"warmup", slow, "-n", "2", "--format", "csv"}).out,
               StartsWith("metric,first_day,last_day,value,settled\r\n"));

    const std::string small = folder.file("small.toml", kSmallScenario);
    CHECK_THAT(run_program({"warmup", small, "-n", "20"}).out, Contains("No start can be told from what follows"));
    CHECK(run_program({"warmup", small, "--metric", "wait_p95_s"}).code == 2);
    CHECK(run_program({"warmup", small, "--days", "3"}).code == 2);
}
