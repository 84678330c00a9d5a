#include "viz/day/forecast.hpp"

#include <algorithm>

#include <floorwalker/simulation.hpp>

namespace floorwalker::viz {
namespace {

/// Of a day. Long runs get fewer: a year of days is many already.
constexpr std::int64_t kMostReplications = 20;
constexpr std::int64_t kFewestReplications = 3;
constexpr std::int64_t kMostDays = 140;

double value(const KpiSet& kpis, Kpi kpi) { return kpis[kpi].mean.value_or(0.0); }

/// Where intervals begin and end, on each day, and when those who were there at closing have been served.
std::vector<TimePoint> boundaries(const Scenario& scenario) {
    const Centre& centre = scenario.centre;
    std::vector<TimePoint> all;
    for (std::int64_t day = 0; day < centre.days; ++day) {
        for (Duration at = centre.open; at < centre.close; at += centre.interval) all.emplace_back(kDay * day + at);
        all.emplace_back(kDay * day + centre.close);
        const TimePoint served = all.back() + centre.interval;
        if (served < TimePoint{kDay * (day + 1) + centre.open}) all.push_back(served);
    }
    return all;
}

/// Brings replications together.
class Expecting {
public:
    Expecting(const Scenario& scenario, std::int64_t replications)
        : scenario_{scenario},
          share_{1.0 / static_cast<double>(replications)},
          days_{static_cast<double>(scenario.centre.days - scenario.centre.warm_up_days)},
          expected_{std::make_shared<Expected>()} {
        expected_->opens = scenario.centre.open;
        for (const TimePoint at : boundaries(scenario)) expected_->moments.push_back({at, {}});
        expected_->moments.push_back({TimePoint::max(), {}});
    }

    /// False when stopped on the way.
    bool add_replication(std::uint64_t number, const std::atomic<bool>& stop) {
        // Other days than the one that is shown.
        Simulation simulation{scenario_, scenario_.seed + 1, number};
        for (Expected::Moment& moment : expected_->moments) {
            if (stop) return false;
            if (moment.at == TimePoint::max()) {
                simulation.run();
            } else {
                simulation.run_until(moment.at);
            }
            add(moment.standing, standing_of(simulation.result()), share_);
        }
        add_intervals(simulation.result());
        return true;
    }

    std::shared_ptr<const Expected> expected() const { return expected_; }

private:
    void add_intervals(const RunResult& result) {
        std::vector<Duration> longest;
        std::size_t place = 0;
        for (const IntervalKpis& interval : result.intervals) {
            if (interval.after_close) continue;
            if (place == expected_->intervals.size()) expected_->intervals.push_back({interval.start, interval.end});
            Expected::Interval& one = expected_->intervals[place++];
            const double offered = share_ * value(interval.kpis, Kpi::offered) / days_;
            one.offered += offered;
            one.present += share_ * value(interval.kpis, Kpi::mean_agents);
            expected_->offered += offered;
            longest.push_back(from_seconds(value(interval.kpis, Kpi::longest_wait_s)));
        }
        if (scenario_.centre.days == 1) expected_->longest_waits.push_back(std::move(longest));
    }

    const Scenario& scenario_;
    double share_;
    double days_;
    std::shared_ptr<Expected> expected_;
};

std::shared_ptr<const Expected> expected_in(const Scenario& scenario, const std::atomic<bool>& stop) {
    const std::int64_t replications =
        std::clamp(kMostDays / scenario.centre.days, kFewestReplications, kMostReplications);
    Expecting expecting{scenario, replications};
    for (std::int64_t number = 0; number < replications; ++number) {
        if (!expecting.add_replication(static_cast<std::uint64_t>(number), stop)) return nullptr;
    }
    return expecting.expected();
}

/// Between two moments it goes on evenly.
Standing standing_at(const std::vector<Expected::Moment>& moments, TimePoint now) {
    const auto after = std::find_if(moments.begin(), moments.end(), [now](const auto& one) { return one.at > now; });
    if (after == moments.begin()) return {};
    const Expected::Moment& before = *(after - 1);
    Standing standing = before.standing;
    if (after == moments.end() || after->at == TimePoint::max()) return standing;
    const double share = to_seconds(now - before.at) / to_seconds(after->at - before.at);
    add(standing, before.standing, -share);
    add(standing, after->standing, share);
    return standing;
}

/// Where the next day begins, or the run has ended.
const Standing& standing_at_end_of_day(const Expected& expected, TimePoint now) {
    const std::int64_t day = (now.time_since_epoch() - expected.opens) / kDay;
    const TimePoint next_day{(day + 1) * kDay + expected.opens};
    const auto next = std::find_if(expected.moments.begin(), expected.moments.end(),
                                   [next_day](const auto& one) { return one.at >= next_day; });
    return next == expected.moments.end() ? expected.moments.back().standing : next->standing;
}

}  // namespace

Standing predicted(const Standing& so_far, const Expected& expected, TimePoint now) {
    Standing standing = so_far;
    add(standing, standing_at_end_of_day(expected, now));
    add(standing, standing_at(expected.moments, now), -1.0);
    return standing;
}

std::optional<Duration> predicted_longest_wait(Duration so_far, const Expected& expected, TimePoint now) {
    if (expected.longest_waits.empty()) return std::nullopt;
    const Duration of_day = now.time_since_epoch();
    Duration sum{0};
    for (const auto& longest : expected.longest_waits) {
        Duration of_replication = so_far;
        for (std::size_t i = 0; i < longest.size(); ++i) {
            if (expected.intervals[i].start >= of_day) of_replication = std::max(of_replication, longest[i]);
        }
        sum += of_replication;
    }
    return sum / static_cast<std::int64_t>(expected.longest_waits.size());
}

Forecast::Forecast(const Scenario& scenario) { begin(scenario); }

Forecast::~Forecast() { stop(); }

void Forecast::stop() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
    stop_ = false;
}

void Forecast::begin(const Scenario& scenario) {
    stop();
    {
        const std::lock_guard lock{mutex_};
        is_done_ = false;
    }
    thread_ = std::thread{[this, scenario] {
        auto expected = expected_in(scenario, stop_);
        const std::lock_guard lock{mutex_};
        if (expected) expected_ = std::move(expected);
        is_done_ = true;
        done_.notify_all();
    }};
}

std::shared_ptr<const Expected> Forecast::expected() const {
    const std::lock_guard lock{mutex_};
    return expected_;
}

void Forecast::settle() const {
    std::unique_lock lock{mutex_};
    done_.wait(lock, [this] { return is_done_; });
}

}  // namespace floorwalker::viz
