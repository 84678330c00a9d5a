#include <catch2/catch.hpp>

#include "tests/scenario/reading.hpp"

/// What presets of fatigue fill in, and the keys of leaders, holds and standards.
namespace floorwalker::reading {
namespace {

using namespace std::chrono_literals;

Fatigue fatigue_of(const std::string& keys) { return with_group("[group.fatigue]\n" + keys).groups.at(0).fatigue; }

/// With a break that two take at once.
Fatigue fatigue_with_breaks(const std::string& keys) {
    const std::string group =
        "[[group]]\nid = \"general\"\n"
        "shifts = [{ start = 08:00:00, end = 10:00:00, agents = 8 }]\n"
        "away = [{ what = \"break\", from = 08:00:00, until = 10:00:00, at_once = 2 }]\n";
    return read(kCentre + kCallType + group + "[group.fatigue]\n" + keys).groups.at(0).fatigue;
}

std::vector<Standard> standards_of(const std::string& keys) {
    return with_call_type("hold = { share = 0.1 }\n[[standard]]\n" + keys).standards;
}

}  // namespace

TEST_CASE("without a preset fatigue has no effect", "[scenario][keys][load]") {
    const Fatigue fatigue = fatigue_of("rise = 0.15\n");
    CHECK(fatigue.rise == 0.15);
    CHECK(fatigue.handling == 0);
    CHECK(fatigue.shared_breaks == 0);
    CHECK(fatigue.long_hours == 1);
}

TEST_CASE("a preset fills in what was published, and nothing that is written", "[scenario][keys][load]") {
    const Fatigue hours = fatigue_of("preset = \"collewet_sauermann_2017\"\n");
    CHECK(hours.long_hours == 0.9);
    CHECK(hours.handling == 0);
    CHECK(hours.shared_breaks == 0);
    CHECK(fatigue_of("long_hours = 0.8\npreset = \"collewet_sauermann_2017\"\n").long_hours == 0.8);
    const Fatigue breaks = fatigue_with_breaks("preset = \"pentland_2012\"\n");
    CHECK(breaks.shared_breaks == -0.08);
    CHECK(breaks.long_hours == 1);
    CHECK(fatigue_with_breaks("preset = \"pentland_2012\"\nshared_breaks = 0\n").shared_breaks == 0);
}

TEST_CASE("keys of leaders", "[scenario][keys][load]") {
    const auto group = with_group("leaders = { count = 3, attention = \"4min\", relief = \"40%\" }\n").groups.at(0);
    REQUIRE(group.leaders);
    CHECK(group.leaders->count == 3);
    CHECK(group.leaders->attention == 4min);
    CHECK(group.leaders->relief == 0.4);
}

TEST_CASE("keys of standards: what is not said is what the field works with", "[scenario][keys][standards]") {
    const auto limit = [](const std::string& keys) { return standards_of(keys).at(0).within; };
    CHECK(limit("of = \"hold\"\n") == 1min);
    CHECK(limit("of = \"report_back\"\n") == 15s);
    CHECK(limit("of = \"talk\"\n") == 3min);
    const Standard standard = standards_of("of = \"talk\"\nid = \"short\"\nwithin = \"2min\"\ngoal = \"90%\"\n").at(0);
    CHECK(standard.id == "short");
    CHECK(standard.of == StandardOf::talk);
    CHECK(standard.within == 2min);
    CHECK(standard.goal == 0.9);
    CHECK_FALSE(standard.call_type);
    CHECK(standards_of("of = \"talk\"\n").at(0).id == "talk");
    CHECK(standards_of("of = \"talk\"\n").at(0).goal == 1.0);
}

}  // namespace floorwalker::reading
