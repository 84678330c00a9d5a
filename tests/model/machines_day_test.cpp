#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "tests/support/copies.hpp"
#include "tests/support/journeys.hpp"
#include "tests/support/machines.hpp"

/// Look-ups, paper and lost sites on days worked out by hand. Machines are steady: a look-up takes its work.
namespace floorwalker::model {
namespace {

using namespace support;

/// Talks of five minutes and half a minute of wrap-up, one agent, a call at 9:00.
Scenario desk(std::vector<LookUp> look_ups, Duration wrap_up = 30s) {
    Scenario scenario = quiet_day(6);
    add_type(scenario, "a", 5min, {}, wrap_up);
    add_crm(scenario);
    scenario.call_types.front().look_ups = std::move(look_ups);
    add_group(scenario, group("all", {1}, {0}));
    add_call(scenario, 9h);
    return scenario;
}

Scenario without_machines(Scenario scenario) {
    for (CallType& type : scenario.call_types) type.look_ups.clear();
    scenario.infrastructure = {};
    return scenario;
}

std::vector<AgentState> states(const Scenario& scenario) {
    std::vector<AgentState> all;
    for (const auto& change : facts_like<AgentChanged>(scenario)) all.push_back(change.to);
    return all;
}

}  // namespace

TEST_CASE("machines: a look-up before the talk holds the customer, and the talk is as long as ever",
          "[model][machines]") {
    const Scenario scenario = desk({look_up(LookUpMoment::before, 8s)});
    CHECK(machine_story(scenario) == Lines{"09:00:00 a0 answered by 0", "09:00:08 crm has answered 0 for a0 after 8 s",
                                           "09:00:08 0 has held a0 for 8 s", "09:05:08 0 has talked 300 s with a0",
                                           "09:05:38 0 has wrapped up 30 s after a0"});
    CHECK(states(scenario) == std::vector{AgentState::available, AgentState::talking, AgentState::on_hold,
                                          AgentState::talking, AgentState::wrap_up, AgentState::available,
                                          AgentState::signed_out});
}

TEST_CASE("machines: look-ups during the talk come at moments of their own", "[model][machines]") {
    const Scenario scenario = desk({look_up(LookUpMoment::during, 10s, 3)});
    const auto all = facts_like<LookedUp>(scenario);
    REQUIRE(all.size() == 3);
    TimePoint last = at(9h);
    for (const LookedUp& one : all) {
        CHECK(one.took == 10s);
        CHECK(one.at - one.took >= last);
        last = one.at;
    }
    // Three times ten seconds on top of five minutes.
    CHECK(facts_like<TalkEnded>(scenario).front().at == at(9h + 5min + 30s));
    CHECK(facts_like<TalkEnded>(scenario).front().talk == 5min);
    // The moments are spread over the talk: over a thousand calls half of them lie in its first half.
    Scenario busy = one_day(10, 1h);
    busy.call_types.push_back(call_type("a", {1000}, constant(100s)));
    add_crm(busy);
    busy.call_types.front().look_ups = {look_up(LookUpMoment::during, 1us)};
    busy.groups.push_back(group("all", {200}, {0}));
    std::map<Customer, TimePoint> begun;
    int early = 0;
    int looked_up = 0;
    for (const auto& one : facts_like<Answered>(busy)) begun[one.contact.customer] = one.at;
    for (const auto& one : facts_like<LookedUp>(busy)) {
        ++looked_up;
        early += one.at - begun[one.contact.customer] < 50s ? 1 : 0;
    }
    REQUIRE(looked_up > 9000);
    // 3.9 standard deviations of a binomial: √(n/4).
    CHECK(std::abs(early - looked_up / 2.0) < 3.9 * std::sqrt(looked_up / 4.0));
}

TEST_CASE("machines: what is looked up after the talk is wrap-up", "[model][machines]") {
    CHECK(machine_story(desk({look_up(LookUpMoment::after, 8s)})) ==
          Lines{"09:00:00 a0 answered by 0", "09:05:00 0 has talked 300 s with a0",
                "09:05:38 crm has answered 0 for a0 after 8 s", "09:05:38 0 has wrapped up 38 s after a0"});
    CHECK(machine_story(desk({look_up(LookUpMoment::after, 8s, 2)}, 0s)) ==
          Lines{"09:00:00 a0 answered by 0", "09:05:00 0 has talked 300 s with a0",
                "09:05:08 crm has answered 0 for a0 after 8 s", "09:05:16 crm has answered 0 for a0 after 8 s",
                "09:05:16 0 has wrapped up 16 s after a0"});
}

TEST_CASE("machines: look-ups that take no time change nothing", "[model][machines]") {
    Scenario scenario = desk(
        {look_up(LookUpMoment::before, 0s), look_up(LookUpMoment::during, 0s, 2), look_up(LookUpMoment::after, 0s)});
    CHECK(story(scenario) == story(without_machines(scenario)));
    check_all_ways(scenario, 1);
}

TEST_CASE("machines: a share of talks looks something up, by the customer's luck", "[model][machines]") {
    Scenario scenario = one_day(10, 1h);
    scenario.call_types.push_back(call_type("a", {1000}, constant(60s)));
    add_crm(scenario);
    scenario.call_types.front().look_ups = {look_up(LookUpMoment::before, 5s)};
    scenario.call_types.front().look_ups.front().share = 0.3;
    scenario.groups.push_back(group("all", {200}, {0}));
    const auto fewer = facts_like<LookedUp>(scenario);
    const auto calls = static_cast<double>(facts_like<Answered>(scenario).size());
    CHECK(std::abs(static_cast<double>(fewer.size()) - 0.3 * calls) < 3.9 * std::sqrt(0.3 * 0.7 * calls));
    scenario.call_types.front().look_ups.front().share = 0.6;
    std::set<Customer> more;
    for (const auto& one : facts_like<LookedUp>(scenario)) more.insert(one.contact.customer);
    // Whoever does with a small share does with a larger one.
    CHECK(
        std::all_of(fewer.begin(), fewer.end(), [&](const auto& one) { return more.contains(one.contact.customer); }));
}

TEST_CASE("machines: when no try is answered the agent goes on on paper, which is entered later", "[model][machines]") {
    // Two tries of 10 s with 2 s between them: it is known at 9:00:22 that the server is down. The talk takes a quarter
    // longer: 375 s. The next call finds the server known to be down, and the one after it finds it up again. Each of
    // its agents' entries takes 90 s, and comes after a contact, or at once when the server is back.
    Scenario scenario = desk({look_up(LookUpMoment::before, 1s)});
    scenario.decisions = {server_down(8h + 30min, 9h + 10min)};
    add_call(scenario, 9h + 1min);
    add_call(scenario, 9h + 20min);
    CHECK(machine_story(scenario) ==
          Lines{"08:30:00 crm at 0", "09:00:00 a0 answered by 0", "09:00:22 crm has failed 0 for a0 after 22 s",
                "09:00:22 0 has held a0 for 22 s", "09:00:22 0 serves a0 on paper, without crm",
                "09:06:37 0 has talked 375 s with a0", "09:07:07 0 has wrapped up 30 s after a0",
                // 6 minutes and 7 seconds later nobody knows any more that it is down.
                "09:07:07 a1 answered by 0 after 367 s", "09:07:29 crm has failed 0 for a1 after 22 s",
                "09:07:29 0 has held a1 for 22 s", "09:07:29 0 serves a1 on paper, without crm", "09:10:00 crm at 1",
                "09:13:44 0 has talked 375 s with a1", "09:14:14 0 has wrapped up 30 s after a1",
                "09:15:44 0 has entered from paper in 90 s", "09:17:14 0 has entered from paper in 90 s",
                "09:20:00 a2 answered by 0", "09:20:01 crm has answered 0 for a2 after 1 s",
                "09:20:01 0 has held a2 for 1 s", "09:25:01 0 has talked 300 s with a2",
                "09:25:31 0 has wrapped up 30 s after a2"});
}

TEST_CASE("machines: colleagues at the site know that a server is down, for a while", "[model][machines]") {
    Scenario scenario = desk({look_up(LookUpMoment::before, 1s)}, 0s);
    scenario.groups.front().agents = {2};
    scenario.decisions = {server_down(8h + 30min, 11h)};
    add_call(scenario, 9h + 1min);   // within two minutes after 9:00:22: nobody tries
    add_call(scenario, 9h + 10min);  // after that somebody does
    const auto paper = facts_like<WentToPaper>(scenario);
    REQUIRE(paper.size() == 3);
    CHECK(paper[0].at == at(9h + 22s));
    CHECK(paper[1].at == at(9h + 1min));
    CHECK(paper[2].at == at(9h + 10min + 22s));
    CHECK(facts_like<LookedUp>(scenario).size() == 2);
    // At the end of the day two are free when the server is back, and a third entry follows: nothing stays on paper.
    const auto entered = facts_like<EnteredFromPaper>(scenario);
    REQUIRE(entered.size() == 3);
    CHECK(entered[0].at == at(11h + 90s));
    CHECK(entered[1].at == at(11h + 90s));
    CHECK(entered[2].at == at(11h + 180s));
}

TEST_CASE("machines: a single failure is bad luck, and several in a row are known to all", "[model][machines]") {
    Scenario scenario = desk({look_up(LookUpMoment::before, 1s)}, 0s);
    scenario.infrastructure.paper.failures = 2;
    scenario.groups.front().agents = {3};
    scenario.decisions = {server_down(8h + 30min, 11h)};
    add_call(scenario, 9h + 1min);   // tries, and is the second to fail, at 9:01:22
    add_call(scenario, 9h + 2min);   // does not try
    add_call(scenario, 9h + 30min);  // tries again
    std::vector<TimePoint> failed;
    for (const auto& one : facts_like<LookedUp>(scenario)) failed.push_back(one.at);
    CHECK(failed == std::vector{at(9h + 22s), at(9h + 1min + 22s), at(9h + 30min + 22s)});
    CHECK(facts_like<WentToPaper>(scenario).size() == 4);
}

TEST_CASE("machines: of a type with a callback the agent writes the request down and calls back when the server is up",
          "[model][machines]") {
    Scenario scenario = desk({look_up(LookUpMoment::before, 1s)}, 0s);
    Callback callback;
    callback.dialling = constant(20s);
    callback.reached = 1.0;
    callback.on_paper = constant(60s);
    callback.retry = 15min;
    scenario.call_types.front().callback = callback;
    scenario.decisions = {server_down(8h + 30min, 9h + 10min)};
    // On paper from 9:00:22 for a minute. The callback cannot be made while the server is down: it is tried every 15
    // minutes, first at 9:16:22, when the server is up. After it the request is entered.
    CHECK(machine_story(scenario) ==
          Lines{"08:30:00 crm at 0", "09:00:00 a0 answered by 0", "09:00:22 crm has failed 0 for a0 after 22 s",
                "09:00:22 0 has held a0 for 22 s", "09:00:22 0 serves a0 on paper, without crm",
                "09:01:22 0 has talked 60 s with a0", "09:01:22 a0 on paper, will be called", "09:10:00 crm at 1",
                "09:16:42 0 reaches a0 after 920 s", "09:16:43 crm has answered 0 for a0 after 1 s",
                "09:16:43 0 has held a0 for 1 s", "09:21:43 0 has talked 300 s with a0",
                "09:23:13 0 has entered from paper in 90 s"});
}

TEST_CASE("machines: a call that nothing is looked up for does not mind a server that is down", "[model][machines]") {
    Scenario scenario = desk({look_up(LookUpMoment::before, 1s)});
    scenario.call_types.front().look_ups.front().share = 0.0;
    scenario.decisions = {server_down(8h + 30min, 11h)};
    CHECK(facts_like<WentToPaper>(scenario).empty());
    CHECK(facts_like<TalkEnded>(scenario).front().at == at(9h + 5min));
}

TEST_CASE("machines: a task of the IVR waits for its look-ups, and fails with them", "[model][machines]") {
    Scenario scenario = desk({});
    SelfService balance = self_service(30s);
    balance.look_ups = {look_up(LookUpMoment::during, 4s, 2)};
    balance.when_failed = node(1);
    scenario.call_types.front().flow = add_flow(scenario, "main", {{"balance", balance}, support::ask("person")});
    CHECK(machine_story(scenario) == Lines{"09:00:34 crm has answered ivr for a0 after 4 s",
                                           "09:00:38 crm has answered ivr for a0 after 4 s",
                                           "09:00:38 a0 contained after 38 s in main"});
    scenario.decisions = {server_down(9h + 32s, 11h)};
    // The first fails 22 s after it was asked, at 9:00:30.
    CHECK(machine_story(scenario) == Lines{"09:00:32 crm at 0", "09:00:52 crm has failed ivr for a0 after 22 s",
                                           "09:00:52 a0 wants a after 52 s in main", "09:00:52 a0 answered by 0",
                                           "09:05:52 0 has talked 300 s with a0",
                                           "09:06:22 0 has wrapped up 30 s after a0", "11:00:00 crm at 1"});
    scenario.decisions.clear();
    scenario.flows.front().patience = constant(35s);
    CHECK(machine_story(scenario) == Lines{"09:00:34 crm has answered ivr for a0 after 4 s",
                                           "09:00:35 crm is given up by ivr for a0 after 1 s",
                                           "09:00:35 a0 gave up after 35 s in main"});
}

TEST_CASE("machines: a site that is lost drops its calls, or lets them end, and its agents come back",
          "[model][machines]") {
    Scenario scenario = desk({look_up(LookUpMoment::before, 8s)});
    scenario.groups.front().site = "office";
    scenario.decisions = {site_lost(9h + 2min, 10h, true)};
    CHECK(machine_story(scenario) ==
          Lines{"09:00:00 a0 answered by 0", "09:00:08 crm has answered 0 for a0 after 8 s",
                "09:00:08 0 has held a0 for 8 s", "09:02:00 office at 0", "09:02:00 crm at 0", "09:02:00 0 loses a0",
                "09:02:00 0 has talked 112 s with a0", "10:00:00 office at 1", "10:00:00 crm at 1"});
    CHECK(states(scenario) == std::vector{AgentState::available, AgentState::talking, AgentState::on_hold,
                                          AgentState::talking, AgentState::signed_out, AgentState::available,
                                          AgentState::signed_out});
    scenario.decisions = {site_lost(9h + 4s, 10h, true)};  // while the customer is on hold
    CHECK(machine_story(scenario) == Lines{"09:00:00 a0 answered by 0", "09:00:04 office at 0", "09:00:04 crm at 0",
                                           "09:00:04 crm is given up by 0 for a0 after 4 s",
                                           "09:00:04 0 has held a0 for 4 s", "09:00:04 0 loses a0",
                                           "09:00:04 0 has talked 0 s with a0", "10:00:00 office at 1",
                                           "10:00:00 crm at 1"});
    scenario.decisions = {site_lost(9h + 2min, 10h, false)};
    const auto ended = facts_like<TalkEnded>(scenario);
    REQUIRE(ended.size() == 1);
    CHECK(ended.front().at == at(9h + 5min + 8s));
    CHECK(facts_like<CallDropped>(scenario).empty());
    const auto changes = facts_like<AgentChanged>(scenario);
    CHECK(changes[5].to == AgentState::signed_out);
    CHECK(changes[5].at == at(9h + 5min + 38s));
}

TEST_CASE("machines: whose call was dropped may call again", "[model][machines]") {
    Scenario scenario = desk({});
    scenario.call_types.front().redial = redial(0.0, 1.0);
    scenario.decisions = {site_lost(9h + 2min, 9h + 3min, true)};
    const auto again = facts_like<WillCallAgain>(scenario);
    REQUIRE(again.size() == 1);
    CHECK(again.front().reason == CallAgainReason::dropped);
    CHECK(facts_like<Answered>(scenario).back().at == at(9h + 5min));
}

TEST_CASE("machines: agents behind a full link take no further calls", "[model][machines]") {
    // A link with room for one call: 75 % of 30,000 byte/s, 10,900 for a call, are two; of 20,000 they are one.
    Scenario scenario = desk({}, 0s);
    Infrastructure& all = scenario.infrastructure;
    all.sites.push_back({"home", "", ""});
    Link link;
    link.id = "dsl";
    link.to = SiteId{1};
    link.bytes_per_second = 20'000;
    all.links.push_back(link);
    all.voice.emplace();
    scenario.groups.front().site = "home";
    scenario.groups.front().agents = {2};
    add_call(scenario, 9h + 1min);
    CHECK(contact_story(scenario) == Lines{"09:00:00 a0 answered by 0", "09:01:00 a1 queued, patience for ever",
                                           "09:05:00 a1 answered by 0 after 240 s"});
    scenario.infrastructure.links.front().bytes_per_second = 30'000;
    CHECK(contact_story(scenario) == Lines{"09:00:00 a0 answered by 0", "09:01:00 a1 answered by 1"});
    scenario.infrastructure.links.front().bytes_per_second = 10'000;  // none at all
    scenario.call_types.front().patience = constant(60s);
    CHECK(facts_like<Answered>(scenario).empty());
}

TEST_CASE("machines: what breaks is repaired, and the breakdowns are the same in every variant", "[model][machines]") {
    Scenario scenario = desk({look_up(LookUpMoment::before, 1s)});
    scenario.centre.days = 40;
    scenario.infrastructure.servers.front().breakdowns = Breakdowns{exponential(86'400), exponential(3'600)};
    const auto changes = facts_like<MachineChanged>(scenario);
    REQUIRE(changes.size() > 20);
    for (std::size_t i = 0; i < changes.size(); ++i) CHECK(changes[i].speed == (i % 2 == 0 ? 0.0 : 1.0));
    CHECK(changes.back().at < at(41 * 24h));
    // As often as 40 days ÷ (24 h + 1 h): a renewal process whose number has about that variance.
    CHECK(std::abs(static_cast<double>(changes.size()) / 2.0 - 40.0 * 24 / 25) < 3.9 * std::sqrt(40.0 * 24 / 25));
    Scenario other = scenario;
    add_group(other, group("more", {1}, {0}));
    const auto same = facts_like<MachineChanged>(other);
    REQUIRE(same.size() == changes.size());
    for (std::size_t i = 0; i < same.size(); ++i) CHECK(same[i].at == changes[i].at);
}

TEST_CASE("machines: phases of the day set a machine's speed", "[model][machines]") {
    Scenario scenario = desk({look_up(LookUpMoment::before, 4s)});
    scenario.infrastructure.servers.front().phases = {{8h + 30min, 0.5}, {12h, 1.0}};
    CHECK(machine_story(scenario) == Lines{"08:30:00 crm at 0.5", "09:00:00 a0 answered by 0",
                                           "09:00:08 crm has answered 0 for a0 after 8 s",
                                           "09:00:08 0 has held a0 for 8 s", "09:05:08 0 has talked 300 s with a0",
                                           "09:05:38 0 has wrapped up 30 s after a0", "12:00:00 crm at 1"});
}

}  // namespace floorwalker::model
