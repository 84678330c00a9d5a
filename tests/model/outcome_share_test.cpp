#include <cmath>

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "sim/model/contact/outcome.hpp"
#include "tests/support/journeys.hpp"

/// Shares of outcomes against their closed forms, over many contacts of a centre in which nobody waits.
namespace floorwalker::model {
namespace {

using namespace support;

// Wrong less than once in 100,000 runs.
constexpr double kErrors = 4.5;

/// `hours` hours with 1,800 calls of ten seconds each hour, for twenty agents: nobody waits.
Scenario busy_day(std::int64_t hours, const OutcomeRules& rules) {
    Scenario scenario = one_day(hours, 1h);
    CallType type = call_type("a", {1800}, constant(10s));
    type.outcome = rules;
    scenario.call_types.push_back(type);
    scenario.groups.push_back(group("all", {40}, {0}));
    return scenario;
}

std::vector<Outcome> outcomes(const Scenario& scenario, std::uint64_t seed = 1) {
    std::vector<Outcome> all;
    for (const auto& fact : facts_like<OutcomeKnown>(scenario, seed)) all.push_back(fact.outcome);
    return all;
}

template <class Wanted>
double share_of(const std::vector<Outcome>& all, Wanted wanted) {
    return static_cast<double>(std::count_if(all.begin(), all.end(), wanted)) / static_cast<double>(all.size());
}

void check_share(double found, double expected, std::size_t contacts) {
    const double error = std::sqrt(expected * (1 - expected) / static_cast<double>(contacts));
    INFO("found " << found << ", expected " << expected << " ± " << kErrors * error);
    CHECK(std::abs(found - expected) < kErrors * error);
}

}  // namespace

TEST_CASE("the share that average agents solve is the key's", "[model][outcome]") {
    OutcomeRules rules;
    rules.solved = 0.7;
    const auto all = outcomes(busy_day(10, rules));
    REQUIRE(all.size() > 15'000);
    check_share(share_of(all, [](const Outcome& o) { return o.solved; }), 0.7, all.size());
}

TEST_CASE("defects by kind, and what they do to solutions", "[model][outcome]") {
    OutcomeRules rules;
    rules.solved = 0.8;
    rules.defects.share = {0.02, 0.05, 0.1};
    rules.solved_with_defect = 0.25;
    const auto all = outcomes(busy_day(10, rules));
    for (std::size_t kind = 0; kind < kDefectKinds; ++kind)
        check_share(share_of(all, [kind](const Outcome& o) { return o.defects[kind]; }), rules.defects.share[kind],
                    all.size());
    // Kinds strike independently: 1 − 0.98 · 0.95 · 0.9 = 0.1621.
    check_share(share_of(all, [](const Outcome& o) { return o.has_defect(); }), 0.1621, all.size());
    // Odds of 4, and of 1 with a defect: 0.8379 · 0.8 + 0.1621 · 0.5.
    check_share(share_of(all, [](const Outcome& o) { return o.solved; }), 0.75137, all.size());
}

TEST_CASE("satisfaction over all politenesses", "[model][outcome]") {
    OutcomeRules rules;
    rules.solved = 1.0;
    rules.politeness = 0.6;
    const auto all = outcomes(busy_day(10, rules));
    double mean = 0;
    for (const Outcome& one : all) mean += one.politeness / static_cast<double>(all.size());
    // u^(2/3): mean 0.6, mean square 1 / (1 + 4/3) = 3/7, variance 0.0686.
    CHECK(std::abs(mean - 0.6) < kErrors * std::sqrt((3.0 / 7 - 0.36) / static_cast<double>(all.size())));
    for (int k = 2; k <= 5; ++k) {
        // The integral over u by the midpoint rule; the integrand is smooth but at 0.
        constexpr int kSteps = 100'000;
        double expected = 0;
        for (int i = 0; i < kSteps; ++i) {
            Outcome one;
            one.politeness = std::pow((i + 0.5) / kSteps, 2.0 / 3);
            expected += score_at_least(k, rules.satisfaction, one) / kSteps;
        }
        check_share(share_of(all, [k](const Outcome& o) { return o.satisfaction >= k; }), expected, all.size());
    }
}

TEST_CASE("who answers the survey", "[model][outcome]") {
    OutcomeRules rules;
    rules.survey = 0.2;
    const auto score_of = [](const std::vector<Outcome>& all, bool of_survey) {
        double sum = 0;
        double count = 0;
        for (const Outcome& one : all) {
            if (of_survey && one.survey_score == 0) continue;
            sum += one.satisfaction;
            count += 1;
        }
        return sum / count;
    };
    SECTION("without selection it says what all think") {
        const auto all = outcomes(busy_day(10, rules));
        check_share(share_of(all, [](const Outcome& o) { return o.survey_score > 0; }), 0.2, all.size());
        // A score has a standard deviation of at most 2.
        const double error = 2.0 / std::sqrt(0.2 * static_cast<double>(all.size()));
        CHECK(std::abs(score_of(all, true) - score_of(all, false)) < kErrors * error);
    }
    SECTION("who is angry answers rather: each score by its own share") {
        rules.survey_odds = {4.0, 1.0, 1.0, 1.0, 0.5};
        const auto all = outcomes(busy_day(10, rules));
        // Odds of 1 to 4: times 4 they are 1/2, times 1/2 they are 1/9.
        const std::array expected{0.5, 0.2, 0.2, 0.2, 1.0 / 9};
        for (int score = 1; score <= 5; ++score) {
            std::vector<Outcome> those;
            for (const Outcome& one : all) {
                if (one.satisfaction == score) those.push_back(one);
            }
            REQUIRE(those.size() > 100);
            check_share(share_of(those, [](const Outcome& o) { return o.survey_score > 0; }),
                        expected[static_cast<std::size_t>(score - 1)], those.size());
        }
    }
}

TEST_CASE("complaints and praise", "[model][outcome]") {
    OutcomeRules rules;
    rules.solved = 0.6;
    rules.complaint = {.share = 0.05, .unsolved = 4.0, .with_defect = 1.0, .long_wait = 1.0};
    rules.praise = 0.3;
    const auto all = outcomes(busy_day(10, rules));
    // 0.6 · 0.05 + 0.4 · 4 / (4 + 19) = 0.0995652.
    check_share(share_of(all, [](const Outcome& o) { return o.complains; }), 0.0995652, all.size());
    std::vector<Outcome> fives;
    for (const Outcome& one : all) {
        CHECK((!one.praises || one.satisfaction == 5));
        if (one.satisfaction == 5) fives.push_back(one);
    }
    check_share(share_of(fives, [](const Outcome& o) { return o.praises; }), 0.3, fives.size());
}

TEST_CASE("contacts for each matter: 1 / (1 − u c)", "[model][outcome][repeat]") {
    OutcomeRules rules;
    rules.solved = 0.5;
    Scenario scenario = busy_day(10, rules);
    scenario.centre.days = 2;
    scenario.call_types.front().arrivals.by_weekday = {1, 0, 1, 1, 1, 1, 1};  // a Monday, then only who calls again
    scenario.call_types.front().repeat =
        Repeat{.unsolved = 0.0, .calls_again = 0.6, .delay = constant(5min), .becomes = {}};
    double customers = 0;
    double contacts = 0;
    for (const auto& fact : facts_like<Offered>(scenario)) {
        contacts += 1;
        customers += fact.contact.attempt == 0 ? 1 : 0;
    }
    // u c = 0.5 · 0.6 = 0.3: 1 / 0.7 = 1.428571 contacts, with the variance 0.3 / 0.49 of a geometric number.
    const double error = std::sqrt(0.3 / 0.49 / customers);
    CHECK(std::abs(contacts / customers - 1 / 0.7) < kErrors * error);
}

TEST_CASE("better agents only turn some of the unsolved into solved", "[model][outcome][luck]") {
    OutcomeRules rules;
    rules.solved = 0.6;
    rules.defects.share = {0.1, 0.1, 0.1};
    rules.survey = 0.3;
    const auto before = outcomes(busy_day(2, rules));
    rules.solved = 0.8;
    rules.defects.share = {0.1, 0.05, 0.1};
    rules.politeness = 0.95;
    const auto after = outcomes(busy_day(2, rules));
    REQUIRE(before.size() == after.size());
    std::size_t gained = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK((after[i].solved || !before[i].solved));
        CHECK((before[i].defects[1] || !after[i].defects[1]));
        CHECK(after[i].defects[0] == before[i].defects[0]);
        CHECK(after[i].politeness >= before[i].politeness);
        CHECK(after[i].satisfaction >= before[i].satisfaction);
        CHECK((after[i].survey_score > 0) == (before[i].survey_score > 0));
        gained += after[i].solved && !before[i].solved ? 1 : 0;
    }
    CHECK(gained > 100);
}

}  // namespace floorwalker::model
