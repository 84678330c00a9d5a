#include "viz/day/player.hpp"

#include <algorithm>
#include <bit>
#include <random>
#include <set>
#include <thread>

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>
#include <floorwalker/simulation.hpp>
#include <floorwalker/trace.hpp>

#include "tests/support/shipped.hpp"
#include "tests/viz/support/scene_text.hpp"
#include "tests/viz/support/small.hpp"

namespace floorwalker::viz {
namespace {

using namespace std::chrono_literals;

RunOf run_of(Scenario scenario, std::uint64_t seed = 1) { return {std::move(scenario), seed, 0, {}}; }

std::shared_ptr<const Frame> settled(Player& player) {
    player.settle();
    return player.frame();
}

std::shared_ptr<const Frame> at(Player& player, TimePoint moment) {
    player.seek(moment);
    return settled(player);
}

/// Plays on until it stops by itself; how long that takes is no matter.
std::shared_ptr<const Frame> play_to_end(Player& player) {
    player.play();
    player.settle();
    while (player.frame()->is_playing) std::this_thread::sleep_for(1ms);
    return settled(player);
}

std::uint64_t bits(const std::optional<double>& value) { return value ? std::bit_cast<std::uint64_t>(*value) : 0; }

void check_same(const KpiSet& shown, const KpiSet& run) {
    for (const Kpi kpi : all_kpis()) {
        INFO(name_of(kpi) << ": " << shown[kpi].mean.value_or(-1) << " and " << run[kpi].mean.value_or(-1));
        CHECK(shown[kpi].mean.has_value() == run[kpi].mean.has_value());
        CHECK(bits(shown[kpi].mean) == bits(run[kpi].mean));
    }
}

RunResult result_of(const Scenario& scenario, std::uint64_t seed) {
    return floorwalker::run(scenario, {.seed = seed, .replications = 1, .threads = 1});
}

Decision three_more(TimePoint now) {
    return {now.time_since_epoch(), 0U, Extra{GroupId{0}, 3, now.time_since_epoch() + 1h}};
}

/// A quarter of an hour of the small centre: a second at full speed.
Scenario quarter() { return small({"centre.close=08:15:00"}); }

}  // namespace

TEST_CASE("a player stands at the opening until it is told to play", "[viz]") {
    Player player{{run_of(small())}};
    const auto frame = settled(player);
    CHECK(frame->now == TimePoint{8h});
    CHECK(frame->begins == TimePoint{8h});
    CHECK(frame->ends == TimePoint{10h});
    CHECK_FALSE(frame->is_playing);
    REQUIRE(frame->sides.size() == 1);
    CHECK_FALSE(frame->sides.front().is_over);
    CHECK(frame->sides.front().outcome != nullptr);
    CHECK(frame->sides.front().scene.is_open());
}

TEST_CASE("play, pause and speed", "[viz]") {
    Player player{{run_of(small())}};
    player.set_speed(5);
    CHECK(settled(player)->speed == 5);
    player.set_speed(0.2);
    CHECK(settled(player)->speed == 1);
    player.set_speed(1e6);
    CHECK(settled(player)->speed == 1000);
    player.play();
    CHECK(settled(player)->is_playing);
    while (player.frame()->now < TimePoint{8h + 1min}) std::this_thread::sleep_for(1ms);
    player.pause();
    const auto paused = settled(player);
    CHECK_FALSE(paused->is_playing);
    CHECK(paused->now >= TimePoint{8h + 1min});
    // The next frame shows the same moment.
    player.set_speed(10);
    CHECK(settled(player)->number > paused->number);
    CHECK(player.frame()->now == paused->now);
    CHECK(player.frame()->sides.front().digest == paused->sides.front().digest);
}

TEST_CASE("what is asked for is done in that order", "[viz]") {
    Player player{{run_of(small())}};
    const TimePoint moment{8h + 30min};
    player.seek(moment);
    player.decide(0, three_more(moment));
    player.seek(TimePoint{9h});
    player.step();
    player.seek(TimePoint{9h + 10min});
    const auto frame = settled(player);
    CHECK(frame->now == TimePoint{9h + 10min});
    REQUIRE(frame->sides.front().run->live.size() == 1);
    CHECK(frame->sides.front().run->live.front().taken == moment);
}

TEST_CASE("a decision that cannot be taken is refused at once", "[viz]") {
    Player player{{run_of(small())}};
    CHECK_THROWS_AS(player.decide(0, {9h, 0U, Extra{GroupId{7}, 1, 10h}}), std::invalid_argument);
    CHECK_THROWS_AS(player.decide(0, {9h, 0U, Extra{GroupId{0}, 1, 8h}}), std::invalid_argument);
    CHECK(settled(player)->sides.front().run->live.empty());
}

TEST_CASE("seeking goes anywhere within the run", "[viz]") {
    Player player{{run_of(small())}};
    CHECK(at(player, TimePoint{9h})->now == TimePoint{9h});
    const std::string nine = text_of(player.frame()->sides.front().scene);
    CHECK(at(player, TimePoint{9h + 30min})->now == TimePoint{9h + 30min});
    CHECK(text_of(player.frame()->sides.front().scene) != nine);
    CHECK(at(player, TimePoint{9h})->now == TimePoint{9h});
    CHECK(text_of(player.frame()->sides.front().scene) == nine);
    CHECK(at(player, TimePoint{1h})->now == TimePoint{8h});
    CHECK(at(player, TimePoint{23h})->now == TimePoint{10h});
    CHECK(player.frame()->sides.front().is_over);
    CHECK(player.frame()->sides.front().scene.waiting() == 0);
}

TEST_CASE("a step leads to the next event and pauses", "[viz]") {
    const RunOf run = run_of(small());
    Player player{{run}};
    at(player, TimePoint{9h});
    Simulation simulation{run.scenario, 1, 0};
    simulation.run_until(TimePoint{9h});
    for (int i = 0; i < 20; ++i) {
        player.step();
        simulation.step();
        const auto frame = settled(player);
        CHECK(frame->now == simulation.now());
        CHECK(frame->sides.front().digest == simulation.digest());
    }
    player.play();
    player.step();
    CHECK_FALSE(settled(player)->is_playing);
}

TEST_CASE("at closing time the wallboard shows what floorwalker run says", "[viz]") {
    for (const char* const name : {"hotline", "skills", "chat_and_mail", "outbound_blend", "fatigue_spiral"}) {
        INFO(name);
        Scenario scenario = support::shipped(name);
        scenario.centre.days = std::min<std::int64_t>(scenario.centre.days, 3);
        scenario.centre.warm_up_days = std::min<std::int64_t>(scenario.centre.warm_up_days, 1);
        Player player{{run_of(scenario, 4)}};
        const auto end = at(player, player.frame()->ends);
        const RunResult result = result_of(scenario, 4);
        const Side& side = end->sides.front();
        CHECK(side.is_over);
        CHECK(side.result.digest == result.digest);
        CHECK(side.result.contacts == result.contacts);
        check_same(side.result.overall, result.overall);
        REQUIRE(side.result.call_types.size() == result.call_types.size());
        for (std::size_t i = 0; i < result.call_types.size(); ++i)
            check_same(side.result.call_types[i].kpis, result.call_types[i].kpis);
        REQUIRE(side.result.tiers.size() == result.tiers.size());
        for (std::size_t i = 0; i < result.tiers.size(); ++i)
            check_same(side.result.tiers[i].kpis, result.tiers[i].kpis);
        // What the tape has noted is the same again.
        check_same(side.outcome->result.overall, result.overall);
    }
}

TEST_CASE("played to the end, after winding back and forth, it comes to the same", "[viz]") {
    const RunResult result = result_of(quarter(), 9);
    Player player{{run_of(quarter(), 9)}};
    player.set_speed(1000);
    std::mt19937 dice{42};
    std::uniform_int_distribution<int> seconds{0, 15 * 60 - 1};
    for (int i = 0; i < 10; ++i) {
        const TimePoint moment{8h + std::chrono::seconds{seconds(dice)}};
        CHECK(at(player, moment)->now == moment);
    }
    const auto end = play_to_end(player);
    CHECK(end->now == TimePoint{8h + 15min});
    CHECK(end->sides.front().is_over);
    CHECK(end->sides.front().result.digest == result.digest);
    check_same(end->sides.front().result.overall, result.overall);
    // At the end playing has nothing to play.
    CHECK_FALSE(play_to_end(player)->is_playing);
    CHECK(player.frame()->sides.front().result.digest == result.digest);
}

TEST_CASE("a decision changes what comes after it, and undoing brings the first run back", "[viz]") {
    Player player{{run_of(small())}};
    const TimePoint moment{8h + 30min};
    const std::uint64_t plain = at(player, TimePoint{10h})->sides.front().digest;
    const std::string before = text_of(at(player, moment)->sides.front().scene);

    player.decide(0, three_more(moment));
    const auto decided = settled(player);
    CHECK(decided->now == moment);
    REQUIRE(decided->sides.front().run->live.size() == 1);
    CHECK(decided->sides.front().run->live.front().taken == moment);
    CHECK(at(player, moment + 1min)->sides.front().scene.in_force().size() == 1);
    const auto end = at(player, TimePoint{10h});
    CHECK(end->sides.front().digest != plain);

    // The run that is told now is the one that a program would have, deciding at that moment.
    Simulation simulation{small(), 1, 0};
    simulation.run_until(moment);
    simulation.apply(three_more(moment));
    simulation.run();
    CHECK(end->sides.front().digest == simulation.digest());
    CHECK(end->sides.front().outcome->result.digest == simulation.result().digest);

    player.undo(0);
    const auto undone = settled(player);
    CHECK(undone->now == moment);
    CHECK(undone->sides.front().run->live.empty());
    CHECK(text_of(undone->sides.front().scene) == before);
    CHECK(at(player, TimePoint{10h})->sides.front().digest == plain);
    // Nothing is left to undo.
    player.undo(0);
    CHECK(settled(player)->sides.front().digest == plain);
}

TEST_CASE("who goes back and decides anew gives up what was decided later", "[viz]") {
    Player player{{run_of(small())}};
    const TimePoint early{8h + 20min};
    const TimePoint late{9h + 20min};
    at(player, late);
    player.decide(0, three_more(late));
    at(player, early);
    player.decide(0, three_more(early));
    const auto frame = settled(player);
    REQUIRE(frame->sides.front().run->live.size() == 1);
    CHECK(frame->sides.front().run->live.front().taken == early);
    // One after the other are both kept, and undone in turn.
    at(player, late);
    player.decide(0, three_more(late));
    CHECK(settled(player)->sides.front().run->live.size() == 2);
    player.undo(0);
    CHECK(settled(player)->now == late);
    CHECK(player.frame()->sides.front().run->live.size() == 1);
    player.undo(0);
    CHECK(settled(player)->now == early);
    CHECK(player.frame()->sides.front().run->live.empty());
}

TEST_CASE("two sides of one run stay equal", "[viz]") {
    Player player{{run_of(small()), run_of(small())}};
    std::mt19937 dice{7};
    std::uniform_int_distribution<int> seconds{0, 2 * 3600};
    for (int i = 0; i < 10; ++i) {
        const auto frame = at(player, TimePoint{8h + std::chrono::seconds{seconds(dice)}});
        REQUIRE(frame->sides.size() == 2);
        CHECK(frame->sides[0].digest == frame->sides[1].digest);
        CHECK(text_of(frame->sides[0].scene) == text_of(frame->sides[1].scene));
    }
    at(player, TimePoint{9h});
    for (int i = 0; i < 10; ++i) {
        player.step();
        const auto frame = settled(player);
        CHECK(frame->sides[0].digest == frame->sides[1].digest);
    }
    // A decision is of one side alone.
    at(player, TimePoint{9h});
    player.decide(1, three_more(TimePoint{9h}));
    const auto end = at(player, TimePoint{10h});
    CHECK(end->sides[0].run->live.empty());
    CHECK(end->sides[0].digest != end->sides[1].digest);
}

TEST_CASE("two variants have the same customers, and one clock", "[viz]") {
    const Scenario less = small();
    const Scenario more = small({"group.front.agents=12"});
    Player player{{run_of(less, 3), run_of(more, 3)}};
    // Each who waits or talks on either side comes, sooner or later, on the other.
    std::set<Customer> seen[2];
    for (Duration of_day = 8h; of_day < 10h; of_day += 10s) {
        const auto frame = at(player, TimePoint{of_day});
        for (std::size_t side = 0; side < 2; ++side) {
            const Scene& scene = frame->sides[side].scene;
            CHECK(scene.now() == TimePoint{of_day});
            for (const Waiting& one : scene.queues()[0]) seen[side].insert(one.contact.customer);
            for (const Seat& seat : scene.seats()) {
                if (seat.contact) seen[side].insert(seat.contact->customer);
            }
        }
    }
    std::set<Customer> first_calls[2];
    const auto frame = player.frame();
    for (std::size_t side = 0; side < 2; ++side) {
        const RunOf& run = *frame->sides[side].run;
        for (const ContactRecord& one : contacts(run.scenario, run.seed, run.replication))
            first_calls[side].insert(one.customer);
    }
    CHECK(first_calls[0] == first_calls[1]);
    CHECK(seen[0].size() > 100);
    for (const auto& customers : seen)
        CHECK(std::includes(first_calls[0].begin(), first_calls[0].end(), customers.begin(), customers.end()));
    CHECK(frame->sides[0].digest != frame->sides[1].digest);
}

TEST_CASE("sides of different hours share one clock", "[viz]") {
    Player player{{run_of(small()), run_of(quarter())}};
    CHECK(player.frame()->begins == TimePoint{8h});
    CHECK(player.frame()->ends == TimePoint{10h});
    const auto frame = at(player, TimePoint{9h});
    CHECK_FALSE(frame->sides[0].is_over);
    CHECK(frame->sides[1].is_over);
    check_same(frame->sides[1].result.overall, result_of(quarter(), 1).overall);
    player.step();
    CHECK(settled(player)->now > TimePoint{9h});
}

}  // namespace floorwalker::viz
