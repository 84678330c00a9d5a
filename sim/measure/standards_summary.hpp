#pragma once

#include <vector>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/measure/estimate.hpp"
#include "sim/measure/standards_tally.hpp"

/// Brings together what replications say of service standards.
namespace floorwalker::measure {

class StandardsSummary {
public:
    explicit StandardsSummary(const Scenario& scenario);

    void add(const StandardsTally& tally);
    std::vector<StandardResult> results(double confidence) const;

private:
    struct Sums {
        RatioEstimator cases;
        RatioEstimator kept;

        void add(const StandardsTally::Count& count);
        StandardResult::Compliance compliance(double confidence) const;
    };

    std::vector<StandardResult> blank_;  // without figures
    std::size_t groups_ = 0;
    std::vector<Sums> sums_;  // by standard: overall, then by group
};

}  // namespace floorwalker::measure
