#include "sim/report/text/bar.hpp"

#include <catch2/catch.hpp>

using namespace floorwalker::report;

TEST_CASE("Bars are drawn in eighths", "[report]") {
    CHECK(bar(0, 4) == "    ");
    CHECK(bar(1, 4) == "████");
    CHECK(bar(0.5, 4) == "██  ");
    CHECK(bar(0.40625, 4) == "█▋  ");  // 13 of 32 eighths
    CHECK(bar(0.001, 4) == "▏   ");
    CHECK(bar(7, 4) == "████");
    CHECK(bar(-1, 4) == "    ");
}

TEST_CASE("A target is marked where the bar ends short of it", "[report]") {
    CHECK(bar(0.25, 4, 0.75) == "█  ▏");
    CHECK(bar(0.25, 4, 1.0) == "█  ▏");
    CHECK(bar(0.9, 4, 0.5) == "███▋");
}
