#include "sim/plan/design/input.hpp"

#include <catch2/catch.hpp>

#include "sim/plan/experiment/bad_request.hpp"

namespace floorwalker::plan {
namespace {

using Catch::Matchers::Contains;
using Values = std::vector<std::string>;

Values levels_of(const std::string& written) { return parse_input(written).levels; }

std::string refusal(const std::string& written) {
    try {
        parse_input(written);
    } catch (const BadRequest& error) {
        return error.what();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("whole numbers go one by one unless a step is named", "[plan][design]") {
    CHECK(levels_of("group.front.agents=8:11") == Values{"8", "9", "10", "11"});
    CHECK(levels_of("group.front.agents=10:50:20") == Values{"10", "30", "50"});
    CHECK(levels_of("group.front.agents=10:55:20") == Values{"10", "30", "50"});
    CHECK(levels_of("group.front.agents=7:7") == Values{"7"});
    CHECK(levels_of("group.front.agents=3:4:5") == Values{"3"});
    CHECK(parse_input("group.front.agents=8:11").path == "group.front.agents");
}

TEST_CASE("durations and shares are written as the range is", "[plan][design]") {
    CHECK(levels_of("call_type.calls.talk.mean=50s:70s:10s") == Values{"50s", "60s", "70s"});
    CHECK(levels_of("call_type.calls.talk.mean=1min:2min:30s") == Values{"60s", "90s", "120s"});
    CHECK(levels_of("call_type.calls.talk.mean=2min 30s:3min:15s") == Values{"150s", "165s", "180s"});
    CHECK(levels_of("call_type.calls.talk.mean=1.5h:2.5h:0.5h") == Values{"1.5h", "2h", "2.5h"});
    CHECK(levels_of("call_type.calls.leave_at_once=10%:30%:10%") == Values{"10%", "20%", "30%"});
    CHECK(levels_of("link.wan.bandwidth=2Mbit/s:10Mbit/s:4Mbit/s") == Values{"2Mbit/s", "6Mbit/s", "10Mbit/s"});
    CHECK(levels_of("call_type.calls.look_up.1.answer=40kB:80kB:20kB") == Values{"40kB", "60kB", "80kB"});
    CHECK(levels_of("server.crm.cores=1:3") == Values{"1", "2", "3"});
    // 0.1 + 0.1 + 0.1 is more than 0.3.
    CHECK(levels_of("call_type.calls.leave_at_once=0.1:0.3:0.1") == Values{"0.1", "0.2", "0.3"});
    CHECK(levels_of("call_type.calls.arrivals.per_hour=0:1:0.125").size() == 9);
    CHECK(levels_of("group.front.skills.billing=0.8:1.2:0.2") == Values{"0.8", "1", "1.2"});
}

TEST_CASE("lists are what they say", "[plan][design]") {
    CHECK(levels_of("call_type.calls.choose=preference,longest_idle") == Values{"preference", "longest_idle"});
    CHECK(levels_of("group.front.agents=8,12,9") == Values{"8", "12", "9"});
    CHECK(levels_of("centre.close=\"16:00\",\"17:30\"") == Values{"\"16:00\"", "\"17:30\""});
    CHECK(levels_of("centre.open=08:30:00") == Values{"08:30:00"});
    CHECK(levels_of("group.front.agents=[1,2],[2,2]") == Values{"[1,2]", "[2,2]"});
    CHECK(parse_input("group.front.agents=8,12").is_numeric);
    CHECK(!parse_input("call_type.calls.choose=preference,longest_idle").is_numeric);
}

TEST_CASE("a range without a step is continuous, and values are drawn to a thousandth of it", "[plan][design]") {
    const Input talk = parse_input("call_type.calls.talk.mean=50s:70s");
    REQUIRE(talk.is_continuous());
    CHECK(talk.value_at(0) == "50s");
    CHECK(talk.value_at(0.5) == "60s");
    CHECK(talk.value_at(0.123456) == "52.47s");  // 50 + 20 × 0.123456 = 52.46912
    const Input share = parse_input("call_type.calls.leave_at_once=0.1:0.3");
    CHECK(share.value_at(0.25) == "0.15");
    const Input levels = parse_input("group.front.agents=8:11");
    CHECK(levels.value_at(0) == "8");
    CHECK(levels.value_at(0.2499) == "8");
    CHECK(levels.value_at(0.25) == "9");
    CHECK(levels.value_at(0.9999) == "11");
}

TEST_CASE("values on an axis", "[plan][design]") {
    CHECK(numeric_value("2min") == 120);
    CHECK(numeric_value("500ms") == 0.5);
    CHECK(numeric_value("10%") == Approx(0.1));
    CHECK(numeric_value("-3") == -3);
    CHECK(std::isnan(numeric_value("preference")));
    CHECK(numeric_value("8Mbit/s") == 1e6);  // bytes a second
    CHECK(numeric_value("2kB") == 2000);
}

TEST_CASE("what cannot be varied is refused with what would be right", "[plan][design]") {
    CHECK_THAT(refusal("group.front.agents"), Contains("write KEY=FROM:TO"));
    CHECK_THAT(refusal("=1:2"), Contains("write KEY=FROM:TO"));
    CHECK_THAT(refusal("group.front.agents="), Contains("there is no value"));
    CHECK_THAT(refusal("group.front.agents=8:"), Contains("the range is not complete"));
    CHECK_THAT(refusal("group.front.agents=8:12:"), Contains("the range is not complete"));
    CHECK_THAT(refusal("group.front.agents=8:12:0"), Contains("a step of 0 leads nowhere"));
    CHECK_THAT(refusal("group.front.agents=12:8"), Contains("a range goes from low to high; write 8:12"));
    CHECK_THAT(refusal("group.front.agents=12:8:-2"), Contains("write 8:12:2"));
    CHECK_THAT(refusal("group.front.agents=8:12:-2"), Contains("write 8:12:2"));
    CHECK_THAT(refusal("group.front.agents=8:12:2:3"), Contains("a range is FROM:TO or FROM:TO:STEP"));
    CHECK_THAT(refusal("group.front.agents=8:x"), Contains("\"x\" is not a number"));
    CHECK_THAT(refusal("group.front.agents=8.5:12"), Contains("takes whole numbers"));
    CHECK_THAT(refusal("group.front.agents=0:2000000"), Contains("more than 1000000 values of one key"));
    CHECK_THAT(refusal("group.front.agents=8,,9"), Contains("there is an empty value"));
    CHECK_THAT(refusal("group.front.agents=8,9,8"), Contains("\"8\" stands there twice"));
    CHECK_THAT(refusal("call_type.calls.talk.mean=50s:70"), Contains("need the same unit"));
    CHECK_THAT(refusal("call_type.calls.choose=1:2"), Contains("takes no numbers; list its values"));
    CHECK_THAT(refusal("group.front.agnets=8:12"),
               Contains("there is no key group.front.agnets (did you mean agents?)"));
    CHECK_THAT(refusal("nonsense=1:2"), Contains("`floorwalker keys` lists all"));
    CHECK_THAT(refusal("group=1:2"), Contains("is a table"));
    CHECK_THAT(refusal("centre=1:2"), Contains("is a table"));
    CHECK_THAT(refusal("group.front.skills=1:2"), Contains("is a table"));
    CHECK_THAT(refusal("group.front.id=a,b"), Contains("is an id and cannot be swept"));
    CHECK_THAT(refusal("run.seed=1:5"), Contains("all variants have the same customers; use --seed"));
    CHECK_THAT(refusal("run.replications=1:5"), Contains("use --replications"));
}

TEST_CASE("inputs have the shortest names that tell them apart", "[plan][design]") {
    const auto labels = labels_of({{.path = "group.front.agents", .levels = {}},
                                   {.path = "call_type.a.talk.mean", .levels = {}},
                                   {.path = "call_type.b.talk.mean", .levels = {}},
                                   {.path = "centre.days", .levels = {}}});
    CHECK(labels == Values{"front.agents", "a.talk.mean", "b.talk.mean", "centre.days"});
}

}  // namespace floorwalker::plan
