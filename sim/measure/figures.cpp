#include "sim/measure/figures.hpp"

#include <array>

namespace floorwalker::measure {

std::vector<Figure> figures_of(const IvrResult& flow) {
    return {{"entered", flow.entered},
            {"contained", flow.contained},
            {"gave_up", flow.gave_up},
            {"not_served", flow.not_served},
            {"wants_agent", flow.wants_agent},
            {"contained_share", flow.contained_share},
            {"gave_up_share", flow.gave_up_share},
            {"not_served_share", flow.not_served_share},
            {"wants_agent_share", flow.wants_agent_share},
            {"mean_s", flow.mean_s}};
}

std::vector<Figure> figures_of(const IvrResult::Node& node) { return {{"visits", node.visits}, {"share", node.share}}; }

std::vector<Figure> figures_of(const CampaignResult& campaign) {
    return {{"dials", campaign.dials},
            {"answered", campaign.answered},
            {"answer_share", campaign.answer_share},
            {"right_party", campaign.right_party},
            {"mismatches", campaign.mismatches},
            {"mismatch_share", campaign.mismatch_share},
            {"talked", campaign.talked},
            {"talked_per_agent_hour", campaign.talked_per_agent_hour}};
}

std::vector<Figure> figures_of(const WaitEstimateResult& estimate) {
    return {{"contacts", estimate.contacts},
            {"mean_error_s", estimate.mean_error_s},
            {"rmse_s", estimate.rmse_s},
            {"mean_wait_s", estimate.mean_wait_s}};
}

std::vector<Figure> figures_of(const QualityResult& quality) {
    return {{"samples", quality.samples},
            {"missed", quality.missed},
            {"score", quality.score},
            {"quality", quality.quality},
            {"spread", quality.spread},
            {"correlation", quality.correlation},
            {"agent_correlation", quality.agent_correlation}};
}

std::vector<Figure> figures_of(const RiskCell& cell) {
    return {{"impact", {cell.impact, std::nullopt}},
            {"likelihood", {cell.likelihood, std::nullopt}},
            {"risk", {cell.risk, std::nullopt}},
            {"frequency", cell.frequency}};
}

std::vector<Figure> figures_of(const StandardResult::Compliance& compliance) {
    return {{"cases", compliance.cases}, {"kept", compliance.kept}};
}

std::vector<Figure> figures_of(const ServerResult& server) {
    return {{"look_ups", server.look_ups},
            {"failed", server.failed},
            {"failed_share", server.failed_share},
            {"given_up", server.given_up},
            {"tries", server.tries},
            {"response_s", server.response_s},
            {"response_p50_s", server.response_p50_s},
            {"response_p90_s", server.response_p90_s},
            {"response_p95_s", server.response_p95_s},
            {"response_p99_s", server.response_p99_s},
            {"work_alone_s", server.work_alone_s},
            {"utilisation", server.utilisation},
            {"present", server.present},
            {"most_present", server.most_present},
            {"down_hours", server.down_hours},
            {"slow_hours", server.slow_hours}};
}

std::vector<Figure> figures_of(const ServerResult::Interval& interval) {
    return {{"look_ups", interval.look_ups},
            {"failed", interval.failed},
            {"response_s", interval.response_s},
            {"utilisation", interval.utilisation},
            {"present", interval.present}};
}

std::vector<Figure> figures_of(const MachineResult& machine) {
    return {{"down_hours", machine.down_hours}, {"slow_hours", machine.slow_hours}};
}

std::vector<Figure> figures_of(const MachineResults& machines) { return {{"paper_open", machines.paper_open}}; }

std::vector<Figure> sum_of_risks(double risk) { return {{"risk", {risk, std::nullopt}}}; }

}  // namespace floorwalker::measure

namespace floorwalker {

std::string_view name_of(WaitEstimator estimator) {
    static constexpr std::array<std::string_view, kWaitEstimators> kNames{"last_wait", "moving_average", "queue_length",
                                                                          "head_wait"};
    return kNames.at(static_cast<std::size_t>(estimator));
}

}  // namespace floorwalker
