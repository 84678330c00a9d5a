#include "sim/cluster/worker.hpp"

#include <algorithm>
#include <exception>
#include <utility>
#include <vector>

#include "sim/cluster/wire.hpp"

namespace floorwalker::cluster {
namespace {

constexpr int kMaster = 0;
constexpr double kShortestRest = 50e-6;
constexpr double kLongestRest = 5e-3;

/// All leave together, or, when one is lost, none waits for another.
void part(Transport& transport, double patience) {
    if (transport.send(kMaster, Kind::goodbye, {})) {
        const double end = transport.now() + patience;
        while (transport.now() < end) {
            const auto message = transport.receive();
            if (!message) {
                transport.pause(kLongestRest);
            } else if (message->kind == Kind::leave) {
                if (message->bytes == kDoNotWait) break;
                return;
            }
        }
    }
    transport.give_up();
}

class Worker {
public:
    Worker(Transport& transport, Crew& crew, const WorkerOptions& options)
        : transport_{transport}, crew_{crew}, options_{options}, heard_{transport.now()} {}

    bool run(const std::string& fingerprint) {
        send(Kind::hello, packed(Hello{crew_.size(), fingerprint}));
        try {
            while (!is_over_ && options_.go_on()) {
                hear();
                if (is_over_) break;
                compute();
                report();
                if (transport_.now() - heard_ > options_.patience) is_master_gone_ = true;
                if (is_master_gone_) break;
            }
        } catch (const std::exception& error) {
            send(Kind::failure, error.what());
            has_failed_ = true;
        }
        if (!results_.empty()) send(Kind::results, packed(results_));
        part(transport_, options_.seconds_to_part);
        return !has_failed_ && !is_master_gone_;
    }

private:
    void hear() {
        while (const auto message = transport_.receive()) {
            heard_ = transport_.now();
            if (message->kind == Kind::finish) is_over_ = true;
            if (message->kind != Kind::tasks) continue;
            is_answered_ = true;
            for (const std::int64_t task : unpacked_tasks(message->bytes)) {
                crew_.give(task);
                ++held_;
            }
            rest_ = kShortestRest;
        }
    }

    /// Waits for the crew; without tasks for the master.
    void compute() {
        if (held_ == 0) {
            transport_.pause(rest_);
            rest_ = std::min(kLongestRest, 2 * rest_);
            return;
        }
        const double patience =
            results_.empty() ? options_.seconds_between_looks : std::max(0.0, results_due_ - transport_.now());
        auto result = crew_.take(std::min(patience, options_.seconds_between_looks));
        if (result && results_.empty()) results_due_ = transport_.now() + options_.seconds_held;
        for (; result; result = crew_.take(0)) {
            results_.push_back(std::move(*result));
            --held_;
        }
    }

    /// While the master has not answered the last results, more of them wait to travel together: so messages grow, and
    /// do not pile up, when the master is busy (as Nagle's algorithm does it, RFC 896).
    void report() {
        const double now = transport_.now();
        const bool needs_more = (held_ <= crew_.size() && is_answered_) || !options_.is_ahead;
        if (!results_.empty() && (needs_more || now >= results_due_)) {
            send(Kind::results, packed(std::exchange(results_, {})));
            is_answered_ = false;
        } else if (now >= sign_due_) {
            send(Kind::alive, {});
        }
    }

    void send(Kind kind, std::string bytes) {
        if (!transport_.send(kMaster, kind, std::move(bytes))) is_master_gone_ = true;
        sign_due_ = transport_.now() + options_.seconds_between_signs;
    }

    Transport& transport_;
    Crew& crew_;
    const WorkerOptions& options_;
    int held_ = 0;  // tasks that the crew has
    std::vector<Finished> results_;
    double results_due_ = 0;
    double sign_due_ = 0;
    double heard_ = 0;
    double rest_ = kShortestRest;
    bool is_answered_ = true;
    bool is_over_ = false;
    bool has_failed_ = false;
    bool is_master_gone_ = false;
};

}  // namespace

bool run_worker(Transport& transport, Crew& crew, const std::string& fingerprint, const WorkerOptions& options) {
    return Worker{transport, crew, options}.run(fingerprint);
}

void decline(Transport& transport, const std::string& why, const WorkerOptions& options) {
    transport.send(kMaster, Kind::failure, why);
    part(transport, options.seconds_to_part);
}

}  // namespace floorwalker::cluster
