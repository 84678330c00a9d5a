#pragma once

#include <array>
#include <vector>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/measure/estimate.hpp"
#include "sim/measure/recorder.hpp"

/// Brings together what replications say of quality monitoring.
namespace floorwalker::measure {

/// A figure of all replications together, whose half-width comes from how it varies over them (sectioning: Asmussen
/// and Glynn, "Stochastic Simulation", 2007, section III.5a).
class PooledFigure {
public:
    void add_replication(std::optional<double> value) {
        if (value) of_replications_.add(*value, 1.0);
    }
    Estimate estimate(std::optional<double> pooled, double confidence) const {
        return {pooled, pooled ? of_replications_.estimate(confidence).half_width : std::nullopt};
    }

private:
    RatioEstimator of_replications_;
};

class QualitySummary {
public:
    explicit QualitySummary(const Scenario& scenario);

    void add(const Recorder& recorder);
    void fill(RunResult& result, double confidence) const;

private:
    /// All samples, or those before or after the first meeting.
    class Stage {
    public:
        void add(const QualityTally& tally);
        QualityResult result(double confidence) const;

    private:
        RatioEstimator samples_, missed_, score_, quality_;
        SpreadSums spread_sums_;
        PairSums with_customers_;
        PooledFigure spread_, correlation_;
    };

    bool is_on_ = false;
    bool is_calibrated_ = false;
    Stage all_;
    std::array<Stage, 2> stages_;
    PairSums of_agents_;
    PooledFigure agent_correlation_;
};

}  // namespace floorwalker::measure
