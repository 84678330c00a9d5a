#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/scenario/reading.hpp"

/// What the keys of weekdays, special days and peaks set.
namespace floorwalker::reading {
namespace {

using namespace std::chrono_literals;

// Monday 1 January 2024.
const std::string kWeek = R"([centre]
date = 2024-01-01
days = 7
open = 08:00:00
close = 20:00:00
weekdays = { saturday = { open = 09:00:00, close = 14:00:00 }, sunday = "closed" }
)";

std::chrono::year_month_day january(unsigned day) { return std::chrono::year{2024} / 1 / static_cast<int>(day); }

Decision with_decision(const std::string& keys) {
    return read(kWeek + kCallType + kGroup + "[[decision]]\n" + keys).decisions.at(0);
}

}  // namespace

TEST_CASE("hours of the weekdays", "[scenario][keys]") {
    const auto hours = read(kWeek + kCallType + kGroup).centre.weekday_hours;
    for (std::size_t day = 0; day < 5; ++day) CHECK_FALSE(hours[day]);
    REQUIRE(hours[5]);
    CHECK(hours[5]->value().open == 9h);
    CHECK(hours[5]->value().close == 14h);
    REQUIRE(hours[6]);
    CHECK_FALSE(*hours[6]);
}

TEST_CASE("hours of a weekday pass midnight as the centre's do", "[scenario][keys]") {
    const auto hours =
        read(
            "[centre]\nopen = 20:00:00\nclose = 04:00:00\nweekdays = { friday = { open = 22:00:00, close = "
            "03:00:00 }, monday = { open = 01:00:00, close = 02:30:00 } }\n" +
            kCallType + kGroup)
            .centre.weekday_hours;
    CHECK(hours[4]->value().open == 22h);
    CHECK(hours[4]->value().close == 27h);
    CHECK(hours[0]->value().open == 25h);
    CHECK(hours[0]->value().close == 26h + 30min);
}

TEST_CASE("arrivals by weekday", "[scenario][keys]") {
    const auto type = read(kWeek +
                           "[[call_type]]\nid = \"a\"\narrivals = { per_hour = 1, weekdays = { monday = 1.2, "
                           "sunday = 0 } }\n" +
                           kGroup)
                          .call_types.at(0);
    CHECK(type.arrivals.by_weekday == std::array<double, 7>{1.2, 1, 1, 1, 1, 1, 0});
}

TEST_CASE("keys of a special day", "[scenario][keys]") {
    const auto days = read(kWeek + R"([[special_day]]
date = 2024-01-02
open = 10:00:00
close = 16:00:00
volume = "120%"
[[special_day]]
date = 2024-01-03
closed = true
[[special_day]]
date = 2024-01-04
close = 12:00:00
[[special_day]]
date = 2024-01-06
volume = 0.5
[[special_day]]
date = 2024-01-07
open = 12:00:00
)" + kCallType + kGroup)
                          .centre.special_days;
    REQUIRE(days.size() == 5);
    CHECK(days[0].date == january(2));
    CHECK(days[0].hours.value().open == 10h);
    CHECK(days[0].hours->close == 16h);
    CHECK(days[0].volume == 1.2);
    CHECK_FALSE(days[1].hours);
    CHECK(days[1].volume == 1.0);
    CHECK(days[2].hours.value().open == 8h);
    CHECK(days[2].hours->close == 12h);
    // A Saturday as usual, and a Sunday on which it opens nevertheless, until the centre's closing time.
    CHECK(days[3].hours.value().open == 9h);
    CHECK(days[3].hours->close == 14h);
    CHECK(days[3].volume == 0.5);
    CHECK(days[4].hours.value().open == 12h);
    CHECK(days[4].hours->close == 20h);
}

TEST_CASE("a peak of a call type", "[scenario][keys]") {
    const auto decision = with_decision(
        "at = 19:00:00\nday = 3\nuntil = 19:45:00\ndo = \"peak\"\ncall_type = \"regular\"\ncontacts = 250.5\n"
        "half_life = \"10min\"\n");
    CHECK(decision.at == 19h);
    CHECK(decision.day == 2U);
    const auto& peak = std::get<Peak>(decision.what);
    CHECK(peak.call_type == CallTypeId{0});
    CHECK_FALSE(peak.number);
    CHECK(peak.contacts == 250.5);
    CHECK(peak.until == 19h + 45min);
    CHECK(peak.half_life == 10min);
    const auto plain = std::get<Peak>(with_decision("at = 19:00:00\ndo = \"peak\"\ncall_type = \"regular\"\n").what);
    CHECK(plain.contacts == 100.0);
    CHECK(plain.until == 20h);  // closing time
    CHECK_FALSE(plain.half_life);
}

TEST_CASE("a peak of an access number", "[scenario][keys]") {
    const auto decision = with_decision(R"(at = 07:30:00
do = "peak"
number = "freephone"
until = 09:00:00
[[number]]
id = "other"
arrivals = { per_hour = 1 }
flow = "main"
[[number]]
id = "freephone"
flow = "main"
[[ivr]]
id = "main"
[[ivr.node]]
id = "agent"
do = "queue"
call_type = "regular"
)");
    // It begins before the centre opens; that is not wrong, only of no use.
    CHECK(decision.at == 7h + 30min);
    CHECK(std::get<Peak>(decision.what).number == NumberId{1});
}

TEST_CASE("recorded calls on days with hours of their own", "[scenario][keys]") {
    const auto folder = std::filesystem::temp_directory_path() / "floorwalker_calendar_keys_test";
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "calls.csv"} << "time,call_type\n2024-01-06 09:00:00,regular\n2024-01-06 13:59:59,regular\n";
    const auto scenario =
        parse_scenario(kWeek + "[replay]\nfile = \"calls.csv\"\n" + kCallType + kGroup, "test.toml", folder).scenario;
    CHECK(scenario.replay.value().size() == 2);
    std::filesystem::remove_all(folder);
}

TEST_CASE("special days are changed by place", "[scenario][overrides]") {
    const std::string text = kWeek + "[[special_day]]\ndate = 2024-01-02\n" + kCallType + kGroup;
    const auto day = [&](const std::string& change) { return read(text, {change}).centre.special_days.at(0); };
    CHECK(day("special_day.1.volume=120%").volume == 1.2);
    CHECK(day("special_day.1.date=2024-01-03").date == january(3));
    CHECK(day("special_day.1.close=12:00").hours.value().close == 12h);
    CHECK_FALSE(day("special_day.1.closed=true").hours);
    CHECK(read(text, {"centre.weekdays.friday=closed"}).centre.weekday_hours[4].has_value());
    CHECK(read(text, {"centre.weekdays.saturday.close=12:00"}).centre.weekday_hours[5]->value().close == 12h);
    CHECK(read(text, {"call_type.regular.arrivals.weekdays.monday=2"}).call_types[0].arrivals.by_weekday[0] == 2.0);
}

}  // namespace floorwalker::reading
