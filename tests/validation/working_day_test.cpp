#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/empty_start.hpp"
#include "tests/validation/experiment.hpp"

/// Cases of a day that starts empty, with published figures per day: M1 and M2 (ContactCenters examples MMC and MMCAb),
/// S1 (SSJ tutorial CallCenter) and K1 (ContactCenters example SimpleMSK). All by P. L'Ecuyer, E. Buist and colleagues,
/// Université de Montréal. Each replication is a day.
namespace floorwalker::validation {
namespace {

constexpr std::int64_t kMmcDays = 5000;

// 4.2 calls a minute for 480 minutes, service at rate 0.5 a minute, 12 agents.
Scenario mmc() {
    Scenario scenario = one_day(16, 30min);
    scenario.call_types.push_back(call_type("calls", {4.2 * 30}, exponential(120)));
    scenario.groups.push_back(group("agents", {12}, {0}));
    return scenario;
}

// Agents talking ÷ agents present, both from opening to closing.
Simulated occupancy_while_open(const Experiment& e) {
    return ratio(
        e, [](const Replication& r) { return r.opening_hours.talking_us; },
        [](const Replication& r) { return r.opening_hours.talking_us + r.opening_hours.available_us; });
}

// 13 hours with 1660 expected calls, all times a busyness of mean 1 and shape a.
Scenario ssj_call_centre(double shape) {
    Scenario scenario = one_day(13, 1h);
    scenario.centre.busyness = Distribution{Gamma{shape, 1 / shape}, {}};
    // Mean 1000 s for the nine in ten who do not leave at once.
    CallType calls = call_type("calls", {100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60},
                               exponential(100), exponential(1000));
    calls.leave_at_once = 0.1;
    scenario.call_types.push_back(calls);
    scenario.groups.push_back(group("agents", {4, 6, 8, 8, 8, 7, 8, 8, 6, 6, 4, 4, 4}, {0}));
    return scenario;
}

// The tutorial counts a caller who gave up after less than 20 s among those who "waited less than 20 s", and divides
// the sums of a day by the expected number of calls.
void compare_ssj(const Experiment& e, const Published& waits, const Published& good, const Published& lost,
                 double precision) {
    constexpr double kExpectedCalls = 1660;
    const auto of_expected = [&](auto part) {
        return ratio(e, part, [](const Replication&) { return kExpectedCalls; });
    };
    compare("sum of waits ÷ 1660, s", waits,
            of_expected([](const Replication& r) { return (r.all.wait_answered_us + r.all.wait_lost_us) * 1e-6; }),
            precision);
    compare("waited < 20 s ÷ 1660", good,
            of_expected([](const Replication& r) { return r.all.answered_in_target + r.all.abandoned_in_target; }),
            precision);
    compare("lost ÷ 1660", lost, of_expected([](const Replication& r) { return r.all.abandoned; }), precision);
}

CallType simple_msk_type(std::string id, std::vector<double> per_minute, std::vector<GroupId> groups) {
    for (double& volume : per_minute) volume *= 120;  // minutes in a period
    CallType type = call_type(std::move(id), std::move(per_minute), exponential(60), exponential(60));
    // Service rates .5 .6 .4 a minute and patience rates .3 .4 .2, by period of arrival.
    type.handling_factor = {1 / 0.5, 1 / 0.6, 1 / 0.4};
    type.patience_factor = {1 / 0.3, 1 / 0.4, 1 / 0.2};
    type.groups = std::move(groups);
    return type;
}

Scenario simple_msk() {
    constexpr GroupId kFirst{0};
    constexpr GroupId kSecond{1};
    Scenario scenario = one_day(3, 2h);
    scenario.centre.busyness = Distribution{Gamma{28.7, 1 / 28.7}, {}};
    scenario.centre.service_level = ServiceLevelVariant::abandon_in_target_ignored;
    scenario.call_types.push_back(simple_msk_type("0", {4.2, 5.3, 3.2}, {kFirst}));
    scenario.call_types.push_back(simple_msk_type("1", {5.1, 4.3, 4.8}, {kFirst, kSecond}));
    scenario.call_types.push_back(simple_msk_type("2", {6.3, 5.2, 4.8}, {kSecond}));
    scenario.groups.push_back(group("0", {12, 18, 9}, {0, 1}));
    scenario.groups.push_back(group("1", {15, 20, 11}, {1, 2}));
    return scenario;
}

}  // namespace

// Published intervals [low, high] as centre ± half-width. 4.2 × 480 = 2016 calls a day. Means rounded to three decimals
// may be off by 0.0005 more.
TEST_CASE("M1: a day without abandonment", "[validation][slow]") {
    const Experiment e = experiment(mmc(), 301, kMmcDays);
    const Simulated in_target = mean(e, [](const Replication& r) { return r.all.answered_in_target; });
    compare("answered within 20 s, a day", estimated(1816.158, 3.540), in_target, 0.01);
    const Simulated asa = simulated(e.result, Kpi::asa_s);
    compare("mean wait, s", rounded(0.099 * 60, 0.0025 * 60, 0.0005 * 60), asa, 0.05);  // 0.099 min [0.097, 0.102]
    compare("occupancy over the 480 min", rounded(0.695, 0.0015, 0.0005), occupancy_while_open(e),
            0.01);  // [0.694, 0.697]

    const ExpectedDay day = EmptyStart{4.2, 0.5, 0, 12}.day(480);
    compare("mean wait, s, exact", exact(60 * day.queue / 2016), asa, 0.05);
    compare("occupancy, exact", exact(day.busy_while_open / (12 * 480)), occupancy_while_open(e), 0.01);
}

TEST_CASE("M2: a day with abandonment", "[validation][slow]") {
    Scenario scenario = mmc();
    only_type(scenario).patience = exponential(60);
    const Experiment e = experiment(scenario, 302, kMmcDays);
    const Simulated abandoned = simulated(e.result, Kpi::abandoned);
    compare("abandoned a day", estimated(58.609, 0.949), abandoned, 0.02);
    compare("mean wait of the answered, s", exact(0.024 * 60, 0.0005 * 60), simulated(e.result, Kpi::asa_s), 0.02);
    compare("occupancy over the 480 min", rounded(0.675, 0.0015, 0.0005), occupancy_while_open(e),
            0.01);  // [0.674, 0.677]

    const ExpectedDay day = EmptyStart{4.2, 0.5, 1, 12}.day(480);
    compare("abandoned a day, exact", exact(day.abandoned), abandoned, 0.02);
    compare("mean wait of all, s, exact", exact(60 * day.queue / 2016), simulated(e.result, Kpi::wait_all_s), 0.02);
    compare("occupancy, exact", exact(day.busy_while_open / (12 * 480)), occupancy_while_open(e), 0.01);
}

TEST_CASE("S1: days of little variation", "[validation][slow]") {
    // 4.713 [4.680, 4.746]; 0.925 [0.924, 0.925]: half a unit of the last digit; 0.020 is given without an interval.
    compare_ssj(experiment(ssj_call_centre(400), 303, 10'000), estimated(4.713, 0.033, 0.9),
                rounded(0.925, 0.0005, 0.0005, 0.9), exact(0.020, 5e-4), 0.02);
}

TEST_CASE("S1: days of great variation", "[validation]") {
    // [10.060, 13.608]; [0.844, 0.862]; [0.0311, 0.0374].
    compare_ssj(experiment(ssj_call_centre(10), 304, 2000), estimated(11.834, 1.774, 0.9),
                rounded(0.853, 0.009, 0.0005, 0.9), estimated(0.0342, 0.00315, 0.9), 0.15);
}

TEST_CASE("K1: three call types, two groups, overflow", "[validation][slow]") {
    const Experiment e = experiment(simple_msk(), 305, 2000);
    compare("served a day", estimated(4297.3, 27.15), simulated(e.result, Kpi::answered), 0.02);
    compare("abandoned a day", estimated(910.3, 34.2), simulated(e.result, Kpi::abandoned), 0.05);
    // [0.494, 0.509]
    compare("service level", rounded(0.501, 0.0075, 0.0005), simulated(e.result, Kpi::service_level), 0.02);
}

}  // namespace floorwalker::validation
