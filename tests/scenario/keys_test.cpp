#include <string>

#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>

using namespace floorwalker;
using namespace std::chrono_literals;

namespace {

Scenario read(const std::string& toml) { return parse_scenario(toml, "test.toml").scenario; }

const std::string kCentre = "[centre]\nopen = 08:00:00\nclose = 10:00:00\n";
const std::string kCallType = "[[call_type]]\nid = \"regular\"\narrivals = { per_hour = 100 }\n";
const std::string kGroup = "[[group]]\nid = \"general\"\nagents = 8\n";

Scenario with_centre(const std::string& keys) { return read("[centre]\n" + keys + kCallType + kGroup); }
Scenario with_call_type(const std::string& keys) { return read(kCentre + kCallType + keys + kGroup); }
Scenario with_group(const std::string& keys) { return read(kCentre + kCallType + kGroup + keys); }

}  // namespace

TEST_CASE("the smallest scenario works", "[scenario][keys]") {
    const auto scenario = read("[[call_type]]\nid = \"calls\"\narrivals = { per_hour = 100 }\n[[group]]\nagents = 8\n");
    CHECK(scenario.centre.name == "test");
    CHECK(scenario.intervals_per_day() == 48);
    REQUIRE(scenario.call_types.size() == 1);
    CHECK(scenario.call_types[0].name == "calls");
    CHECK(scenario.call_types[0].arrivals.per_interval == std::vector{50.0});  // 100 an hour is 50 in 30min
    CHECK_FALSE(scenario.call_types[0].patience);
    REQUIRE(scenario.groups.size() == 1);
    CHECK(scenario.groups[0].id == "general");
    CHECK(scenario.groups[0].agents == std::vector<std::int64_t>{8});
    CHECK(scenario.groups[0].skills == Skills{{CallTypeId{0}, 1.0}});
    CHECK_FALSE(scenario.replay);
}

TEST_CASE("centre keys", "[scenario][keys]") {
    const auto centre = with_centre(R"(name = "Bank"
date = 1999-01-04
days = 5
open = 07:00:00
close = "26:00"
interval = "15min"
after_close = "carry_over"
warm_up_days = 1
lines = 65
queue_places = 0
busyness = { cv = "10%" }
service_level = "short_abandon_ignored"
daily_service_level = "mean_of_days"
short_abandon = "3s"
answer_target = { share = 0.9, within = "10s" }
abandonment_target = "5%"
asa_target = "30s"
occupancy_target = "85%"
currency = "USD"
line_cost_per_hour = 1.5
)")
                            .centre;
    CHECK(centre.name == "Bank");
    CHECK(centre.date == std::chrono::year{1999} / 1 / 4);
    CHECK(centre.days == 5);
    CHECK(centre.open == 7h);
    CHECK(centre.close == 26h);
    CHECK(centre.interval == 15min);
    CHECK(centre.after_close == AfterClose::carry_over);
    CHECK(centre.warm_up_days == 1);
    CHECK(centre.lines == 65);
    CHECK(centre.queue_places == 0);
    REQUIRE(centre.busyness);
    // A factor is a gamma with mean 1: shape 1 / 0.1² = 100, scale 0.1² = 0.01.
    CHECK(std::get<Gamma>(centre.busyness->shape).shape == Approx(100));
    CHECK(std::get<Gamma>(centre.busyness->shape).scale == Approx(0.01));
    CHECK(centre.service_level == ServiceLevelVariant::short_abandon_ignored);
    CHECK(centre.daily_service_level == DailyServiceLevel::mean_of_days);
    CHECK(centre.short_abandon == 3s);
    CHECK(centre.answer_target.share == 0.9);
    CHECK(centre.answer_target.within == 10s);
    CHECK(centre.abandonment_target == 0.05);
    CHECK(centre.asa_target == 30s);
    CHECK(centre.occupancy_target == 0.85);
    CHECK(centre.currency == "USD");
    CHECK(centre.line_cost_per_hour == 1.5);
}

TEST_CASE("a closing time at or before the opening is on the next day", "[scenario][keys]") {
    CHECK(with_centre("open = 22:00:00\nclose = 06:00:00\n").centre.close == 30h);
    CHECK(with_centre("open = 08:00:00\nclose = 08:00:00\n").centre.close == 32h);
}

TEST_CASE("run keys", "[scenario][keys]") {
    const auto scenario = with_group("[run]\nseed = 9223372036854775807\nreplications = 100\n");
    CHECK(scenario.seed == 9223372036854775807ULL);
    CHECK(scenario.replications == 100);
}

TEST_CASE("call type keys", "[scenario][keys]") {
    const auto type = with_call_type(R"(name = "Regular calls"
patience = { dist = "exponential", mean = "7min 26s" }
leave_at_once = "10%"
talk = { dist = "constant", value = "3min" }
wrap_up = { dist = "constant", value = "20s" }
answer_target = { share = "85%" }
abandonment_target = "4%"
priority = -2
waiting_credit = "90s"
queue_places = 30
groups = ["general"]
choose = "fewest_skills"
handling_factor = [1.0, 1.1, 1.2, 1.3]
patience_factor = [1, 2, 3, 4]
)")
                          .call_types.at(0);
    CHECK(type.name == "Regular calls");
    CHECK(std::get<Exponential>(type.patience.value().shape).mean == 446.0);
    CHECK(type.leave_at_once == 0.1);
    CHECK(std::get<Constant>(type.talk.shape).value == 180.0);
    CHECK(std::get<Constant>(type.wrap_up.shape).value == 20.0);
    CHECK(type.answer_target.value().share == 0.85);
    CHECK(type.answer_target->within == 20s);
    CHECK(type.abandonment_target == 0.04);
    CHECK(type.priority == -2);
    CHECK(type.waiting_credit == 90s);
    CHECK(type.queue_places == 30);
    CHECK(type.groups == std::vector{GroupId{0}});
    CHECK(type.choose == AgentChoice::fewest_skills);
    CHECK(type.handling_factor == std::vector{1.0, 1.1, 1.2, 1.3});
    CHECK(type.patience_factor == std::vector{1.0, 2.0, 3.0, 4.0});
}

TEST_CASE("arrivals by rate, by interval and by a single value", "[scenario][keys]") {
    const auto volumes = [](const std::string& centre, const std::string& arrivals) {
        return read(centre + "[[call_type]]\nid = \"a\"\narrivals = " + arrivals + "\n" + kGroup)
            .call_types.at(0)
            .arrivals;
    };
    CHECK(volumes(kCentre, "{ per_interval = [1, 2.5, 3, 4], factor = 2 }").per_interval ==
          std::vector{1.0, 2.5, 3.0, 4.0});
    CHECK(volumes(kCentre, "{ per_interval = [1, 2.5, 3, 4], factor = 2 }").factor == 2.0);
    CHECK(volumes(kCentre, "{ per_interval = 7 }").per_interval == std::vector{7.0});
    CHECK(volumes(kCentre, "{ per_hour = 10, busyness = { dist = \"lognormal\", mean = 1, cv = 0.2 } }")
              .busyness.has_value());
    // 08:00 to 09:10 in intervals of 30min ends with one of 10min: 60 an hour is 30, 30 and 10.
    const auto last = volumes("[centre]\nopen = 08:00:00\nclose = 09:10:00\n", "{ per_hour = 60 }").per_interval;
    REQUIRE(last.size() == 3);
    CHECK(last[0] == 30.0);
    CHECK(last[2] == Approx(10.0));
}

TEST_CASE("small hours belong to the night before where the centre is open past midnight", "[scenario][keys]") {
    const auto scenario = parse_scenario(R"([centre]
open = 22:00:00
close = 06:00:00
[[call_type]]
id = "regular"
arrivals = { per_hour = 10 }
patience = { dist = "exponential", mean = "1min" }
[[group]]
id = "night"
shifts = [{ start = 21:45:00, end = 02:00:00 }, { start = 02:00:00, end = 06:00:00 }, { start = "26:00", end = "30:00" }]
[[decision]]
at = 01:00:00
until = 03:00:00
do = "absent"
group = "night"
[[decision]]
at = 23:00:00
until = 01:00:00
do = "absent"
group = "night"
)",
                                         "test.toml")
                              .scenario;
    const auto& shifts = scenario.groups.at(0).shifts;
    REQUIRE(shifts.size() == 3);
    CHECK(shifts[0].span.start == 21h + 45min);  // ready early, before the centre opens
    CHECK(shifts[0].span.end == 26h);
    CHECK(shifts[1].span.start == 26h);
    CHECK(shifts[1].span.end == 30h);
    CHECK(shifts[2].span.start == 26h);
    REQUIRE(scenario.decisions.size() == 2);
    CHECK(scenario.decisions[0].at == 25h);
    CHECK(std::get<Absent>(scenario.decisions[0].what).until == 27h);
    CHECK(scenario.decisions[1].at == 23h);
    CHECK(std::get<Absent>(scenario.decisions[1].what).until == 25h);
}

TEST_CASE("group and agent keys", "[scenario][keys]") {
    const auto scenario = with_group(R"(name = "All"
skills = { regular = 0.9 }
cost_per_hour = 25.0
[[group]]
id = "late"
shifts = [{ start = 08:00:00, end = 16:00:00, agents = 40 }, { start = 22:00:00, end = 06:00:00 }]
[[agent]]
id = "rita"
group = "late"
skills = { regular = 1.2 }
shifts = [{ start = 13:00:00, end = 17:00:00 }, { start = 09:00:00, end = 12:30:00 }]
[[group]]
id = "desk"
skills = { regular = 0.8 }
[[agent]]
id = "omar"
group = "desk"
)");
    REQUIRE(scenario.groups.size() == 3);
    const auto& general = scenario.groups[0];
    CHECK(general.name == "All");
    CHECK(general.skills == Skills{{CallTypeId{0}, 0.9}});
    CHECK(general.cost_per_hour == 25.0);
    CHECK(general.listed.empty());
    const auto& desk = scenario.groups[2];
    REQUIRE(desk.listed.size() == 1);
    CHECK(desk.listed[0].skills == desk.skills);
    REQUIRE(desk.listed[0].shifts.size() == 1);
    CHECK(desk.listed[0].shifts[0].start == 8h);
    CHECK(desk.listed[0].shifts[0].end == 10h);
    const auto& late = scenario.groups[1];
    CHECK(late.agents.empty());
    REQUIRE(late.shifts.size() == 2);
    CHECK(late.shifts[0].agents == 40);
    CHECK(late.shifts[1].span.start == 22h);
    CHECK(late.shifts[1].span.end == 30h);
    REQUIRE(late.listed.size() == 1);
    CHECK(late.listed[0].id == "rita");
    CHECK(late.listed[0].skills == Skills{{CallTypeId{0}, 1.2}});
    REQUIRE(late.listed[0].shifts.size() == 2);
    CHECK(late.listed[0].shifts[0].start == 9h);  // in time order
}

TEST_CASE("tier keys", "[scenario][keys]") {
    const auto scenario = with_group(R"([[call_type]]
id = "vip"
arrivals = { per_hour = 1 }
[[tier]]
id = "gold"
name = "Gold"
share = "30%"
shares = { vip = 1.0 }
priority = 3
waiting_credit = "90s"
)");
    REQUIRE(scenario.tiers.size() == 1);
    CHECK(scenario.tiers[0].name == "Gold");
    CHECK(scenario.tiers[0].share_by_call_type == std::vector{0.3, 1.0});
    CHECK(scenario.tiers[0].priority == 3);
    CHECK(scenario.tiers[0].waiting_credit == 90s);
}

TEST_CASE("decision keys", "[scenario][keys]") {
    const auto scenario = with_group(R"([[decision]]
at = 08:30:00
do = "absent"
group = "general"
agents = 2
until = 09:00:00
[[decision]]
at = 09:00:00
day = 1
do = "extra"
group = "general"
)");
    REQUIRE(scenario.decisions.size() == 2);
    CHECK(scenario.decisions[0].at == 8h + 30min);
    CHECK_FALSE(scenario.decisions[0].day);
    CHECK(std::get<Absent>(scenario.decisions[0].what).agents == 2);
    CHECK(std::get<Absent>(scenario.decisions[0].what).until == 9h);
    CHECK(scenario.decisions[1].day == 0U);  // the first day
    CHECK(std::get<Extra>(scenario.decisions[1].what).agents == 1);
    CHECK(std::get<Extra>(scenario.decisions[1].what).until == 10h);  // closing time
}
