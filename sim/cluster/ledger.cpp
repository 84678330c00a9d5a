#include "sim/cluster/ledger.hpp"

#include <algorithm>
#include <cmath>

namespace floorwalker::cluster {
namespace {

// The weight of the newest task in the mean: some hundred tasks are remembered.
constexpr double kNews = 0.01;

// Seconds that nobody minds to wait at the end: very short tasks never go out one by one.
constexpr double kNegligible = 0.05;

}  // namespace

Ledger::Ledger(int workers, HandOutOptions options) : options_{options}, workers_(static_cast<std::size_t>(workers)) {}

void Ledger::join(int worker, int crew) {
    crews_ += crew - crew_of(worker);
    worker_of(worker).crew = crew;
}

std::int64_t Ledger::ahead(std::int64_t crew, std::int64_t left) const {
    if (!options_.is_ahead) return 0;
    std::int64_t tasks = crew;
    if (seconds_a_task_) {
        const double many = std::ceil(static_cast<double>(crew) * options_.seconds_ahead / *seconds_a_task_);
        tasks = std::max(tasks, static_cast<std::int64_t>(std::min<double>(many, options_.most_ahead)));
    }
    return std::min(tasks, std::max(crew * left / (2 * crews_), negligible(crew)));
}

std::int64_t Ledger::negligible(std::int64_t crew) const {
    return seconds_a_task_ ? static_cast<std::int64_t>(static_cast<double>(crew) * kNegligible / *seconds_a_task_) : 0;
}

std::int64_t Ledger::wanted(int worker, std::int64_t left) const {
    const std::int64_t crew = crew_of(worker);
    if (crew == 0) return 0;
    const auto open = static_cast<std::int64_t>(worker_of(worker).open.size());
    return std::clamp<std::int64_t>(crew + ahead(crew, left) - open, 0, left);
}

void Ledger::give(int worker, std::int64_t task) {
    if (worker_of(worker).open.insert(task).second) ++open_;
}

bool Ledger::finish(int worker, std::int64_t task, double seconds) {
    if (worker_of(worker).open.erase(task) == 0) return false;
    --open_;
    const double so_far = seconds_a_task_.value_or(seconds);
    seconds_a_task_ = std::max(1e-6, so_far + kNews * (seconds - so_far));
    return true;
}

std::vector<std::int64_t> Ledger::lose(int worker) {
    Worker& lost = worker_of(worker);
    const std::vector<std::int64_t> tasks{lost.open.begin(), lost.open.end()};
    open_ -= static_cast<std::int64_t>(tasks.size());
    crews_ -= lost.crew;
    lost = {};
    return tasks;
}

}  // namespace floorwalker::cluster
