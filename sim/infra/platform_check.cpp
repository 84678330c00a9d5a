#include "sim/infra/platform_check.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "sim/infra/plugin_file.hpp"
#include "sim/infra/ways_needed.hpp"
#include "sim/infra/worker.hpp"

namespace floorwalker::infra {
namespace {

std::string text_of(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) {
        if (!text.empty()) text += '\n';
        text += problem.file + ':' + (problem.line > 0 ? std::to_string(problem.line) + ": " : " ") + problem.message;
    }
    return text;
}

/// The line, from 1, on which an element with this id begins; 0: none does.
int line_of(const std::string& file, const std::string& id) {
    std::ifstream in{file};
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        for (const char quote : {'"', '\''}) {
            if (line.find("id=" + std::string{quote} + id + quote) != std::string::npos) return number;
        }
    }
    return 0;
}

/// The name that a message puts in quotes first.
std::string name_in(const std::string& message) {
    const auto begin = message.find('"');
    const auto end = begin == std::string::npos ? begin : message.find('"', begin + 1);
    return end == std::string::npos ? std::string{} : message.substr(begin + 1, end - begin - 1);
}

/// What SimGrid says before it ends the process, without its brackets: the first line about a file, else the first.
Problem problem_of_chatter(const std::string& file, const WorkerReport& report) {
    Problem problem{file, 0, 0, {}};
    const std::string_view all = report.chatter;
    std::string_view first;
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find('\n', begin), all.size());
        std::string_view line = all.substr(begin, end - begin);
        begin = end + 1;
        if (const auto bracket = line.rfind("] "); bracket != std::string_view::npos && line.starts_with('['))
            line = line.substr(bracket + 2);
        if (first.empty()) first = line;
        const auto place = line.find(file + ':');
        if (place == std::string_view::npos) continue;
        const char* const number = line.data() + place + file.size() + 1;
        const auto read = std::from_chars(number, line.data() + line.size(), problem.line);
        line.remove_prefix(static_cast<std::size_t>(read.ptr - line.data()));
        while (line.starts_with(':') || line.starts_with(' ')) line.remove_prefix(1);
        problem.message = "SimGrid refuses the file: " + std::string{line};
        return problem;
    }
    problem.message = "SimGrid cannot use " + report.frames.last_step() +
                      " of the file: " + (first.empty() ? report.death : std::string{first});
    return problem;
}

}  // namespace

PlatformError::PlatformError(std::vector<Problem> problems)
    : std::runtime_error{text_of(problems)}, problems_{std::move(problems)} {}

void check_platform(const Scenario& scenario) {
    const Infrastructure& machines = scenario.infrastructure;
    if (!machines.platform) return;
    const std::string& file = *machines.platform;
    if (!std::ifstream{file}) throw PlatformError{{{file, 0, 0, "cannot read the file"}}};

    CheckPlatform* const check = plugin().check_platform;
    const std::vector<WayNeeded> ways = ways_needed(scenario);
    const WorkerReport report = run_worker([&](int fd) { check(machines, ways, fd); }, nullptr);
    std::vector<Problem> problems;
    for (const std::string& problem : report.frames.problems())
        problems.push_back({file, line_of(file, name_in(problem)), 0, problem});
    if (!report.frames.is_done()) problems.push_back(problem_of_chatter(file, report));
    if (!problems.empty()) throw PlatformError{std::move(problems)};
}

}  // namespace floorwalker::infra
