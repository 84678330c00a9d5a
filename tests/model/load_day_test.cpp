#include <cmath>
#include <set>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "sim/measure/digest.hpp"
#include "sim/model/agent/condition.hpp"
#include "sim/model/agent/load.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/engines.hpp"
#include "tests/support/facts.hpp"

/// Fatigue, stress and abusive customers on days that can be worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

/// Calls of 600 s by a fresh agent, and one agent on shift from 08:00.
Scenario one_person(std::int64_t hours = 4, Duration talk = 600s) {
    Scenario scenario = quiet_day(hours);
    add_type(scenario, "a", talk);
    Group team = group("team", {}, {0});
    team.shifts.push_back({{8h, 8h + hours * 1h}, 1});
    add_group(scenario, team);
    return scenario;
}

Group& team(Scenario& scenario) { return scenario.groups.front(); }
CallType& type(Scenario& scenario) { return scenario.call_types.front(); }

std::vector<double> talks(const Scenario& scenario) {
    std::vector<double> lengths;
    for (const Fact& fact : facts_of(scenario)) {
        if (const auto* ended = std::get_if<TalkEnded>(&fact)) lengths.push_back(to_seconds(ended->talk));
    }
    return lengths;
}

std::set<std::uint32_t> abusers(const Scenario& scenario) {
    std::set<std::uint32_t> customers;
    for (const Fact& fact : facts_of(scenario)) {
        if (const auto* one = std::get_if<Abused>(&fact)) customers.insert(one->contact.customer.number);
    }
    return customers;
}

/// 4,000 calls at 08:00, and for each an agent from then on, or later.
Scenario crowd(Duration shift_begins) {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 600s);
    Group many = group("team", {}, {0});
    many.shifts.push_back({{shift_begins, 10h}, 4000});
    add_group(scenario, many);
    for (int i = 0; i < 4000; ++i) add_call(scenario, 8h);
    return scenario;
}

}  // namespace

TEST_CASE("fatigue rises while handling and falls while idle", "[model][load]") {
    Scenario scenario = one_person();
    const double ln2 = std::log(2.0);
    team(scenario).fatigue = {.rise = ln2, .recovery_idle = 3 * ln2, .handling = 1.0};
    add_call(scenario, 8h);
    add_call(scenario, 8h + 1min);
    add_call(scenario, 9h);
    const auto lengths = talks(scenario);
    REQUIRE(lengths.size() == 3);
    CHECK(lengths[0] == 600.0);
    // After 600 s F = 1 − 2^(−1/6) = 0.109101.
    CHECK(lengths[1] == Approx(665.461).margin(0.001));
    // After 1,265.461 s of handling F = 1 − 2^(−1265.461/3600) = 0.216237; idle until 9:00, another 2,334.539 s, halves
    // it 3 · 2334.539/3600 = 1.945449 times: F = 0.056143.
    const double tired = 1 - std::exp2(-1265.461 / 3600);
    CHECK(lengths[2] == Approx(600 * (1 + tired * std::exp2(-3 * 2334.539 / 3600))).margin(0.001));
}

TEST_CASE("the closed form of fatigue is that of its differential equation", "[model][load]") {
    Scenario scenario = one_person();
    team(scenario).fatigue = {.rise = 1.5, .recovery_idle = 0.8, .handling = 1.0};
    for (const Duration at : {Duration{8h}, Duration{8h + 15min}, Duration{9h}}) add_call(scenario, at);
    const auto lengths = talks(scenario);
    REQUIRE(lengths.size() == 3);
    // Euler, a hundredth of a second at a time.
    double fatigue = 0;
    const auto go_on = [&](double seconds, bool handling) {
        const double step = 0.01;
        for (double t = 0; t < seconds; t += step)
            fatigue += step / 3600 * (handling ? 1.5 * (1 - fatigue) : -0.8 * fatigue);
    };
    go_on(lengths[0], true);
    go_on(900 - lengths[0], false);
    CHECK(lengths[1] == Approx(600 * (1 + fatigue)).margin(0.01));
    go_on(lengths[1], true);
    go_on(2700 - lengths[1], false);
    CHECK(lengths[2] == Approx(600 * (1 + fatigue)).margin(0.01));
}

TEST_CASE("a break rests", "[model][load]") {
    Scenario scenario = one_person();
    team(scenario).fatigue = {.rise = std::log(2.0), .recovery_break = 2 * std::log(2.0), .handling = 1.0};
    team(scenario).away.push_back(
        {.what = AgentState::on_break, .from = 8h + 10min, .until = 8h + 40min, .length = 30min});
    add_call(scenario, 8h);
    add_call(scenario, 8h + 50min);
    // F = 0.109101 at 8:10; half an hour at twice the rate halves it; nothing changes while available.
    CHECK(talks(scenario).back() == Approx(600 * (1 + 0.109101 / 2)).margin(0.001));
}

TEST_CASE("a night rests, as far as it does", "[model][load]") {
    Scenario scenario = one_person();
    scenario.centre.days = 2;
    team(scenario).fatigue = {.rise = std::log(2.0), .recovery_break = 0, .overnight = 0.75, .handling = 1.0};
    add_call(scenario, 8h);
    add_call(scenario, kDay + 8h + 1min);
    CHECK(talks(scenario).back() == Approx(600 * (1 + 0.109101 / 4)).margin(0.001));
    team(scenario).fatigue.overnight = 1.0;
    CHECK(talks(scenario).back() == 600.0);
}

TEST_CASE("10 % more hours, 9 % more output", "[model][load]") {
    Scenario scenario = one_person(10, 10s);
    team(scenario).fatigue.long_hours = 0.9;
    for (int i = 0; i < 3600; ++i) add_call(scenario, 8h);
    int in_8h = 0;
    int in_8_8h = 0;
    for (const Fact& fact : facts_of(scenario)) {
        const auto* ended = std::get_if<TalkEnded>(&fact);
        if (ended == nullptr) continue;
        // A millisecond for what rounding to microseconds adds up to.
        in_8h += ended->at <= TimePoint{16h + 1ms} ? 1 : 0;
        in_8_8h += ended->at <= TimePoint{16h + 48min + 1ms} ? 1 : 0;
    }
    // In 8 hours as many as without, 28,800 s ÷ 10 s; 2,880 · 1.1^0.9 = 3,137.95.
    CHECK(in_8h == 2880);
    CHECK(in_8_8h == 3137);
}

TEST_CASE("people hurry while the queue is long, or the contrary", "[model][load]") {
    Scenario scenario = one_person();
    team(scenario).fatigue = {.rush = -0.5, .rush_waiting = 2.0};
    for (int i = 0; i < 5; ++i) add_call(scenario, 8h);
    // The first finds nobody waiting; then 3, 2, 1 and 0 wait for one agent, and 2 are as many as count.
    CHECK(talks(scenario) == std::vector{600.0, 300.0, 300.0, 450.0, 600.0});
    team(scenario).fatigue.rush = 0.5;
    CHECK(talks(scenario) == std::vector{600.0, 900.0, 900.0, 750.0, 600.0});
}

TEST_CASE("each abusive contact takes its share of the calm that is left", "[model][load]") {
    Scenario scenario = one_person();
    type(scenario).abuse = Abuse{.share = 1.0, .stress = 0.5};
    team(scenario).stress = Stress{.handling = 1.0};
    for (int i = 0; i < 3; ++i) add_call(scenario, 8h);
    // S = 0, 1/2, 3/4 when the talk begins; it does not fall while handling.
    CHECK(talks(scenario) == std::vector{600.0, 900.0, 1050.0});
}

TEST_CASE("stress falls while idle, and makes people tire faster", "[model][load]") {
    Scenario scenario = one_person();
    type(scenario).abuse = Abuse{.share = 1.0, .stress = 0.5};
    team(scenario).stress = Stress{.recovery_idle = 2 * std::log(2.0), .handling = 1.0};
    add_call(scenario, 8h);
    add_call(scenario, 8h + 40min);
    // Half an hour at that rate: S = 1/4.
    CHECK(talks(scenario) == std::vector{600.0, 750.0});
    team(scenario).stress->handling = 0;
    team(scenario).fatigue = {.rise = std::log(2.0), .stress = 2.0, .handling = 1.0};
    // S = 1/2 during the talk: twice the rate, F = 1 − 2^(−2/6) = 0.206299.
    CHECK(talks(scenario).back() == Approx(600 * 1.206299).margin(0.001));
}

TEST_CASE("an ordinary contact strains, too", "[model][load]") {
    Scenario scenario = one_person();
    team(scenario).stress = Stress{.per_contact = 0.2, .handling = 1.0};
    for (int i = 0; i < 3; ++i) add_call(scenario, 8h);
    // S = 0, 0.2, 0.36.
    const auto lengths = talks(scenario);
    CHECK(lengths[1] == Approx(720.0));
    CHECK(lengths[2] == Approx(816.0));
}

TEST_CASE("abusive talks end after fair warning", "[model][load]") {
    Scenario scenario = one_person();
    type(scenario).abuse = Abuse{.share = 1.0, .ends = 1.0};
    add_call(scenario, 8h);
    CHECK(talks(scenario) == std::vector{75.0});  // 60 s and the warning, 15 s
    type(scenario).talk = constant(70s);
    CHECK(talks(scenario) == std::vector{70.0});  // was over before
}

TEST_CASE("whoever waits is more often abusive, and the others are the same", "[model][load][luck]") {
    Scenario at_once = crowd(8h);
    Scenario waited = crowd(8h + 1min);
    for (Scenario* scenario : {&at_once, &waited})
        type(*scenario).abuse = Abuse{.share = 0.1, .per_minute_waited = 0.3};
    const auto few = abusers(at_once);
    const auto many = abusers(waited);
    // 4,000 · 0.1 and 4,000 · 0.4; 4.5 standard errors are 85.4 and 139.4.
    CHECK(static_cast<double>(few.size()) == Approx(400).margin(85.4));
    CHECK(static_cast<double>(many.size()) == Approx(1600).margin(139.4));
    for (const auto customer : few) CHECK(many.count(customer) == 1);
}

TEST_CASE("monitoring: without feedback it strains, with it it relieves", "[model][load]") {
    Scenario scenario = one_person();
    team(scenario).stress =
        Stress{.monitored = 0.2, .feedback = 0.5, .errors = 1.0, .politeness = -0.5, .sickness = 2.0, .leaving = 3.0};
    const auto model = prepare(scenario);
    const Engine<measure::Digest> engine{model, 1, 0};
    World world = engine.world();
    const AgentId rita{0};
    CHECK(error_multiple(*model, world, rita) == 1.0);
    feel_monitored(*model, world, rita, false);
    feel_monitored(*model, world, rita, false);
    // S = 0.2, then 0.2 + 0.2 · 0.8 = 0.36.
    CHECK(error_multiple(*model, world, rita) == Approx(1.36));
    CHECK(politeness_multiple(*model, world, rita) == Approx(0.82));
    feel_monitored(*model, world, rita, true);
    CHECK(sickness_multiple(*model, world, rita) == Approx(1.36));
    CHECK(leaving_multiple(*model, world, rita) == Approx(1.54));
    CHECK(absence_multiple(*model, world, rita) == 1.0);
}

TEST_CASE("a coaching takes the time of a leader, and relieves", "[model][load][away]") {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 600s);
    Group coached = group("team", {}, {0});
    coached.shifts.push_back({{8h, 12h}, 3});
    coached.away.push_back({.what = AgentState::coaching, .from = 9h, .until = 11h, .length = 30min, .at_once = 3});
    add_group(scenario, coached);
    const auto most_at_once = [&] {
        int now = 0;
        int most = 0;
        for (const Fact& fact : facts_of(scenario)) {
            const auto* one = std::get_if<AgentChanged>(&fact);
            if (one == nullptr) continue;
            now += (one->to == AgentState::coaching ? 1 : 0) - (one->from == AgentState::coaching ? 1 : 0);
            most = std::max(most, now);
        }
        return most;
    };
    CHECK(most_at_once() == 3);
    team(scenario).leaders = Leaders{.count = 2};
    CHECK(most_at_once() == 2);
    team(scenario).leaders = Leaders{.count = 1};
    CHECK(most_at_once() == 1);
}

TEST_CASE("load that no file could have", "[model][load]") {
    const auto rejects = [](auto change) {
        Scenario scenario = one_person();
        change(scenario);
        CHECK_THROWS_AS(prepare(scenario), std::invalid_argument);
    };
    rejects([](Scenario& s) { team(s).fatigue.rise = -1; });
    rejects([](Scenario& s) { team(s).fatigue.handling = -1; });
    rejects([](Scenario& s) { team(s).fatigue.long_hours = 0; });
    rejects([](Scenario& s) { team(s).stress = Stress{.overnight = 1.5}; });
    rejects([](Scenario& s) { team(s).profile = ProfileId{0}; });
    rejects([](Scenario& s) { team(s).leaders = Leaders{.count = -1}; });
    rejects([](Scenario& s) { type(s).abuse = Abuse{.share = 1.1}; });
    rejects([](Scenario& s) { team(s).skill.quality[CallTypeId{0}] = 0; });
}

}  // namespace floorwalker::model
