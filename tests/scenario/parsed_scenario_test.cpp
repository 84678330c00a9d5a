#include "sim/scenario/parsed_scenario.hpp"

#include <catch2/catch.hpp>

#include "tests/support/shipped.hpp"

namespace floorwalker::scenario {
namespace {

constexpr const char* kSmall = "[[call_type]]\nid = \"a\"\narrivals = { per_hour = 10 }\n[[group]]\nagents = 2\n";

std::string mistakes_of(const ParsedScenario& parsed, const std::vector<std::string>& overrides) {
    try {
        parsed.with(overrides);
    } catch (const ScenarioError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("one reading of a file makes many scenarios that know nothing of each other", "[scenario]") {
    const ParsedScenario parsed{kSmall, "small.toml", {}};
    CHECK(parsed.with({}).scenario.groups[0].agents.front() == 2);
    const std::string id = parsed.with({}).scenario.groups[0].id;
    CHECK(parsed.with({"group." + id + ".agents=9"}).scenario.groups[0].agents.front() == 9);
    CHECK(parsed.with({}).scenario.groups[0].agents.front() == 2);
    CHECK(parsed.with({"group." + id + ".agents=7"}).scenario.groups[0].agents.front() == 7);
    CHECK(parsed.with({}).scenario.centre.name == "small");
    CHECK(parsed.text() == kSmall);
}

TEST_CASE("mistakes of a file and of overrides are told together, and the next asks anew", "[scenario]") {
    const ParsedScenario parsed{std::string{kSmall} + "\n[centre]\ndays = 0\n", "small.toml", {}};
    const std::string both = mistakes_of(parsed, {"call_type.a.patience=-1s"});
    CHECK_THAT(both, Catch::Matchers::Contains("small.toml:8:8"));
    CHECK_THAT(both, Catch::Matchers::Contains("--set call_type.a.patience=-1s"));
    CHECK(mistakes_of(parsed, {"centre.days=1"}).empty());
    CHECK_THAT(mistakes_of(parsed, {}), Catch::Matchers::Contains("small.toml:8:8"));
}

TEST_CASE("a file that cannot be read on is refused at once", "[scenario]") {
    CHECK_THROWS_AS((ParsedScenario{"[centre", "odd.toml", {}}), ScenarioError);
}

}  // namespace floorwalker::scenario
