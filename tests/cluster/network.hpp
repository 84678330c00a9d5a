#pragma once

#include <chrono>
#include <deque>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "sim/cluster/transport.hpp"

/// Processes that are threads of one program, and whose messages go through queues.
namespace floorwalker::cluster {

class Network {
public:
    explicit Network(int size) : queues_(static_cast<std::size_t>(size)) {}

    int size() const { return static_cast<int>(queues_.size()); }

    /// From now on who sends to it is told that it is gone.
    void cut(int rank) {
        const std::lock_guard lock{mutex_};
        cut_.insert(rank);
    }

    bool put(int to, Message message) {
        const std::lock_guard lock{mutex_};
        if (cut_.contains(to)) return false;
        queues_[static_cast<std::size_t>(to)].push_back(std::move(message));
        return true;
    }

    std::optional<Message> get(int rank) {
        const std::lock_guard lock{mutex_};
        auto& queue = queues_[static_cast<std::size_t>(rank)];
        if (queue.empty()) return std::nullopt;
        Message first = std::move(queue.front());
        queue.pop_front();
        return first;
    }

private:
    std::mutex mutex_;
    std::vector<std::deque<Message>> queues_;
    std::set<int> cut_;
};

class QueueTransport final : public Transport {
public:
    QueueTransport(Network& network, int rank) : network_{network}, rank_{rank} {}

    int rank() const override { return rank_; }
    int size() const override { return network_.size(); }
    double now() const override {
        return std::chrono::duration<double>{std::chrono::steady_clock::now().time_since_epoch()}.count();
    }
    bool send(int to, Kind kind, std::string bytes) override {
        return network_.put(to, {rank_, kind, std::move(bytes)});
    }
    std::optional<Message> receive() override { return network_.get(rank_); }
    void pause(double seconds) override { std::this_thread::sleep_for(std::chrono::duration<double>{seconds}); }
    void give_up() override { has_given_up = true; }

    bool has_given_up = false;

private:
    Network& network_;
    int rank_;
};

}  // namespace floorwalker::cluster
