#include "sim/infra/platform_check.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
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
        text +=
            problem.file + ':' + (problem.line > 0 ? std::to_string(problem.line) + ':' : "") + ' ' + problem.message;
    }
    return text;
}

/// The last line, from 1, that begins an element of this id, else the last that refers to one; 0: none does.
int line_of_id(const std::string& file, const std::string& id) {
    std::ifstream in{file};
    std::string line;
    int element = 0;
    int reference = 0;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.find("id=\"" + id + '"') == std::string::npos && line.find("id='" + id + "'") == std::string::npos)
            continue;
        (line.find("link_ctn") == std::string::npos ? element : reference) = number;
    }
    return element > 0 ? element : reference;
}

/// Where the platform begins.
int first_line_of_platform(const std::string& file) {
    std::ifstream in{file};
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.find("<platform") != std::string::npos) return number;
    }
    return 1;
}

/// What a message names first: in quotes, or behind a colon.
std::string name_in(const std::string& message) {
    for (const char quote : {'"', '\''}) {
        const auto begin = message.find(quote);
        const auto end = begin == std::string::npos ? begin : message.find(quote, begin + 1);
        if (end != std::string::npos) return message.substr(begin + 1, end - begin - 1);
    }
    const auto colon = message.rfind(": ");
    return colon == std::string::npos ? std::string{} : message.substr(colon + 2);
}

/// Where the file speaks of what the message names, else where it begins to speak of a platform.
int line_of(const std::string& file, const std::string& message) {
    const int line = line_of_id(file, name_in(message));
    return line > 0 ? line : first_line_of_platform(file);
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// SimGrid says "Parse error at FILE:LINE: ..." of some mistakes, and of others only what they are.
Problem problem_of(const std::string& file, const std::string& message) {
    Problem problem{file, 0, 0, first_line(message)};
    const std::string opening = "Parse error at " + file + ':';
    if (!problem.message.starts_with(opening)) {
        problem.line = line_of(file, problem.message);
        return problem;
    }
    const std::string rest = problem.message.substr(opening.size());
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), problem.line);
    const auto begin = rest.find_first_not_of(": ", static_cast<std::size_t>(read.ptr - rest.data()));
    problem.message = "SimGrid refuses it: " + (begin == std::string::npos ? message : rest.substr(begin));
    return problem;
}

/// What SimGrid says before it aborts, which it breaks into lines, between its own brackets and a list of functions.
std::string last_words(std::string chatter) {
    chatter.resize(std::min(chatter.find("Backtrace"), chatter.size()));
    if (const auto bracket = chatter.rfind("CRITICAL] "); bracket != std::string::npos) chatter.erase(0, bracket + 10);
    while (chatter.ends_with('\n') || chatter.ends_with(' ')) chatter.pop_back();
    std::replace(chatter.begin(), chatter.end(), '\n', ' ');
    return chatter;
}

/// SimGrid has ended the process that asked it.
Problem problem_of_death(const std::string& file, const WorkerReport& report) {
    if (!report.frames.last_step().empty()) return problem_of(file, report.frames.last_step());
    const std::string said = report.chatter.empty() ? report.death : last_words(report.chatter);
    return {file, first_line_of_platform(file), 0, "SimGrid refuses it: " + said};
}

}  // namespace

PlatformError::PlatformError(std::vector<Problem> problems)
    : std::runtime_error{text_of(problems)}, problems_{std::move(problems)} {}

void check_platform(const Scenario& scenario) {
    const Infrastructure& machines = scenario.infrastructure;
    if (!machines.platform) return;
    const std::string& file = *machines.platform;
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) throw PlatformError{{{file, 0, 0, "there is no such file"}}};

    CheckPlatform* const check = plugin().check_platform;
    const std::vector<WayNeeded> ways = ways_needed(scenario);
    const WorkerReport report = run_worker([&](int fd) { check(machines, ways, fd); }, nullptr);
    std::vector<Problem> problems;
    for (const std::string& problem : report.frames.problems()) problems.push_back(problem_of(file, problem));
    if (!report.frames.is_done()) problems.push_back(problem_of_death(file, report));
    if (!problems.empty()) throw PlatformError{std::move(problems)};
}

}  // namespace floorwalker::infra
