#include "sim/scenario/text/problems.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace floorwalker {
namespace {

std::string all_lines(const std::vector<Problem>& problems) {
    std::string text;
    for (const auto& problem : problems) text += (text.empty() ? "" : "\n") + format_problem(problem);
    return text;
}

}  // namespace

std::string format_problem(const Problem& problem) {
    std::string place = problem.file;
    if (problem.line > 0) place += fmt::format(":{}", problem.line);
    if (problem.line > 0 && problem.column > 0) place += fmt::format(":{}", problem.column);
    return place.empty() ? problem.message : place + ": " + problem.message;
}

ScenarioError::ScenarioError(std::vector<Problem> problems)
    : std::runtime_error{all_lines(problems)}, problems_{std::move(problems)} {}

namespace scenario {
namespace {

/// More would not be read, and a file of noise has millions.
constexpr std::size_t kMostProblems = 1000;

/// After the scenario and all overrides.
constexpr int kOtherFiles = std::numeric_limits<int>::max();

}  // namespace

Problems::Problems(std::string origin, std::vector<std::string> overrides)
    : origin_{std::move(origin)}, overrides_{std::move(overrides)} {}

Problems Problems::with(std::vector<std::string> overrides) const {
    Problems problems = *this;
    problems.overrides_ = std::move(overrides);
    return problems;
}

void Problems::add(Place place, std::string message) {
    if (place.override_number < 0) {
        keep(0, {origin_, place.line, place.column, std::move(message)});
    } else {
        keep(1 + place.override_number, {fmt::format("--set {}", override_text(place)), 0, 0, std::move(message)});
    }
}

std::string_view Problems::override_text(Place place) const {
    const auto number = static_cast<std::size_t>(place.override_number);
    return place.override_number >= 0 && number < overrides_.size() ? std::string_view{overrides_[number]}
                                                                    : std::string_view{};
}

void Problems::add_in_file(const std::string& file, int line, std::string message) {
    keep(kOtherFiles, {file, line, 0, std::move(message)});
}

void Problems::keep(int rank, Problem problem) {
    if (!full()) {
        found_.push_back({rank, std::move(problem)});
    } else {
        ++left_out_;
    }
}

bool Problems::full() const { return found_.size() >= kMostProblems; }

std::vector<Problem> Problems::in_order() const {
    auto sorted = found_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Found& a, const Found& b) {
        // Other files stay in the order in which they were read.
        if (a.rank == kOtherFiles || b.rank == kOtherFiles) return a.rank < b.rank;
        return std::tuple{a.rank, a.problem.line, a.problem.column} <
               std::tuple{b.rank, b.problem.line, b.problem.column};
    });
    std::vector<Problem> problems;
    problems.reserve(sorted.size() + 1);
    for (auto& found : sorted) problems.push_back(std::move(found.problem));
    if (left_out_ > 0) problems.push_back({origin_, 0, 0, fmt::format("… and {} more mistakes", left_out_)});
    return problems;
}

void Problems::throw_if_any() const {
    if (!found_.empty()) throw ScenarioError{in_order()};
}

}  // namespace scenario
}  // namespace floorwalker
