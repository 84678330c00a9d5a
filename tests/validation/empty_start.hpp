#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

/// Exact expectations of a day of an M/M/n or M/M/n+M centre that starts empty: Kolmogorov's forward equations of the
/// number of callers, integrated by Runge and Kutta's classical method. After `open` time units nobody comes any more;
/// the agents stay until all have gone.
namespace floorwalker::validation {

struct ExpectedDay {
    double busy_while_open = 0;  ///< agents × time
    double queue = 0;            ///< waiting callers × time, to the end: by Little's law the sum of all waits
    double abandoned = 0;
};

class EmptyStart {
public:
    EmptyStart(double arrival_rate, double service_rate, double patience_rate, int agents)
        : lambda_{arrival_rate}, mu_{service_rate}, theta_{patience_rate}, agents_{agents} {}

    ExpectedDay day(double open) const {
        ExpectedDay day;
        std::vector<double> p(kMostCallers + 1);
        p[0] = 1;
        for (int i = 0; i < open / kStep; ++i) step(p, lambda_, day, &day.busy_while_open);
        constexpr double kDrained = 200;  // mean service times; e^-200 of a caller is left
        for (int i = 0; i < kDrained / mu_ / kStep; ++i) step(p, 0, day, nullptr);
        day.abandoned = theta_ * day.queue;
        return day;
    }

private:
    static constexpr std::size_t kMostCallers = 150;
    static constexpr double kStep = 0.01;

    double busy(std::size_t callers) const {
        return std::min(static_cast<double>(callers), static_cast<double>(agents_));
    }
    double waiting(std::size_t callers) const { return static_cast<double>(callers) - busy(callers); }
    double leaving_rate(std::size_t callers) const { return busy(callers) * mu_ + waiting(callers) * theta_; }

    std::vector<double> change(const std::vector<double>& p, double lambda) const {
        std::vector<double> dp(p.size());
        for (std::size_t n = 0; n < p.size(); ++n) {
            const double out = (n < kMostCallers ? lambda : 0) + leaving_rate(n);
            dp[n] = -out * p[n];
            if (n > 0) dp[n] += lambda * p[n - 1];
            if (n < kMostCallers) dp[n] += leaving_rate(n + 1) * p[n + 1];
        }
        return dp;
    }

    void step(std::vector<double>& p, double lambda, ExpectedDay& day, double* busy_integral) const {
        const auto moved = [&](const std::vector<double>& slope, double by) {
            std::vector<double> q = p;
            for (std::size_t n = 0; n < q.size(); ++n) q[n] += by * slope[n];
            return q;
        };
        const auto k1 = change(p, lambda);
        const auto k2 = change(moved(k1, kStep / 2), lambda);
        const auto k3 = change(moved(k2, kStep / 2), lambda);
        const auto k4 = change(moved(k3, kStep), lambda);
        for (std::size_t n = 0; n < p.size(); ++n) {
            const double before = p[n];
            p[n] += kStep / 6 * (k1[n] + 2 * k2[n] + 2 * k3[n] + k4[n]);
            const double area = kStep * (before + p[n]) / 2;
            day.queue += waiting(n) * area;
            if (busy_integral != nullptr) *busy_integral += busy(n) * area;
        }
    }

    double lambda_;
    double mu_;
    double theta_;
    int agents_;
};

}  // namespace floorwalker::validation
