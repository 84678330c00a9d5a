#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/scenario.hpp>

#include "sim/plan/compare/comparison.hpp"
#include "sim/plan/experiment/metric.hpp"
#include "sim/plan/precision/precision.hpp"
#include "sim/plan/select/ranking.hpp"
#include "sim/plan/select/selection.hpp"

/// Sends the same customers through several scenarios.
namespace floorwalker::plan {

struct VariantToCompare {
    std::string name;
    std::shared_ptr<const Scenario> scenario;
    std::vector<Metric> metrics;  ///< the same ones in all variants; their places may differ
};

/// By which metric variants are ranked.
struct RankBy {
    std::size_t metric = 0;  ///< its place among the metrics
    bool largest_is_best = true;
};

struct ComparisonOptions {
    std::uint64_t seed = 1;
    std::int64_t most_replications = 20;
    std::int64_t least_replications = kLeastReplications;
    double confidence = 0.95;
    unsigned threads = 0;
    /// Goes on until the differences of these metrics are so precise; relative goals are relative to the base. Places
    /// among the metrics, in the order of the goals.
    std::vector<PrecisionGoal> precision{};
    std::vector<std::size_t> precise_metrics{};
    RankBy rank_by{};
    std::optional<double> indifference{};  ///< goes on until the best by that metric is found; see SelectionOptions
    const std::atomic<bool>* stop = nullptr;
    std::function<void(std::int64_t finished, std::int64_t most)> on_progress{};  ///< replications of variants
};

enum class ComparisonEnd : std::uint8_t {
    all_done,  ///< all replications that were asked for
    precise,   ///< the precision asked for is reached
    best_found,
    out_of_replications,  ///< neither, with as many replications as were allowed
    stopped,
};

struct ComparisonRun {
    ComparisonEnd end = ComparisonEnd::all_done;
    std::int64_t replications = 0;  ///< rows: the most that any variant had
    ComparisonResult result;
    std::vector<std::uint64_t> digests;  ///< by variant, of its replications in order
    std::vector<std::size_t> order{};    ///< variants from the best to the worst
    /// By variant: whether it may be the best. One alone that may is the best with the confidence of the run.
    std::vector<bool> may_be_best{};
    std::vector<Candidate> candidates{};  ///< by variant, when the best was looked for
};

/// The result is the same for any number of threads: what is decided on the way is decided on replications in order.
/// Throws std::invalid_argument when a scenario breaks a rule.
ComparisonRun run_comparison(const std::vector<VariantToCompare>& variants, const ComparisonOptions& options);

}  // namespace floorwalker::plan
