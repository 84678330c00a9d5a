#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Days on which the centre stays closed.
namespace floorwalker::model {
namespace {

using namespace support;

}  // namespace

TEST_CASE("nobody comes in on a closed day, by head count or by shift", "[model][calendar]") {
    Scenario scenario = quiet_day(1);
    scenario.centre.date = std::chrono::year{2024} / std::chrono::March / 8;  // a Friday
    scenario.centre.days = 4;
    scenario.centre.weekday_hours[5] = std::optional<OpenHours>{};
    scenario.centre.weekday_hours[6] = std::optional<OpenHours>{};
    add_type(scenario, "a", 1min);
    add_group(scenario, group("desk", {1}, {0}));
    Group by_shift = group("shift", {}, {0});
    by_shift.shifts.push_back({{8h, 9h}, 1});
    add_group(scenario, by_shift);
    // Days 0 and 3, Friday and Monday.
    CHECK(staff_story(scenario) == Lines{"08:00:00 1 of shift: signed_out -> available", "08:00:00 shift: 1 on duty",
                                         "08:00:00 0 of desk: signed_out -> available", "08:00:00 desk: 1 on duty",
                                         "09:00:00 0 of desk: available -> signed_out", "09:00:00 desk: 0 on duty",
                                         "09:00:00 1 of shift: available -> signed_out", "09:00:00 shift: 0 on duty",
                                         "3+08:00:00 1 of shift: signed_out -> available",
                                         "3+08:00:00 shift: 1 on duty", "3+08:00:00 0 of desk: signed_out -> available",
                                         "3+08:00:00 desk: 1 on duty", "3+09:00:00 0 of desk: available -> signed_out",
                                         "3+09:00:00 desk: 0 on duty", "3+09:00:00 1 of shift: available -> signed_out",
                                         "3+09:00:00 shift: 0 on duty"});
}

}  // namespace floorwalker::model
