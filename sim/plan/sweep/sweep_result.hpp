#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/results.hpp>

#include "sim/plan/experiment/better.hpp"
#include "sim/store/sweep/sweep_definition.hpp"

namespace floorwalker::store {
class SweepStore;
}

/// What has come of a sweep, worked out from what is kept and nothing else, in its order: the same bits for any number
/// of threads, machines and interruptions.
namespace floorwalker::plan {

struct SweepMetric {
    std::string name;  ///< "group.front.occupancy"
    Kpi kpi{};
    Better better = Better::neither;
};

struct SweepInput {
    std::string path;
    std::string label;        ///< short: "front.agents"
    bool is_numeric = false;  ///< all its values are numbers, durations or shares
};

struct SweepVariant {
    std::vector<std::string> values;  ///< of the inputs
    std::int64_t replications = 0;    ///< kept
    std::vector<Estimate> metrics;
};

/// How a metric moves with one input, on average over all other inputs.
struct MainEffect {
    struct Level {
        std::string value;      ///< "50", or "50 – 60" when values are brought together
        double position = 0.0;  ///< of a numeric input: the value, or the mean of several; durations in seconds
        std::int64_t variants = 0;
        double mean = 0.0;  ///< of the variants' means
    };

    std::size_t input = 0;
    std::size_t metric = 0;
    std::vector<Level> levels;  ///< numeric ones from low to high; those without a mean are left out

    /// Between the level with the highest mean and the one with the lowest.
    double range() const;
    /// From the lowest level of a numeric input to the highest.
    double rise() const;
};

struct SweepResult {
    store::SweepDefinition definition;
    store::Shard shard;
    std::vector<SweepInput> inputs;
    std::vector<SweepMetric> metrics;
    std::vector<SweepVariant> variants;  ///< by number; all of them, also those of which nothing is kept
    std::vector<MainEffect> effects;     ///< by input, then metric
    std::int64_t jobs = 0;               ///< replications of all variants
    std::int64_t kept = 0;
    double confidence = 0.95;
    std::uint64_t digest = 0;  ///< of all that is kept

    bool is_complete() const { return kept == jobs; }
    /// The variant with the best mean; none where nothing is better than anything, or nothing is kept.
    std::optional<std::size_t> best(std::size_t metric) const;
};

/// Of a sweep that has begun.
SweepResult result_of(store::SweepStore& store, double confidence = 0.95);

}  // namespace floorwalker::plan
