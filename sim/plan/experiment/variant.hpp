#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/scenario_file.hpp>

#include "sim/scenario/parsed_scenario.hpp"

namespace floorwalker::plan {

/// A scenario with some of its keys changed.
struct Variant {
    std::int64_t number = 0;  ///< within the experiment, from 0
    std::string name = {};
    std::vector<std::string> overrides = {};  ///< each "path=value"
};

/// Where the scenarios of an experiment's variants come from: one file, read once, some keys that are the same in all,
/// and decisions for all.
class VariantSource {
public:
    /// `fixed` are overrides of all variants, before their own. Throws ScenarioError when the scenario without any
    /// variant's changes cannot be used.
    explicit VariantSource(const std::filesystem::path& file, std::vector<std::string> fixed = {},
                           const std::optional<std::filesystem::path>& decisions = {});

    /// The scenario without a variant's changes.
    const Scenario& base() const { return base_; }
    const std::filesystem::path& file() const { return file_; }
    /// The TOML as it was read.
    const std::string& text() const { return parsed_.text(); }
    const std::vector<std::string>& fixed() const { return fixed_; }
    /// The text of the decisions file, if there is one.
    const std::optional<std::string>& decisions_text() const { return decisions_text_; }
    const std::vector<Problem>& remarks() const { return remarks_; }
    /// Files that the scenarios made so far name.
    std::vector<scenario::DataFileDigest> data_files() const { return parsed_.data_files(); }

    /// Several threads may ask at once. Throws ScenarioError with every mistake.
    Scenario scenario_of(const Variant& variant) const;

private:
    Scenario with(LoadedScenario loaded) const;

    std::filesystem::path file_;
    scenario::ParsedScenario parsed_;
    std::vector<std::string> fixed_;
    std::string decisions_origin_;
    std::optional<std::string> decisions_text_;
    std::vector<Problem> remarks_;
    Scenario base_;
};

}  // namespace floorwalker::plan
