#include "viz/day/differences.hpp"

#include <set>

#include <catch2/catch.hpp>

#include "tests/support/shipped.hpp"
#include "tests/viz/support/small.hpp"
#include "viz/day/tape.hpp"

namespace floorwalker::viz {
namespace {

using namespace std::chrono_literals;

Scene scene_at(const Scenario& scenario, TimePoint moment) {
    Moment run{RunOf{scenario, 1, 0, {}}};
    run.run_until(moment);
    return run.scene();
}

std::set<Customer> waiting_in(const Scene& scene) {
    std::set<Customer> all;
    for (const auto& queue : scene.queues())
        for (const Waiting& one : queue) all.insert(one.contact.customer);
    for (const Waiting& one : scene.in_ivr()) all.insert(one.contact.customer);
    return all;
}

}  // namespace

TEST_CASE("two equal floors differ in nothing", "[viz]") {
    const Scenario hotline = support::shipped("hotline");
    const Scene scene = scene_at(hotline, TimePoint{11h + 10min});
    const Differences found = differences(hotline, scene, hotline, scene);
    CHECK(found.differing_seats == 0);
    CHECK(found.waiting.empty());
    CHECK(found.seats.size() == scene.seats().size());
}

TEST_CASE("people are told apart by what they are to those who wait, customers by where they wait", "[viz]") {
    const Scenario few = small();
    const Scenario more = small({"group.front.agents=14"});
    std::size_t with_waiting = 0;
    for (Duration at = 8h + 10min; at < 10h; at += 7min) {
        const Scene here = scene_at(few, TimePoint{at});
        const Scene there = scene_at(more, TimePoint{at});
        const Differences above = differences(few, here, more, there);
        const Differences below = differences(more, there, few, here);
        // All of the five more are here below, and nobody above has a seat such as theirs.
        std::size_t differing = 0;
        for (std::size_t i = 0; i < 9; ++i) {
            const bool differs = presence_of(here.seats()[i].state) != presence_of(there.seats()[i].state);
            CHECK(above.seats[i] == differs);
            CHECK(below.seats[i] == differs);
            differing += differs ? 1 : 0;
        }
        CHECK(above.differing_seats == differing);
        CHECK(below.differing_seats == differing + 5);
        const auto up = waiting_in(here);
        const auto down = waiting_in(there);
        for (const Customer& one : up) CHECK(above.waits_here_alone(one) == !down.contains(one));
        for (const Customer& one : down) CHECK(below.waits_here_alone(one) == !up.contains(one));
        with_waiting += above.waiting.empty() ? 0 : 1;
    }
    CHECK(with_waiting > 3);
}

TEST_CASE("a team that the other side does not have differs as long as it is here", "[viz]") {
    const Scenario one = small();
    Scenario other = small();
    other.groups.front().id = "back";
    const Scene scene = scene_at(one, TimePoint{9h});
    CHECK(differences(one, scene, other, scene).differing_seats == 9);
}

}  // namespace floorwalker::viz
