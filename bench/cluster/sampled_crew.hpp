#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <vector>

#include "sim/cluster/crew.hpp"
#include "sim/cluster/transport.hpp"

namespace floorwalker::cluster {

/// Times that tasks take, from a list of measured ones. A task's time depends on its number alone.
class SampledSeconds {
public:
    SampledSeconds(std::vector<double> measured, double scale) : measured_{std::move(measured)}, scale_{scale} {}

    double of(std::int64_t task) const {
        return scale_ * measured_[mixed(static_cast<std::uint64_t>(task)) % measured_.size()];
    }

private:
    // SplitMix64's last step (Steele, Lea and Flood, OOPSLA 2014): neighbours get samples far apart.
    static std::uint64_t mixed(std::uint64_t z) {
        z += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    std::vector<double> measured_;
    double scale_;
};

/// One core that does nothing but let the time go by that its tasks take. Simulated time where MPI is simulated.
class SampledCrew final : public Crew {
public:
    SampledCrew(Transport& transport, const SampledSeconds& seconds, std::size_t bytes)
        : transport_{transport}, seconds_{seconds}, bytes_{bytes} {}

    int size() const override { return 1; }

    void give(std::int64_t task) override {
        if (tasks_.empty()) done_at_ = transport_.now() + seconds_.of(task);
        tasks_.push_back(task);
    }

    std::optional<Finished> take(double patience) override {
        if (tasks_.empty() || patience > 0) transport_.pause(wait(patience));
        if (tasks_.empty() || transport_.now() < done_at_) return std::nullopt;
        const std::int64_t task = tasks_.front();
        tasks_.pop_front();
        // The next task began when this one was done, not when somebody asked.
        if (!tasks_.empty()) done_at_ += seconds_.of(tasks_.front());
        return Finished{task, seconds_.of(task), std::string(bytes_, 'x')};
    }

private:
    // Sleep is rounded down to microseconds; one more, and the task is done at its end.
    double wait(double patience) const {
        if (tasks_.empty()) return patience;
        return std::clamp(done_at_ - transport_.now() + 1e-6, 0.0, patience);
    }

    Transport& transport_;
    const SampledSeconds& seconds_;
    std::size_t bytes_;
    std::deque<std::int64_t> tasks_;
    double done_at_ = 0;
};

}  // namespace floorwalker::cluster
