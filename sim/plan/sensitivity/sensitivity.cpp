#include "sim/plan/sensitivity/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace floorwalker::plan {

double Swing::size() const {
    return std::max(std::abs(with_less.mean.value_or(0)), std::abs(with_more.mean.value_or(0)));
}

SensitivityResult find_sensitivity(const Scenario& scenario, const std::vector<Metric>& metrics, double by,
                                   const ComparisonOptions& options) {
    SensitivityResult result;
    result.by = by;
    std::vector<VariantToCompare> variants{{"as it is", std::make_shared<const Scenario>(scenario), metrics}};
    std::vector<Assumption> inputs;
    for (const Assumption input : kAssumptions) {
        auto less = scaled(scenario, input, 1 - by);
        auto more = scaled(scenario, input, 1 + by);
        if (!less || !more) {
            // Nobody expects machines; of the others, that one is missing says something.
            if (input != Assumption::server_work) result.missing.push_back(input);
            continue;
        }
        inputs.push_back(input);
        const std::string name{name_of(input)};
        variants.push_back({name + " less", std::make_shared<const Scenario>(std::move(*less)), metrics});
        variants.push_back({name + " more", std::make_shared<const Scenario>(std::move(*more)), metrics});
    }
    result.run = run_comparison(variants, options);
    const auto& compared = result.run.result.variants;
    for (std::size_t m = 0; m < metrics.size(); ++m) {
        std::vector<Swing>& swings = result.swings.emplace_back();
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            swings.push_back({inputs[i], compared[1 + 2 * i].differences[m], compared[2 + 2 * i].differences[m]});
        }
        std::stable_sort(swings.begin(), swings.end(),
                         [](const Swing& a, const Swing& b) { return a.size() > b.size(); });
    }
    return result;
}

}  // namespace floorwalker::plan
