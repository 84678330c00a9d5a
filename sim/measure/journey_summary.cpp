#include "sim/measure/journey_summary.hpp"

#include <cmath>
#include <utility>

namespace floorwalker::measure {
namespace {

constexpr double kMicrosecondsPerSecond = 1e6;
constexpr double kMicrosecondsPerHour = 3.6e9;

void count(RatioEstimator& estimator, std::int64_t value) { estimator.add(static_cast<double>(value), 1); }

void ratio(RatioEstimator& estimator, std::int64_t part, std::int64_t whole) {
    estimator.add(static_cast<double>(part), static_cast<double>(whole));
}

/// Of √x, by the delta method.
Estimate root(Estimate estimate) {
    if (!estimate.mean) return {};
    const double mean = std::sqrt(*estimate.mean);
    if (estimate.half_width && mean > 0) return {mean, *estimate.half_width / (2 * mean)};
    return {mean, estimate.half_width};
}

double hours_on_the_floor(const BatchTotals& all, const std::vector<GroupId>& groups) {
    double us = 0;
    for (const GroupId group : groups) {
        const Totals& totals = all.groups[index(group)];
        us += totals.present_us();
    }
    return us / kMicrosecondsPerHour;
}

}  // namespace

IvrSummary::IvrSummary(const IvrFlow& flow) : id_{flow.id}, nodes_(flow.nodes.size()) {
    for (const IvrNode& node : flow.nodes) node_ids_.push_back(node.id);
}

void IvrSummary::add(const IvrTally& tally) {
    count(entered_, tally.entered);
    count(contained_, tally.contained);
    count(gave_up_, tally.gave_up);
    count(not_served_, tally.not_served);
    count(wants_agent_, tally.wants_agent);
    ratio(contained_share_, tally.contained, tally.entered);
    ratio(gave_up_share_, tally.gave_up, tally.entered);
    ratio(not_served_share_, tally.not_served, tally.entered);
    ratio(wants_agent_share_, tally.wants_agent, tally.entered);
    mean_s_.add(static_cast<double>(tally.spent_us) / kMicrosecondsPerSecond, static_cast<double>(tally.entered));
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        count(nodes_[n].visits, tally.visits[n]);
        ratio(nodes_[n].share, tally.visits[n], tally.entered);
    }
}

IvrResult IvrSummary::result(double confidence) const {
    IvrResult result;
    result.id = id_;
    result.entered = entered_.estimate(confidence);
    result.contained = contained_.estimate(confidence);
    result.gave_up = gave_up_.estimate(confidence);
    result.not_served = not_served_.estimate(confidence);
    result.wants_agent = wants_agent_.estimate(confidence);
    result.contained_share = contained_share_.estimate(confidence);
    result.gave_up_share = gave_up_share_.estimate(confidence);
    result.not_served_share = not_served_share_.estimate(confidence);
    result.wants_agent_share = wants_agent_share_.estimate(confidence);
    result.mean_s = mean_s_.estimate(confidence);
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        result.nodes.push_back(
            {node_ids_[n], nodes_[n].visits.estimate(confidence), nodes_[n].share.estimate(confidence)});
    }
    return result;
}

void CampaignSummary::add(const CampaignTally& tally, double agent_hours) {
    count(dials_, tally.dials);
    count(answered_, tally.answered);
    ratio(answer_share_, tally.answered, tally.dials);
    count(right_party_, tally.right_party);
    count(mismatches_, tally.mismatches);
    ratio(mismatch_share_, tally.mismatches, tally.answered);
    count(talked_, tally.answered - tally.mismatches);
    talked_per_agent_hour_.add(static_cast<double>(tally.answered - tally.mismatches), agent_hours);
}

CampaignResult CampaignSummary::result(double confidence) const {
    return {.id = id_,
            .dials = dials_.estimate(confidence),
            .answered = answered_.estimate(confidence),
            .answer_share = answer_share_.estimate(confidence),
            .right_party = right_party_.estimate(confidence),
            .mismatches = mismatches_.estimate(confidence),
            .mismatch_share = mismatch_share_.estimate(confidence),
            .talked = talked_.estimate(confidence),
            .talked_per_agent_hour = talked_per_agent_hour_.estimate(confidence)};
}

void WaitErrorSummary::add(const WaitErrors& errors) {
    const auto contacts = static_cast<double>(errors.contacts);
    contacts_.add(contacts, 1);
    error_s_.add(static_cast<double>(errors.error_us) / kMicrosecondsPerSecond, contacts);
    squares_.add(errors.squares_s2, contacts);
    wait_s_.add(static_cast<double>(errors.wait_us) / kMicrosecondsPerSecond, contacts);
}

std::optional<WaitEstimateResult> WaitErrorSummary::result(std::string call_type, WaitEstimator estimator,
                                                           double confidence) const {
    const Estimate contacts = contacts_.estimate(confidence);
    if (contacts.mean.value_or(0) <= 0) return std::nullopt;
    return WaitEstimateResult{.call_type = std::move(call_type),
                              .estimator = estimator,
                              .contacts = contacts,
                              .mean_error_s = error_s_.estimate(confidence),
                              .rmse_s = root(squares_.estimate(confidence)),
                              .mean_wait_s = wait_s_.estimate(confidence)};
}

JourneySummary::JourneySummary(const Scenario& scenario) : wait_errors_(scenario.call_types.size()) {
    for (const IvrFlow& flow : scenario.flows) ivr_.emplace_back(flow);
    for (const Campaign& campaign : scenario.campaigns) campaigns_.emplace_back(campaign.id);
    for (const CallType& type : scenario.call_types) call_type_ids_.push_back(type.id);
}

void JourneySummary::add(const Recorder& recorder, const BatchTotals& all) {
    for (std::size_t f = 0; f < ivr_.size(); ++f) ivr_[f].add(recorder.ivr()[f]);
    for (std::size_t c = 0; c < campaigns_.size(); ++c) {
        campaigns_[c].add(recorder.campaigns()[c], hours_on_the_floor(all, recorder.settings().campaign_groups[c]));
    }
    for (std::size_t t = 0; t < wait_errors_.size(); ++t) {
        for (std::size_t e = 0; e < kWaitEstimators; ++e)
            wait_errors_[t][e].add(recorder.wait_accuracy().errors()[t][e]);
    }
}

void JourneySummary::fill(RunResult& result, double confidence) const {
    for (const IvrSummary& flow : ivr_) result.ivr.push_back(flow.result(confidence));
    for (const CampaignSummary& campaign : campaigns_) result.campaigns.push_back(campaign.result(confidence));
    for (std::size_t t = 0; t < wait_errors_.size(); ++t) {
        for (std::size_t e = 0; e < kWaitEstimators; ++e) {
            auto errors = wait_errors_[t][e].result(call_type_ids_[t], static_cast<WaitEstimator>(e), confidence);
            if (errors) result.wait_estimates.push_back(*std::move(errors));
        }
    }
}

}  // namespace floorwalker::measure
