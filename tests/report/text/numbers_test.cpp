#include "sim/report/text/numbers.hpp"

#include <catch2/catch.hpp>

using namespace floorwalker;
using namespace floorwalker::report;

TEST_CASE("Thousands are set apart", "[report]") {
    CHECK(number(0, 0) == "0");
    CHECK(number(999, 0) == "999");
    CHECK(number(1411.26, 1) == "1,411.3");
    CHECK(number(1'234'567, 0) == "1,234,567");
    CHECK(number(-1234, 0) == "-1,234");
    CHECK(number(-123, 0) == "-123");
    CHECK(number(-0.04, 1) == "0.0");
}

TEST_CASE("Shares are percentages", "[report]") {
    CHECK(percent(0.8126) == "81.3 %");
    CHECK(percent(1) == "100.0 %");
    CHECK(target_percent(0.8) == "80 %");
    CHECK(target_percent(0.025) == "2.5 %");
}

TEST_CASE("Durations are in the units in which people say them", "[report]") {
    CHECK(duration(0) == "0 s");
    CHECK(duration(4.24) == "4.2 s");
    CHECK(duration(24.4) == "24 s");
    CHECK(duration(59.7) == "1 min 00 s");
    CHECK(duration(185) == "3 min 05 s");
    CHECK(duration(3599.8) == "1 h 00 min");
    CHECK(duration(3720) == "1 h 02 min");
}

TEST_CASE("An estimate shows its half-width where it does not round to 0", "[report]") {
    const auto both = [](const Shown& shown) { return shown.mean + "|" + shown.half_width; };
    CHECK(both(shown_percent({0.813, 0.004})) == "81.3 %|± 0.4");
    CHECK(both(shown_percent({0.813, 0.0004})) == "81.3 %|");
    CHECK(both(shown_percent({0.813, {}})) == "81.3 %|");
    CHECK(both(shown_percent({})) == "–|");
    CHECK(both(shown_duration({24, 1.2})) == "24 s|± 1 s");
    CHECK(both(shown_duration({2.7, 0.3})) == "2.7 s|± 0.3 s");
    CHECK(both(shown_duration({500, 90})) == "8 min 20 s|± 1 min 30 s");
    CHECK(both(shown_count({1411, 12.3})) == "1,411|± 12");
    CHECK(both(shown_count({11, 1.66})) == "11.0|± 1.7");
    CHECK(both(shown_count({50, {}}, 0.2)) == "10|");
    CHECK(both(shown_money({2.871, 0.02})) == "2.87|± 0.02");
    CHECK(both(shown_money({18199, 7})) == "18,199|± 7");
}
