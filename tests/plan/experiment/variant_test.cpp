#include "sim/plan/experiment/variant.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/support/shipped.hpp"

namespace floorwalker::plan {
namespace {

using Catch::Matchers::Contains;

std::filesystem::path erlang_a() { return support::source_folder("scenarios/erlang_a.toml"); }

}  // namespace

TEST_CASE("a variant is the scenario with its keys changed", "[plan][variant]") {
    const VariantSource source{erlang_a(), {"centre.days=3"}};
    CHECK(source.base().groups[0].agents.front() == 50);
    CHECK(source.base().centre.days == 3);
    const Scenario changed = source.scenario_of({7, "more", {"group.agents.agents=53", "centre.days=4"}});
    CHECK(changed.groups[0].agents.front() == 53);
    CHECK(changed.centre.days == 4);
    // One variant leaves no trace in the next.
    CHECK(source.scenario_of({}).groups[0].agents.front() == 50);
    CHECK(source.scenario_of({}).centre.days == 3);
}

TEST_CASE("a variant is what the file with the same overrides is", "[plan][variant]") {
    const std::vector<std::string> overrides{"group.agents.agents=44", "centre.days=4"};
    const auto file = erlang_a();
    const Scenario direct = load_scenario(file, overrides).scenario;
    const Scenario variant = VariantSource{file, {overrides[1]}}.scenario_of({0, "", {overrides[0]}});
    CHECK(variant.groups[0].agents == direct.groups[0].agents);
    CHECK(variant.centre.days == direct.centre.days);
    CHECK(variant.call_types.size() == direct.call_types.size());
    CHECK(variant.centre.name == direct.centre.name);
}

TEST_CASE("a file that changes while an experiment runs changes nothing", "[plan][variant]") {
    const auto file = std::filesystem::temp_directory_path() / "floorwalker_variant_test.toml";
    std::ofstream{file}
        << "[[call_type]]\nid = \"a\"\narrivals = { per_hour = 10 }\n[[group]]\nid = \"g\"\nagents = 2\n";
    const VariantSource source{file};
    std::filesystem::remove(file);
    CHECK(source.scenario_of({0, "", {"group.g.agents=5"}}).groups[0].agents.front() == 5);
}

TEST_CASE("a variant that cannot be is refused with all that is wrong", "[plan][variant]") {
    const VariantSource source{erlang_a()};
    try {
        source.scenario_of({0, "", {"group.agents.agents=-1", "group.agent.agents=3"}});
        FAIL("accepted");
    } catch (const ScenarioError& error) {
        CHECK_THAT(error.what(), Contains("--set group.agents.agents=-1"));
        CHECK_THAT(error.what(), Contains("did you mean \"agents\"?"));
    }
}

TEST_CASE("decisions apply to all variants", "[plan][variant]") {
    const auto decisions = std::filesystem::temp_directory_path() / "floorwalker_variant_decisions.toml";
    std::ofstream{decisions} << "[[decision]]\nat = 10:00:00\ndo = \"absent\"\ngroup = \"agents\"\nagents = 2\nuntil = "
                                "11:00:00\n";
    const VariantSource source{erlang_a(), {}, decisions};
    std::filesystem::remove(decisions);
    CHECK(source.base().decisions.size() == 1);
    CHECK(source.scenario_of({0, "", {"group.agents.agents=48"}}).decisions.size() == 1);
    CHECK_THROWS_AS((VariantSource{erlang_a(), {}, erlang_a()}), ScenarioError);
}

}  // namespace floorwalker::plan
