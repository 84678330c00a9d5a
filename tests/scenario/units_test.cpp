#include "sim/scenario/text/units.hpp"

#include <catch2/catch.hpp>

using namespace floorwalker;
using namespace floorwalker::scenario;
using namespace std::chrono_literals;

TEST_CASE("durations are read with their units", "[scenario][units]") {
    CHECK(parse_duration("90s").value == 90s);
    CHECK(parse_duration("2min 30s").value == 150s);
    CHECK(parse_duration("2min30s").value == 150s);
    CHECK(parse_duration("7min 26s").value == 446s);
    CHECK(parse_duration("8h").value == 8h);
    CHECK(parse_duration("1d 1h").value == 25h);
    CHECK(parse_duration("500ms").value == 500ms);
    CHECK(parse_duration("1.5h").value == 90min);
    CHECK(parse_duration(" 3 s ").value == 3s);
    CHECK(parse_duration("-3s").value == -3s);
    CHECK(parse_duration("0s").value == 0s);
}

TEST_CASE("what is no duration says why", "[scenario][units]") {
    for (const char* text : {"", " ", "s", "abc", "nan s", "inf", "1e3s", "--3s", "3s -2s", "3s,", "."}) {
        CAPTURE(text);
        const auto reading = parse_duration(text);
        CHECK_FALSE(reading.value);
        CHECK_FALSE(reading.mistake.empty());
    }
    CHECK(parse_duration("3m").mistake.find("min for minutes") != std::string::npos);
    CHECK(parse_duration("90").mistake.find("without a unit") != std::string::npos);
    CHECK(parse_duration("3 seconds").mistake.find("\"seconds\"") != std::string::npos);
    CHECK(parse_duration("30s 2min").mistake.find("largest first") != std::string::npos);
}

TEST_CASE("absurd durations do not overflow", "[scenario][units]") {
    const auto reading = parse_duration("99999999999999999999999d 99999999999999999h");
    REQUIRE(reading.value);
    CHECK(*reading.value > 366 * kDay);
}

TEST_CASE("clock times go to 48:00", "[scenario][units]") {
    CHECK(parse_clock("08:30") == 8h + 30min);
    CHECK(parse_clock("8:30") == 8h + 30min);
    CHECK(parse_clock("08:30:15") == 8h + 30min + 15s);
    CHECK(parse_clock("24:00") == 24h);
    CHECK(parse_clock("26:00") == 26h);
    CHECK(parse_clock("48:00") == 48h);
    for (const char* text :
         {"", "8", "08:", ":30", "08:60", "08:30:60", "48:01", "008:00", "08:30 ", "08:30:15:1", "-1:00"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_clock(text));
    }
}

TEST_CASE("percentages are fractions of 1", "[scenario][units]") {
    CHECK(parse_percentage("12%") == 0.12);
    CHECK(parse_percentage("12.5 %") == 0.125);
    CHECK(parse_percentage("-3%") == -0.03);
    CHECK_FALSE(parse_percentage("12"));
    CHECK_FALSE(parse_percentage("%"));
    CHECK_FALSE(parse_percentage("nan%"));
}

TEST_CASE("plain numbers are finite and whole texts", "[scenario][units]") {
    CHECK(parse_number("12.5") == 12.5);
    CHECK(parse_number("1e3") == 1000.0);
    for (const char* text : {"", "nan", "inf", "1e999", "3x", " 3"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_number(text));
    }
}

TEST_CASE("values are written back as planners write them", "[scenario][units]") {
    CHECK(format_duration(150s) == "2min 30s");
    CHECK(format_duration(24h) == "1d");
    CHECK(format_duration(0s) == "0s");
    CHECK(format_duration(-90s) == "-1min 30s");
    CHECK(format_duration(1500ms) == "1s 500ms");
    CHECK(format_clock(26h + 5min) == "26:05");
    CHECK(format_clock(8h + 15s) == "08:00:15");
    CHECK(format_number(1'000'000) == "1,000,000");
    CHECK(format_number(-1000) == "-1,000");
    CHECK(format_number(0.5) == "0.5");
    CHECK(format_percentage(0.125) == "12.5%");
}

TEST_CASE("sizes are bytes, decimal unless they say otherwise", "[scenario][units]") {
    CHECK(parse_size("2kB").value == 2'000.0);
    CHECK(parse_size("1.5 MB").value == 1'500'000.0);
    CHECK(parse_size("3GB").value == 3e9);
    CHECK(parse_size("64KiB").value == 65'536.0);
    CHECK(parse_size("2MiB").value == 2'097'152.0);
    CHECK(parse_size("0B").value == 0.0);
    CHECK(parse_size("40KB").mistake == "has the unit \"KB\"; write kB for 1,000 bytes or KiB for 1,024");
    CHECK(parse_size("40").mistake == "has a number without a unit; the units are B, kB, MB, GB, KiB and MiB");
    CHECK(parse_size("2kB 5B").mistake.find("the units are") != std::string::npos);
    CHECK_FALSE(parse_size("kB").value);
}

TEST_CASE("rates are bytes a second, from bits or bytes", "[scenario][units]") {
    CHECK(parse_rate("100Mbit/s").value == 12.5e6);  // 100,000,000 bit / 8
    CHECK(parse_rate("87.2kbit/s").value == 10'900.0);
    CHECK(parse_rate("12.5MB/s").value == 12.5e6);
    CHECK(parse_rate("8bit/s").value == 1.0);
    CHECK(parse_rate("1e6Gbit/s").value == 1.25e14);
    CHECK(parse_rate("100Mbps").mistake == "has the unit \"Mbps\"; write Mbit/s");
    CHECK(parse_rate("100Mb/s").mistake == "has the unit \"Mb/s\"; write Mbit/s for bits or MB/s for bytes");
    CHECK(parse_rate("100MB").mistake == "has the unit \"MB\"; write MB/s");
    CHECK(parse_rate("fast").mistake == "is not a rate; write one such as \"100Mbit/s\"");
}

TEST_CASE("sizes and rates are written back so that they read the same", "[scenario][units]") {
    CHECK(format_size(40'000) == "40kB");
    CHECK(format_size(999) == "999B");
    CHECK(format_size(1.5e9) == "1.5GB");
    CHECK(format_rate(12.5e6) == "100Mbit/s");
    CHECK(format_rate(10'900) == "87.2kbit/s");
    for (const double bytes : {0.0, 1.0, 2'000.0, 65'536.0, 1.25e8}) {
        CHECK(parse_size(format_size(bytes)).value == Approx(bytes));
        CHECK(parse_rate(format_rate(bytes)).value == Approx(bytes));
    }
}
