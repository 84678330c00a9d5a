#include "sim/store/write_queue.hpp"

#include <chrono>
#include <utility>

namespace floorwalker::store {
namespace {

// With the time that writing takes, everything is in the file within a second.
constexpr std::chrono::milliseconds kGatherFor{250};
constexpr std::size_t kGatherRows = 20'000;

}  // namespace

WriteQueue::WriteQueue(Write write) : write_{std::move(write)}, thread_{[this] { work(); }} {}

WriteQueue::~WriteQueue() {
    const std::lock_guard lock{mutex_};
    closing_ = true;
    changed_.notify_all();
}

Replication WriteQueue::spare() {
    const std::lock_guard lock{mutex_};
    if (spares_.empty()) return {};
    Replication spare = std::move(spares_.back());
    spares_.pop_back();
    return spare;
}

void WriteQueue::push(Replication replication) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return rows_ < kGatherRows || failure_; });
    if (failure_) std::rethrow_exception(failure_);
    rows_ += replication.rows();
    pending_.push_back(std::move(replication));
    if (pending_.size() == 1 || rows_ >= kGatherRows) changed_.notify_all();
}

void WriteQueue::flush() {
    std::unique_lock lock{mutex_};
    hurry_ = true;
    changed_.notify_all();
    changed_.wait(lock, [&] { return pending_.empty() && !writing_; });
    hurry_ = false;
    if (failure_) std::rethrow_exception(failure_);
}

void WriteQueue::work() {
    std::unique_lock lock{mutex_};
    while (true) {
        changed_.wait(lock, [&] { return closing_ || !pending_.empty(); });
        if (pending_.empty()) return;
        changed_.wait_for(lock, kGatherFor, [&] { return closing_ || hurry_ || rows_ >= kGatherRows; });
        write_pending(lock);
    }
}

void WriteQueue::write_pending(std::unique_lock<std::mutex>& lock) {
    std::vector<Replication> batch = std::exchange(pending_, {});
    rows_ = 0;
    writing_ = true;
    lock.unlock();
    changed_.notify_all();
    std::exception_ptr failure;
    try {
        write_(batch);
    } catch (...) {
        failure = std::current_exception();
    }
    for (Replication& written : batch) {
        if (written.contacts.capacity() > kGatherRows) written.contacts = {};
    }
    lock.lock();
    writing_ = false;
    spares_ = std::move(batch);
    if (failure) {
        failure_ = failure;
        pending_.clear();
        rows_ = 0;
    }
    changed_.notify_all();
}

}  // namespace floorwalker::store
