#include "viz/day/forecast.hpp"

#include <algorithm>

#include <floorwalker/run.hpp>

namespace floorwalker::viz {
namespace {

constexpr std::int64_t kReplications = 20;

double value(const KpiSet& kpis, Kpi kpi) { return kpis[kpi].mean.value_or(0.0); }

std::shared_ptr<const Expected> expected_of(const RunResult& result, double days) {
    auto expected = std::make_shared<Expected>();
    for (const IntervalKpis& interval : result.intervals) {
        if (interval.after_close) continue;
        Expected::Interval one{.start = interval.start, .end = interval.end};
        one.offered = value(interval.kpis, Kpi::offered) / days;
        one.judged = (value(interval.kpis, Kpi::answered) + value(interval.kpis, Kpi::abandoned)) / days;
        one.in_time = value(interval.kpis, Kpi::service_level) * one.judged;
        one.present = value(interval.kpis, Kpi::mean_agents);
        expected->offered += one.offered;
        expected->intervals.push_back(one);
    }
    return expected;
}

std::shared_ptr<const Expected> expected_in(const Scenario& scenario, const std::atomic<bool>& stop) {
    RunOptions options;
    options.replications = kReplications;
    options.threads = 1;
    options.stop = &stop;
    // Other days than the one that is shown.
    options.seed = scenario.seed + 1;
    const RunResult result = floorwalker::run(scenario, options);
    if (stop || result.replications == 0) return nullptr;
    const Centre& centre = scenario.centre;
    return expected_of(result, static_cast<double>(centre.days - centre.warm_up_days));
}

}  // namespace

Forecast::Forecast(const Scenario& scenario) {
    thread_ = std::thread{[this, scenario] {
        auto expected = expected_in(scenario, stop_);
        const std::lock_guard lock{mutex_};
        expected_ = std::move(expected);
        is_done_ = true;
        done_.notify_all();
    }};
}

Forecast::~Forecast() {
    stop_ = true;
    thread_.join();
}

std::shared_ptr<const Expected> Forecast::expected() const {
    const std::lock_guard lock{mutex_};
    return expected_;
}

void Forecast::settle() const {
    std::unique_lock lock{mutex_};
    done_.wait(lock, [this] { return is_done_; });
}

std::optional<double> predicted_service_level(const KpiSet& so_far, const Expected& expected, Duration of_day) {
    double judged = value(so_far, Kpi::answered) + value(so_far, Kpi::abandoned);
    double in_time = value(so_far, Kpi::service_level) * judged;
    for (const Expected::Interval& one : expected.intervals) {
        if (one.end <= of_day) continue;
        const double left = to_seconds(one.end - std::max(of_day, one.start)) / to_seconds(one.end - one.start);
        judged += left * one.judged;
        in_time += left * one.in_time;
    }
    if (judged <= 0) return std::nullopt;
    return in_time / judged;
}

}  // namespace floorwalker::viz
