#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/scenario/reading.hpp"

/// What the tables of machines set, and the look-ups that ask them.
namespace floorwalker::reading {
namespace {

using namespace std::chrono_literals;

const std::string kMachines = R"([[site]]
id = "office"
name = "Main office"
host = "front_end"
[[site]]
id = "data_centre"
[[link]]
id = "wan"
name = "Wide area"
between = ["office", "data_centre"]
bandwidth = "10Mbit/s"
latency = "20ms"
shared = false
phases = [{ at = 02:00:00, speed = "50%" }, { at = 03:00:00, speed = 1.0 }]
breakdowns = { up = "10d", down = { dist = "exponential", mean = "2h" } }
[[server]]
id = "crm"
name = "Customer records"
site = "data_centre"
host = "big"
speed = 2.5
cores = 4
places = 50
phases = [{ at = "12:00", speed = 0 }]
breakdowns = { up = { dist = "exponential", mean = "60d" } }
[[server]]
id = "erp"
[infrastructure]
ivr_site = "data_centre"
timeout = "5s"
retries = 3
retry_after = "1s"
paper = { talk = 1.5, entry = "2min", failures = 2, try_again = "3min" }
voice = { bandwidth = "64kbit/s", most = "50%" }
)";

const std::string kLookUps = R"([[call_type.look_up]]
server = "crm"
when = "before"
share = "80%"
times = 2
request = "1kB"
work = { dist = "exponential", mean = "200ms" }
answer = "64KiB"
[[call_type.look_up]]
server = "crm"
)";

const std::string kDecisions = R"([[decision]]
at = 09:00:00
do = "server_slow"
server = "crm"
until = 09:30:00
[[decision]]
at = 09:00:00
do = "server_slow"
server = "erp"
speed = 0.5
[[decision]]
at = 09:00:00
day = 1
do = "server_down"
server = "erp"
until = 09:30:00
[[decision]]
at = 09:00:00
do = "link_down"
link = "wan"
until = 09:30:00
[[decision]]
at = 09:00:00
do = "site_lost"
site = "office"
[[decision]]
at = 09:00:00
do = "site_lost"
site = "data_centre"
calls = "survive"
until = 09:30:00
)";

Scenario machines(const std::vector<std::string>& overrides = {}) {
    return read(kCentre + kCallType + kLookUps + kGroup + "site = \"office\"\n" + kMachines + kDecisions, overrides);
}

template <class What>
What deed(const Scenario& scenario, std::size_t number) {
    return std::get<What>(scenario.decisions.at(number).what);
}

}  // namespace

TEST_CASE("keys of sites and links", "[scenario][keys][machines]") {
    const Infrastructure all = machines().infrastructure;
    REQUIRE(all.sites.size() == 2);
    CHECK(all.sites[0].id == "office");
    CHECK(all.sites[0].name == "Main office");
    CHECK(all.sites[0].host == "front_end");
    CHECK(all.sites[1].name == "data_centre");
    REQUIRE(all.links.size() == 1);
    const Link& wan = all.links[0];
    CHECK(wan.name == "Wide area");
    CHECK(wan.from == SiteId{0});
    CHECK(wan.to == SiteId{1});
    CHECK(wan.bytes_per_second == 1.25e6);  // 10,000,000 bit / 8
    CHECK(wan.latency == 20ms);
    CHECK_FALSE(wan.shared);
    REQUIRE(wan.phases.size() == 2);
    CHECK(wan.phases[0].at == 2h);
    CHECK(wan.phases[0].speed == 0.5);
    CHECK(constant_of(wan.breakdowns.value().up) == 864'000.0);
    CHECK(exponential_of(wan.breakdowns.value().down) == 7'200.0);
}

TEST_CASE("keys of servers", "[scenario][keys][machines]") {
    const Infrastructure all = machines().infrastructure;
    REQUIRE(all.servers.size() == 2);
    const Server& crm = all.servers[0];
    CHECK(crm.name == "Customer records");
    CHECK(crm.site == SiteId{1});
    CHECK(crm.host == "big");
    CHECK(crm.speed == 2.5);
    CHECK(crm.cores == 4);
    CHECK(crm.places == 50);
    REQUIRE(crm.phases.size() == 1);
    CHECK(crm.phases[0].at == 12h);
    CHECK(crm.phases[0].speed == 0.0);
    CHECK(exponential_of(crm.breakdowns.value().up) == 60 * 86'400.0);
    CHECK(exponential_of(crm.breakdowns.value().down) == 3'600.0);
    CHECK(all.servers[1].site == SiteId{1});  // the IVR's
    CHECK_FALSE(all.servers[1].places);
    CHECK_FALSE(all.servers[1].breakdowns);
}

TEST_CASE("keys of all machines together", "[scenario][keys][machines]") {
    const Infrastructure all = machines().infrastructure;
    CHECK(all.ivr_site == SiteId{1});
    CHECK(all.timeout == 5s);
    CHECK(all.retries == 3);
    CHECK(all.retry_after == 1s);
    CHECK(all.paper.talk == 1.5);
    CHECK(constant_of(all.paper.entry) == 120.0);
    CHECK(all.paper.failures == 2);
    CHECK(all.paper.try_again == 3min);
    CHECK(all.voice.value().bytes_per_second == 8'000.0);
    CHECK(all.voice.value().most == 0.5);
    CHECK_FALSE(all.is_empty());
}

TEST_CASE("keys of look-ups of agents and of the IVR", "[scenario][keys][machines]") {
    const Scenario scenario = machines();
    REQUIRE(scenario.call_types[0].look_ups.size() == 2);
    const LookUp& first = scenario.call_types[0].look_ups[0];
    CHECK(first.server == ServerId{0});
    CHECK(first.when == LookUpMoment::before);
    CHECK(first.share == 0.8);
    CHECK(first.times == 2);
    CHECK(first.request_bytes == 1'000.0);
    CHECK(exponential_of(first.work) == Approx(0.2));
    CHECK(first.answer_bytes == 65'536.0);
    CHECK(scenario.call_types[0].look_ups[1].when == LookUpMoment::during);
    const Scenario ivr = with_call_type(
        "flow = \"main\"\n",
        "[[server]]\nid = \"crm\"\n[[ivr]]\nid = \"main\"\n[[ivr.node]]\nid = \"balance\"\ndo = \"self_service\"\n"
        "when_failed = \"agent\"\n"
        "look_up = [{ server = \"crm\", times = 3 }]\n[[ivr.node]]\nid = \"agent\"\ndo = \"queue\"\n");
    const auto& service = std::get<SelfService>(ivr.flows[0].nodes[0].what);
    REQUIRE(service.look_ups.size() == 1);
    CHECK(service.look_ups[0].times == 3);
}

TEST_CASE("keys of what is decided about machines", "[scenario][keys][machines]") {
    const Scenario scenario = machines();
    REQUIRE(scenario.decisions.size() == 6);
    CHECK(deed<ServerSlow>(scenario, 0).server == ServerId{0});
    CHECK(deed<ServerSlow>(scenario, 0).speed == 0.25);
    CHECK(deed<ServerSlow>(scenario, 0).until == 9h + 30min);
    CHECK(deed<ServerSlow>(scenario, 1).speed == 0.5);
    CHECK(deed<ServerSlow>(scenario, 1).until == 10h);  // closing time
    CHECK(deed<ServerDown>(scenario, 2).server == ServerId{1});
    CHECK(scenario.decisions[2].day == 0U);
    CHECK(deed<LinkDown>(scenario, 3).link == LinkId{0});
    CHECK(deed<SiteLost>(scenario, 4).site == SiteId{0});
    CHECK(deed<SiteLost>(scenario, 4).drops_calls);
    CHECK(deed<SiteLost>(scenario, 4).until == 32h);  // the next day's opening, so that nobody comes back to drain
    CHECK_FALSE(deed<SiteLost>(scenario, 5).drops_calls);
}

TEST_CASE("machines are changed by paths", "[scenario][overrides][machines]") {
    const Scenario scenario =
        machines({"server.crm.cores=2", "link.wan.bandwidth=20Mbit/s", "call_type.regular.look_up.1.work.mean=1s",
                  "call_type.regular.look_up.2.answer=1MB", "infrastructure.voice.most=60%", "decision.1.speed=50%",
                  "server.crm.phases.1.speed=0.5"});
    CHECK(scenario.infrastructure.servers[0].cores == 2);
    CHECK(scenario.infrastructure.links[0].bytes_per_second == 2.5e6);
    CHECK(exponential_of(scenario.call_types[0].look_ups[0].work) == 1.0);
    CHECK(scenario.call_types[0].look_ups[1].answer_bytes == 1e6);
    CHECK(scenario.infrastructure.voice.value().most == 0.6);
    CHECK(deed<ServerSlow>(scenario, 0).speed == 0.5);
    CHECK(scenario.infrastructure.servers[0].phases[0].speed == 0.5);
}

TEST_CASE("machines that take no time can be said", "[scenario][keys][machines]") {
    const Scenario scenario = machines({"server.crm.speed=1e12", "link.wan.bandwidth=1e6Gbit/s", "link.wan.latency=0s",
                                        "call_type.regular.look_up.1.work=0s"});
    CHECK(scenario.infrastructure.servers[0].speed == 1e12);
    CHECK(scenario.infrastructure.links[0].bytes_per_second == 1.25e14);
    CHECK(constant_of(scenario.call_types[0].look_ups[0].work) == 0.0);
}

TEST_CASE("a server needs no sites, and machines that nobody uses are plain", "[scenario][keys][machines]") {
    const Scenario one = with_call_type("look_up = [{ server = \"crm\" }]\n", "[[server]]\nid = \"crm\"\n");
    REQUIRE(one.infrastructure.sites.size() == 1);
    CHECK(one.infrastructure.servers[0].site == SiteId{0});
    const Scenario none = read(kCentre + kCallType + kGroup +
                               "[[site]]\nid = \"a\"\n[[site]]\nid = \"b\"\n[[link]]\n"
                               "id = \"wan\"\nbetween = [\"a\", \"b\"]\n");
    CHECK(none.infrastructure.is_empty());
}

TEST_CASE("a server in which nobody looks anything up is remarked on", "[scenario][remarks][machines]") {
    const auto loaded = parse_scenario(kCentre + kCallType + kGroup + "[[server]]\nid = \"crm\"\n", "test.toml");
    REQUIRE(loaded.remarks.size() == 1);
    CHECK(loaded.remarks[0].message ==
          "server.crm: nobody looks anything up in it; add [[call_type.look_up]] to a call type, or leave it out");
    const auto used = parse_scenario(
        kCentre + kCallType + "look_up = [{ server = \"crm\" }]\n" + kGroup + "[[server]]\nid = \"crm\"\n",
        "test.toml");
    CHECK(used.remarks.empty());
}

TEST_CASE("a platform file stands beside the scenario", "[scenario][keys][machines]") {
    const auto folder = std::filesystem::temp_directory_path() / "floorwalker_platform_keys";
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "machines.xml"} << "<platform version=\"4.1\"/>\n";
    const auto loaded = parse_scenario(kCentre + kCallType + kGroup + "[infrastructure]\nplatform = \"machines.xml\"\n",
                                       "test.toml", folder);
    CHECK(loaded.scenario.infrastructure.platform == (folder / "machines.xml").string());
    std::filesystem::remove_all(folder);
}

}  // namespace floorwalker::reading
