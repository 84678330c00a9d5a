#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/plan/design/points.hpp"
#include "sim/plan/experiment/variant.hpp"
#include "sim/plan/experiment/work.hpp"
#include "sim/store/sweep/sweep_definition.hpp"

/// A sweep: one scenario with some of its keys varied, and the same customers in each variant.
namespace floorwalker::plan {

/// As it is asked for.
struct SweepRequest {
    std::filesystem::path scenario;
    std::vector<std::string> overrides = {};  ///< of all variants
    std::optional<std::filesystem::path> decisions = {};
    std::vector<std::string> vary = {};  ///< each "key=from:to[:step]" or "key=a,b,c"
    Design design = Design::grid;
    std::optional<std::int64_t> points = {};        ///< of latin and sobol
    std::vector<std::string> metrics = {};          ///< none: those that a planner asks for first
    std::optional<std::int64_t> replications = {};  ///< of each variant; none: the scenario's
    std::optional<std::uint64_t> seed = {};
};

/// A replication of a variant, both from 0.
struct JobNumber {
    std::int64_t variant = 0;
    std::int64_t replication = 0;

    friend bool operator==(const JobNumber&, const JobNumber&) = default;
};

/// All that a sweep is, read from its files once. Immutable; several threads may ask at once. The same request over the
/// same files is the same plan, on any machine.
class SweepPlan {
public:
    /// Throws BadRequest or ScenarioError.
    explicit SweepPlan(const SweepRequest& request);

    const VariantSource& source() const { return source_; }
    const Points& points() const { return points_; }
    const std::vector<Input>& inputs() const { return points_.inputs(); }
    const std::vector<Metric>& metrics() const { return *metrics_; }
    std::int64_t variants() const { return points_.size(); }
    std::int64_t replications() const { return replications_; }
    std::int64_t jobs() const { return variants() * replications(); }
    std::uint64_t seed() const { return seed_; }

    Variant variant(std::int64_t number) const;

    /// What jobs of that variant run. A variant whose scenario is refused throws BadRequest that names it.
    std::shared_ptr<RunnableVariant> runnable(std::int64_t variant) const;

    /// Throws BadRequest for the first variant whose scenario is refused. `look` is called after each; it may throw
    /// too.
    void check_variants(const std::function<void(std::int64_t checked)>& look = {}) const;

    store::SweepDefinition definition() const;

private:
    Scenario scenario_of(std::int64_t variant) const;

    VariantSource source_;
    std::uint64_t seed_;
    std::int64_t replications_;
    Points points_;
    std::shared_ptr<const std::vector<Metric>> metrics_;
    std::vector<std::string> varied_;  // as written, without the path
    std::vector<std::string> labels_;
};

}  // namespace floorwalker::plan
