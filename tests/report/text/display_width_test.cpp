#include "sim/report/text/display_width.hpp"

#include <catch2/catch.hpp>

using namespace floorwalker::report;

TEST_CASE("Characters take the columns that terminals give them", "[report]") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("naïve ±") == 7);
    CHECK(display_width("e\u0301") == 1);  // a combining accent
    CHECK(display_width("办理业务") == 8);
    CHECK(display_width("ｆｕｌｌ") == 8);
    CHECK(display_width("한국어") == 6);
    CHECK(display_width("█▌") == 2);
    CHECK(display_width("\xFF\xC3") == 2);
}

TEST_CASE("Padding counts columns", "[report]") {
    CHECK(pad_left("办", 4) == "  办");
    CHECK(pad_right("±", 3) == "±  ");
    CHECK(pad_right("longer", 3) == "longer");
}

TEST_CASE("Long texts end in an ellipsis", "[report]") {
    CHECK(fit("short", 5) == "short");
    CHECK(fit("shorter", 5) == "shor…");
    CHECK(fit("办理业务", 6) == "办理…");
    CHECK(fit("办理业务", 5) == "办理…");
    CHECK(fit("办理业务", 8) == "办理业务");
}

TEST_CASE("What would upset a terminal is replaced", "[report]") {
    CHECK(fit("a\nb\x1b[31m", 20) == "a b [31m");
    CHECK(fit("a\xFFz", 20) == "a?z");
}
