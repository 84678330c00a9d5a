#include <string>

#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>

// Steps with a condition split the queue of a call type and tier. The engine numbers what comes of it with 16 bits.

using namespace floorwalker;

namespace {

/// Each of the call types waits in up to 2^8 ways, in each of four tiers.
std::string with_types(int types) {
    std::string text;
    for (const char* tier : {"gold", "silver", "bronze"}) text.append("[[tier]]\nid = \"").append(tier).append("\"\n");
    for (int type = 0; type < types; ++type) {
        text.append("[[call_type]]\nid = \"t").append(std::to_string(type)).append("\"\n");
        text.append("arrivals = { per_hour = 1 }\nstep = [\n");
        for (int step = 0; step < 8; ++step)
            text.append("  { do = \"priority\", by = 1, when = { queue_at_least = 1 } },\n");
        text.append("]\n");
    }
    return text + "[[group]]\nagents = 1\n";
}

}  // namespace

TEST_CASE("more combinations of steps, tiers and call types than can be numbered", "[scenario]") {
    // 63 × 4 × 256 = 64,512; 64 × 4 × 256 = 65,536.
    CHECK_NOTHROW(parse_scenario(with_types(63), "many.toml"));
    try {
        parse_scenario(with_types(65), "many.toml");
        FAIL("it was taken");
    } catch (const ScenarioError& error) {
        REQUIRE(error.problems().size() == 1);
        CHECK(error.problems().front().message.starts_with(
            "call_type.t63: with this call type there are more than 65,535 combinations"));
    }
}
