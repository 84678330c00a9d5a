#include "sim/plan/experiment/variant.hpp"

#include <utility>

#include "sim/scenario/decisions_text.hpp"

namespace floorwalker::plan {

VariantSource::VariantSource(const std::filesystem::path& file, std::vector<std::string> fixed,
                             const std::optional<std::filesystem::path>& decisions)
    : file_{file},
      parsed_{scenario::read_scenario_text(file), file.string(), file.parent_path()},
      fixed_{std::move(fixed)} {
    LoadedScenario loaded = parsed_.with(fixed_);
    remarks_ = loaded.remarks;
    if (decisions) {
        decisions_origin_ = decisions->string();
        decisions_text_ = scenario::read_scenario_text(*decisions);
    }
    base_ = with(std::move(loaded));
}

Scenario VariantSource::scenario_of(const Variant& variant) const {
    std::vector<std::string> overrides = fixed_;
    overrides.insert(overrides.end(), variant.overrides.begin(), variant.overrides.end());
    return with(parsed_.with(overrides));
}

Scenario VariantSource::with(LoadedScenario loaded) const {
    Scenario scenario = std::move(loaded.scenario);
    if (!decisions_text_) return scenario;
    const auto decisions = scenario::parse_decisions(*decisions_text_, decisions_origin_, scenario);
    scenario.decisions.insert(scenario.decisions.end(), decisions.begin(), decisions.end());
    return scenario;
}

}  // namespace floorwalker::plan
