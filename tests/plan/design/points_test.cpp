#include "sim/plan/design/points.hpp"

#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "sim/plan/experiment/bad_request.hpp"

namespace floorwalker::plan {
namespace {

using Values = std::vector<std::string>;

Input agents(int from, int to) {
    return parse_input("group.front.agents=" + std::to_string(from) + ":" + std::to_string(to));
}

Input continuous(const std::string& key = "call_type.calls.talk.mean") {
    Input input = parse_input(key + "=0s:1000s");
    input.decimals = 9;  // so that rounding moves nothing into the next stratum
    return input;
}

}  // namespace

TEST_CASE("a grid is every combination, the last input fastest", "[plan][design]") {
    const Points grid{{agents(8, 10), parse_input("call_type.calls.choose=a,b")}, Design::grid, 0, 1};
    REQUIRE(grid.size() == 6);
    CHECK(grid.values(0) == Values{"8", "a"});
    CHECK(grid.values(1) == Values{"8", "b"});
    CHECK(grid.values(2) == Values{"9", "a"});
    CHECK(grid.values(5) == Values{"10", "b"});
}

TEST_CASE("a grid needs steps, and has a limit that can be counted", "[plan][design]") {
    CHECK_THROWS_WITH((Points{{continuous()}, Design::grid, 0, 1}),
                      Catch::Matchers::Contains("needs to know the step, such as 0s:1000s:250s"));
    std::vector<Input> many;
    for (int i = 0; i < 20; ++i) many.push_back(agents(1, 1000));
    CHECK_THROWS_AS((Points{many, Design::grid, 0, 1}), BadRequest);
}

TEST_CASE("a Latin hypercube hits each stratum of each input once", "[plan][design]") {
    constexpr std::int64_t kCount = 50;
    const Points points{{continuous(), continuous("call_type.calls.wrap_up.mean")}, Design::latin, kCount, 7};
    REQUIRE(points.size() == kCount);
    std::set<int> first;
    std::set<int> second;
    for (std::int64_t n = 0; n < kCount; ++n) {
        const auto values = points.values(n);
        // A stratum is 1000 s ÷ 50 = 20 s wide.
        first.insert(static_cast<int>(numeric_value(values[0]) / 20));
        second.insert(static_cast<int>(numeric_value(values[1]) / 20));
    }
    CHECK(first.size() == kCount);
    CHECK(second.size() == kCount);
    CHECK(points.values(3) == Points{points.inputs(), Design::latin, kCount, 7}.values(3));
    CHECK(points.values(3) != Points{points.inputs(), Design::latin, kCount, 8}.values(3));
}

TEST_CASE("whole numbers and words are hit evenly", "[plan][design]") {
    for (const Design design : {Design::latin, Design::sobol}) {
        const Points points{{agents(1, 4), parse_input("call_type.calls.choose=a,b")}, design, 64, 1};
        std::map<std::string, int> hits;
        for (std::int64_t n = 0; n < points.size(); ++n) {
            for (const std::string& value : points.values(n)) ++hits[value];
        }
        // 64 points over 4 numbers and over 2 words.
        for (const char* number : {"1", "2", "3", "4"}) CHECK(hits[number] == 16);
        for (const char* word : {"a", "b"}) CHECK(hits[word] == 32);
    }
}

TEST_CASE("Sobol's sequence begins as published", "[plan][design]") {
    // Bratley and Fox, TOMS 14 (1988), in Gray code order with the origin: (0, 0), (1/2, 1/2), (3/4, 1/4), (1/4, 3/4),
    // (3/8, 3/8), (7/8, 7/8), …
    const Points points{{continuous(), continuous("call_type.calls.wrap_up.mean")}, Design::sobol, 6, 1};
    CHECK(points.values(0) == Values{"0s", "0s"});
    CHECK(points.values(1) == Values{"500s", "500s"});
    CHECK(points.values(2) == Values{"750s", "250s"});
    CHECK(points.values(3) == Values{"250s", "750s"});
    CHECK(points.values(4) == Values{"375s", "375s"});
    CHECK(points.values(5) == Values{"875s", "875s"});
}

TEST_CASE("representatives have every value of every input among them", "[plan][design]") {
    const Points grid{{agents(1, 30), agents(1, 40), agents(1, 50)}, Design::grid, 0, 1};
    std::vector<std::set<std::string>> seen(3);
    const auto numbers = grid.representatives(100);
    for (const std::int64_t number : numbers) {
        const auto values = grid.values(number);
        for (std::size_t i = 0; i < values.size(); ++i) seen[i].insert(values[i]);
    }
    CHECK(numbers.size() <= 121);
    CHECK(seen[0].size() == 30);
    CHECK(seen[1].size() == 40);
    CHECK(seen[2].size() == 50);
    CHECK(grid.values(numbers.back()) == Values{"30", "40", "50"});
    CHECK(grid.representatives(60'000).size() == 60'000);
}

}  // namespace floorwalker::plan
