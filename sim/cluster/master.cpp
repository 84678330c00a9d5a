#include "sim/cluster/master.hpp"

#include <algorithm>
#include <deque>
#include <utility>
#include <vector>

#include "sim/cluster/wire.hpp"

namespace floorwalker::cluster {
namespace {

constexpr double kShortestRest = 50e-6;
constexpr double kLongestRest = 1e-3;

/// Workers are known by their process's number; 0 is the master's own crew.
class Master {
public:
    Master(Transport& transport, Crew* own, const Assignment& assignment, const MasterOptions& options)
        : transport_{transport},
          own_{own},
          assignment_{assignment},
          options_{options},
          ledger_{transport.size(), options.hand_out},
          workers_(static_cast<std::size_t>(transport.size())) {
        for (Worker& worker : workers_) worker.heard = transport.now();
    }

    MasterReport run() {
        try {
            hand_out();
        } catch (...) {
            part(false);
            throw;
        }
        part(true);
        return report_;
    }

private:
    enum class State { absent, here, silent, unreachable, parted };

    struct Worker {
        State state = State::absent;
        int crew = 0;
        double heard = 0;
    };

    void hand_out() {
        if (own_ != nullptr) join(0, own_->size());
        while (assignment_.go_on()) {
            const bool has_heard = hear();
            const bool has_finished = look_at_own();
            serve_idle();
            if (is_done()) {
                report_.is_complete = true;
                return;
            }
            if (is_alone()) return;
            if (has_heard || has_finished) {
                rest_ = kShortestRest;
            } else {
                watch();
                rest();
            }
        }
    }

    bool is_done() {
        if (ledger_.has_open() || !returned_.empty() || next_) return false;
        next_ = assignment_.next();
        return !next_;
    }

    bool is_alone() const {
        return own_ == nullptr && count(State::parted) + count(State::unreachable) + 1 == transport_.size();
    }

    // Messages

    /// Takes all that has come. Between two results the clock is not looked at: nobody is lost while we are late.
    bool hear() {
        bool has_heard = false;
        while (auto message = transport_.receive()) {
            has_heard = true;
            take(*message);
            if (!assignment_.go_on()) break;
        }
        return has_heard;
    }

    void take(const Message& message) {
        Worker& worker = worker_of(message.from);
        worker.heard = transport_.now();
        if (worker.state == State::silent) come_back(message.from);
        switch (message.kind) {
        case Kind::hello: greet(message.from, unpacked_hello(message.bytes)); break;
        case Kind::results:
            for (const Finished& result : unpacked_results(message.bytes)) take(message.from, result);
            serve(message.from);
            break;
        case Kind::failure: throw ClusterError{"process " + std::to_string(message.from) + ": " + message.bytes};
        case Kind::goodbye: lose(message.from, State::parted, "has ended"); break;
        case Kind::tasks:
        case Kind::finish:
        case Kind::leave:
        case Kind::alive: break;
        }
    }

    void greet(int from, const Hello& hello) {
        if (hello.fingerprint != assignment_.fingerprint) {
            throw ClusterError{"process " + std::to_string(from) +
                               " has another program, or other files, than the first one: each machine needs the same"};
        }
        join(from, hello.crew);
    }

    void take(int from, const Finished& result) {
        if (!ledger_.finish(from, result.task, result.seconds)) return;
        report_.seconds_of_work += result.seconds;
        assignment_.take(result);
    }

    bool look_at_own() {
        if (own_ == nullptr) return false;
        bool has_finished = false;
        while (auto result = own_->take(0)) {
            take(0, *result);
            serve(0);
            has_finished = true;
        }
        return has_finished;
    }

    // Tasks

    void join(int rank, int crew) {
        worker_of(rank).state = State::here;
        worker_of(rank).crew = crew;
        ledger_.join(rank, crew);
        serve(rank);
    }

    std::optional<std::int64_t> next_task() {
        if (!returned_.empty()) {
            const std::int64_t task = returned_.front();
            returned_.pop_front();
            return task;
        }
        if (next_) return std::exchange(next_, std::nullopt);
        return assignment_.next();
    }

    std::int64_t left() const {
        const auto here = static_cast<std::int64_t>(returned_.size()) + (next_ ? 1 : 0);
        return here + std::max<std::int64_t>(1, assignment_.left());
    }

    void serve(int rank) {
        std::vector<std::int64_t> tasks;
        for (auto wanted = ledger_.wanted(rank, left()); wanted > 0; --wanted) {
            const auto task = next_task();
            if (!task) break;
            ledger_.give(rank, *task);
            tasks.push_back(*task);
        }
        if (tasks.empty() && ledger_.is_there(rank) && ledger_.is_idle(rank)) idle_.push_back(rank);
        if (rank == 0) {
            for (const std::int64_t task : tasks) own_->give(task);
        } else {
            send(rank, Kind::tasks, packed(tasks));  // an answer, even when there are none
        }
    }

    /// Those who got nothing when they asked: there may be tasks now, of lost workers or because of results.
    void serve_idle() {
        if (idle_.empty() || (returned_.empty() && !next_ && !(next_ = assignment_.next()))) return;
        for (const int rank : std::exchange(idle_, {})) {
            if (ledger_.is_there(rank) && ledger_.is_idle(rank)) serve(rank);
        }
    }

    void send(int rank, Kind kind, std::string bytes) {
        if (!transport_.send(rank, kind, std::move(bytes))) lose(rank, State::unreachable, "cannot be reached");
    }

    // Workers that are lost

    void lose(int rank, State state, const char* why) {
        Worker& worker = worker_of(rank);
        if (worker.state == State::parted || worker.state == State::unreachable) return;
        const auto tasks = ledger_.lose(rank);
        returned_.insert(returned_.end(), tasks.begin(), tasks.end());
        worker.state = state;
        assignment_.remark("process " + std::to_string(rank) + " " + why + "; others do its " +
                           std::to_string(tasks.size()) + " tasks");
    }

    void come_back(int rank) {
        assignment_.remark("process " + std::to_string(rank) + " is back");
        join(rank, worker_of(rank).crew);
    }

    void watch() {
        const double now = transport_.now();
        for (int rank = 1; rank < transport_.size(); ++rank) {
            const Worker& worker = worker_of(rank);
            if (worker.state == State::here && now - worker.heard > options_.patience)
                lose(rank, State::silent, "is silent");
        }
        if (now < next_sign_) return;
        next_sign_ = now + options_.seconds_between_signs;
        for (int rank = 1; rank < transport_.size(); ++rank) {
            if (worker_of(rank).state == State::here) send(rank, Kind::alive, {});
        }
    }

    void rest() {
        transport_.pause(rest_);
        rest_ = std::min(kLongestRest, 2 * rest_);
    }

    // The end

    /// Sends all home and hears their last words. Results among them still count, unless something has failed. Who says
    /// nothing is given up, and the others are told not to wait for it.
    void part(bool takes_results) {
        tell_all(Kind::finish, {});
        const double end = transport_.now() + options_.seconds_to_part;
        while (count(State::here) + count(State::absent) > 0 && transport_.now() < end) {
            if (const auto message = transport_.receive()) {
                if (message->kind == Kind::goodbye) worker_of(message->from).state = State::parted;
                if (message->kind != Kind::results || !takes_results) continue;
                for (const Finished& result : unpacked_results(message->bytes)) take(message->from, result);
            } else {
                transport_.pause(kLongestRest);
            }
        }
        report_.lost_workers = static_cast<int>(transport_.size() - 1 - count(State::parted));
        tell_all(Kind::leave, report_.lost_workers > 0 ? kDoNotWait : "");
        if (report_.lost_workers > 0) transport_.give_up();
    }

    void tell_all(Kind kind, const std::string& bytes) {
        for (int rank = 1; rank < transport_.size(); ++rank) {
            if (worker_of(rank).state != State::unreachable) transport_.send(rank, kind, bytes);
        }
    }

    std::int64_t count(State state) const {
        return std::count_if(workers_.begin() + 1, workers_.end(), [&](const Worker& w) { return w.state == state; });
    }

    Worker& worker_of(int rank) { return workers_[static_cast<std::size_t>(rank)]; }

    Transport& transport_;
    Crew* own_;
    const Assignment& assignment_;
    MasterOptions options_;
    Ledger ledger_;
    std::vector<Worker> workers_;
    std::vector<int> idle_;
    std::deque<std::int64_t> returned_;  // of lost workers
    std::optional<std::int64_t> next_;   // taken from the assignment, and not given yet
    double rest_ = kShortestRest;
    double next_sign_ = 0;
    MasterReport report_;
};

}  // namespace

MasterReport run_master(Transport& transport, Crew* own, const Assignment& assignment, const MasterOptions& options) {
    return Master{transport, own, assignment, options}.run();
}

}  // namespace floorwalker::cluster
