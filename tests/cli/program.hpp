#pragma once

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

/// Runs the built program as a shell would.
namespace floorwalker::cli {

struct Outcome {
    int code = -1;  ///< exit code; 128 and more: ended by that signal, less 128
    std::string out;
    std::string err;
};

struct Interruption {
    int signal = 0;
    std::chrono::milliseconds after{0};
};

/// A folder that is gone at the end of the test.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "floorwalker-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    /// Writes a file there and returns its path.
    std::string file(const std::string& name, const std::string& text) const {
        std::ofstream{path(name), std::ios::binary} << text;
        return path(name);
    }

private:
    std::filesystem::path folder_;
};

inline constexpr const char* kProgram = FLOORWALKER_BINARY_DIR "/bin/floorwalker";

inline std::string content(const std::string& path) {
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

[[noreturn]] inline void become(const std::vector<std::string>& command, const std::string& out,
                                const std::string& err) {
    dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
    dup2(open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
    std::vector<char*> argv;
    for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    execvp(argv.front(), argv.data());
    _exit(127);
}

/// A program by its path, or one that the shell finds, and its arguments.
inline Outcome run_command(const std::vector<std::string>& command, Interruption interruption = {}) {
    const TemporaryFolder folder;
    const std::string out = folder.path("out");
    const std::string err = folder.path("err");
    const pid_t child = fork();
    if (child == 0) become(command, out, err);
    if (interruption.signal != 0) {
        std::this_thread::sleep_for(interruption.after);
        kill(child, interruption.signal);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), content(out), content(err)};
}

inline Outcome run_program(const std::vector<std::string>& arguments, Interruption interruption = {}) {
    std::vector<std::string> command{kProgram};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_command(command, interruption);
}

/// 100 calls an hour, 8 hours, agents enough.
inline constexpr const char* kSmallScenario =
    "[centre]\nname = \"Small\"\nopen = 08:00:00\nclose = \"16:00\"\n"
    "[[call_type]]\nid = \"calls\"\narrivals = { per_hour = 100 }\n"
    "[[group]]\nid = \"general\"\nagents = 8\n";

}  // namespace floorwalker::cli
