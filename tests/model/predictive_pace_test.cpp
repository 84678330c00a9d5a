#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/journeys.hpp"

/// A predictive dialer finds the pace at which the share of answered calls without an agent stays near its limit.
namespace floorwalker::model {
namespace {

using namespace support;

// 30 agents talk for two minutes on average; of the numbers dialled 35 % answer, after 18 s on average.
Scenario calling_out(double limit, Dialer dialer = Dialer::predictive) {
    Scenario scenario = quiet_day(10);
    add_type(scenario, "a", 0s);
    scenario.call_types.front().talk = exponential(120);
    add_group(scenario, group("all", {30}, {0}));
    Campaign campaign;
    campaign.id = "out";
    campaign.list = 1'000'000;
    campaign.dialer = dialer;
    campaign.ring = exponential(18);
    campaign.reached = {0.35};
    campaign.abandonment_limit = limit;
    scenario.campaigns.push_back(campaign);
    return scenario;
}

CampaignResult campaign_of(const Scenario& scenario) { return run(scenario, {.replications = 10}).campaigns.front(); }

}  // namespace

TEST_CASE("predictive: calls without an agent stay near the limit", "[model][outbound][slow]") {
    // A day of ten hours brings some 8,000 answered calls; ten days tell shares of a few per cent to 0.2 %.
    double talked_before = *campaign_of(calling_out(0.03, Dialer::progressive)).talked.mean;
    for (const double limit : {0.01, 0.03, 0.08}) {
        const CampaignResult result = campaign_of(calling_out(limit));
        INFO("limit " << limit << ", mismatches " << *result.mismatch_share.mean << ", talked " << *result.talked.mean);
        CHECK(*result.mismatch_share.mean > 0.5 * limit);
        CHECK(*result.mismatch_share.mean < 1.25 * limit);
        // A higher limit lets the agents wait less, and any is more than dialling one by one.
        CHECK(*result.talked.mean > talked_before);
        talked_before = *result.talked.mean;
    }
}

TEST_CASE("predictive: the first day keeps the limit, beside inbound", "[model][outbound][slow]") {
    // Half the agents' time is inbound; a day brings some 700 answers.
    Scenario scenario = calling_out(0.03);
    scenario.groups.front().agents = {14};
    const CallTypeId inbound = add_type(scenario, "b", 0s);
    scenario.call_types[index(inbound)].talk = exponential(180);
    scenario.call_types[index(inbound)].arrivals.per_interval = {140};
    scenario.replay.reset();
    scenario.groups.front().skills[inbound] = 1.0;
    scenario.campaigns.front().free_agents = 4;
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const Estimate share = run(scenario, {.seed = seed, .replications = 30}).campaigns.front().mismatch_share;
        INFO("seed " << seed << ", mismatches " << *share.mean << " ± " << *share.half_width);
        CHECK(*share.mean - *share.half_width < 0.03);
    }
}

}  // namespace floorwalker::model
