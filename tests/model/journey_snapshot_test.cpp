#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/engines.hpp"
#include "tests/support/facts.hpp"

/// The world is a value with everything in it: IVR, tiers, steps, callbacks, transfers, campaigns, chats, mail, peaks.
/// A copy goes on as the original does, however the run is cut.
namespace floorwalker::model {
namespace {

using namespace support;

/// The template that uses every section, with rules thrown by chance.
Scenario everything(std::uint64_t seed) {
    Dice dice{seed};
    Scenario scenario = parse_scenario(scenario_template("full"), "full.toml").scenario;
    scenario.centre.days = 2;
    scenario.centre.lines = dice.between(25, 60);
    scenario.centre.after_close = dice.one_of({AfterClose::drain, AfterClose::clear, AfterClose::carry_over});
    for (CallType& type : scenario.call_types) {
        type.choose = static_cast<AgentChoice>(dice.below(7));
        if (type.channel != Channel::voice) continue;
        type.expected =
            WaitAnnouncement{static_cast<WaitEstimator>(dice.below(kWaitEstimators)), dice.happens(0.5), {}};
        if (dice.happens(0.3)) type.expected->closed = 10min;
    }
    CallType& billing = scenario.call_types.front();
    billing.arrivals.factor = 1.3;  // so that there are queues
    billing.callback->when = dice.one_of({Callback::When::in_turn, Callback::When::quiet});
    billing.callback->offered_above = dice.one_of<Duration>({20s, 1min});
    billing.repeat->delay = exponential(3000);
    billing.transfers.front().kind = dice.one_of({TransferKind::cold, TransferKind::warm, TransferKind::conference});
    billing.transfers.front().returns = dice.happens(0.5);
    for (Group& group : scenario.groups) group.take = static_cast<ContactChoice>(dice.below(5));
    scenario.campaigns.front().dialer = static_cast<Dialer>(dice.below(4));
    return scenario;
}

template <class Kind>
bool states(const std::vector<Fact>& facts) {
    return std::any_of(facts.begin(), facts.end(), [](const Fact& fact) { return std::holds_alternative<Kind>(fact); });
}

}  // namespace

TEST_CASE("the centre with everything does state everything", "[model][snapshot]") {
    std::vector<Fact> all;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const std::vector<Fact> facts = facts_of(everything(seed), seed);
        all.insert(all.end(), facts.begin(), facts.end());
    }
    CHECK(states<Blocked>(all));
    CHECK(states<Abandoned>(all));
    CHECK(states<Dismissed>(all));
    CHECK(states<EnteredNode>(all));
    CHECK(states<LeftIvr>(all));
    CHECK(states<WaitEstimated>(all));
    CHECK(states<StepTaken>(all));
    CHECK(states<WorkDone>(all));
    CHECK(states<Interrupted>(all));
    CHECK(states<Transferred>(all));
    CHECK(states<CallbackOffered>(all));
    CHECK(states<CallbackKept>(all));
    CHECK(states<CalledBack>(all));
    CHECK(states<WillCallAgain>(all));
    CHECK(states<Dialled>(all));
    CHECK(states<DecisionApplied>(all));
}

TEST_CASE("centres with everything, copied at random moments and run on", "[model][snapshot]") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        INFO("everything(" << seed << ")");
        check_copies(everything(seed), seed, 8);
    }
}

TEST_CASE("centres with everything, stepped, in slices and at once", "[model][snapshot]") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        INFO("everything(" << seed << ")");
        check_all_ways(everything(seed), seed);
    }
}

TEST_CASE("a copy changed by a decision leaves the original as it was", "[model][snapshot]") {
    const Scenario scenario = everything(3);
    const Uninterrupted whole = at_once(scenario, 3);
    DigestEngine engine = engine_for(scenario, 3);
    engine.run_until(TimePoint{11h});
    DigestEngine changed = engine;
    changed.apply(absent(GroupId{0}, 11h, 14h, 6));
    changed.run();
    CHECK(changed.observer().value() != whole.digest);
    CHECK(run_on(engine) == whole.digest);
}

}  // namespace floorwalker::model
