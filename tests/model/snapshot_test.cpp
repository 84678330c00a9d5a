#include <map>

#include <catch2/catch.hpp>

#include "sim/measure/contact_log.hpp"
#include "sim/measure/observers.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/engines.hpp"
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

bool same_needs(const ContactRecord& a, const ContactRecord& b) {
    return a.tier == b.tier && a.call_type == b.call_type && a.patience == b.patience && a.talk_need == b.talk_need &&
           a.wrap_up_need == b.wrap_up_need;
}

bool same_luck(const ContactRecord& a, const ContactRecord& b) {
    return a.customer == b.customer && a.interval == b.interval && a.arrived == b.arrived && same_needs(a, b);
}

/// A centre in which everybody comes once, whatever happens, and talks to one agent at most: skills.toml with two kinds
/// of customers and some wrap-up.
Scenario plain_centre() {
    Scenario scenario = support::shipped("skills");
    Tier gold;
    gold.id = "gold";
    gold.priority = 1;
    gold.share_by_call_type.assign(scenario.call_types.size(), 0.1);
    scenario.tiers.push_back(gold);
    for (CallType& type : scenario.call_types) {
        type.leave_at_once = 0.02;
        type.wrap_up = support::exponential(20);
    }
    return scenario;
}

std::vector<ContactRecord> contacts_of(const Scenario& scenario, std::uint64_t seed) {
    const auto model = prepare(scenario);
    Engine<ContactLog> engine{model, seed, 0, ContactLog{model, kernel::stream_key(seed, 0)}};
    engine.run();
    return std::move(engine.observer()).contacts();
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
    const auto model = prepare(plain_centre());
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
    Scenario scenario = plain_centre();
    const auto before = contacts_of(scenario, 7);
    scenario.groups.front().agents = {6};
    scenario.centre.lines = 50;
    scenario.call_types.front().priority = 2;
    for (CallType& type : scenario.call_types) type.choose = AgentChoice::longest_idle;
    const auto after = contacts_of(scenario, 7);
    REQUIRE(before.size() == after.size());
    CHECK(std::equal(before.begin(), before.end(), after.begin(), same_luck));
    const auto blocked = [](const ContactRecord& record) { return record.outcome == ContactOutcome::blocked; };
    CHECK(std::any_of(after.begin(), after.end(), blocked));
}

TEST_CASE("whatever happens to them, customers of the hotline are the same", "[model][snapshot]") {
    // Who gives up may try again, so there may be more or fewer contacts. But everybody's first call comes when it
    // comes, and every call of the same customer brings the same along, if both get so far as to ask for an agent.
    using Try = std::pair<Customer, int>;
    const auto by_try = [](const std::vector<ContactRecord>& contacts) {
        std::map<Try, ContactRecord> tries;
        for (const ContactRecord& contact : contacts) tries[{contact.customer, contact.attempt}] = contact;
        return tries;
    };
    Scenario scenario = support::shipped("hotline");
    const auto before = by_try(contacts_of(scenario, 8));
    for (Group::Shift& shift : scenario.groups.front().shifts) shift.agents = 25;
    scenario.centre.lines = 90;
    const auto after = by_try(contacts_of(scenario, 8));

    std::size_t first_tries = 0;
    std::size_t asked = 0;
    std::size_t other = 0;
    for (const auto& [key, one] : before) {
        const auto found = after.find(key);
        const bool is_inbound = kind_of(one.customer.source) != SourceKind::campaign;
        const bool must_come = is_inbound && one.attempt == 0;
        if (must_come) {
            ++first_tries;
            other += found == after.end() || found->second.arrived != one.arrived ? 1 : 0;
        }
        if (found == after.end() || one.call_type == kNoCallType || found->second.call_type == kNoCallType) continue;
        ++asked;
        other += same_needs(one, found->second) ? 0 : 1;
    }
    CHECK(other == 0);
    CHECK(first_tries > 10'000);
    CHECK(asked > 10'000);
    CHECK(before.size() != after.size());
}

}  // namespace floorwalker::model
