#pragma once

#include <array>
#include <string>
#include <vector>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/measure/estimate.hpp"
#include "sim/measure/recorder.hpp"

/// Brings together what replications say of IVR flows, campaigns and estimated waits.
namespace floorwalker::measure {

class IvrSummary {
public:
    explicit IvrSummary(const IvrFlow& flow);

    void add(const IvrTally& tally);
    IvrResult result(double confidence) const;

private:
    struct Node {
        RatioEstimator visits;
        RatioEstimator share;
    };

    std::string id_;
    std::vector<std::string> node_ids_;
    RatioEstimator entered_, contained_, gave_up_, not_served_, wants_agent_, mean_s_;
    RatioEstimator contained_share_, gave_up_share_, not_served_share_, wants_agent_share_;
    std::vector<Node> nodes_;
};

class CampaignSummary {
public:
    explicit CampaignSummary(std::string id) : id_{std::move(id)} {}

    /// `agent_hours` are those on the floor of all who could talk to its customers.
    void add(const CampaignTally& tally, double agent_hours);
    CampaignResult result(double confidence) const;

private:
    std::string id_;
    RatioEstimator dials_, answered_, answer_share_, right_party_, mismatches_, mismatch_share_, talked_;
    RatioEstimator talked_per_agent_hour_;
};

/// Of one call type and estimator.
class WaitErrorSummary {
public:
    void add(const WaitErrors& errors);
    /// None when no contact was given an estimate.
    std::optional<WaitEstimateResult> result(std::string call_type, WaitEstimator estimator, double confidence) const;

private:
    RatioEstimator contacts_, error_s_, squares_, wait_s_;
};

class JourneySummary {
public:
    explicit JourneySummary(const Scenario& scenario);

    /// A finished recorder, and the sum of its batches.
    void add(const Recorder& recorder, const BatchTotals& all);
    void fill(RunResult& result, double confidence) const;

private:
    std::vector<IvrSummary> ivr_;
    std::vector<CampaignSummary> campaigns_;
    std::vector<std::string> call_type_ids_;
    std::vector<std::array<WaitErrorSummary, kWaitEstimators>> wait_errors_;  // by call type
};

}  // namespace floorwalker::measure
