#include "sim/store/write_queue.hpp"

#include <atomic>
#include <stdexcept>

#include <catch2/catch.hpp>

using namespace floorwalker::store;

namespace {

Replication numbered(std::int64_t number) {
    Replication replication;
    replication.number = number;
    return replication;
}

}  // namespace

TEST_CASE("What was queued is written in order, at the latest when the queue goes", "[store]") {
    std::vector<std::int64_t> written;
    {
        WriteQueue queue{[&](const std::vector<Replication>& batch) {
            for (const Replication& replication : batch) written.push_back(replication.number);
        }};
        for (std::int64_t number = 0; number < 5; ++number) queue.push(numbered(number));
        queue.flush();
        CHECK(written.size() == 5);
        queue.push(numbered(5));
    }
    CHECK(written == std::vector<std::int64_t>{0, 1, 2, 3, 4, 5});
}

TEST_CASE("A failure to write comes back from the next calls, and nothing more is written", "[store]") {
    std::atomic<int> calls = 0;
    WriteQueue queue{[&](const std::vector<Replication>&) {
        ++calls;
        throw std::runtime_error{"full"};
    }};
    queue.push(numbered(0));
    CHECK_THROWS_WITH(queue.flush(), "full");
    CHECK_THROWS_WITH(queue.push(numbered(1)), "full");
    CHECK_THROWS_WITH(queue.flush(), "full");
    CHECK(calls == 1);
}

TEST_CASE("Much work waits for the writer instead of filling the memory", "[store]") {
    std::atomic<std::size_t> most = 0;
    WriteQueue queue{[&](const std::vector<Replication>& batch) {
        std::size_t rows = 0;
        for (const Replication& replication : batch) rows += replication.rows();
        most = std::max<std::size_t>(most, rows);
    }};
    for (std::int64_t number = 0; number < 50; ++number) {
        Replication replication = queue.spare();
        replication.contacts.resize(5'000);
        queue.push(std::move(replication));
    }
    queue.flush();
    CHECK(most <= 25'004);  // 20,000 rows and the replication that made them so many
}
