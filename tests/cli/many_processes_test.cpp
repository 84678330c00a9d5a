#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/shipped.hpp"

using namespace floorwalker::cli;
using Catch::Matchers::Contains;

namespace {

using Words = std::vector<std::string>;

/// So many replications of an hour of erlang_a.toml with three numbers of agents.
Words small_sweep(const std::string& replications, const Words& more = {}) {
    Words words{"sweep",  floorwalker::support::source_folder("scenarios/erlang_a.toml").string(),
                "--set",  "centre.days=1",
                "--set",  "centre.warm_up_days=0",
                "--set",  "centre.open=08:00:00",
                "--set",  "centre.close=09:00:00",
                "--vary", "group.agents.agents=48:52:2",
                "-n",     replications};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

#ifdef FLOORWALKER_MPIRUN

std::string digest_in(const std::string& text) {
    const auto at = text.find("digest ");
    return at == std::string::npos ? "no digest in: " + text : text.substr(at + 7, 16);
}

/// Open MPI on this machine alone, as whoever runs the tests. Its libraries leak a little, which is not our matter.
Words mpirun(const std::string& processes, const Words& options = {}) {
    Words words{"env",
                "OMPI_ALLOW_RUN_AS_ROOT=1",
                "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1",
                "OMPI_MCA_btl=self,vader",
                "OMPI_MCA_btl_vader_single_copy_mechanism=none",  // reads in the memory of whoever may just have died
                "OMPI_MCA_oob_tcp_if_include=lo",
                "OMPI_MCA_rmaps_base_oversubscribe=1",
                "ASAN_OPTIONS=detect_leaks=0",
                "timeout",
                "120",
                FLOORWALKER_MPIRUN,
                "-n",
                processes};
    words.insert(words.end(), options.begin(), options.end());
    return words;
}

Outcome run_together(Words command, const Words& more) {
    command.insert(command.end(), more.begin(), more.end());
    return run_command(command);
}

#endif

}  // namespace

#ifdef FLOORWALKER_MPIRUN

TEST_CASE("A sweep by several processes is that of one", "[cli][sweep][cluster]") {
    const TemporaryFolder folder;
    const Outcome alone = run_program(small_sweep("20", {"--db", folder.path("alone.db"), "-q"}));
    REQUIRE(alone.code == 0);
    for (const std::string processes : {"1", "3"}) {
        const std::string file = folder.path("with" + processes + ".db");
        const Outcome together = run_together(mpirun(processes, {kProgram}), small_sweep("20", {"--db", file, "-q"}));
        CHECK(together.code == 0);
        CHECK(together.err.empty());
        CHECK(together.out == alone.out);  // the digest of all that is in the file, too
        // What the file has is what was reported: resumed there is nothing left to do.
        const Outcome again = run_program(small_sweep("20", {"--db", file, "--resume"}));
        CHECK_THAT(again.err, Contains("60 of 60 replications are in"));
        CHECK(digest_in(again.out) == digest_in(alone.out));
    }
}

TEST_CASE("What cannot be done is said once by several processes", "[cli][sweep][cluster]") {
    const Outcome wrong = run_together(mpirun("2", {"-q", kProgram}), small_sweep("1", {"--vary", "centre.dys=1,2"}));
    CHECK(wrong.code == 2);
    CHECK(wrong.out.empty());
    const auto first = wrong.err.find("centre.dys");
    REQUIRE(first != std::string::npos);
    const auto line_end = wrong.err.find('\n', first);
    CHECK(wrong.err.find("centre.dys", line_end) == std::string::npos);
}

TEST_CASE("What a killed process was to do is done by the others", "[cli][sweep][cluster][slow]") {
    const TemporaryFolder folder;
    const std::string done = digest_in(run_program(small_sweep("4000", {"-q"})).out);
    const std::string file = folder.path("killed.db");
    // Process 2 is killed once results are in the file: then all have found each other.
    const std::string victim =
        "if [ \"$OMPI_COMM_WORLD_RANK\" = 2 ]; then"
        "  (size() { cat \"$DB\"* 2> /dev/null | wc -c; };"
        "   until [ -e \"$DB\" ]; do sleep 0.01; done; sleep 0.2; before=$(size);"
        "   while [ \"$(size)\" -lt $((before + 20000)) ]; do sleep 0.01; done; kill -9 $$) & "
        "fi; exec \"$@\"";
    Words command = mpirun("3", {"--enable-recovery", "-x", "DB=" + file, "sh", "-c", victim, "sh", kProgram});
    const Outcome outcome = run_together(command, small_sweep("4000", {"--db", file, "--lost-after", "2"}));
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, Contains("process 2 is silent; others do its"));
    CHECK(digest_in(outcome.out) == done);
}

#else

TEST_CASE("Without MPI a sweep refuses to be one of many", "[cli][sweep][cluster]") {
    Words command{"env", "OMPI_COMM_WORLD_RANK=0", "OMPI_COMM_WORLD_SIZE=2", kProgram};
    const Words sweep = small_sweep("1");
    command.insert(command.end(), sweep.begin(), sweep.end());
    const Outcome outcome = run_command(command);
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Contains("built without MPI"));
}

#endif
