#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "sim/store/replication_writer.hpp"

namespace floorwalker::store {

/// Gathers finished replications for a moment and has them written together by a thread of its own: a transaction for
/// each would cost more than the replications, and one left open until the next replication comes would keep other
/// programs out.
class WriteQueue {
public:
    using Write = std::function<void(const std::vector<Replication>&)>;

    /// `write` is called from the queue's thread. After it has thrown it is not called again.
    explicit WriteQueue(Write write);

    /// Has the rest written.
    ~WriteQueue();

    WriteQueue(const WriteQueue&) = delete;
    WriteQueue& operator=(const WriteQueue&) = delete;

    /// One that has been written, to be filled anew without asking for memory; or an empty one.
    Replication spare();

    /// Waits while too much is queued. Throws what `write` threw.
    void push(Replication replication);

    /// Returns when all is written and `write` is not running. Throws what `write` threw.
    void flush();

private:
    void work();
    void write_pending(std::unique_lock<std::mutex>& lock);

    Write write_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Replication> pending_;
    std::vector<Replication> spares_;
    std::size_t rows_ = 0;
    bool hurry_ = false;
    bool writing_ = false;
    bool closing_ = false;
    std::exception_ptr failure_;
    std::jthread thread_;  // last: it uses the others
};

}  // namespace floorwalker::store
