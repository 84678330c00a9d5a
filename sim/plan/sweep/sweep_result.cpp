#include "sim/plan/sweep/sweep_result.hpp"

#include <algorithm>

#include "sim/measure/estimate.hpp"
#include "sim/plan/design/input.hpp"
#include "sim/plan/design/quantity.hpp"
#include "sim/plan/sweep/main_effects.hpp"
#include "sim/store/sweep/content_digest.hpp"
#include "sim/store/sweep/sweep_store.hpp"

namespace floorwalker::plan {
namespace {

SweepMetric metric_named(const std::string& name) {
    const auto dot = name.rfind('.');
    const Kpi kpi = kpi_named(dot == std::string::npos ? name : name.substr(dot + 1)).value_or(Kpi{});
    return {name, kpi, better(kpi)};
}

/// The estimates of one variant after the other.
class Reader {
public:
    Reader(SweepResult& result, store::ContentDigest& digest)
        : result_{result}, digest_{digest}, estimators_(result.metrics.size()) {}

    void add(const store::KeptOutcome& outcome) {
        if (outcome.variant != variant_) {
            close();
            variant_ = outcome.variant;
        }
        digest_.add(outcome);
        ++result_.kept;
        ++result_.variants[static_cast<std::size_t>(variant_)].replications;
        for (std::size_t m = 0; m < estimators_.size(); ++m) {
            estimators_[m].add(outcome.values[m].part, outcome.values[m].whole);
        }
    }

    void close() {
        if (variant_ < 0) return;
        SweepVariant& variant = result_.variants[static_cast<std::size_t>(variant_)];
        for (std::size_t m = 0; m < estimators_.size(); ++m) {
            variant.metrics[m] = estimators_[m].estimate(result_.confidence);
            estimators_[m] = {};
        }
    }

private:
    SweepResult& result_;
    store::ContentDigest& digest_;
    std::vector<measure::RatioEstimator> estimators_;
    std::int64_t variant_ = -1;
};

void describe(SweepResult& result) {
    std::vector<Input> inputs;
    for (const std::string& path : result.definition.paths) inputs.push_back({.path = path, .levels = {}});
    const auto labels = labels_of(inputs);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const bool is_numeric = std::all_of(result.variants.begin(), result.variants.end(), [&](const auto& variant) {
            return parse_quantity(variant.values[i]).has_value();
        });
        result.inputs.push_back({inputs[i].path, labels[i], is_numeric});
    }
}

}  // namespace

std::optional<std::size_t> SweepResult::best(std::size_t metric) const {
    const Better way = metrics[metric].better;
    if (way == Better::neither) return std::nullopt;
    std::optional<std::size_t> best;
    for (std::size_t v = 0; v < variants.size(); ++v) {
        const auto& mean = variants[v].metrics[metric].mean;
        if (!mean) continue;
        const double least = best ? *variants[*best].metrics[metric].mean : 0.0;
        if (!best || (way == Better::more ? *mean > least : *mean < least)) best = v;
    }
    return best;
}

SweepResult result_of(store::SweepStore& store, double confidence) {
    SweepResult result;
    result.definition = store.definition().value();
    result.shard = store.shard();
    result.confidence = confidence;
    result.jobs = result.definition.variants * result.definition.replications;
    for (const std::string& name : result.definition.metrics) result.metrics.push_back(metric_named(name));
    store::ContentDigest digest{result.definition};
    for (auto& values : store.variants()) {
        digest.add(values);
        result.variants.push_back({std::move(values), 0, std::vector<Estimate>(result.metrics.size())});
    }
    Reader reader{result, digest};
    store.for_each([&](const store::KeptOutcome& outcome) { reader.add(outcome); });
    reader.close();
    result.digest = digest.value();
    describe(result);
    result.effects = main_effects(result);
    return result;
}

}  // namespace floorwalker::plan
