#include <map>

#include <catch2/catch.hpp>

#include "sim/measure/contact_log.hpp"
#include "sim/measure/observers.hpp"
#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/random_scenario.hpp"
#include "tests/support/shipped.hpp"

/// The world is a value: a copy goes on as the original does, and luck belongs to the customer.
namespace floorwalker::model {
namespace {

using measure::ContactLog;
using support::check_all_ways;
using support::check_copies;
using support::DigestEngine;
using namespace std::chrono_literals;

/// What a run shows of the customers' luck, seen rather than looked up.
struct Shown {
    std::map<Customer, Duration> patience;                  // of those who queued
    std::map<std::pair<Customer, GroupId>, Duration> talk;  // with an agent of that group
    std::map<std::pair<Customer, GroupId>, Duration> wrap_up;

    template <class OneFact>
    void operator()(const OneFact&) {}
    void operator()(const Queued& fact) { patience[fact.contact.customer] = fact.patience; }
    void operator()(const TalkEnded& fact) { talk[{fact.contact.customer, fact.group}] = fact.talk; }
    void operator()(const WrapUpEnded& fact) { wrap_up[{fact.contact.customer, fact.group}] = fact.wrap_up; }
};

template <class Map>
std::size_t check_equal_where_in_both(const Map& a, const Map& b) {
    std::size_t in_both = 0;
    std::size_t differ = 0;
    for (const auto& [key, value] : a) {
        const auto found = b.find(key);
        if (found == b.end()) continue;
        ++in_both;
        differ += found->second == value ? 0 : 1;
    }
    CHECK(differ == 0);
    return in_both;
}

bool same_luck(const ContactRecord& a, const ContactRecord& b) {
    return a.customer == b.customer && a.tier == b.tier && a.interval == b.interval && a.arrived == b.arrived &&
           a.patience == b.patience && a.talk_need == b.talk_need && a.wrap_up_need == b.wrap_up_need;
}

}  // namespace

TEST_CASE("the hotline copied at 20 random moments and run on", "[model][snapshot]") {
    check_copies(support::shipped("hotline"), 3, 20);
}

TEST_CASE("random centres copied and run on", "[model][snapshot]") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        INFO("support::random_scenario(" << seed << ")");
        check_copies(support::random_scenario(seed), seed, 3);
    }
}

TEST_CASE("stepped, in slices and at once", "[model][snapshot]") {
    check_all_ways(support::shipped("hotline"), 4);
    for (std::uint64_t seed = 1; seed <= 60; ++seed) check_all_ways(support::random_scenario(seed), seed);
}

TEST_CASE("run_until stops between events and shows the time asked for", "[model][snapshot]") {
    DigestEngine engine = support::engine_for(support::shipped("hotline"), 5);
    engine.run_until(TimePoint{12h});
    CHECK(engine.world().now == TimePoint{12h});
    engine.run_until(TimePoint{11h});
    CHECK(engine.world().now == TimePoint{12h});
    CHECK_FALSE(engine.is_over());
    engine.run_until(TimePoint{1000h});
    CHECK(engine.is_over());
    CHECK_FALSE(engine.step());
}

TEST_CASE("a decision in the copy changes nobody's luck", "[model][snapshot]") {
    using Observer = measure::Observers<Shown, ContactLog>;
    const Scenario scenario = support::shipped("hotline");
    const auto model = prepare(scenario);
    Engine<Observer> engine{model, 6, 0, Observer{Shown{}, ContactLog{model, kernel::stream_key(6, 0)}}};
    engine.run_until(TimePoint{10h});
    Engine<Observer> changed = engine;
    changed.apply(support::absent(GroupId{0}, 10h, 14h, 10));
    changed.apply(support::extra(GroupId{1}, 11h, 15h, 5));
    engine.run();
    changed.run();

    const auto& before = engine.observer().get<ContactLog>().contacts();
    const auto& after = changed.observer().get<ContactLog>().contacts();
    CHECK(before.size() > 10'000);
    REQUIRE(before.size() == after.size());
    std::size_t other_luck = 0;
    std::size_t other_fate = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        other_luck += same_luck(before[i], after[i]) ? 0 : 1;
        other_fate += before[i].outcome == after[i].outcome && before[i].waited == after[i].waited ? 0 : 1;
    }
    CHECK(other_luck == 0);
    CHECK(other_fate > 100);  // ten people for four hours do make a difference

    const Shown& one = engine.observer().get<Shown>();
    const Shown& two = changed.observer().get<Shown>();
    CHECK(check_equal_where_in_both(one.patience, two.patience) > 100);
    CHECK(check_equal_where_in_both(one.talk, two.talk) > 5'000);
    CHECK(check_equal_where_in_both(one.wrap_up, two.wrap_up) > 5'000);
}

TEST_CASE("other staffing, routing and priorities change nobody's luck", "[model][snapshot]") {
    const auto contacts = [](const Scenario& scenario) {
        const auto model = prepare(scenario);
        Engine<ContactLog> engine{model, 7, 0, ContactLog{model, kernel::stream_key(7, 0)}};
        engine.run();
        return std::move(engine.observer()).contacts();
    };
    Scenario scenario = support::shipped("hotline");
    const auto before = contacts(scenario);
    scenario.groups.front().agents = {20};
    scenario.centre.lines = 40;
    for (CallType& type : scenario.call_types) {
        type.choose = AgentChoice::longest_idle;
        type.priority = -type.priority;
    }
    const auto after = contacts(scenario);
    REQUIRE(before.size() == after.size());
    CHECK(std::equal(before.begin(), before.end(), after.begin(), same_luck));
    const auto blocked = [](const ContactRecord& record) { return record.outcome == ContactOutcome::blocked; };
    CHECK(std::any_of(after.begin(), after.end(), blocked));
}

TEST_CASE("more volume brings the same customers closer together", "[model][snapshot]") {
    Scenario scenario = support::quiet_day(4);
    scenario.replay.reset();
    scenario.call_types.push_back(support::call_type("a", {100}, support::exponential(60), support::exponential(100)));
    support::add_group(scenario, support::group("all", {1}, {0}));
    const auto contacts = [](const Scenario& one) {
        const auto model = prepare(one);
        Engine<ContactLog> engine{model, 8, 0, ContactLog{model, kernel::stream_key(8, 0)}};
        engine.run();
        return std::move(engine.observer()).contacts();
    };
    const auto once = contacts(scenario);
    scenario.call_types.front().arrivals.factor = 2;
    const auto twice = contacts(scenario);
    CHECK(twice.size() > once.size() * 3 / 2);
    for (std::size_t i = 0; i < once.size(); ++i) {
        // Half as far from the opening, but for the rounding down of each gap to a microsecond.
        const double expected = static_cast<double>((once[i].arrived - TimePoint{8h}).count()) / 2;
        CHECK(static_cast<double>((twice[i].arrived - TimePoint{8h}).count()) ==
              Approx(expected).margin(static_cast<double>(i) + 2).epsilon(0));
        CHECK(twice[i].talk_need == once[i].talk_need);
        CHECK(twice[i].patience == once[i].patience);
    }
}

}  // namespace floorwalker::model
