#include "viz/day/tape.hpp"

#include <random>

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>
#include <floorwalker/simulation.hpp>

#include "tests/support/shipped.hpp"
#include "tests/viz/support/scene_text.hpp"
#include "tests/viz/support/small.hpp"

namespace floorwalker::viz {
namespace {

using namespace std::chrono_literals;

RunOf run_of(Scenario scenario, std::uint64_t seed = 1, std::uint64_t replication = 0) {
    return {std::move(scenario), seed, replication, {}};
}

void record(Tape& tape) {
    const std::atomic<bool> never{false};
    tape.record(never);
    REQUIRE(tape.is_complete());
}

/// The same from the beginning, with no snapshot on the way.
std::string straight(const RunOf& run, TimePoint until) {
    Moment moment{run};
    moment.run_until(until);
    return text_of(moment.scene());
}

std::uint64_t uninterrupted(const RunOf& run) {
    Simulation simulation{run.scenario, run.seed, run.replication};
    simulation.run();
    return simulation.digest();
}

/// In no order: forwards and backwards.
std::vector<TimePoint> random_moments(const Tape& tape, std::size_t count, unsigned seed) {
    std::mt19937_64 dice{seed};
    std::uniform_int_distribution<std::int64_t> ticks{tape.begins().time_since_epoch().count(),
                                                      tape.ends().time_since_epoch().count() - 1};
    std::vector<TimePoint> moments(count);
    for (TimePoint& moment : moments) moment = TimePoint{Duration{ticks(dice)}};
    return moments;
}

Decision two_more(Duration at, Duration until) { return {at, 0U, Extra{GroupId{0}, 2, until}}; }
Decision one_away(Duration at, Duration until) { return {at, 0U, Absent{GroupId{0}, 1, until}}; }

/// Two decisions of a morning of the small centre.
RunOf decided() {
    RunOf run = run_of(small());
    run.live.push_back({TimePoint{8h + 20min}, two_more(8h + 20min, 9h)});
    run.live.push_back({TimePoint{9h + 10min + 3s}, one_away(9h + 10min + 3s, 9h + 40min)});
    return run;
}

}  // namespace

TEST_CASE("a tape winds to any moment, and the run goes on as if it had never been wound", "[viz]") {
    for (const char* const name : {"hotline", "skills", "chat_and_mail", "outbound_blend"}) {
        const RunOf run = run_of(support::shipped(name), 7, 2);
        Tape tape{run};
        record(tape);
        const std::uint64_t whole = uninterrupted(run);
        CHECK(tape.at(tape.ends())->simulation().digest() == whole);
        for (const TimePoint moment : random_moments(tape, 20, 5)) {
            INFO(name << " at " << moment.time_since_epoch().count() << " µs");
            const auto there = tape.at(moment);
            CHECK(there->now() == moment);
            CHECK(text_of(there->scene()) == straight(run, moment));
            there->finish();
            CHECK(there->is_over());
            CHECK(there->simulation().digest() == whole);
        }
    }
}

TEST_CASE("one moment is led to all others, forwards and by tape backwards", "[viz]") {
    const RunOf run = run_of(support::shipped("hotline"));
    Tape tape{run};
    record(tape);
    auto here = tape.at(tape.begins());
    for (const TimePoint moment : random_moments(tape, 20, 11)) {
        if (moment < here->now()) {
            here = tape.at(moment);
        } else {
            here->run_until(moment);
        }
        CHECK(text_of(here->scene()) == straight(run, moment));
    }
    here->finish();
    CHECK(here->simulation().digest() == uninterrupted(run));
}

TEST_CASE("steps lead to the end with the same digest", "[viz]") {
    const RunOf run = decided();
    Moment whole{run};
    whole.finish();
    Moment stepped{run};
    while (!stepped.is_over()) {
        const TimePoint before = stepped.now();
        stepped.step();
        REQUIRE(stepped.now() >= before);
    }
    CHECK(stepped.simulation().digest() == whole.simulation().digest());
    CHECK(stepped.simulation().digest() != uninterrupted(run));  // which knows no decisions
}

TEST_CASE("decisions taken live give the same run when it is recorded anew", "[viz]") {
    const RunOf run = decided();
    Simulation live{run.scenario, run.seed, run.replication};
    for (const RunOf::Live& one : run.live) {
        live.run_until(one.taken);
        live.apply(one.decision);
    }
    live.run();

    Tape tape{run};
    record(tape);
    CHECK(tape.at(tape.ends())->simulation().digest() == live.digest());
    CHECK(tape.outcome()->result.digest == live.result().digest);
    for (const TimePoint moment : random_moments(tape, 20, 3)) {
        const auto there = tape.at(moment);
        CHECK(text_of(there->scene()) == straight(run, moment));
        there->finish();
        CHECK(there->simulation().digest() == live.digest());
    }
}

TEST_CASE("a decision is felt from its moment on, and not before", "[viz]") {
    const RunOf run = decided();
    const RunOf plain = run_of(small());
    Tape tape{run};
    record(tape);
    const TimePoint taken = run.live.front().taken;
    CHECK(text_of(tape.at(taken - 1us)->scene()) == straight(plain, taken - 1us));
    // Nine people, and two more.
    const auto after = tape.at(taken + 1min);
    CHECK(after->scene().seats().size() == 11);
    CHECK(after->scene().in_force().size() == 1);
}

TEST_CASE("a tape of many days thins its snapshots out and still finds its way", "[viz]") {
    const RunOf run = run_of(small({"centre.days=30"}));
    Tape tape{run};
    record(tape);
    CHECK(tape.ends() == TimePoint{29 * kDay + 10h});
    const std::uint64_t whole = uninterrupted(run);
    for (const TimePoint moment : random_moments(tape, 20, 17)) {
        const auto there = tape.at(moment);
        CHECK(text_of(there->scene()) == straight(run, moment));
        there->finish();
        CHECK(there->simulation().digest() == whole);
    }
}

TEST_CASE("what a tape has recorded is what the run comes to", "[viz]") {
    const RunOf run = run_of(support::shipped("hotline"), 3, 0);
    Tape tape{run};
    CHECK(tape.outcome() == nullptr);
    record(tape);
    const auto outcome = tape.outcome();
    const RunResult result = floorwalker::run(run.scenario, {.seed = 3, .replications = 1, .threads = 1});
    CHECK(outcome->result.digest == result.digest);
    CHECK(outcome->result.contacts == result.contacts);
    // From 08:00 to 22:30 each 5 minutes, both ends: 14.5 × 12 + 1.
    REQUIRE(outcome->samples.size() == 175);
    for (std::size_t i = 1; i < outcome->samples.size(); ++i)
        CHECK(outcome->samples[i].at - outcome->samples[i - 1].at == 5min);
    const Sample& noon = outcome->samples[48];
    CHECK(noon.at == TimePoint{12h});
    CHECK(noon.waiting == tape.at(TimePoint{12h})->scene().waiting_people());
    CHECK(noon.present > 0);
}

TEST_CASE("recording ends when it is told to", "[viz]") {
    Tape tape{run_of(small())};
    const std::atomic<bool> at_once{true};
    tape.record(at_once);
    CHECK_FALSE(tape.is_complete());
    // And what is not recorded can be wound to all the same.
    CHECK(text_of(tape.at(TimePoint{9h})->scene()) == straight(tape.run(), TimePoint{9h}));
}

}  // namespace floorwalker::viz
