#include <catch2/catch.hpp>

#include <floorwalker/scenario.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// The hours of each day.
namespace floorwalker::model {
namespace {

using namespace support;
using namespace std::chrono;

}  // namespace

TEST_CASE("hours of a day: special days before weekdays before the centre's own", "[model][calendar]") {
    Centre centre;
    centre.date = year{2024} / January / 5;  // a Friday
    centre.open = 8h;
    centre.close = 20h;
    centre.weekday_hours[5] = OpenHours{9h, 14h};          // Saturdays
    centre.weekday_hours[6] = std::optional<OpenHours>{};  // Sundays: closed
    centre.special_days = {{year{2024} / January / 8, OpenHours{10h, 12h}, 0.5},
                           {year{2024} / January / 13, std::nullopt, 1.0}};
    CHECK(centre.hours_on(0)->open == 8h);
    CHECK(centre.hours_on(1)->close == 14h);
    CHECK_FALSE(centre.hours_on(2));
    CHECK(centre.hours_on(3)->open == 10h);  // Monday the 8th
    CHECK_FALSE(centre.hours_on(8));         // Saturday the 13th
}

TEST_CASE("a recorded call on a closed day breaks the rules", "[model][calendar]") {
    Scenario scenario = quiet_day(2);
    scenario.centre.days = 2;
    scenario.centre.date = year{2024} / January / 6;
    scenario.centre.weekday_hours[6] = std::optional<OpenHours>{};
    add_type(scenario, "a", 10min);
    add_group(scenario, group("all", {1}, {0}));
    add_call(scenario, 24h + 9h);
    CHECK_THROWS_AS(facts_of(scenario), std::invalid_argument);
}

}  // namespace floorwalker::model
