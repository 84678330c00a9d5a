#include "sim/plan/sweep/outcome_bytes.hpp"

#include <bit>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <catch2/catch.hpp>

namespace floorwalker::plan {
namespace {

TEST_CASE("An outcome comes back with every bit", "[plan][sweep]") {
    const double infinity = std::numeric_limits<double>::infinity();
    const Outcome sent{17, 0xfedcba9876543210U, {{1.0 / 3.0, 1e-320}, {-0.0, infinity}, {std::nan(""), 0}}};
    const Outcome got = outcome_from(to_bytes(sent));
    CHECK(got.replication == 17);
    CHECK(got.digest == 0xfedcba9876543210U);
    REQUIRE(got.values.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(std::bit_cast<std::uint64_t>(got.values[i].part) == std::bit_cast<std::uint64_t>(sent.values[i].part));
        CHECK(std::bit_cast<std::uint64_t>(got.values[i].whole) == std::bit_cast<std::uint64_t>(sent.values[i].whole));
    }
    CHECK(outcome_from(to_bytes(Outcome{})).values.empty());
}

TEST_CASE("Bytes that are no outcome are refused", "[plan][sweep]") {
    const std::string bytes = to_bytes({1, 2, {{3, 4}}});
    CHECK_THROWS_AS(outcome_from(""), std::runtime_error);
    CHECK_THROWS_AS(outcome_from(bytes.substr(1)), std::runtime_error);
}

}  // namespace
}  // namespace floorwalker::plan
