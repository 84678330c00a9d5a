#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "sim/cluster/crew.hpp"

namespace floorwalker::cluster {

/// Computes tasks on threads of its own.
class ThreadCrew final : public Crew {
public:
    /// What a task comes to, or none when the flag was set on the way. Called from several threads at once.
    using Work = std::function<std::optional<std::string>(std::int64_t task, const std::atomic<bool>& stop)>;

    ThreadCrew(int threads, Work work);
    /// Drops what is not finished.
    ~ThreadCrew() override;

    int size() const override { return static_cast<int>(threads_.size()); }
    void give(std::int64_t task) override;
    std::optional<Finished> take(double patience) override;

private:
    void work_on();
    std::optional<std::int64_t> next();
    void compute(std::int64_t task);

    Work work_;
    std::atomic<bool> stop_ = false;
    std::mutex mutex_;
    std::condition_variable has_task_;
    std::condition_variable has_result_;
    std::deque<std::int64_t> tasks_;
    std::deque<Finished> finished_;
    std::exception_ptr failure_;
    std::vector<std::jthread> threads_;  // last: joined before the rest goes
};

}  // namespace floorwalker::cluster
