#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>

using namespace floorwalker;

TEST_CASE("number keys", "[scenario][keys]") {
    // Whoever gives up in the IVR has not said what it wants, so only the number can tell whether it tries again.
    const auto scenario = parse_scenario(R"([centre]
open = 08:00:00
close = 10:00:00
[[tier]]
id = "gold"
[[call_type]]
id = "billing"
[[ivr]]
id = "main"
[[ivr.node]]
id = "agent"
do = "queue"
call_type = "billing"
[[number]]
id = "freephone"
arrivals = { per_hour = 30 }
flow = "main"
tiers = { gold = "10%" }
redial = { after_blocked = "60%", after_abandoned = "30%", most_tries = 4, becomes = "billing" }
[[group]]
agents = 8
)",
                                         "test.toml")
                              .scenario;
    REQUIRE(scenario.numbers.size() == 1);
    const AccessNumber& number = scenario.numbers[0];
    CHECK(number.name == "freephone");
    CHECK(number.arrivals.per_interval == std::vector{15.0});  // 30 an hour is 15 in 30min
    CHECK(number.flow == FlowId{0});
    CHECK(number.share_by_tier == std::vector{0.1});
    REQUIRE(number.redial);
    CHECK(number.redial->after_blocked == 0.6);
    CHECK(number.redial->after_abandoned == 0.3);
    CHECK(number.redial->most_tries == 4);
    CHECK(number.redial->becomes == CallTypeId{0});
}

TEST_CASE("a number says who of those served by its IVR calls again", "[scenario][keys]") {
    const auto scenario = parse_scenario(R"([[call_type]]
id = "billing"
arrivals = { per_hour = 30 }
[[ivr]]
id = "balance"
[[ivr.node]]
id = "balance"
do = "self_service"
[[number]]
id = "freephone"
arrivals = { per_hour = 30 }
flow = "balance"
repeat = { unsolved = "10%", calls_again = "80%", delay = "1h", becomes = "billing" }
[[group]]
agents = 8
)",
                                         "test.toml")
                              .scenario;
    REQUIRE(scenario.numbers.size() == 1);
    REQUIRE(scenario.numbers[0].repeat);
    CHECK(scenario.numbers[0].repeat->unsolved == 0.1);
    CHECK(scenario.numbers[0].repeat->calls_again == 0.8);
    CHECK(mean_of(scenario.numbers[0].repeat->delay) == 3600);
    CHECK(scenario.numbers[0].repeat->becomes == CallTypeId{0});
}
