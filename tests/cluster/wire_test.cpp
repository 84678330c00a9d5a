#include "sim/cluster/wire.hpp"

#include <stdexcept>

#include <catch2/catch.hpp>

namespace floorwalker::cluster {
namespace {

TEST_CASE("What is packed is unpacked", "[cluster]") {
    const Hello hello = unpacked_hello(packed(Hello{7, "which one"}));
    CHECK(hello.crew == 7);
    CHECK(hello.fingerprint == "which one");

    const std::vector<std::int64_t> tasks{0, -1, INT64_MAX};
    CHECK(unpacked_tasks(packed(tasks)) == tasks);
    CHECK(unpacked_tasks("").empty());

    const std::string bytes{"\0binary\n", 8};
    const auto results = unpacked_results(packed(std::vector<Finished>{{3, 0.25, bytes}, {4, 1e-9, ""}}));
    REQUIRE(results.size() == 2);
    CHECK(results[0].task == 3);
    CHECK(results[0].seconds == 0.25);
    CHECK(results[0].bytes == bytes);
    CHECK(results[1].task == 4);
    CHECK(results[1].bytes.empty());
}

TEST_CASE("A message that is cut off is an error", "[cluster]") {
    const std::string whole = packed(std::vector<Finished>{{3, 0.25, "result"}});
    for (std::size_t size = 1; size < whole.size(); ++size)
        CHECK_THROWS_AS(unpacked_results(whole.substr(0, size)), std::runtime_error);
    CHECK_THROWS_AS(unpacked_tasks("1234567"), std::runtime_error);
    CHECK_THROWS_AS(unpacked_hello("123"), std::runtime_error);
}

}  // namespace
}  // namespace floorwalker::cluster
