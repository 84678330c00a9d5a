#include "sim/cluster/thread_crew.hpp"

#include <chrono>
#include <utility>

namespace floorwalker::cluster {

ThreadCrew::ThreadCrew(int threads, Work work) : work_{std::move(work)} {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work_on(); });
}

ThreadCrew::~ThreadCrew() {
    {
        const std::lock_guard lock{mutex_};
        stop_ = true;
    }
    has_task_.notify_all();
}

void ThreadCrew::give(std::int64_t task) {
    {
        const std::lock_guard lock{mutex_};
        tasks_.push_back(task);
    }
    has_task_.notify_one();
}

std::optional<Finished> ThreadCrew::take(double patience) {
    std::unique_lock lock{mutex_};
    has_result_.wait_for(lock, std::chrono::duration<double>{patience}, [&] { return failure_ || !finished_.empty(); });
    if (failure_) std::rethrow_exception(failure_);
    if (finished_.empty()) return std::nullopt;
    Finished first = std::move(finished_.front());
    finished_.pop_front();
    return first;
}

void ThreadCrew::work_on() {
    try {
        while (const auto task = next()) compute(*task);
    } catch (...) {
        const std::lock_guard lock{mutex_};
        if (!failure_) failure_ = std::current_exception();
        has_result_.notify_one();
    }
}

std::optional<std::int64_t> ThreadCrew::next() {
    std::unique_lock lock{mutex_};
    has_task_.wait(lock, [&] { return stop_ || !tasks_.empty(); });
    if (stop_) return std::nullopt;
    const std::int64_t task = tasks_.front();
    tasks_.pop_front();
    return task;
}

void ThreadCrew::compute(std::int64_t task) {
    const auto start = std::chrono::steady_clock::now();
    auto bytes = work_(task, stop_);
    if (!bytes) return;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    {
        const std::lock_guard lock{mutex_};
        finished_.push_back({task, took.count(), std::move(*bytes)});
    }
    has_result_.notify_one();
}

}  // namespace floorwalker::cluster
