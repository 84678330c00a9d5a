#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <boost/math/special_functions/beta.hpp>

/// Exact formulas of the classical queues, from their definitions, as a reference for simulated figures. Rates and
/// times are in any one unit of time.
namespace floorwalker::validation {

/// Share of calls that find all lines taken. B(0) = 1, B(n) = a B(n-1) / (n + a B(n-1)): Cooper, "Introduction to
/// Queueing Theory", 2nd ed. 1981, section 3.3.
inline double erlang_b(double erlangs, int lines) {
    double blocking = 1.0;
    for (int n = 1; n <= lines; ++n) blocking = erlangs * blocking / (n + erlangs * blocking);
    return blocking;
}

/// M/M/n: nobody gives up. Cooper, section 3.4: P(wait) = n B / (n - a (1 - B)). Given that it is not
/// zero, a wait is exponential with rate nμ - λ.
struct ErlangC {
    double arrival_rate;
    double service_rate;
    int agents;

    double erlangs() const { return arrival_rate / service_rate; }
    double wait_probability() const {
        const double b = erlang_b(erlangs(), agents);
        return agents * b / (agents - erlangs() * (1 - b));
    }
    double drain_rate() const { return agents * service_rate - arrival_rate; }
    double mean_wait() const { return wait_probability() / drain_rate(); }
    double mean_queue() const { return arrival_rate * mean_wait(); }
    double occupancy() const { return erlangs() / agents; }
    double answered_within(double t) const { return 1 - wait_probability() * std::exp(-drain_rate() * t); }
};

/// M/M/n/n+places+M, the Palm or Erlang-A queue: Mandelbaum and Zeltyn, "Service engineering in action: the
/// Palm/Erlang-A queue", 2007. The state is a birth-and-death process: births λ, deaths kμ up to n callers, nμ + jθ
/// with j waiting.
///
/// A caller who finds all agents busy and k waiting would be served after V = Σ_{j=0..k} Exp(nμ + jθ), the time until
/// those ahead and one agent are gone; exp(-θV) has the Beta(nμ/θ, k + 1) distribution (a product of independent
/// U^(1/(c+j)), c = nμ/θ). Its wait is the smaller of V and its own patience. Hence with x = exp(-θt), I the
/// regularised beta function:
///   P(wait > t | k)            = x I_x(c, k+1)
///   P(served within t | k)     = E[exp(-θV); V ≤ t] = c / (c+k+1) (1 - I_x(c+1, k+1))
class ErlangA {
public:
    ErlangA(double arrival_rate, double service_rate, double patience_rate, int agents, int places = 4000)
        : lambda_{arrival_rate}, mu_{service_rate}, theta_{patience_rate}, agents_{agents} {
        probability_.push_back(1.0);
        double sum = 1.0;
        for (int callers = 1; callers <= agents + places; ++callers) {
            probability_.push_back(probability_.back() * lambda_ / death_rate(callers));
            sum += probability_.back();
            if (probability_.back() < sum * std::numeric_limits<double>::epsilon() * 1e-6 && callers > agents) break;
        }
        for (double& p : probability_) p /= sum;
        if (static_cast<int>(probability_.size()) == agents + places + 1) blocked_ = probability_.back();
    }

    double blocked() const { return blocked_; }
    double mean_queue() const {
        return over_waiting([](int waiting) { return waiting; });
    }
    double busy_agents() const {
        double busy = 0;
        for (std::size_t n = 0; n < probability_.size(); ++n) {
            busy += probability_[n] * std::min(static_cast<double>(n), static_cast<double>(agents_));
        }
        return busy;
    }
    double occupancy() const { return busy_agents() / agents_; }

    // Shares and means over the callers who get in.
    double wait_probability() const {
        return over_joining([](int) { return 1.0; });
    }
    double abandonment() const { return theta_ * mean_queue() / (lambda_ * (1 - blocked_)); }
    double mean_wait() const { return mean_queue() / (lambda_ * (1 - blocked_)); }  // Little's law
    double waits_longer(double t) const {
        const double x = std::exp(-theta_ * t);
        return over_joining([&](int ahead) { return x * boost::math::ibeta(beta(), ahead + 1.0, x); });
    }
    double served_within(double t) const {
        const double x = std::exp(-theta_ * t);
        return 1 - wait_probability() + over_joining([&](int ahead) {
                   return beta() / (beta() + ahead + 1) * boost::math::ibetac(beta() + 1, ahead + 1.0, x);
               });
    }
    double answered() const { return 1 - abandonment(); }
    /// Of those served: ∫ P(served, wait > t) dt, by Simpson's rule.
    double mean_wait_of_served() const {
        const double end = 60.0 / (agents_ * mu_) * std::sqrt(static_cast<double>(probability_.size()));
        constexpr int kSteps = 2000;
        const double h = end / kSteps;
        double sum = 0;
        for (int i = 0; i <= kSteps; ++i) {
            const double weight = i == 0 || i == kSteps ? 1 : (i % 2 == 1 ? 4 : 2);
            sum += weight * (answered() - served_within(i * h));
        }
        return sum * h / 3 / answered();
    }
    /// The wait that a share of all callers does not exceed.
    double wait_quantile(double share) const {
        double low = 0;
        double high = 1 / mu_;
        while (waits_longer(high) > 1 - share) high *= 2;
        for (int i = 0; i < 100; ++i) {
            const double middle = (low + high) / 2;
            (waits_longer(middle) > 1 - share ? low : high) = middle;
        }
        return high;
    }

private:
    double beta() const { return agents_ * mu_ / theta_; }
    double death_rate(int callers) const {
        return std::min(callers, agents_) * mu_ + std::max(0, callers - agents_) * theta_;
    }
    template <class Function>
    double over_waiting(Function of) const {
        double sum = 0;
        for (std::size_t n = static_cast<std::size_t>(agents_); n < probability_.size(); ++n) {
            sum += probability_[n] * of(static_cast<int>(n) - agents_);
        }
        return sum;
    }
    /// Poisson arrivals see time averages; those who find every place taken do not get in.
    template <class Function>
    double over_joining(Function of) const {
        const int last = static_cast<int>(probability_.size()) - 1 - agents_;
        const double turned_away = blocked_ > 0 ? probability_.back() * of(last) : 0;
        return (over_waiting(of) - turned_away) / (1 - blocked_);
    }

    double lambda_;
    double mu_;
    double theta_;
    int agents_;
    std::vector<double> probability_;  // of so many callers in the centre
    double blocked_ = 0;
};

}  // namespace floorwalker::validation
