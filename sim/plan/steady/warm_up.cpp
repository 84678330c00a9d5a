#include "sim/plan/steady/warm_up.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/measure/formulas.hpp"
#include "sim/measure/scope_totals.hpp"
#include "sim/plan/compare/paired_ratios.hpp"
#include "sim/plan/experiment/bad_request.hpp"
#include "sim/plan/replicate.hpp"
#include "sim/plan/steady/mser.hpp"

namespace floorwalker::plan {
namespace {

using measure::BatchTotals;
using measure::Fraction;
using measure::Scope;

constexpr std::int64_t kWeek = 7;

bool is_formed_by_day(Kpi kpi) {
    return measure::quantile_share(kpi) == 0 && kpi != Kpi::longest_wait_s && kpi != Kpi::longest_queue;
}

bool weekdays_differ(const Scenario& scenario) {
    const auto varies = [](const Arrivals& arrivals) {
        const auto& factors = arrivals.by_weekday;
        return std::adjacent_find(factors.begin(), factors.end(), std::not_equal_to<>{}) != factors.end();
    };
    const auto& hours = scenario.centre.weekday_hours;
    return std::any_of(hours.begin(), hours.end(), [](const auto& one) { return one.has_value(); }) ||
           std::any_of(scenario.call_types.begin(), scenario.call_types.end(),
                       [&](const CallType& type) { return varies(type.arrivals); }) ||
           std::any_of(scenario.numbers.begin(), scenario.numbers.end(),
                       [&](const AccessNumber& number) { return varies(number.arrivals); });
}

const measure::Totals& totals_of(const BatchTotals& batch, const Metric& metric) {
    switch (metric.scope) {
    case Scope::call_type: return batch.call_types.at(metric.place);
    case Scope::group: return batch.groups.at(metric.place);
    case Scope::tier: return batch.tiers.at(metric.place);
    case Scope::channel: return batch.channels.at(metric.place);
    case Scope::server:
    case Scope::overall:
    case Scope::interval: break;
    }
    return batch.overall;
}

Fraction& operator+=(Fraction& sum, const Fraction& one) {
    sum.part += one.part;
    sum.whole += one.whole;
    return sum;
}

std::optional<double> value_of(const Fraction& fraction) {
    if (fraction.whole == 0) return std::nullopt;
    return fraction.part / fraction.whole;
}

/// What one metric was in every step of every replication.
class DaysOfMetric {
public:
    explicit DaysOfMetric(Metric metric) : metric_{std::move(metric)} {}

    /// `batches` in steps of so many batches; what is left at the end is left out.
    void add(const measure::Recorder& recorder, std::size_t batches_a_step) {
        std::vector<Fraction> steps;
        const auto& batches = recorder.batches();
        std::size_t full = batches.size();
        if (full > 1 && batches.back().days < batches.front().days) --full;
        for (std::size_t first = 0; first + batches_a_step <= full; first += batches_a_step) {
            Fraction& step = steps.emplace_back();
            for (std::size_t b = first; b < first + batches_a_step; ++b) {
                step += measure::fraction_of(metric_.kpi, recorder.settings(), totals_of(batches[b], metric_));
            }
        }
        replications_.push_back(std::move(steps));
    }

    WarmUpOfMetric result(std::int64_t step_days, double confidence) const {
        WarmUpOfMetric result{metric_};
        std::vector<double> known;
        for (std::size_t s = 0; s < steps(); ++s) {
            Fraction sum;
            for (const auto& replication : replications_) sum += replication[s];
            result.series.push_back(value_of(sum));
            if (result.series.back()) known.push_back(*result.series.back());
        }
        const auto cut = known.size() == steps() ? mser(known) : std::nullopt;
        const std::size_t cut_at = cut && differs(cut->cut, confidence) ? cut->cut : 0;
        result.days = static_cast<std::int64_t>(cut_at) * step_days;
        // A cut that is only luck says nothing against the length.
        result.is_reliable = cut && (cut->is_reliable || cut_at == 0);
        result.at_start = value_of(sum_over(0, std::max<std::size_t>(1, cut_at)));
        measure::RatioEstimator settled;
        for (const auto& replication : replications_) {
            const Fraction rest = sum_of(replication, cut_at, steps());
            settled.add(rest.part, rest.whole);
        }
        result.settled = settled.estimate(confidence);
        return result;
    }

private:
    std::size_t steps() const { return replications_.empty() ? 0 : replications_.front().size(); }

    static Fraction sum_of(const std::vector<Fraction>& steps, std::size_t from, std::size_t to) {
        Fraction sum;
        for (std::size_t s = from; s < std::min(to, steps.size()); ++s) sum += steps[s];
        return sum;
    }

    Fraction sum_over(std::size_t from, std::size_t to) const {
        Fraction sum;
        for (const auto& replication : replications_) sum += sum_of(replication, from, to);
        return sum;
    }

    /// A step, on average: so that counts of few days can be held against those of many.
    static Fraction mean_of(const std::vector<Fraction>& steps, std::size_t from, std::size_t to) {
        Fraction sum = sum_of(steps, from, to);
        const auto count = static_cast<double>(to - from);
        return {sum.part / count, sum.whole / count};
    }

    bool differs(std::size_t cut, double confidence) const {
        if (cut == 0) return false;
        PairedRatios pairs;
        for (const auto& steps : replications_) pairs.add(mean_of(steps, cut, steps.size()), mean_of(steps, 0, cut));
        const Difference difference = pairs.difference(confidence);
        return difference.half_width && std::abs(*difference.mean) > *difference.half_width;
    }

    Metric metric_;
    std::vector<std::vector<Fraction>> replications_;  // by step
};

Scenario from_empty(const Scenario& scenario, std::int64_t days) {
    Scenario changed = scenario;
    changed.centre.warm_up_days = 0;
    changed.centre.days = days;
    return changed;
}

}  // namespace

std::int64_t WarmUpResult::warm_up_days() const {
    std::int64_t longest = 0;
    for (const WarmUpOfMetric& metric : metrics) longest = std::max(longest, metric.days);
    return longest;
}

bool WarmUpResult::is_reliable() const {
    return std::all_of(metrics.begin(), metrics.end(), [](const auto& metric) { return metric.is_reliable; });
}

WarmUpResult find_warm_up(const Scenario& scenario, const std::vector<Metric>& metrics, const WarmUpOptions& options) {
    std::vector<DaysOfMetric> all;
    for (const Metric& metric : metrics) {
        if (metric.scope == Scope::server) {
            throw BadRequest{fmt::format("metric \"{}\": what servers do is not kept by day; take {}", name_of(metric),
                                         name_of(Kpi::system_wait_share))};
        }
        if (!is_formed_by_day(metric.kpi)) {
            throw BadRequest{fmt::format("metric \"{}\": quantiles and maxima are not formed by day; take {}",
                                         name_of(metric), name_of(Kpi::asa_s))};
        }
        all.emplace_back(metric);
    }
    const std::size_t batches_a_step = weekdays_differ(scenario) ? kWeek : 1;
    std::int64_t days_a_batch = 1;
    ReplicateOptions replicate_options;
    replicate_options.run.seed = options.seed;
    replicate_options.run.replications = options.replications;
    replicate_options.run.threads = options.threads;
    replicate_options.run.stop = options.stop;
    replicate_options.run.on_progress = options.on_progress;
    replicate_options.on_finished = [&](const FinishedReplication& finished) {
        if (!finished.recorder.batches().empty()) days_a_batch = finished.recorder.batches().front().days;
        for (DaysOfMetric& one : all) one.add(finished.recorder, batches_a_step);
    };
    WarmUpResult result;
    result.replications = replicate(from_empty(scenario, options.days), replicate_options).replications;
    result.days = options.days;
    result.step = days_a_batch * static_cast<std::int64_t>(batches_a_step);
    for (const DaysOfMetric& one : all) result.metrics.push_back(one.result(result.step, options.confidence));
    return result;
}

}  // namespace floorwalker::plan
