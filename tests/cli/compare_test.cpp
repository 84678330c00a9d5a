#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

using namespace floorwalker::cli;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

/// 100 calls an hour whose callers give up, six agents for pay.
constexpr const char* kBusyScenario =
    "[centre]\nname = \"Busy\"\nopen = 08:00:00\nclose = \"12:00\"\nafter_close = \"clear\"\n"
    "[[call_type]]\nid = \"calls\"\narrivals = { per_hour = 100 }\n"
    "patience = { dist = \"exponential\", mean = \"2min\" }\n"
    "[[group]]\nid = \"general\"\nagents = 5\ncost_per_hour = 20\n";

const std::vector<std::string> kMore{"--variant", "more:group.general.agents=6"};

Outcome compare(const std::string& scenario, std::vector<std::string> arguments) {
    std::vector<std::string> command{"compare", scenario};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_program(command);
}

}  // namespace

TEST_CASE("A comparison for a planner in a hurry", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("busy.toml", kBusyScenario);
    const Outcome text = compare(scenario, {kMore[0], kMore[1], "-n", "20"});
    CHECK(text.code == 0);
    CHECK(text.err.empty());
    CHECK_THAT(text.out, StartsWith("Busy\n") && Contains("20 replications · the same customers in 2 variants") &&
                             Contains("more against as it is") && Contains("pp more within the target") &&
                             Contains("fewer callers") && Contains("variance ÷") && Contains("times narrower") &&
                             Contains("costs EUR 80") && Contains("the best, with 95 % probability"));
    CHECK(text.out == compare(scenario, {kMore[0], kMore[1], "-n", "20", "--threads", "1"}).out);
}

TEST_CASE("A comparison as JSON and CSV", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("busy.toml", kBusyScenario);
    const auto json =
        nlohmann::json::parse(compare(scenario, {kMore[0], kMore[1], "-n", "10", "--format", "json"}).out);
    CHECK(json["schema"] == "floorwalker/compare/1");
    CHECK(json["replications"] == 10);
    CHECK(json["ended"] == "all_done");
    REQUIRE(json["variants"].size() == 2);
    CHECK_FALSE(json["variants"][0].contains("differences"));
    const auto& difference = json["variants"][1]["differences"]["service_level"];
    CHECK(difference["verdict"] == "better");
    CHECK(difference["variance_reduction"].get<double>() > 1);
    // Four hours at EUR 20; who talks at noon stays a little longer.
    CHECK(json["variants"][1]["differences"]["cost"]["mean"].get<double>() == Approx(80).margin(2));
    CHECK(json["ranking"]["places"][0]["name"] == "more");
    // The same as two runs of their own.
    const auto run = nlohmann::json::parse(
        run_program({"run", scenario, "-n", "10", "--set", "group.general.agents=6", "--format", "json"}).out);
    CHECK(json["variants"][1]["digest"] == run["digest"]);
    CHECK(json["variants"][1]["metrics"]["service_level"]["mean"] == run["kpis"]["service_level"]["mean"]);

    const std::string csv =
        compare(scenario, {kMore[0], kMore[1], "-n", "10", "--format", "csv", "--metric", "occupancy"}).out;
    CHECK_THAT(csv, StartsWith("variant,replications,metric,mean") && Contains("as it is,10,occupancy,0.") &&
                        Contains(",less\r\n"));
}

TEST_CASE("Files are compared with the first of them", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("busy.toml", kBusyScenario);
    const std::string small = folder.file("small.toml", kSmallScenario);
    const Outcome outcome = run_program({"compare", small, scenario, "-n", "3", "--set", "centre.open=09:00:00"});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out, Contains("busy against small"));
    CHECK_THAT(outcome.out, !Contains("abandon"));  // nobody gives up in the first
    const Outcome missing = run_program({"compare", scenario, small, "-n", "3", "--metric", "containment"});
    CHECK(missing.code == 2);
}

TEST_CASE("A comparison goes on until it is precise, or the best is known", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("busy.toml", kBusyScenario);
    const auto precise = nlohmann::json::parse(
        compare(scenario, {kMore[0], kMore[1], "--until", "service_level +- 1pp", "--format", "json"}).out);
    CHECK(precise["ended"] == "precise");
    CHECK(precise["variants"][1]["differences"]["service_level"]["half_width"].get<double>() <= 0.01);
    CHECK_THAT(compare(scenario, {kMore[0], kMore[1], "--until", "service_level +- 0.01pp", "-n", "11"}).out,
               Contains("Not precise enough after 11 replications; -n allows more"));

    const auto best = nlohmann::json::parse(
        compare(scenario, {"--variant", "4:group.general.agents=4", "--variant", "5:", kMore[0], kMore[1], "--best",
                           "asa_s", "--indifference", "2s", "--format", "json"})
            .out);
    CHECK(best["ended"] == "best_found");
    CHECK(best["ranking"]["best_is"] == "lowest");
    CHECK(best["ranking"]["places"][0]["name"] == "more");
    CHECK(best["ranking"]["places"][2]["name"] == "4");
    CHECK(best["ranking"]["places"][2]["beaten_by"].is_string());
}

TEST_CASE("What cannot be compared gives 2 and says what would be right", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("busy.toml", kBusyScenario);
    const auto refused = [&](const std::vector<std::string>& arguments, const char* says) {
        const Outcome outcome = compare(scenario, arguments);
        INFO(outcome.err);
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, Contains(says));
    };
    refused({}, "has nothing to be compared with");
    refused({scenario}, "two variants are called");
    refused({"--variant", "a:group.general.agents=6", "--variant", "a:group.general.agents=7"},
            "two variants are called \"a\"");
    refused({"--variant", "a:group.general.agnts=6"}, "did you mean");
    refused({"--variant", "a:group.nobody.agents=6"}, "nobody");
    refused({"--variant", "a"}, "write NAME:key=value");
    refused({"--variant", ":group.general.agents=6"}, "the name before the colon is missing");
    refused({"--variant", "a:group.general.agents"}, "is not a change such as");
    refused({folder.file("other.toml", kBusyScenario), kMore[0], kMore[1]}, "name one file with it");
    refused({kMore[0], kMore[1], "--metric", "servicelevel"}, "did you mean \"service_level\"");
    refused({kMore[0], kMore[1], "--until", "service_level ± 1"}, "0.5pp");
    refused({kMore[0], kMore[1], "--until", "service_level ± 1pp", "-n", "5"}, "--min-replications");
    refused({kMore[0], kMore[1], "--until", "service_level ± 1pp", "--best", "asa_s"}, "take one of them");
    refused({kMore[0], kMore[1], "--best", "occupancy"}, "highest:occupancy or lowest:occupancy");
    refused({kMore[0], kMore[1], "--best", "cost"}, "--indifference");
    refused({kMore[0], kMore[1], "--best", "asa_s", "--indifference", "5%"}, "must be absolute");
    refused({kMore[0], kMore[1], "--indifference", "1s"}, "is for --best");
    refused({kMore[0], kMore[1], "-n", "1"}, "whole number from 2");
}

TEST_CASE("A run goes on until it is precise", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("busy.toml", kBusyScenario);
    const Outcome outcome =
        run_program({"run", scenario, "--until", "service_level ± 1.5pp, abandonment ± 20%", "--format", "json"});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, Contains("precise enough after"));
    const auto report = nlohmann::json::parse(outcome.out);
    CHECK(report["replications"].get<int>() >= 10);
    CHECK(report["kpis"]["service_level"]["half_width"].get<double>() <= 0.015);

    const Outcome never = run_program({"run", scenario, "--until", "service_level ± 0.01pp", "-n", "12"});
    CHECK(never.code == 0);
    CHECK_THAT(never.err, Contains("is not reached after 12 replications; some"));
    CHECK_THAT(never.out, Contains("12 replications"));
    CHECK(run_program({"run", scenario, "--until", "service_level", "-n", "12"}).code == 2);
    CHECK(run_program({"run", scenario, "--until", "service_level ± 1pp", "-n", "5"}).code == 2);
}
