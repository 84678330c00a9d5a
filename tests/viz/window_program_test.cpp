#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/viz/support/small.hpp"

/// How floorwalker-viz answers wrong use: one clear message and exit code 2, before any window opens.
namespace floorwalker::viz {
namespace {

using cli::Outcome;
using cli::TemporaryFolder;

constexpr const char* kWindow = FLOORWALKER_BINARY_DIR "/bin/floorwalker-viz";

/// Without a screen, so that nothing can open one.
Outcome run_window(const std::vector<std::string>& arguments) {
    std::vector<std::string> command{"env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", kWindow};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return cli::run_command(command);
}

Outcome run_on_screen(const TemporaryFolder& folder, const std::vector<std::string>& arguments,
                      std::vector<std::string> command = {"env"}) {
    // What the driver leaks is not ours. With a file of its own xvfb-run makes no folder, which it may fail to remove.
    for (const std::string& part : {std::string{"ASAN_OPTIONS=detect_leaks=0"}, std::string{"xvfb-run"},
                                    std::string{"-a"}, std::string{"-f"}, folder.path("xauth"), std::string{kWindow}})
        command.push_back(part);
    command.insert(command.end(), arguments.begin(), arguments.end());
    return cli::run_command(command);
}

void check_refused(const Outcome& outcome, const std::string& why) {
    INFO(outcome.err);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find(why) != std::string::npos);
    // One message, and at most where to learn more.
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') <= 2);
}

}  // namespace

TEST_CASE("the window refuses wrong use with one message", "[viz]") {
    const TemporaryFolder folder;
    const std::string good = folder.file("small.toml", kSmall);
    const std::string broken = folder.file("broken.toml", "[centre]\nname = \"No calls\"\nopen = \"soon\"\n");
    check_refused(run_window({}), "FILE is required");
    check_refused(run_window({folder.path("nowhere.toml")}), "nowhere.toml");
    check_refused(run_window({good, "--at", "half past ten"}), "--at: \"half past ten\" is no time such as 10:30");
    check_refused(run_window({good, "--at", "10:75"}), "10:75");
    check_refused(run_window({good, "--size", "large"}), "--size: \"large\" is no size");
    check_refused(run_window({good, "--size", "10x10"}), "640x400");
    check_refused(run_window({good, "--speed", "0"}), "--speed");
    check_refused(run_window({good, "--theme", "blue"}), "--theme");
    check_refused(run_window({good, "--set", "no.such.key=1"}), "no.such.key");
    check_refused(run_window({good, good, good}), "FILE: At Most 2");
    const Outcome outcome = run_window({broken});
    CHECK(outcome.code == 2);
    CHECK(outcome.err.find("broken.toml:3:") != std::string::npos);
}

TEST_CASE("without a display the window says what to do", "[viz]") {
    const TemporaryFolder folder;
    const std::string good = folder.file("small.toml", kSmall);
    check_refused(run_window({good}), "there is no display");
    check_refused(run_window({good, "--screenshot", folder.path("x.png")}), "xvfb-run");
}

TEST_CASE("without OpenGL 3.3 the window says so", "[viz]") {
    const TemporaryFolder folder;
    const std::string good = folder.file("small.toml", kSmall);
    // Mesa's drivers then tell the window's system that they are of before 3.3.
    const std::vector<std::string> old{"env", "MESA_GL_VERSION_OVERRIDE=2.1", "MESA_GLSL_VERSION_OVERRIDE=120"};
    check_refused(run_on_screen(folder, {good, "--screenshot", folder.path("x.png")}, old),
                  "there is no OpenGL 3.3 here");
}

TEST_CASE("a script that finds something else fails, and tells where", "[viz]") {
    const TemporaryFolder folder;
    const std::string good = folder.file("small.toml", kSmall);
    const auto play = [&](const std::string& text) {
        return run_on_screen(folder, {good, "--script", folder.file("script.txt", text)});
    };
    CHECK(play("# fine\nseek 09:00\nexpect clock is 09:00:00\n").code == 0);
    struct Wrong {
        const char* text;
        const char* why;
    };
    const Wrong wrongs[] = {
        {"seek 09:00\n\nexpect clock is 10:00:00\n", "script.txt:3: clock is \"09:00:00\", not \"10:00:00\""},
        {"expect nothing_of_that_name is shown\n", "script.txt:1: nothing_of_that_name is not shown"},
        {"expect nothing_of_that_name is 1\n", "script.txt:1: nothing is shown as nothing_of_that_name"},
        {"click nothing_of_that_name\n", "script.txt:1: there is no nothing_of_that_name to click on"},
        {"dance\n", "script.txt:1: there is no \"dance\""},
    };
    for (const Wrong& wrong : wrongs) {
        const Outcome outcome = play(wrong.text);
        INFO(outcome.err);
        CHECK(outcome.code == 1);
        CHECK(outcome.err.find(wrong.why) != std::string::npos);
    }
}

}  // namespace floorwalker::viz
