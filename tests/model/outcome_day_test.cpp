#include <cmath>

#include <catch2/catch.hpp>

#include "sim/model/contact/luck.hpp"
#include "sim/model/contact/outcome.hpp"
#include "sim/model/model.hpp"
#include "tests/support/journeys.hpp"

/// What contacts come to, on days worked out by hand. Shares are 0 or 1, or looked up among the customers' luck.
namespace floorwalker::model {
namespace {

using namespace support;

/// One agent, calls of a minute that always find it free.
Scenario calls(int count, const OutcomeRules& rules) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    scenario.call_types.front().outcome = rules;
    add_group(scenario, group("all", {1}, {0}));
    for (int i = 0; i < count; ++i) add_call(scenario, 8h + i * 2min);
    return scenario;
}

/// Everything is solved, nothing wrong, nobody says anything.
OutcomeRules perfect() {
    OutcomeRules rules;
    rules.solved = 1.0;
    rules.politeness = 1.0;
    return rules;
}

std::vector<Outcome> outcomes(const Scenario& scenario) {
    std::vector<Outcome> all;
    for (const auto& fact : facts_like<OutcomeKnown>(scenario)) all.push_back(fact.outcome);
    return all;
}

Lines ends(const Scenario& scenario) {
    Lines lines;
    for (const auto& line : journey_story(scenario)) {
        if (line.find("answered") == std::string::npos && line.find("queued") == std::string::npos)
            lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("an outcome is stated after the last talk", "[model][outcome]") {
    CHECK(ends(calls(2, perfect())) == Lines{"08:01:00 0 has talked 60 s with a0", "08:01:00 a0 solved",
                                             "08:03:00 0 has talked 60 s with a1", "08:03:00 a1 solved"});
}

TEST_CASE("a multiple on odds moves the log-odds by its logarithm", "[model][outcome]") {
    const auto log_odds = [](double share) { return std::log(share / (1.0 - share)); };
    for (const double share : {0.001, 0.2, 0.5, 0.85, 0.999}) {
        for (const double multiple : {0.1, 0.5, 1.0, 3.0, 20.0})
            CHECK(log_odds(with_odds(share, multiple)) == Approx(log_odds(share) + std::log(multiple)));
    }
    // 0.8 are odds of 4 to 1; a tenth of them are 0.4 to 1, which is 0.4 / 1.4.
    CHECK(with_odds(0.8, 0.1) == Approx(0.285714).margin(1e-6));
    CHECK(with_odds(0.0, 5.0) == 0.0);
    CHECK(with_odds(1.0, 0.2) == 1.0);
}

TEST_CASE("satisfaction by its closed form", "[model][outcome]") {
    const SatisfactionRules rules;
    Outcome outcome;
    outcome.politeness = 0.85;
    // −1.3 + 2.2 + 0.85 = 1.75: P(4 or 5) = 1 / (1 + e^−1.75) = 0.851953; P(5): 1.75 − 1.2, 0.634136.
    CHECK(score_at_least(4, rules, outcome) == Approx(0.851953).margin(1e-6));
    CHECK(score_at_least(5, rules, outcome) == Approx(0.634136).margin(1e-6));
    // Unsolved, with a defect, after two minutes: −1.3 − 0.3 + 0.85 − 0.8 = −1.55.
    outcome.solved = false;
    outcome.defects[2] = true;
    outcome.waited = 2min;
    CHECK(score_at_least(4, rules, outcome) == Approx(0.175086).margin(1e-6));
    // Thresholds of −1 and −2: −0.55 and 0.45.
    CHECK(score_at_least(3, rules, outcome) == Approx(0.365864).margin(1e-6));
    CHECK(score_at_least(2, rules, outcome) == Approx(0.610639).margin(1e-6));
}

TEST_CASE("who waits is less satisfied: the wait is that of all agents", "[model][outcome]") {
    Scenario scenario = calls(2, perfect());
    scenario.replay->back().at = TimePoint{8h + 20s};  // waits 40 s
    const auto all = outcomes(scenario);
    REQUIRE(all.size() == 2);
    CHECK(all[0].waited == 0s);
    CHECK(all[1].waited == 40s);
}

TEST_CASE("a transferred contact has one outcome, of its last leg", "[model][outcome]") {
    Scenario scenario = calls(2, perfect());
    scenario.replay->back().at = TimePoint{8h + 20s};
    const CallTypeId b = add_type(scenario, "b", 30s);
    scenario.call_types[0].transfers.push_back(transfer_to(b));
    scenario.call_types[1].outcome = perfect();
    scenario.call_types[1].outcome->solved = 0.0;
    scenario.groups.front().skills[b] = 1.0;
    // a0 talks until 8:01:00 and takes the agent again as b at once, or after a1: by the order of waiting.
    const auto facts = facts_like<OutcomeKnown>(scenario);
    REQUIRE(facts.size() == 2);
    for (const auto& fact : facts) {
        CHECK(fact.contact.leg == 1);
        CHECK(fact.contact.call_type == b);
        CHECK_FALSE(fact.outcome.solved);
    }
    // a1 waits 40 s from 8:00:20; then a0, since 8:01:00, until 8:02:00, and a1 again from there to 8:02:30.
    CHECK(facts[0].outcome.waited == 60s);
    CHECK(facts[1].outcome.waited == 70s);
}

TEST_CASE("chats and mail have outcomes; of mail only the time beyond its due counts as a wait", "[model][outcome]") {
    const auto channel = GENERATE(Channel::chat, Channel::mail);
    Scenario scenario = calls(2, perfect());
    scenario.replay->back().at = TimePoint{8h};
    scenario.call_types.front().channel = channel;
    scenario.call_types.front().due = 90s;
    const auto all = outcomes(scenario);
    REQUIRE(all.size() == 2);
    CHECK(all[0].waited == 0s);
    CHECK(all[1].waited == (channel == Channel::mail ? 30s : 60s));  // done at 8:02:00, or taken at 8:01:00
}

TEST_CASE("exactly the unsolved call again", "[model][outcome][repeat]") {
    OutcomeRules rules = perfect();
    rules.solved = 0.5;
    Scenario scenario = calls(25, rules);
    scenario.centre.close = 12h;
    Repeat repeat;
    repeat.delay = constant(1h + 1s);
    scenario.call_types.front().repeat = repeat;
    std::vector<Customer> unsolved;
    for (const auto& fact : facts_like<OutcomeKnown>(scenario)) {
        if (!fact.outcome.solved && fact.at < TimePoint{10h}) unsolved.push_back(fact.contact.customer);
    }
    std::vector<Customer> called;
    for (const auto& fact : facts_like<WillCallAgain>(scenario)) {
        CHECK(fact.reason == CallAgainReason::unsolved);
        if (fact.at < TimePoint{10h}) called.push_back(fact.contact.customer);
    }
    CHECK(unsolved == called);
    CHECK(unsolved.size() > 5);
}

TEST_CASE("of the unsolved only some call again", "[model][outcome][repeat]") {
    OutcomeRules rules = perfect();
    rules.solved = 0.0;
    Scenario scenario = calls(25, rules);
    scenario.call_types.front().repeat =
        Repeat{.unsolved = 0.0, .calls_again = 0.4, .delay = constant(1s), .becomes = {}};
    std::size_t expected = 0;
    const auto facts = facts_like<OutcomeKnown>(scenario);
    for (const auto& fact : facts) {
        const double luck =
            chance(kernel::stream_key(1, 0), fact.contact.customer, Purpose::call_again, turn_of(fact.contact));
        if (luck < 0.4 && fact.at < TimePoint{9h - 1s}) ++expected;
    }
    CHECK(facts_like<WillCallAgain>(scenario).size() == expected);
    CHECK(expected > 5);
}

TEST_CASE("a gap in knowledge and an outage change outcomes while they go on", "[model][outcome][decision]") {
    OutcomeRules rules = perfect();
    rules.solved = 0.5;
    Scenario scenario = calls(25, rules);
    SECTION("a gap that leaves nearly nothing solved") {
        scenario.decisions.push_back({8h + 20min, {}, KnowledgeGap{{}, 1e-6, 1.0, 8h + 40min}});
        for (const auto& fact : facts_like<OutcomeKnown>(scenario)) {
            const double luck =
                chance(kernel::stream_key(1, 0), fact.contact.customer, Purpose::solved, turn_of(fact.contact));
            const bool in_gap = fact.at >= TimePoint{8h + 20min} && fact.at < TimePoint{8h + 40min};
            CHECK(fact.outcome.solved == (!in_gap && luck < 0.5));
        }
    }
    SECTION("a gap of another call type changes nothing") {
        const auto before = outcomes(scenario);
        const CallTypeId b = add_type(scenario, "b", 1s);
        scenario.groups.front().skills[b] = 1.0;
        scenario.decisions.push_back({8h, {}, KnowledgeGap{b, 1e-6, 1e6, 9h}});
        const auto after = outcomes(scenario);
        REQUIRE(before.size() == after.size());
        for (std::size_t i = 0; i < before.size(); ++i) CHECK(before[i].solved == after[i].solved);
    }
    SECTION("an outage raises faults of the systems, callback or not") {
        scenario.call_types.front().outcome->defects.share[0] = 0.01;
        scenario.call_types.front().outcome->defects.in_outage = 1e6;
        scenario.decisions.push_back({8h + 20min, {}, Outage{{}, false, 8h + 40min}});
        for (const auto& fact : facts_like<OutcomeKnown>(scenario)) {
            const double luck =
                chance(kernel::stream_key(1, 0), fact.contact.customer, Purpose::system_defect, turn_of(fact.contact));
            const bool in_outage = fact.at >= TimePoint{8h + 20min} && fact.at < TimePoint{8h + 40min};
            // 0.01 are odds of 1 to 99; a million of them leave 1 − 9.9e-5.
            CHECK(fact.outcome.defects[0] == (luck < (in_outage ? 1 - 9.9e-5 : 0.01)));
        }
    }
    SECTION("all that goes on is multiplied") {
        scenario.centre.knowledge_base = {0.5, 2.0};
        scenario.call_types.front().outcome->defects.share[1] = 0.04;
        scenario.call_types.front().outcome->solved_with_defect = 1.0;
        scenario.decisions.push_back({8h, {}, KnowledgeGap{{}, 0.5, 3.0, 9h}});
        scenario.decisions.push_back({8h + 10min, {}, KnowledgeGap{CallTypeId{0}, 0.4, 2.0, 8h + 30min}});
        for (const auto& fact : facts_like<OutcomeKnown>(scenario)) {
            const auto luck = [&](Purpose purpose) {
                return chance(kernel::stream_key(1, 0), fact.contact.customer, purpose, turn_of(fact.contact));
            };
            const bool in_both = fact.at >= TimePoint{8h + 10min} && fact.at < TimePoint{8h + 30min};
            // Odds of 1, halved twice, and times 0.4: 1 to 4, or 1 to 10. A defect: 1 to 24, times 6 or 12.
            CHECK(fact.outcome.solved == (luck(Purpose::solved) < (in_both ? 1.0 / 11 : 1.0 / 5)));
            CHECK(fact.outcome.defects[1] == (luck(Purpose::knowledge_defect) < (in_both ? 12.0 / 36 : 6.0 / 30)));
        }
    }
    SECTION("a poor knowledge base, all day") {
        scenario.centre.knowledge_base = {0.25, 1.0};
        for (const auto& fact : facts_like<OutcomeKnown>(scenario)) {
            const double luck =
                chance(kernel::stream_key(1, 0), fact.contact.customer, Purpose::solved, turn_of(fact.contact));
            CHECK(fact.outcome.solved == (luck < 0.2));  // odds of a quarter
        }
    }
}

TEST_CASE("agents of a group solve another share", "[model][outcome]") {
    OutcomeRules rules = perfect();
    rules.solved_by_group[GroupId{1}] = 0.0;
    Scenario scenario = calls(2, rules);
    scenario.replay->back().at = TimePoint{8h + 20s};
    add_group(scenario, group("others", {1}, {0}));
    const auto facts = facts_like<OutcomeKnown>(scenario);
    REQUIRE(facts.size() == 2);
    for (const auto& fact : facts) CHECK(fact.outcome.solved == (fact.group == GroupId{0}));
}

TEST_CASE("a defect makes a solution less likely and a complaint more", "[model][outcome]") {
    OutcomeRules rules = perfect();
    rules.solved = 0.5;
    rules.defects.share[2] = 1.0;
    rules.solved_with_defect = 0.25;
    rules.complaint = {.share = 0.1, .unsolved = 2.0, .with_defect = 3.0, .long_wait = 1.0};
    int complaints = 0;
    for (const auto& fact : facts_like<OutcomeKnown>(calls(29, rules))) {
        const auto luck = [&](Purpose purpose) {
            return chance(kernel::stream_key(1, 0), fact.contact.customer, purpose, turn_of(fact.contact));
        };
        CHECK(fact.outcome.defects[2]);
        CHECK(fact.outcome.solved == (luck(Purpose::solved) < 0.2));  // 1/4 to 1
        // 1 to 9, times 3, and times 2 if unsolved: 3 / 12, or 6 / 15.
        CHECK(fact.outcome.complains == (luck(Purpose::complaint) < (fact.outcome.solved ? 0.25 : 0.4)));
        complaints += fact.outcome.complains ? 1 : 0;
    }
    CHECK(complaints > 5);
}

TEST_CASE("what is asked of outcomes changes nothing else", "[model][outcome][luck]") {
    Scenario scenario = calls(25, perfect());
    Scenario without = scenario;
    without.call_types.front().outcome.reset();
    CHECK(contact_story(scenario) == contact_story(without));
    CHECK(facts_like<OutcomeKnown>(without).empty());
}

}  // namespace floorwalker::model
