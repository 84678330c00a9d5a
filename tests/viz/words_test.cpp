#include "viz/words/words.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace floorwalker::viz {

using namespace std::chrono_literals;

TEST_CASE("the clock shows the time of day", "[viz]") {
    CHECK(clock(TimePoint{10h + 32min + 15s}) == "10:32:15");
    CHECK(clock(TimePoint{10h + 32min + 15s + 999ms}) == "10:32:15");
    CHECK(clock(TimePoint{8h}) == "08:00:00");
    CHECK(clock(TimePoint{8h + 5min}, false) == "08:05");
    CHECK(clock(TimePoint{0s}) == "00:00:00");
    // 26:30 of a day that began the day before, and the same on the third day.
    CHECK(clock(TimePoint{26h + 30min}, false) == "02:30");
    CHECK(clock(TimePoint{2 * kDay + 26h + 30min}, false) == "02:30");
}

TEST_CASE("spans of time are minutes and seconds, and hours when there are any", "[viz]") {
    CHECK(span(0s) == "0:00");
    CHECK(span(14s) == "0:14");
    CHECK(span(59s + 999ms) == "0:59");
    CHECK(span(161s) == "2:41");
    CHECK(span(3599s) == "59:59");
    CHECK(span(3600s) == "1:00:00");
    CHECK(span(3900s) == "1:05:00");
    CHECK(span(25h) == "25:00:00");
}

TEST_CASE("shares are shown in per cent", "[viz]") {
    CHECK(percent(0.714) == "71.4 %");
    CHECK(percent(0.8, 0) == "80 %");
    CHECK(percent(0) == "0.0 %");
    CHECK(percent(1) == "100.0 %");
    CHECK(percent(0.99951) == "100.0 %");
    CHECK(percent(0.12345, 2) == "12.35 %");  // the double is above 12.345 %
}

TEST_CASE("counts have commas between thousands", "[viz]") {
    CHECK(count(0) == "0");
    CHECK(count(7) == "7");
    CHECK(count(999) == "999");
    CHECK(count(1000) == "1,000");
    CHECK(count(1411) == "1,411");
    CHECK(count(123456) == "123,456");
    CHECK(count(1234567) == "1,234,567");
    CHECK(count(999.6) == "1,000");
    CHECK(count(-12) == "-12");
    CHECK(count(-123) == "-123");
    CHECK(count(-1234) == "-1,234");
}

TEST_CASE("each state has a name of its own", "[viz]") {
    std::vector<std::string> names;
    for (std::size_t state = 0; state < kAgentStates; ++state)
        names.emplace_back(name_of(static_cast<AgentState>(state)));
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK_FALSE(names[i].empty());
        CHECK(std::count(names.begin(), names.end(), names[i]) == 1);
    }
}

TEST_CASE("the window speaks Chinese where the catalogue is, and English elsewhere", "[viz]") {
    find_catalogues(FLOORWALKER_BINARY_DIR "/bin/floorwalker-viz");
    CHECK(tr("available") == std::string{"available"});
    CHECK(catalogue_text().empty());
    REQUIRE(speak(Language::chinese));
    CHECK(language() == Language::chinese);
    CHECK(name_of(AgentState::available) == std::string{"空闲"});
    CHECK(catalogue_text().find("空闲") != std::string::npos);
    // What no catalogue has stays as it is.
    CHECK(tr("no text of the window") == std::string{"no text of the window"});
    REQUIRE(speak(Language::english));
    CHECK(tr("available") == std::string{"available"});
}

TEST_CASE("without a catalogue the window says so and stays English", "[viz]") {
    find_catalogues("/nowhere/bin/floorwalker-viz");
    CHECK_FALSE(speak(Language::chinese));
    CHECK(language() == Language::english);
    CHECK(tr("available") == std::string{"available"});
    find_catalogues(FLOORWALKER_BINARY_DIR "/bin/floorwalker-viz");
}

}  // namespace floorwalker::viz
