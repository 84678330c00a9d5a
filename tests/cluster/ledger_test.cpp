#include "sim/cluster/ledger.hpp"

#include <catch2/catch.hpp>

namespace floorwalker::cluster {
namespace {

TEST_CASE("A worker gets one task for each thread and as many ahead while nothing is known of them", "[cluster]") {
    Ledger ledger{2, {}};
    CHECK(ledger.wanted(0, 1000) == 0);  // not there yet
    ledger.join(0, 1);
    ledger.join(1, 4);
    CHECK(ledger.wanted(0, 1000) == 2);
    CHECK(ledger.wanted(1, 1000) == 8);
    ledger.give(1, 17);
    CHECK(ledger.wanted(1, 1000) == 7);
}

TEST_CASE("Short tasks are given many at a time, long ones one by one", "[cluster]") {
    HandOutOptions options;
    options.seconds_ahead = 0.5;
    Ledger ledger{1, options};
    ledger.join(0, 2);
    ledger.give(0, 1);
    ledger.finish(0, 1, 0.01);
    // 2 that it computes, and 2 threads · 0.5 s / 0.01 s ahead
    CHECK(ledger.wanted(0, 1'000'000) == 2 + 100);

    Ledger slow{1, options};
    slow.join(0, 2);
    slow.give(0, 1);
    slow.finish(0, 1, 10);
    CHECK(slow.wanted(0, 1'000'000) == 2 + 2);
}

TEST_CASE("Chunks shrink when little is left, and at the end nobody holds tasks ahead", "[cluster]") {
    HandOutOptions options;
    options.seconds_ahead = 10;
    Ledger ledger{4, options};
    for (int worker = 0; worker < 4; ++worker) ledger.join(worker, 1);
    ledger.give(0, 1);
    ledger.finish(0, 1, 0.1);
    // of 400 left a quarter, its share, and half of that ahead: 50
    CHECK(ledger.wanted(0, 400) == 1 + 50);
    CHECK(ledger.wanted(0, 40) == 1 + 5);
    CHECK(ledger.wanted(0, 7) == 1);  // 7 / (2 · 4) < 1
    CHECK(ledger.wanted(0, 0) == 0);
}

TEST_CASE("Tasks of a millisecond are handed out many at a time to the end", "[cluster]") {
    Ledger ledger{4, {}};
    for (int worker = 0; worker < 4; ++worker) ledger.join(worker, 1);
    ledger.give(0, 1);
    ledger.finish(0, 1, 0.001);
    // its share ahead would be 100 / (2 · 4); 50 ms are 50 tasks
    CHECK(ledger.wanted(0, 100) == 1 + 50);
}

TEST_CASE("Without looking ahead a worker has what it computes", "[cluster]") {
    HandOutOptions options;
    options.is_ahead = false;
    Ledger ledger{1, options};
    ledger.join(0, 3);
    CHECK(ledger.wanted(0, 1000) == 3);
}

TEST_CASE("A lost worker's tasks are open no more, and count once", "[cluster]") {
    Ledger ledger{2, {}};
    ledger.join(0, 1);
    ledger.join(1, 1);
    ledger.give(0, 5);
    ledger.give(0, 3);
    ledger.give(1, 4);
    CHECK(ledger.lose(0) == std::vector<std::int64_t>{3, 5});
    CHECK_FALSE(ledger.is_there(0));
    CHECK(ledger.has_open());
    ledger.give(1, 3);
    CHECK_FALSE(ledger.finish(0, 3, 1));  // it was thought lost, and is not asked any more
    CHECK(ledger.finish(1, 3, 1));
    CHECK_FALSE(ledger.finish(1, 3, 1));
    CHECK(ledger.finish(1, 4, 1));
    CHECK_FALSE(ledger.has_open());
}

}  // namespace
}  // namespace floorwalker::cluster
