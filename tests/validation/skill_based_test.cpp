#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/experiment.hpp"

/// sim2skill: a published long run of a centre with two call types, specialists for each and generalists for both,
/// whose freed generalists weigh the waits of the two queue heads.
namespace floorwalker::validation {
namespace {

/// Per minute: arrivals 6 and 2; 3 and 2 specialists with mean talk times 1 and 0.8 min, 4 generalists with 1.6 min for
/// either; patience exponential with means 2 and 3.2 min; a generalist takes the larger of 3 w₀ and 0.8 w₁. A call
/// takes a specialist before a generalist.
Scenario sim2skill(std::int64_t measured_days) {
    Scenario scenario = round_the_clock(6 * 60, exponential(60), 3, measured_days);
    scenario.centre.answer_target.within = 19'800ms;
    // The published level of both types, 57.41 %, lies between theirs by their shares of answered and long-waiting lost
    // calls; of all offered, 3 to 1, it would be 57.08 %.
    scenario.centre.service_level = ServiceLevelVariant::abandon_in_target_ignored;
    CallType& first = only_type(scenario);
    first.patience = exponential(120);
    first.groups = {GroupId{0}, GroupId{2}};
    first.weight = 3;
    scenario.call_types.push_back(call_type("second", {2 * 60}, exponential(48), exponential(192)));
    scenario.call_types.back().groups = {GroupId{1}, GroupId{2}};
    scenario.call_types.back().weight = 0.8;
    scenario.groups = {group("specialists 1", {3}, {0}), group("specialists 2", {2}, {1}), group("both", {4}, {0, 1})};
    Group& generalists = scenario.groups.back();
    generalists.take = ContactChoice::weighted_wait;
    generalists.skills[CallTypeId{0}] = 1 / 1.6;    // 60 s × 1.6 = 96 s
    generalists.skills[CallTypeId{1}] = 0.8 / 1.6;  // 48 s × 2 = 96 s
    return scenario;
}

constexpr double kHalfDigit = 5e-5;  // of a percentage with two decimals

}  // namespace

TEST_CASE("sim2skill: generalists take the larger of weighted waits", "[validation][slow]") {
    const RunResult run = floorwalker::run(sim2skill(100), options(611, 20));
    const auto of_type = [&](std::size_t type, Kpi kpi) { return simulated(run, run.call_types[type].kpis, kpi); };
    const auto of_group = [&](std::size_t group) { return simulated(run, run.groups[group].kpis, Kpi::occupancy); };
    // 57.41 % [57.34, 57.48]
    compare("service level", rounded(0.5741, 0.0007, kHalfDigit), simulated(run, Kpi::service_level), 0.005);
    compare("service level of type 1", exact(0.5083, kHalfDigit), of_type(0, Kpi::service_level), 0.005);
    compare("service level of type 2", exact(0.7584, kHalfDigit), of_type(1, Kpi::service_level), 0.005);
    compare("abandonment of type 1", exact(0.1891, kHalfDigit), of_type(0, Kpi::abandonment), 0.01);
    compare("abandonment of type 2", exact(0.0675, kHalfDigit), of_type(1, Kpi::abandonment), 0.01);
    compare("occupancy of specialists 1", exact(0.9343, kHalfDigit), of_group(0), 0.002);
    compare("occupancy of specialists 2", exact(0.6429, kHalfDigit), of_group(1), 0.002);
    compare("occupancy of generalists", exact(0.9287, kHalfDigit), of_group(2), 0.002);
}

}  // namespace floorwalker::validation
