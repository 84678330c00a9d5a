#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"

/// Announcements on which a share leaves are a patience law with steps. F. Baccelli and G. Hebuterne, "On queues with
/// impatient customers", Performance '81, 159–179; in the form of S. Zeltyn and A. Mandelbaum, "Call centers with
/// impatient customers: many-server asymptotics of the M/M/n+G queue", Queueing Systems 51 (2005), 361–402.
namespace floorwalker::validation {
namespace {

/// M/M/n+G. With G(u) the share that has not given up by u, H(x) = ∫_0^x G the mean wait of one who would have to wait
/// x:
///   J = ∫ exp(λ H(x) - nμ x) dx,  J_H = ∫ H(x) exp(λ H(x) - nμ x) dx,  e = Σ_{j<n} (λ/μ)^j / j! ÷ [(λ/μ)^(n-1) /
///   (n-1)!] P(W > 0) = λ J / (e + λ J),  P(gives up) = (1 + (λ - nμ) J) / (e + λ J),  E[W] = λ J_H / (e + λ J).
class GeneralPatience {
public:
    /// `stays` is smooth but at `steps`. The integrals end at `end`.
    GeneralPatience(double arrival_rate, double service_rate, int agents, const std::function<double(double)>& stays,
                    const std::vector<double>& steps, double end)
        : lambda_{arrival_rate}, drain_{agents * service_rate} {
        double from = 0;
        double h = 0;
        for (const double step : steps) add_up(stays, from, step, h);
        add_up(stays, from, end, h);
        double term = 1;  // (λ/μ)^j / j! ÷ the last one, from the last one down
        for (int j = agents - 1; j >= 0; --j) {
            e_ += term;
            term *= j * service_rate / arrival_rate;
        }
    }

    double wait_probability() const { return lambda_ * j_ / (e_ + lambda_ * j_); }
    double abandonment() const { return (1 + (lambda_ - drain_) * j_) / (e_ + lambda_ * j_); }
    double mean_wait() const { return lambda_ * jh_ / (e_ + lambda_ * j_); }

private:
    /// Midpoint rule over a smooth part.
    void add_up(const std::function<double(double)>& stays, double& from, double to, double& h) {
        constexpr int kSteps = 200'000;
        const double dx = (to - from) / kSteps;
        for (int i = 0; i < kSteps; ++i) {
            const double x = from + (i + 0.5) * dx;
            const double half = stays(x) * dx / 2;
            const double density = std::exp(lambda_ * (h + half) - drain_ * x);
            j_ += density * dx;
            jh_ += (h + half) * density * dx;
            h += 2 * half;
        }
        from = to;
    }

    double lambda_;
    double drain_;
    double j_ = 0;
    double jh_ = 0;
    double e_ = 0;
};

}  // namespace

TEST_CASE("M/M/n+G with exponential patience is Erlang-A", "[validation]") {
    const GeneralPatience general{48, 1, 50, [](double u) { return std::exp(-u / 2); }, {}, 10};
    const ErlangA formula{48, 1, 0.5, 50};
    CHECK(general.wait_probability() == Approx(formula.wait_probability()).epsilon(1e-6));
    CHECK(general.abandonment() == Approx(formula.abandonment()).epsilon(1e-6));
    CHECK(general.mean_wait() == Approx(formula.mean_wait()).epsilon(1e-6));
}

TEST_CASE("Announcements in the queue: M/M/n+G", "[validation][slow]") {
    // 12 calls a minute of a minute on 10 agents, patience exponential with mean 5 min. After 20 s 30 % hang up on what
    // they hear, after a minute half of those who are left.
    const auto stays = [](double u) { return std::exp(-u / 5) * (u < 1.0 / 3 ? 1 : u < 1 ? 0.7 : 0.35); };
    const GeneralPatience general{12, 1, 10, stays, {1.0 / 3, 1}, 20};
    Scenario scenario = round_the_clock(720, exponential(60), 10, 20);
    only_type(scenario).patience = exponential(300);
    only_type(scenario).steps = {{20s, {}, Announce{0.3, false}}, {60s, {}, Announce{0.5, false}}};
    const RunResult run = floorwalker::run(scenario, options(721, 20));
    compare("announcements: P(wait > 0)", exact(general.wait_probability()), simulated(run, Kpi::wait_probability),
            0.01);
    compare("announcements: abandonment", exact(general.abandonment()), simulated(run, Kpi::abandonment), 0.01);
    compare("announcements: mean wait of all, s", exact(60 * general.mean_wait()), simulated(run, Kpi::wait_all_s),
            0.01);
    compare("announcements: occupancy", exact(1.2 * (1 - general.abandonment())), simulated(run, Kpi::occupancy),
            0.005);
}

}  // namespace floorwalker::validation
