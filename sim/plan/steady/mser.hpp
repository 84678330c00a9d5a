#pragma once

#include <cstddef>
#include <optional>
#include <vector>

/// Where the start of a simulation stops to matter.
namespace floorwalker::plan {

struct Truncation {
    std::size_t cut = 0;          ///< so many values at the start are left out
    double standard_error = 0.0;  ///< √ of the statistic at the cut
    /// None of the later half was better to cut at: else the series is too short to tell.
    bool is_reliable = false;
};

/// MSER (White, "An effective truncation heuristic for bias reduction in simulation output", Simulation 69, 1997): of
/// all cuts d it takes the one with the smallest
///
///   Σ_{i>d} (Yᵢ − Ȳ_d)² / (n − d)²,
///
/// the squared standard error of the mean of what is left, were the values independent: values that are far off at the
/// start raise it, and so do values thrown away. MSER-5 is the same over means of five values; `batch` says how many.
/// None: fewer than five batches.
std::optional<Truncation> mser(const std::vector<double>& series, std::size_t batch = 1);

}  // namespace floorwalker::plan
