#include <string>

#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>

using namespace floorwalker;
using namespace std::chrono_literals;

namespace {

const std::string kScenario = R"([centre]
open = 08:00:00
close = 10:00:00
[[call_type]]
id = "regular"
arrivals = { per_interval = [10, 20, 30, 40] }
talk = { dist = "lognormal", mean = "3min", sd = "3min" }
[[group]]
id = "general"
agents = 8
[[group]]
id = "late"
shifts = [{ start = 08:00:00, end = 12:00:00, agents = 2 }]
[[decision]]
at = 09:00:00
do = "absent"
group = "general"
)";

Scenario with(const std::vector<std::string>& overrides) {
    return parse_scenario(kScenario, "test.toml", {}, overrides).scenario;
}

}  // namespace

TEST_CASE("overrides replace a value, by id or by place", "[scenario][overrides]") {
    CHECK(with({"centre.days=5"}).centre.days == 5);
    CHECK(with({"group.general.agents=9"}).groups[0].agents == std::vector<std::int64_t>{9});
    CHECK(with({"group.general.agents=[1, 2, 3, 4]"}).groups[0].agents.size() == 4);
    CHECK(std::get<Absent>(with({"decision.1.agents=3"}).decisions[0].what).agents == 3);
    CHECK(with({"group.late.shifts.1.agents=5"}).groups[1].shifts[0].agents == 5);
    CHECK(with({"call_type.regular.arrivals.per_interval.2=99"}).call_types[0].arrivals.per_interval[1] == 99.0);
    CHECK(mean_of(with({"call_type.regular.talk.mean=190s"}).call_types[0].talk) == Approx(190));
}

TEST_CASE("overrides need no quotes", "[scenario][overrides]") {
    CHECK(with({"centre.short_abandon=3s"}).centre.short_abandon == 3s);
    CHECK(with({"centre.short_abandon=\"3s\""}).centre.short_abandon == 3s);
    CHECK(with({"centre.close=09:30", "call_type.regular.arrivals={per_hour=1}"}).centre.close == 9h + 30min);
    CHECK(with({"centre.name=true"}).centre.name == "true");
    CHECK(with({"centre.name=North = South"}).centre.name == "North = South");
    CHECK(with({"centre.after_close=clear"}).centre.after_close == AfterClose::clear);
    CHECK(with({"call_type.regular.leave_at_once=5%"}).call_types[0].leave_at_once == 0.05);
    CHECK(with({"centre.date=1999-01-04"}).centre.date == std::chrono::year{1999} / 1 / 4);
}

TEST_CASE("overrides may add a key, with its table", "[scenario][overrides]") {
    CHECK(with({"run.seed=7"}).seed == 7);
    const auto scenario = with({"call_type.regular.arrivals.busyness.cv=20%",
                                "call_type.regular.patience={dist=\"exponential\", mean=\"2min\"}"});
    CHECK(standard_deviation_of(scenario.call_types[0].arrivals.busyness.value()) == Approx(0.2));
    CHECK(mean_of(scenario.call_types[0].patience.value()) == Approx(120));
    CHECK(mean_of(with({"call_type.regular.patience.dist=exponential", "call_type.regular.patience.mean=1min"})
                      .call_types[0]
                      .patience.value()) == Approx(60));
}

TEST_CASE("the last of several overrides of a key counts", "[scenario][overrides]") {
    CHECK(with({"centre.days=5", "centre.days=7"}).centre.days == 7);
}

TEST_CASE("what was loaded is kept beside the scenario", "[scenario][overrides]") {
    const auto loaded = parse_scenario(kScenario, "test.toml", {}, {"centre.days=5"});
    CHECK(loaded.text == kScenario);
    CHECK(loaded.overrides == std::vector<std::string>{"centre.days=5"});
}

TEST_CASE("an override is a path, = and a value", "[scenario][overrides]") {
    CHECK(parse_override("a.b=c=d").path == "a.b");
    CHECK(parse_override("a.b=c=d").value == "c=d");
    CHECK(parse_override("a=").value.empty());
    CHECK_THROWS_WITH(parse_override("centre.days"),
                      "--set centre.days: write PATH=VALUE, such as group.general.agents=9");
    CHECK_THROWS_AS(parse_override("=3"), ScenarioError);
}
