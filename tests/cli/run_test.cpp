#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

using namespace floorwalker::cli;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("A run prints its report on stdout and nothing else", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("small.toml", kSmallScenario);
    const Outcome text = run_program({"run", scenario, "-n", "3"});
    CHECK(text.code == 0);
    CHECK(text.err.empty());
    CHECK_THAT(text.out, StartsWith("Small\n") && Contains("3 replications") && !Contains("\033"));

    const Outcome json =
        run_program({"run", scenario, "-n", "3", "--format", "json", "--confidence", "90%", "--seed", "7"});
    const auto report = nlohmann::json::parse(json.out);
    CHECK(report["seed"] == 7);
    CHECK(report["confidence"] == 0.9);
    CHECK(report["replications"] == 3);
    CHECK_THAT(run_program({"run", scenario, "-n", "3", "--format", "csv"}).out,
               StartsWith("scope,id,interval_start,kpi,mean"));
}

TEST_CASE("The number of threads changes nothing", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("small.toml", kSmallScenario);
    const std::string one = run_program({"run", scenario, "-n", "5", "--threads", "1", "--format", "json"}).out;
    CHECK(one == run_program({"run", scenario, "-n", "5", "--threads", "3", "--format", "json"}).out);
}

TEST_CASE("--set changes the scenario, and its mistakes are named", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("small.toml", kSmallScenario);
    const Outcome more = run_program({"run", "--set", "group.general.agents=20", "--set", "centre.name=More", scenario,
                                      "-n", "1", "--format", "json"});
    const auto report = nlohmann::json::parse(more.out);
    CHECK(report["scenario"] == "More");
    CHECK(report["kpis"]["mean_agents"]["mean"].get<double>() == Approx(20).epsilon(0.01));

    const Outcome wrong = run_program({"run", scenario, "--set", "group.nobody.agents=20", "--set", "centre.dys=3"});
    CHECK(wrong.code == 2);
    CHECK(wrong.out.empty());
    CHECK_THAT(wrong.err, Contains("--set group.nobody.agents=20") && Contains("--set centre.dys=3"));
}

TEST_CASE("Mistakes in a scenario give 2", "[cli]") {
    const TemporaryFolder folder;
    const std::string broken = folder.file("broken.toml", std::string{kSmallScenario} + "patience = 3\nskils = {}\n");
    for (const char* command : {"run", "check"}) {
        const Outcome outcome = run_program({command, broken});
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, Contains("broken.toml:11:") && Contains("broken.toml:12:"));
    }
    CHECK(run_program({"run", folder.path("missing.toml")}).code == 2);
}

TEST_CASE("--require gives 3 when a target is missed", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("small.toml", kSmallScenario);
    CHECK(run_program({"run", scenario, "-n", "2", "--require"}).code == 0);
    const std::vector<std::string> too_few{"run", scenario, "-n", "2", "--set", "group.general.agents=5"};
    CHECK(run_program(too_few).code == 0);
    auto required = too_few;
    required.emplace_back("--require");
    const Outcome missed = run_program(required);
    CHECK(missed.code == 3);
    CHECK_THAT(missed.out, Contains("✗"));
    CHECK_THAT(missed.err, Contains("1 of 1 targets missed"));
}

TEST_CASE("A decisions file is applied", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("small.toml", kSmallScenario);
    const std::string decision =
        "[[decision]]\nat = 10:00:00\ndo = \"absent\"\ngroup = \"general\"\nagents = 3\nuntil = 12:00:00\n";
    const std::string decisions = folder.file("decisions.toml", decision);
    const std::string same = folder.file("same.toml", kSmallScenario + decision);
    const auto digest = [](const Outcome& outcome) {
        return nlohmann::json::parse(outcome.out)["digest"].get<std::string>();
    };
    const auto decided =
        digest(run_program({"run", scenario, "-n", "2", "--format", "json", "--decisions", decisions}));
    CHECK(decided == digest(run_program({"run", same, "-n", "2", "--format", "json"})));
    CHECK(decided != digest(run_program({"run", scenario, "-n", "2", "--format", "json"})));
}

TEST_CASE("--db adds runs and says where", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("small.toml", kSmallScenario);
    const std::string db = folder.path("runs.db");
    CHECK(run_program({"run", scenario, "-n", "2", "--db", db}).err ==
          "2 replications are kept as run 1 in " + db + "\n");
    CHECK(run_program({"run", scenario, "-n", "1", "--db", db, "--contacts"}).err ==
          "1 replication is kept as run 2 in " + db + "\n");
    CHECK(run_program({"run", scenario, "-n", "1", "--db", db, "--quiet"}).err.empty());
}

TEST_CASE("A database that cannot be used gives 2 and is left as it was", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("small.toml", kSmallScenario);
    const std::string notes = folder.file("notes.txt", "Call back the bank, and do not lose this.\n");
    const Outcome outcome = run_program({"run", scenario, "-n", "1", "--db", notes});
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, Contains("notes.txt is not a SQLite database"));
    std::ifstream file{notes};
    std::string line;
    std::getline(file, line);
    CHECK(line == "Call back the bank, and do not lose this.");
    CHECK(run_program({"run", scenario, "-n", "1", "--db", folder.path("no/such/folder/runs.db")}).code == 2);
    CHECK(run_program({"run", scenario, "-n", "1", "--db", folder.path(".")}).code == 2);
}

TEST_CASE("Ctrl-C keeps the finished replications", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("small.toml", kSmallScenario);
    for (const int signal : {SIGINT, SIGTERM}) {
        const Outcome outcome =
            run_program({"run", scenario, "-n", "100000000", "--format", "json"}, {signal, std::chrono::seconds{1}});
        CHECK(outcome.code == 0);
        const auto report = nlohmann::json::parse(outcome.out);
        CHECK(report["replications"].get<int>() > 0);
        CHECK(report["replications_asked"] == 100000000);
        CHECK_THAT(outcome.err, StartsWith("stopped after ") && Contains("of 100,000,000 replications"));
    }
}

TEST_CASE("Ctrl-C before the first replication is finished leaves nothing to report", "[cli]") {
    const TemporaryFolder folder;
    const std::string scenario = folder.file("small.toml", kSmallScenario);
    const Outcome outcome =
        run_program({"run", scenario, "-n", "2", "--set", "centre.days=36500", "--set",
                     "call_type.calls.arrivals.per_hour=20000", "--set", "group.general.agents=1500"},
                    {SIGINT, std::chrono::seconds{1}});
    CHECK(outcome.code == 1);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, Contains("stopped before the first replication was finished"));
}
