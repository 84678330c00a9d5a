#include "sim/plan/sensitivity/demand.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include <boost/math/distributions/binomial.hpp>

#include "sim/kernel/random/sampler.hpp"
#include "sim/kernel/stream.hpp"
#include "sim/plan/experiment/bad_request.hpp"
#include "sim/plan/experiment/work.hpp"
#include "sim/plan/sensitivity/assumptions.hpp"

namespace floorwalker::plan {
namespace {

std::optional<double> value_of(const measure::Fraction& fraction) {
    if (fraction.whole == 0) return std::nullopt;
    return fraction.part / fraction.whole;
}

/// Each replication twice: as forecast (variant 0), and with a volume of its own (variant 1).
class Draws {
public:
    Draws(const Scenario& scenario, const std::vector<Metric>& metrics, const DemandOptions& options)
        : scenario_{scenario}, metrics_{std::make_shared<const std::vector<Metric>>(metrics)}, options_{options} {
        as_forecast_ = std::make_shared<RunnableVariant>(
            0, [&scenario] { return scenario; }, options.seed, metrics_);
    }

    std::optional<Job> next() {
        if (next_ >= 2 * options_.replications) return std::nullopt;
        const std::int64_t replication = next_ / 2;
        const bool is_uncertain = next_++ % 2 == 1;
        if (!is_uncertain) return Job{as_forecast_, replication};
        const double factor = demand_factor(options_.seed, replication, options_.cv);
        auto variant = std::make_shared<RunnableVariant>(
            1, [this, factor] { return *scaled(scenario_, Assumption::volume, factor); }, options_.seed, metrics_);
        return Job{std::move(variant), replication};
    }

    void take(const FinishedJob& job) {
        Pair& pair = pairs_[job.outcome.replication];
        (job.variant == 0 ? pair.as_forecast : pair.uncertain) = job.outcome.values;
        while (pairs_.contains(complete_) && pairs_[complete_].is_complete()) ++complete_;
    }

    std::int64_t complete() const { return complete_; }

    DemandResult result() const {
        DemandResult result;
        result.replications = complete_;
        for (const Metric& metric : *metrics_) result.metrics.push_back({metric});
        for (std::int64_t r = 0; r < complete_; ++r) {
            result.factors.push_back(demand_factor(options_.seed, r, options_.cv));
            for (std::size_t m = 0; m < metrics_->size(); ++m) {
                const Pair& pair = pairs_.at(r);
                if (const auto value = value_of(pair.uncertain[m])) result.metrics[m].uncertain.push_back(*value);
                if (const auto value = value_of(pair.as_forecast[m])) result.metrics[m].as_forecast.push_back(*value);
            }
        }
        return result;
    }

private:
    struct Pair {
        std::vector<measure::Fraction> as_forecast;
        std::vector<measure::Fraction> uncertain;

        bool is_complete() const { return !as_forecast.empty() && !uncertain.empty(); }
    };

    const Scenario& scenario_;
    std::shared_ptr<const std::vector<Metric>> metrics_;
    const DemandOptions& options_;
    std::shared_ptr<RunnableVariant> as_forecast_;
    std::map<std::int64_t, Pair> pairs_;
    std::int64_t next_ = 0;
    std::int64_t complete_ = 0;
};

}  // namespace

std::optional<Quantile> quantile_of(std::vector<double> values, double share, double confidence) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    const auto at = [&](double rank) { return values[static_cast<std::size_t>(rank) - 1]; };
    Quantile quantile{share, at(std::clamp(std::ceil(share * n), 1.0, n))};
    // So many values lie below the true quantile as a binomial has it: with ranks l and u of its own quantiles the
    // interval from x(l) to x(u) holds it.
    const boost::math::binomial_distribution<
        double, boost::math::policies::policy<
                    boost::math::policies::discrete_quantile<boost::math::policies::integer_round_outwards>>>
        below{n, share};
    const double low = boost::math::quantile(below, (1 - confidence) / 2);
    const double high = boost::math::quantile(below, (1 + confidence) / 2) + 1;
    if (low >= 1 && high <= n) {
        quantile.low = at(low);
        quantile.high = at(high);
    }
    return quantile;
}

double demand_factor(std::uint64_t seed, std::int64_t replication, double cv) {
    constexpr std::uint32_t kNobody = 0xFFFF'FFFF;
    kernel::Stream luck{kernel::stream_key(seed, static_cast<std::uint64_t>(replication)),
                        kernel::StreamPlace{kNobody, kNobody, kNobody}};
    const kernel::Sampler factor{Distribution{lognormal_with(1, cv), {}}};
    return factor(luck);
}

DemandResult spread_demand(const Scenario& scenario, const std::vector<Metric>& metrics, const DemandOptions& options) {
    if (!scaled(scenario, Assumption::volume, 1)) {
        throw BadRequest{"the scenario replays recorded calls: there is no forecast that could be wrong"};
    }
    Draws draws{scenario, metrics, options};
    WorkOptions work_options;
    work_options.threads = options.threads;
    work_options.stop = options.stop;
    const auto look = [&] {
        if (options.on_progress) options.on_progress({draws.complete(), options.replications, {}});
    };
    work(work_options, {[&] { return draws.next(); }, [&](const FinishedJob& job) { draws.take(job); }, look});
    return draws.result();
}

}  // namespace floorwalker::plan
