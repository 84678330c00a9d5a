#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/kernel/random/sampler.hpp"
#include "sim/measure/wait_histogram.hpp"
#include "tests/validation/centres.hpp"
#include "tests/validation/experiment.hpp"

/// Quantiles from the histogram beside those of the sorted values themselves: right to 1 %, and to a millisecond below
/// 100 ms.
namespace floorwalker::validation {
namespace {

/// The ⌈share × n⌉-th smallest, as wait_histogram.hpp defines it.
double exact_quantile(const std::vector<double>& sorted, double share) {
    const double rank = std::ceil(share * static_cast<double>(sorted.size()));
    return sorted[static_cast<std::size_t>(std::max(1.0, rank)) - 1];
}

void check_quantile(double share, double found, double exact) {
    INFO("quantile " << share << ": " << found << " s, of the values " << exact << " s");
    CHECK(std::abs(found - exact) <= std::max(0.001, 0.01 * exact));
}

}  // namespace

TEST_CASE("Quantile error: random waits from milliseconds to days", "[validation]") {
    const auto law = GENERATE(values<Distribution>({
        {Exponential{0.05}, {}},
        {Exponential{12}, {}},
        {Lognormal{std::log(20), 2}, {}},  // 95 % between 0.4 s and 17 min
        {Lognormal{std::log(200), 3}, {}},
        {Uniform{0, 600}, {}},
        {Gamma{0.2, 500}, {}},
        {Exponential{90}, Atom{0.3, 20.0}},
    }));
    std::mt19937_64 engine{601};
    const kernel::Sampler draw{law};
    const int without_wait = GENERATE(0, 15'000);
    measure::WaitHistogram first;
    measure::WaitHistogram second;
    std::vector<double> waits(static_cast<std::size_t>(without_wait), 0.0);
    for (int i = 0; i < 20'000; ++i) {
        const Duration wait = from_seconds(draw(engine));
        (i % 3 == 0 ? first : second).add(wait);
        waits.push_back(to_seconds(wait));
    }
    std::sort(waits.begin(), waits.end());
    first.merge(second);
    for (const double share : {0.01, 0.1, 0.25, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1.0}) {
        check_quantile(share, first.quantile_s(share, static_cast<std::uint64_t>(without_wait)).value(),
                       exact_quantile(waits, share));
    }
}

TEST_CASE("Quantile error: the KPIs of a day beside its contacts", "[validation]") {
    Scenario scenario = one_day(24, 30min);
    scenario.call_types.push_back(call_type("calls", {200}, {lognormal_with(180, 1), {}}, exponential(240)));
    scenario.groups.push_back(group("agents", {20}, {0}));
    plan::ReplicateOptions wanted;
    wanted.run = options(602, 1);
    wanted.with_contacts = true;
    std::vector<double> answered;
    std::vector<double> abandoned;
    wanted.on_finished = [&](const plan::FinishedReplication& finished) {
        for (const ContactRecord& contact : finished.contacts) {
            (contact.outcome == ContactOutcome::answered ? answered : abandoned).push_back(to_seconds(contact.waited));
        }
    };
    const KpiSet kpis = plan::replicate(scenario, wanted).overall;
    std::sort(answered.begin(), answered.end());
    std::sort(abandoned.begin(), abandoned.end());
    check_quantile(0.50, kpis[Kpi::wait_p50_s].mean.value(), exact_quantile(answered, 0.50));
    check_quantile(0.80, kpis[Kpi::wait_p80_s].mean.value(), exact_quantile(answered, 0.80));
    check_quantile(0.90, kpis[Kpi::wait_p90_s].mean.value(), exact_quantile(answered, 0.90));
    check_quantile(0.95, kpis[Kpi::wait_p95_s].mean.value(), exact_quantile(answered, 0.95));
    check_quantile(0.99, kpis[Kpi::wait_p99_s].mean.value(), exact_quantile(answered, 0.99));
    check_quantile(0.50, kpis[Kpi::abandoned_wait_p50_s].mean.value(), exact_quantile(abandoned, 0.50));
    check_quantile(0.90, kpis[Kpi::abandoned_wait_p90_s].mean.value(), exact_quantile(abandoned, 0.90));
    CHECK(kpis[Kpi::longest_wait_s].mean.value() == Approx(std::max(answered.back(), abandoned.back())));
}

}  // namespace floorwalker::validation
