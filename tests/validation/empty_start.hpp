#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

/// Exact expectations of a day of an M(t)/M/n+M centre that starts empty, with so many places in the queue:
/// Kolmogorov's forward equations of the number of callers, integrated by Runge and Kutta's classical method. After
/// `open` time units nobody comes any more; the agents stay until all have gone.
namespace floorwalker::validation {

struct ExpectedDay {
    double busy_while_open = 0;  ///< agents × time
    double queue = 0;            ///< waiting callers × time, to the end: by Little's law the sum of all waits
    double came = 0;
    double blocked = 0;
    double abandoned = 0;
    std::vector<double> queue_by_unit;  ///< the queue's part of each time unit while open
};

class EmptyStart {
public:
    using Rate = std::function<double(double)>;  ///< of arrivals, at a time since the opening

    EmptyStart(Rate arrival_rate, double service_rate, double patience_rate, int agents, int places)
        : lambda_{std::move(arrival_rate)},
          mu_{service_rate},
          theta_{patience_rate},
          agents_{agents},
          most_callers_{static_cast<std::size_t>(agents + places)} {}
    /// As many places as anybody will ever need.
    EmptyStart(double arrival_rate, double service_rate, double patience_rate, int agents)
        : EmptyStart{[=](double) { return arrival_rate; }, service_rate, patience_rate, agents, 150 - agents} {}

    ExpectedDay day(double open) const {
        ExpectedDay day;
        std::vector<double> p(most_callers_ + 1);
        p[0] = 1;
        for (int i = 0; i < open / kStep; ++i) {
            const double before = day.queue;
            step(p, lambda_, i * kStep, day, &day.busy_while_open);
            day.queue_by_unit.resize(static_cast<std::size_t>(i * kStep + kStep / 2) + 1);
            day.queue_by_unit.back() += day.queue - before;
        }
        constexpr double kDrained = 200;  // mean service times; e^-200 of a caller is left
        for (int i = 0; i < kDrained / mu_ / kStep; ++i)
            step(
                p, [](double) { return 0.0; }, 0, day, nullptr);
        day.abandoned = theta_ * day.queue;
        return day;
    }

private:
    static constexpr double kStep = 0.01;

    double busy(std::size_t callers) const {
        return std::min(static_cast<double>(callers), static_cast<double>(agents_));
    }
    double waiting(std::size_t callers) const { return static_cast<double>(callers) - busy(callers); }
    double leaving_rate(std::size_t callers) const { return busy(callers) * mu_ + waiting(callers) * theta_; }

    std::vector<double> change(const std::vector<double>& p, double lambda) const {
        std::vector<double> dp(p.size());
        for (std::size_t n = 0; n < p.size(); ++n) {
            const double out = (n < most_callers_ ? lambda : 0) + leaving_rate(n);
            dp[n] = -out * p[n];
            if (n > 0) dp[n] += lambda * p[n - 1];
            if (n < most_callers_) dp[n] += leaving_rate(n + 1) * p[n + 1];
        }
        return dp;
    }

    template <class ArrivalRate>
    void step(std::vector<double>& p, const ArrivalRate& rate, double at, ExpectedDay& day,
              double* busy_integral) const {
        const auto moved = [&](const std::vector<double>& slope, double by) {
            std::vector<double> q = p;
            for (std::size_t n = 0; n < q.size(); ++n) q[n] += by * slope[n];
            return q;
        };
        const double before_full = p[most_callers_];
        const auto k1 = change(p, rate(at));
        const auto k2 = change(moved(k1, kStep / 2), rate(at + kStep / 2));
        const auto k3 = change(moved(k2, kStep / 2), rate(at + kStep / 2));
        const auto k4 = change(moved(k3, kStep), rate(at + kStep));
        for (std::size_t n = 0; n < p.size(); ++n) {
            const double before = p[n];
            p[n] += kStep / 6 * (k1[n] + 2 * k2[n] + 2 * k3[n] + k4[n]);
            const double area = kStep * (before + p[n]) / 2;
            day.queue += waiting(n) * area;
            if (busy_integral != nullptr) *busy_integral += busy(n) * area;
        }
        day.came += kStep * (rate(at) + rate(at + kStep)) / 2;
        day.blocked += kStep * (rate(at) * before_full + rate(at + kStep) * p[most_callers_]) / 2;
    }

    Rate lambda_;
    double mu_;
    double theta_;
    int agents_;
    std::size_t most_callers_;
};

}  // namespace floorwalker::validation
