#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <floorwalker/scenario_file.hpp>

namespace floorwalker::scenario {

/// Where something was written: in the scenario file, or in an override from the command line.
struct Place {
    int line = 0;
    int column = 0;
    int override_number = -1;  ///< which `--set`, from 0; -1: the file
};

/// Collects the mistakes of one scenario, or the remarks on it.
class Problems {
public:
    /// Each override as "path=value".
    explicit Problems(std::string origin, std::vector<std::string> overrides = {});

    /// The same mistakes so far, of a scenario with these overrides.
    Problems with(std::vector<std::string> overrides) const;

    void add(Place place, std::string message);
    /// In another file that the scenario names.
    void add_in_file(const std::string& file, int line, std::string message);

    /// The override at that place as "path=value"; empty when it is in the file.
    std::string_view override_text(Place place) const;

    std::size_t size() const { return found_.size() + left_out_; }

    /// More would not be kept, only counted.
    bool full() const;

    /// All of them in the order of the file, then overrides, then other files.
    std::vector<Problem> in_order() const;

    /// Throws ScenarioError with all of them in order; returns when there are none.
    void throw_if_any() const;

private:
    struct Found {
        int rank;  ///< 0: the scenario, then the overrides one by one, then other files
        Problem problem;
    };

    void keep(int rank, Problem problem);

    std::string origin_;
    std::vector<std::string> overrides_;
    std::vector<Found> found_;
    std::size_t left_out_ = 0;
};

}  // namespace floorwalker::scenario
