#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

using namespace floorwalker::cli;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("Help and version go to stdout", "[cli]") {
    const Outcome help = run_program({"--help"});
    CHECK(help.code == 0);
    CHECK(help.err.empty());
    CHECK_THAT(help.out, Contains("run") && Contains("check") && Contains("Exit codes"));
    CHECK_THAT(run_program({"run", "--help"}).out, Contains("--replications") && Contains("Examples:"));
    CHECK_THAT(run_program({"--version"}).out, StartsWith("floorwalker "));
}

TEST_CASE("Bad usage is told on stderr and gives 2", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("small.toml", kSmallScenario);
    const auto refused = [](const std::vector<std::string>& arguments, const std::string& message) {
        const Outcome outcome = run_program(arguments);
        CAPTURE(arguments);
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, Contains(message));
    };
    refused({}, "Usage:");
    refused({"rnu"}, "there is no command \"rnu\"; did you mean \"run\"?");
    refused({"--bogus"}, "there is no option --bogus");
    refused({"run"}, "SCENARIO is required");
    refused({"run", scenario, "--sed", "3"}, "there is no option --sed; did you mean --seed?");
    refused({"run", scenario, scenario}, "one argument too many");
    refused({"run", scenario, "--contacts"}, "--contacts requires --db");
    refused({"run", scenario, "-n", "0"}, "\"0\" is not a whole number from 1 to");
    refused({"run", scenario, "--seed", "-1"}, "\"-1\" is not a whole number");
    refused({"run", scenario, "--seed", "99999999999999999999"}, "is not a whole number");
    refused({"run", scenario, "--confidence", "120%"}, "between 0 and 1");
    refused({"run", scenario, "--confidence", "nan"}, "between 0 and 1");
    refused({"run", scenario, "--format", "xml"}, "--format");
    refused({"run", scenario, "--db", scenario}, "small.toml");
    refused({"trace", scenario, "calls"}, "\"calls\" is no customer; write SOURCE/DAY/NUMBER");
    refused({"trace", scenario, "calls/0/1"}, "DAY is a whole number from 1");
    refused({"trace", scenario, "cals/1/1"}, "did you mean \"calls\"?");
    refused({"trace", scenario, "calls/1/9999999"}, "does not come in replication 1");
    refused({"trace", scenario, "--tier", "gold"}, "there is no tier \"gold\"");
    refused({"trace", scenario, "--outcome", "contained"}, "no contact of this replication is as the options ask for");
    refused({"trace", scenario, "--from", "25"}, "is not a clock time");
    refused({"new", "no_such_template"}, "there is no template");
    refused({"keys", "no_such_key"}, "no_such_key");
}

TEST_CASE("Other commands", "[cli]") {
    const TemporaryFolder folder;
    CHECK_THAT(run_program({"keys", "patience"}).out, Contains("call_type"));
    CHECK_THAT(run_program({"keys", "--markdown"}).out, StartsWith("# "));
    CHECK_THAT(run_program({"schema"}).out, Contains("json-schema.org"));
    CHECK_THAT(run_program({"new"}).out, Contains("single_queue"));

    const std::string scenario = folder.file("small.toml", kSmallScenario);
    CHECK_THAT(run_program({"trace", scenario}).out, StartsWith("Customer calls/1/0 · seed 1 · replication 1\n"));
    CHECK_THAT(run_program({"trace", scenario, "calls/1/3", "--format", "json"}).out,
               Contains("\"schema\": \"floorwalker/trace/1\"") && Contains("\"fact\": \"offered\""));

    const std::string written = folder.path("mine.toml");
    CHECK(run_program({"new", "single_queue", "-o", written}).code == 0);
    CHECK(run_program({"check", written}).out == written + ": no mistakes\n");
    const Outcome again = run_program({"new", "single_queue", "-o", written});
    CHECK(again.code == 2);
    CHECK_THAT(again.err, Contains("is there already"));
}
