#include <map>
#include <memory>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "sim/cluster/master.hpp"
#include "sim/cluster/thread_crew.hpp"
#include "sim/cluster/wire.hpp"
#include "sim/cluster/worker.hpp"
#include "tests/cluster/network.hpp"

namespace floorwalker::cluster {
namespace {

using Catch::Matchers::Contains;

std::optional<std::string> square(std::int64_t task, const std::atomic<bool>&) { return std::to_string(task * task); }

/// Tasks 0 … count − 1, and what came of them.
struct Squares {
    explicit Squares(std::int64_t tasks) : count{tasks} {
        assignment.next = [this]() -> std::optional<std::int64_t> {
            if (given == count) return std::nullopt;
            return given++;
        };
        assignment.left = [this] { return count - given; };
        assignment.take = [this](const Finished& finished) {
            CHECK(results.emplace(finished.task, finished.bytes).second);
        };
        assignment.fingerprint = "squares";
    }

    void check_complete() const {
        REQUIRE(static_cast<std::int64_t>(results.size()) == count);
        for (const auto& [task, bytes] : results) CHECK(bytes == std::to_string(task * task));
    }

    std::int64_t count;
    std::int64_t given = 0;
    std::map<std::int64_t, std::string> results;
    Assignment assignment;
};

MasterOptions quick() {
    MasterOptions options;
    options.patience = 1.5;
    options.seconds_between_signs = 0.02;
    options.seconds_to_part = 30;
    return options;
}

/// Workers as they should be: each with so many threads.
class Workers {
public:
    void start(Network& network, int rank, int threads, const std::string& fingerprint = "squares",
               ThreadCrew::Work work = square) {
        threads_.emplace_back([=, &network] {
            QueueTransport transport{network, rank};
            ThreadCrew crew{threads, work};
            WorkerOptions options;
            options.seconds_held = 0.005;
            options.seconds_between_signs = 0.02;
            options.seconds_to_part = 2;
            run_worker(transport, crew, fingerprint, options);
        });
    }

private:
    std::vector<std::jthread> threads_;
};

TEST_CASE("Each task is done once, by any number of processes", "[cluster]") {
    for (const int processes : {1, 2, 5}) {
        for (const bool with_own : {true, false}) {
            if (processes == 1 && !with_own) continue;
            Network network{processes};
            Workers workers;
            for (int rank = 1; rank < processes; ++rank) workers.start(network, rank, rank);
            QueueTransport transport{network, 0};
            ThreadCrew own{1, square};
            Squares squares{1000};
            const MasterReport report = run_master(transport, with_own ? &own : nullptr, squares.assignment);
            CHECK(report.is_complete);
            CHECK(report.lost_workers == 0);
            CHECK_FALSE(transport.has_given_up);
            squares.check_complete();
        }
    }
}

TEST_CASE("Tasks that come only because of results are done too", "[cluster]") {
    Network network{3};
    Workers workers;
    workers.start(network, 1, 1);
    workers.start(network, 2, 2);
    QueueTransport transport{network, 0};
    // One task at a time, a hundred times.
    Squares squares{100};
    squares.assignment.next = [&]() -> std::optional<std::int64_t> {
        if (squares.given == squares.count || squares.given > static_cast<std::int64_t>(squares.results.size()))
            return std::nullopt;
        return squares.given++;
    };
    CHECK(run_master(transport, nullptr, squares.assignment).is_complete);
    squares.check_complete();
}

TEST_CASE("What a silent worker held is done by others", "[cluster]") {
    Network network{3};
    Workers workers;
    workers.start(network, 1, 1);
    // Process 2 asks for tasks and is never heard of again.
    network.put(0, {2, Kind::hello, packed(Hello{50, "squares"})});
    QueueTransport transport{network, 0};
    Squares squares{200};
    std::string remarks;
    squares.assignment.remark = [&](const std::string& text) { remarks += text + "\n"; };
    const MasterReport report = run_master(transport, nullptr, squares.assignment, quick());
    CHECK(report.is_complete);
    CHECK(report.lost_workers == 1);
    CHECK(transport.has_given_up);
    CHECK_THAT(remarks, Contains("process 2 is silent"));
    squares.check_complete();
}

TEST_CASE("What a worker held that cannot be reached is done by others", "[cluster]") {
    Network network{3};
    Workers workers;
    workers.start(network, 1, 1);
    network.put(0, {2, Kind::hello, packed(Hello{50, "squares"})});
    network.cut(2);
    QueueTransport transport{network, 0};
    Squares squares{200};
    MasterOptions options = quick();
    options.patience = 1e9;
    CHECK(run_master(transport, nullptr, squares.assignment, options).is_complete);
    squares.check_complete();
}

TEST_CASE("A worker that was thought lost comes back, and what it says twice counts once", "[cluster]") {
    Network network{2};
    network.put(0, {1, Kind::hello, packed(Hello{1, "squares"})});
    QueueTransport transport{network, 0};
    QueueTransport one{network, 1};
    Squares squares{8};
    bool was_lost = false;
    squares.assignment.remark = [&](const std::string& text) {
        if (text.find("silent") == std::string::npos) return;
        was_lost = true;
        // Now it speaks, of tasks that are nobody's any more, and goes on as if nothing had been.
        one.send(0, Kind::results, packed(std::vector<Finished>{{0, 0.1, "0"}, {1, 0.1, "1"}}));
    };
    squares.assignment.go_on = [&] {
        if (!was_lost) return true;
        while (auto message = one.receive()) {
            if (message->kind != Kind::tasks) continue;
            std::vector<Finished> results;
            for (const auto task : unpacked_tasks(message->bytes))
                results.push_back({task, 0.1, std::to_string(task * task)});
            if (results.empty()) continue;
            one.send(0, Kind::results, packed(results));
            one.send(0, Kind::results, packed(results));
        }
        return true;
    };
    MasterOptions options = quick();
    options.patience = 0.1;
    options.seconds_to_part = 0;
    CHECK(run_master(transport, nullptr, squares.assignment, options).is_complete);
    CHECK(was_lost);
    squares.check_complete();
}

TEST_CASE("A worker's failure is told, and ends the work", "[cluster]") {
    Network network{3};
    Workers workers;
    workers.start(network, 1, 1);
    workers.start(network, 2, 1, "squares", [](std::int64_t, const std::atomic<bool>&) -> std::optional<std::string> {
        throw std::runtime_error{"no squares today"};
    });
    QueueTransport transport{network, 0};
    Squares squares{1'000'000'000};
    CHECK_THROWS_WITH(run_master(transport, nullptr, squares.assignment), Contains("process 2: no squares today"));
}

TEST_CASE("A worker with other files is refused", "[cluster]") {
    Network network{2};
    Workers workers;
    workers.start(network, 1, 1, "cubes");
    QueueTransport transport{network, 0};
    Squares squares{10};
    CHECK_THROWS_WITH(run_master(transport, nullptr, squares.assignment), Contains("process 1 has another program"));
}

TEST_CASE("When results cannot be kept the workers are sent home", "[cluster]") {
    Network network{2};
    Workers workers;
    workers.start(network, 1, 1);
    QueueTransport transport{network, 0};
    ThreadCrew own{1, square};
    Squares squares{1'000'000'000};
    squares.assignment.take = [](const Finished&) { throw std::runtime_error{"disk full"}; };
    CHECK_THROWS_WITH(run_master(transport, &own, squares.assignment), "disk full");
}

TEST_CASE("A stop keeps what is finished", "[cluster]") {
    Network network{3};
    Workers workers;
    workers.start(network, 1, 1);
    workers.start(network, 2, 1);
    QueueTransport transport{network, 0};
    Squares squares{1'000'000'000};
    squares.assignment.go_on = [&] { return squares.results.size() < 20; };
    const MasterReport report = run_master(transport, nullptr, squares.assignment);
    CHECK_FALSE(report.is_complete);
    CHECK(report.lost_workers == 0);
    CHECK(squares.results.size() >= 20);
    for (const auto& [task, bytes] : squares.results) CHECK(bytes == std::to_string(task * task));
}

}  // namespace
}  // namespace floorwalker::cluster
