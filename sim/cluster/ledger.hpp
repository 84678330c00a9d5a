#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace floorwalker::cluster {

/// How far ahead of what they compute workers are given tasks.
struct HandOutOptions {
    /// A worker holds tasks for about this many seconds beside those it computes, and at least one for each of its
    /// threads: so the answer to its last message has come long before it is out of work, and short tasks go out and
    /// come back many at a time.
    double seconds_ahead = 0.5;
    int most_ahead = 10'000;
    /// Off: a worker gets its next task only when it has finished the one before. For comparison.
    bool is_ahead = true;
};

/// Who computes what: the master's book. Workers are numbered 0, 1, …
class Ledger {
public:
    Ledger(int workers, HandOutOptions options);

    /// A worker that computes so many tasks at once is there.
    void join(int worker, int crew);
    bool is_there(int worker) const { return worker_of(worker).crew > 0; }
    /// How many more tasks a worker should be given now, when so many are left to give to all. Near the end, when there
    /// is not enough for everybody to hold some ahead, nobody does: a task that waits behind another while somebody is
    /// idle makes all wait for it.
    std::int64_t wanted(int worker, std::int64_t left) const;
    void give(int worker, std::int64_t task);
    /// False when the task was not open any more: another has done it in the meantime.
    bool finish(int worker, std::int64_t task, double seconds);
    /// The worker is gone. Its tasks, in order: they are nobody's now.
    std::vector<std::int64_t> lose(int worker);

    bool is_idle(int worker) const { return worker_of(worker).open.size() < static_cast<std::size_t>(crew_of(worker)); }
    bool has_open() const { return open_ > 0; }
    /// Mean of the tasks finished so far, the recent ones weighing more.
    std::optional<double> seconds_a_task() const { return seconds_a_task_; }

private:
    struct Worker {
        int crew = 0;
        std::set<std::int64_t> open;
    };

    const Worker& worker_of(int worker) const { return workers_[static_cast<std::size_t>(worker)]; }
    Worker& worker_of(int worker) { return workers_[static_cast<std::size_t>(worker)]; }
    int crew_of(int worker) const { return worker_of(worker).crew; }
    std::int64_t ahead(std::int64_t crew, std::int64_t left) const;
    std::int64_t negligible(std::int64_t crew) const;

    HandOutOptions options_;
    std::vector<Worker> workers_;
    std::int64_t crews_ = 0;
    std::int64_t open_ = 0;
    std::optional<double> seconds_a_task_;
};

}  // namespace floorwalker::cluster
