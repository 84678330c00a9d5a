#include <catch2/catch.hpp>

#include "tests/scenario/reading.hpp"

/// What the keys of routing set.
namespace floorwalker::reading {
namespace {

using namespace std::chrono_literals;

const std::string kLate = "[[group]]\nid = \"late\"\nagents = 4\n";

}  // namespace

TEST_CASE("routing keys of a call type", "[scenario][keys]") {
    const auto type = with_call_type(R"(choose = "weighted_random"
groups = ["general"]
group_weights = { general = 2.5 }
site = "north"
last_agent = "30s"
weight = 3
points = -20
points_per_second = 0.5
queue_share = 0.25
expected_wait = { estimator = "head_wait", announced = true, closed_above = "20min" }
)")
                          .call_types.at(0);
    CHECK(type.choose == AgentChoice::weighted_random);
    CHECK(type.group_weights == std::map<GroupId, double>{{GroupId{0}, 2.5}});
    CHECK(type.site == "north");
    CHECK(type.last_agent == 30s);
    CHECK(type.weight == 3.0);
    CHECK(type.points == -20.0);
    CHECK(type.points_per_second == 0.5);
    CHECK(type.queue_share == 0.25);
    REQUIRE(type.expected);
    CHECK(type.expected->estimator == WaitEstimator::head_wait);
    CHECK(type.expected->announced);
    CHECK(type.expected->closed == 20min);
}

TEST_CASE("routing keys left out", "[scenario][keys]") {
    const auto type = with_call_type("expected_wait = {}\n").call_types.at(0);
    CHECK(type.choose == AgentChoice::preference);
    CHECK(type.group_weights.empty());
    CHECK(type.site.empty());
    CHECK_FALSE(type.last_agent);
    CHECK(type.weight == 1.0);
    CHECK(type.points == 0.0);
    CHECK(type.points_per_second == 1.0);
    CHECK(type.queue_share == 1.0);
    CHECK(type.steps.empty());
    REQUIRE(type.expected);
    CHECK(type.expected->estimator == WaitEstimator::queue_length);
    CHECK_FALSE(type.expected->announced);
    CHECK_FALSE(type.expected->closed);
    CHECK_FALSE(with_call_type("").call_types[0].expected);
}

TEST_CASE("each way to choose an agent or a contact has its name", "[scenario][keys]") {
    const std::vector<std::pair<std::string, AgentChoice>> agents{
        {"preference", AgentChoice::preference},           {"longest_idle", AgentChoice::longest_idle},
        {"fewest_skills", AgentChoice::fewest_skills},     {"least_occupied", AgentChoice::least_occupied},
        {"most_proficient", AgentChoice::most_proficient}, {"weighted_random", AgentChoice::weighted_random}};
    for (const auto& [name, choice] : agents)
        CHECK(with_call_type("choose = \"" + name + "\"\n").call_types[0].choose == choice);
    const auto local =
        read(kCentre + kCallType + "choose = \"local_site\"\nsite = \"north\"\n" + kGroup + "site = \"north\"\n");
    CHECK(local.call_types[0].choose == AgentChoice::local_site);
    CHECK(local.groups[0].site == "north");
    const std::vector<std::pair<std::string, ContactChoice>> contacts{{"priority", ContactChoice::priority},
                                                                      {"longest_wait", ContactChoice::longest_wait},
                                                                      {"weighted_wait", ContactChoice::weighted_wait},
                                                                      {"accumulating", ContactChoice::accumulating},
                                                                      {"queue_ratio", ContactChoice::queue_ratio}};
    for (const auto& [name, choice] : contacts) CHECK(with_group("take = \"" + name + "\"\n").groups[0].take == choice);
    const std::vector<std::pair<std::string, WaitEstimator>> estimators{
        {"last_wait", WaitEstimator::last_wait},
        {"moving_average", WaitEstimator::moving_average},
        {"queue_length", WaitEstimator::queue_length},
        {"head_wait", WaitEstimator::head_wait}};
    for (const auto& [name, estimator] : estimators) {
        const auto scenario = with_call_type("expected_wait = { estimator = \"" + name + "\" }\n");
        CHECK(scenario.call_types[0].expected.value().estimator == estimator);
    }
}

TEST_CASE("keys of the steps", "[scenario][keys]") {
    const auto type = with_call_type(R"(groups = ["general"]
callback = { accepted = "40%" }
[[call_type.step]]
do = "priority"
by = -3
[[call_type.step]]
after = "20s"
do = "announce"
leave = "7%"
tell_expected_wait = true
[[call_type.step]]
after = "30s"
do = "open"
groups = ["late"]
[[call_type.step]]
after = "1min"
do = "offer_callback"
[[call_type.step]]
after = "1min"
do = "send_away"
)",
                                     kLate)
                          .call_types.at(0);
    REQUIRE(type.steps.size() == 5);
    CHECK(type.steps[0].after == 0s);
    CHECK(type.steps[0].when.empty());
    CHECK(std::get<ChangePriority>(type.steps[0].what).by == -3);
    CHECK(type.steps[1].after == 20s);
    CHECK(std::get<Announce>(type.steps[1].what).leave == 0.07);
    CHECK(std::get<Announce>(type.steps[1].what).tell_expected_wait);
    CHECK(std::get<OpenGroups>(type.steps[2].what).groups == std::vector{GroupId{1}});
    CHECK(std::holds_alternative<OfferCallback>(type.steps[3].what));
    CHECK(std::holds_alternative<SendAway>(type.steps[4].what));
}

TEST_CASE("keys of the conditions of a step", "[scenario][keys]") {
    const auto when = [](const std::string& keys) {
        return with_call_type("[[call_type.step]]\ndo = \"send_away\"\nwhen = { " + keys + " }\n", kLate)
            .call_types.at(0)
            .steps.at(0)
            .when;
    };
    const auto all = when(
        "queue_at_least = 5, queue_at_most = 9, expected_wait_at_least = \"2min\", expected_wait_at_most = \"1h\", "
        "free_at_least = 1, free_at_most = 2, queue_per_agent_at_least = 0.5, queue_per_agent_at_most = 1.5, "
        "of_call_type = \"regular\", of_groups = [\"late\", \"general\"]");
    REQUIRE(all.size() == 4);
    const std::vector<Condition::Of> of{Condition::Of::queue_length, Condition::Of::expected_wait,
                                        Condition::Of::free_agents, Condition::Of::queue_per_agent};
    const std::vector<double> low{5, 120, 1, 0.5};
    const std::vector<double> high{9, 3600, 2, 1.5};
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(all[i].of == of[i]);
        CHECK(all[i].at_least == low[i]);
        CHECK(all[i].at_most == high[i]);
        CHECK(all[i].call_type == CallTypeId{0});
        CHECK(all[i].groups == std::vector{GroupId{1}, GroupId{0}});
    }
    const auto one = when("free_at_most = 0");
    REQUIRE(one.size() == 1);
    CHECK(one[0].of == Condition::Of::free_agents);
    CHECK(one[0].at_least == -std::numeric_limits<double>::infinity());
    CHECK(one[0].at_most == 0.0);
    CHECK_FALSE(one[0].call_type);
    CHECK(one[0].groups.empty());
}

TEST_CASE("routing keys of a group", "[scenario][keys]") {
    const auto scenario = with_group(R"(take = "queue_ratio"
site = "south"
chat = { windows = 3, slowdown = [1, 1.4, 1.77] }
reserve = [{ call_types = ["regular"] }, { agents = 2, tiers = ["gold", "standard"] }]
[[tier]]
id = "gold"
share = "5%"
)");
    const auto& group = scenario.groups.at(0);
    CHECK(group.take == ContactChoice::queue_ratio);
    CHECK(group.site == "south");
    CHECK(group.chat.windows == 3);
    CHECK(group.chat.slowdown == std::vector{1.0, 1.4, 1.77});
    REQUIRE(group.reserves.size() == 2);
    CHECK(group.reserves[0].agents == 1);
    CHECK(group.reserves[0].call_types == std::vector{CallTypeId{0}});
    CHECK(group.reserves[0].tiers.empty());
    CHECK(group.reserves[1].agents == 2);
    // Gold is tier 0 of one; standard customers have the place behind.
    CHECK(group.reserves[1].tiers == std::vector{TierId{0}, TierId{1}});
}

TEST_CASE("routing keys of a group left out", "[scenario][keys]") {
    const auto group = with_group("").groups.at(0);
    CHECK(group.take == ContactChoice::priority);
    CHECK(group.site.empty());
    CHECK(group.chat.windows == 1);
    CHECK(group.chat.slowdown.empty());
    CHECK(group.reserves.empty());
}

TEST_CASE("routing keys of a tier", "[scenario][keys]") {
    const auto tier = with_group(R"([[tier]]
id = "gold"
share = "10%"
priority = -4
waiting_credit = "2min"
weight = 2
points = 5
points_per_second = 0.1
groups = ["late"]
answer_target = { share = "95%", within = "10s" }
abandonment_target = "1%"
)" + kLate)
                          .tiers.at(0);
    CHECK(tier.priority == -4);
    CHECK(tier.waiting_credit == 2min);
    CHECK(tier.weight == 2.0);
    CHECK(tier.points == 5.0);
    CHECK(tier.points_per_second == 0.1);
    CHECK(tier.groups == std::vector{GroupId{1}});
    CHECK_FALSE(tier.flow);
    CHECK(tier.answer_target.value().share == 0.95);
    CHECK(tier.answer_target->within == 10s);
    CHECK(tier.abandonment_target == 0.01);
    const auto plain = with_group("[[tier]]\nid = \"gold\"\nshare = \"10%\"\n").tiers.at(0);
    CHECK(plain.weight == 1.0);
    CHECK(plain.points == 0.0);
    CHECK(plain.points_per_second == 0.0);
    CHECK(plain.groups.empty());
    CHECK_FALSE(plain.answer_target);
    CHECK_FALSE(plain.abandonment_target);
}

TEST_CASE("steps, conditions, reserves and weights are changed by their place", "[scenario][overrides]") {
    const std::string text = kCentre + kCallType +
                             "groups = [\"general\"]\ngroup_weights = { general = 1 }\n[[call_type.step]]\nafter = "
                             "\"30s\"\ndo = \"open\"\ngroups = [\"late\"]\n" +
                             kGroup + "reserve = [{ agents = 1, call_types = [\"regular\"] }]\n" + kLate;
    const auto type = [&](const std::string& change) { return read(text, {change}).call_types.at(0); };
    CHECK(type("call_type.regular.step.1.after=45s").steps[0].after == 45s);
    CHECK(type("call_type.regular.step.1.when.queue_at_least=7").steps[0].when.at(0).at_least == 7.0);
    CHECK(type("call_type.regular.group_weights.general=9").group_weights.at(GroupId{0}) == 9.0);
    CHECK(type("call_type.regular.expected_wait.estimator=last_wait").expected.value().estimator ==
          WaitEstimator::last_wait);
    CHECK(read(text, {"group.general.reserve.1.agents=3"}).groups[0].reserves[0].agents == 3);
    CHECK(read(text, {"group.general.chat.windows=2"}).groups[0].chat.windows == 2);
}

}  // namespace floorwalker::reading
