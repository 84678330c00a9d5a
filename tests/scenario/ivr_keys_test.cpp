#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/scenario/reading.hpp"

/// What the tables of the IVR and of access numbers set.
namespace floorwalker::reading {
namespace {

using namespace std::chrono_literals;

const std::string kFlow = R"([[ivr]]
id = "main"
name = "Main menu"
patience = { dist = "exponential", mean = "4min" }
[[ivr.node]]
id = "welcome"
do = "announce"
length = "8s"
next = "menu"
[[ivr.node]]
id = "menu"
do = "menu"
thinking = { dist = "exponential", mean = "6s" }
choices = [{ key = "1", share = "40%", next = "balance" }, { key = "0", share = 0.6, next = "person" }]
timeout = "5%"
timeout_after = "12s"
wrong_key = "3%"
tries = 2
when_failed = "person"
[[ivr.node]]
id = "balance"
do = "self_service"
duration = "50s"
success = "70%"
next = "goodbye"
when_failed = "person"
[[ivr.node]]
id = "person"
do = "queue"
call_type = "regular"
[[ivr.node]]
id = "goodbye"
do = "end"
contained = false
)";

}  // namespace

TEST_CASE("keys of a flow and of its nodes", "[scenario][keys]") {
    const auto scenario = with_call_type("flow = \"main\"\n", kFlow);
    CHECK(scenario.call_types[0].flow == FlowId{0});
    REQUIRE(scenario.flows.size() == 1);
    const auto& flow = scenario.flows[0];
    CHECK(flow.name == "Main menu");
    CHECK(exponential_of(flow.patience.value()) == 240.0);
    REQUIRE(flow.nodes.size() == 5);
    CHECK(flow.nodes[0].id == "welcome");
    const auto& announcement = std::get<Announcement>(flow.nodes[0].what);
    CHECK(constant_of(announcement.length) == 8.0);
    CHECK(announcement.next == NodeId{1});
    const auto& menu = std::get<Menu>(flow.nodes[1].what);
    CHECK(exponential_of(menu.thinking) == 6.0);
    REQUIRE(menu.choices.size() == 2);
    CHECK(menu.choices[0].key == "1");
    CHECK(menu.choices[0].share == 0.4);
    CHECK(menu.choices[0].next == NodeId{2});
    CHECK(menu.choices[1].key == "0");
    CHECK(menu.choices[1].share == 0.6);
    CHECK(menu.timeout == 0.05);
    CHECK(menu.timeout_after == 12s);
    CHECK(menu.wrong_key == 0.03);
    CHECK(menu.tries == 2);
    CHECK(menu.when_failed == NodeId{3});
    const auto& service = std::get<SelfService>(flow.nodes[2].what);
    CHECK(constant_of(service.duration) == 50.0);
    CHECK(service.success == 0.7);
    CHECK(service.next == NodeId{4});
    CHECK(service.when_failed == NodeId{3});
    CHECK(std::get<ToQueue>(flow.nodes[3].what).call_type == CallTypeId{0});
    CHECK_FALSE(std::get<EndOfCall>(flow.nodes[4].what).contained);
}

TEST_CASE("nodes that say no more than they must have the model's defaults", "[scenario][keys]") {
    const auto scenario = with_call_type("flow = \"main\"\n", R"([[ivr]]
id = "main"
[[ivr.node]]
id = "welcome"
do = "announce"
next = "menu"
[[ivr.node]]
id = "menu"
do = "menu"
choices = [{ key = "*", share = 1, next = "balance" }]
when_failed = "person"
[[ivr.node]]
id = "balance"
do = "self_service"
success = "50%"
when_failed = "goodbye"
[[ivr.node]]
id = "person"
do = "queue"
[[ivr.node]]
id = "goodbye"
do = "end"
)");
    const auto& flow = scenario.flows.at(0);
    CHECK(flow.name == "main");
    CHECK_FALSE(flow.patience);
    CHECK(constant_of(std::get<Announcement>(flow.nodes.at(0).what).length) == 10.0);
    const auto& menu = std::get<Menu>(flow.nodes.at(1).what);
    CHECK(constant_of(menu.thinking) == 8.0);
    CHECK(menu.timeout == 0.0);
    CHECK(menu.timeout_after == 10s);
    CHECK(menu.wrong_key == 0.0);
    CHECK(menu.tries == 3);
    const auto& service = std::get<SelfService>(flow.nodes.at(2).what);
    CHECK(constant_of(service.duration) == 60.0);
    CHECK_FALSE(service.next);
    CHECK_FALSE(std::get<ToQueue>(flow.nodes.at(3).what).call_type);
    CHECK(std::get<EndOfCall>(flow.nodes.at(4).what).contained);
}

TEST_CASE("keys of an access number", "[scenario][keys]") {
    const auto scenario = with_call_type("", R"([[tier]]
id = "silver"
[[tier]]
id = "gold"
[[number]]
id = "freephone"
name = "0800"
arrivals = { per_interval = [1, 2, 3, 4], factor = 2, weekdays = { sunday = 0 } }
flow = "main"
tiers = { gold = "20%" }
redial = { after_blocked = "60%", after_abandoned = "10%", further = "5%", most_tries = 3, delay = "2min", becomes = "regular" }
[[number]]
id = "plain"
arrivals = { per_hour = 1 }
flow = "main"
)" + kFlow);
    REQUIRE(scenario.numbers.size() == 2);
    const auto& number = scenario.numbers[0];
    CHECK(number.name == "0800");
    CHECK(number.arrivals.per_interval == std::vector{1.0, 2.0, 3.0, 4.0});
    CHECK(number.arrivals.factor == 2.0);
    CHECK(number.arrivals.by_weekday[6] == 0.0);
    CHECK(number.arrivals.by_weekday[0] == 1.0);
    CHECK(number.flow == FlowId{0});
    CHECK(number.share_by_tier == std::vector{0.0, 0.2});
    REQUIRE(number.redial);
    CHECK(number.redial->after_blocked == 0.6);
    CHECK(number.redial->after_abandoned == 0.1);
    CHECK(number.redial->further == 0.05);
    CHECK(number.redial->most_tries == 3);
    CHECK(constant_of(number.redial->delay) == 120.0);
    CHECK(number.redial->becomes == CallTypeId{0});
    CHECK(scenario.numbers[1].name == "plain");
    CHECK(scenario.numbers[1].share_by_tier.empty());
    CHECK_FALSE(scenario.numbers[1].redial);
}

TEST_CASE("an access number reads its volumes from a column of its own name", "[scenario][keys]") {
    const auto folder = std::filesystem::temp_directory_path() / "floorwalker_ivr_keys_test";
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "volumes.csv"} << "regular,freephone\n1,5\n2,6\n3,7\n4,8\n";
    const auto scenario = parse_scenario(kCentre + kCallType + kGroup + R"([[number]]
id = "freephone"
arrivals = { file = "volumes.csv" }
flow = "main"
)" + kFlow,
                                         "test.toml", folder)
                              .scenario;
    CHECK(scenario.numbers.at(0).arrivals.per_interval == std::vector{5.0, 6.0, 7.0, 8.0});
    std::filesystem::remove_all(folder);
}

TEST_CASE("ports of the IVR", "[scenario][keys]") {
    const auto of = [](const std::string& keys) { return read(kCentre + keys + kCallType + kGroup).centre; };
    CHECK_FALSE(of("").ivr_ports);
    CHECK(of("").ports_busy == PortsBusy::block);
    CHECK(of("ivr_ports = 12\nports_busy = \"to_queue\"\n").ivr_ports == 12);
    CHECK(of("ivr_ports = 12\nports_busy = \"to_queue\"\n").ports_busy == PortsBusy::to_queue);
}

TEST_CASE("nodes and choices are changed by id and place", "[scenario][overrides]") {
    const auto with = [](const std::vector<std::string>& changes) {
        return read(kCentre + kCallType + "flow = \"main\"\n" + kGroup + kFlow, changes).flows.at(0);
    };
    const auto menu = [&](const std::vector<std::string>& changes) {
        return std::get<Menu>(with(changes).nodes[1].what);
    };
    CHECK(menu({"ivr.main.node.menu.tries=5"}).tries == 5);
    CHECK(menu({"ivr.main.node.menu.choices.1.share=10%", "ivr.main.node.menu.choices.2.share=90%"}).choices[1].share ==
          0.9);
    CHECK(menu({"ivr.main.node.menu.timeout=0.5"}).timeout == 0.5);
    CHECK(std::get<SelfService>(with({"ivr.main.node.balance.success=85%"}).nodes[2].what).success == 0.85);
    CHECK(constant_of(std::get<Announcement>(with({"ivr.main.node.welcome.length=1min"}).nodes[0].what).length) ==
          60.0);
    CHECK(exponential_of(with({"ivr.main.patience.mean=3min"}).patience.value()) == 180.0);
    CHECK(mean_of(menu({"ivr.main.node.menu.thinking={dist=\"gamma\", mean=\"5s\", cv=0.5}"}).thinking) == Approx(5));
}

}  // namespace floorwalker::reading
