#include <cmath>
#include <map>

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/journeys.hpp"

/// How many callers go which way through an IVR, against the Markov chain of the flow, and that their ways are theirs.
namespace floorwalker::model {
namespace {

using namespace support;

// Of the tries at the menu 10 % time out (10 s) and 5 % hit a wrong key; a second one is given, then a person. Of the
// keys 50 % are 1, balance; 30 % are 2, which tells something and comes back to the menu; 20 % are 0, a person. The
// balance is told to 80 %, the others want a person.
IvrFlow flow_with_a_loop(CallTypeId type) {
    Menu top = menu(8s, {{"1", 0.5, node(1)}, {"2", 0.3, node(2)}, {"0", 0.2, node(3)}});
    top.timeout = 0.1;
    top.timeout_after = 10s;
    top.wrong_key = 0.05;
    top.tries = 2;
    top.when_failed = node(3);
    SelfService balance = self_service(40s, 0.8);
    balance.when_failed = node(3);
    return {"main", "", {{"menu", top}, {"balance", balance}, say("info", 20s, 0), ask("person", type)}, std::nullopt};
}

// `agents` people take what the IVR leaves of 20,000 calls to one number in an hour.
Scenario busy_number(std::int64_t agents) {
    Scenario scenario = quiet_day(1);
    const CallTypeId type = add_type(scenario, "a", 60s, 300s);
    scenario.flows.push_back(flow_with_a_loop(type));
    const NumberId number = add_number(scenario, "10000", FlowId{0});
    scenario.decisions.push_back({8h, {}, Peak{{}, number, 20'000.0, 9h, {}}});
    add_group(scenario, group("all", {agents}, {0}));
    return scenario;
}

}  // namespace

TEST_CASE("visits of nodes, containment and time in the IVR as the Markov chain of the flow says", "[model][ivr]") {
    const RunResult result = run(busy_number(1000), {.replications = 1});
    REQUIRE(result.ivr.size() == 1);
    const IvrResult& flow = result.ivr.front();
    // Some 20,000 callers; a margin is 4.5 standard errors, passed less than once in 100,000.
    const double n = *flow.entered.mean;
    CHECK(n == Approx(20'000.0).margin(640));  // Poisson: 4.5 × 141
    const double root_n = std::sqrt(n);

    // A visit of the menu ends without a key after two bad tries: 0.15² = 0.0225, else (0.9775) with a key. With m
    // visits of the menu for each caller: info = 0.9775 × 0.3 m, m = 1 + info, so m = 1 ÷ (1 − 0.29325) = 1.414927.
    const double m = 1.0 / (1.0 - 0.29325);
    // The number of visits is geometric: variance 0.29325 ÷ 0.70675² = 0.5871.
    CHECK(*flow.nodes[0].share.mean == Approx(m).margin(4.5 * std::sqrt(0.5871) / root_n));
    CHECK(*flow.nodes[2].share.mean == Approx(0.29325 * m).margin(4.5 * std::sqrt(0.5871) / root_n));
    // balance = 0.9775 × 0.5 m = 0.691546: once at most, so binomial, as are the others.
    const double balance = 0.48875 * m;
    CHECK(*flow.nodes[1].share.mean == Approx(balance).margin(4.5 * std::sqrt(balance * (1 - balance)) / root_n));
    // contained = 0.8 × balance = 0.553237; a person for the rest: (0.9775 × 0.2 + 0.0225) m + 0.2 × balance.
    const double contained = 0.8 * balance;
    const double person = 0.218 * m + 0.2 * balance;
    REQUIRE(contained + person == Approx(1.0));
    const double margin = 4.5 * std::sqrt(contained * person) / root_n;
    CHECK(*flow.nodes[3].share.mean == Approx(person).margin(margin));
    CHECK(*result.overall[Kpi::containment].mean == Approx(contained).margin(margin));
    CHECK(*flow.contained.mean + *flow.wants_agent.mean == n);

    // A try takes 0.1 × 10 s + 0.9 × 8 s = 8.2 s, a visit of the menu 1.15 tries: 9.43 s. All in all
    // 1.414927 × 9.43 s + 0.691546 × 40 s + 0.414927 × 20 s = 49.303 s; the standard deviation is below 40 s.
    const double spent_s = m * 9.43 + balance * 40 + 0.29325 * m * 20;
    CHECK(*flow.mean_s.mean == Approx(spent_s).margin(4.5 * 40 / root_n));
    CHECK(*result.overall[Kpi::ivr_s].mean == Approx(*flow.mean_s.mean));
}

TEST_CASE("a customer chooses the same in the IVR whatever the centre does", "[model][ivr]") {
    using Way = std::vector<std::pair<TimePoint, NodeId>>;
    const auto ways_of = [](const Scenario& scenario) {
        std::map<std::uint32_t, Way> ways;
        for (const auto& visit : facts_like<EnteredNode>(scenario))
            ways[visit.contact.customer.number].emplace_back(visit.at, visit.node);
        return ways;
    };
    const auto ways = ways_of(busy_number(1000));
    REQUIRE(ways.size() > 19'000);
    // One agent for all, another rule, an IVR without the last word: nobody goes another way, nobody at another time.
    Scenario starved = busy_number(1);
    starved.call_types.front().choose = AgentChoice::longest_idle;
    starved.call_types.front().redial = Redial{};
    CHECK(ways_of(starved) == ways);
    // With 200 ports most are blocked, and those who come in go the way that they went before.
    Scenario narrow = busy_number(1000);
    narrow.centre.ivr_ports = 200;
    const auto fewer = ways_of(narrow);
    CHECK(fewer.size() < ways.size());
    for (const auto& [customer, way] : fewer) CHECK(way == ways.at(customer));
}

}  // namespace floorwalker::model
