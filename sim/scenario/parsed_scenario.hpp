#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <floorwalker/scenario_file.hpp>

#include "sim/scenario/csv/data_files.hpp"

namespace floorwalker::scenario {

/// A scenario file that is read once and made into many scenarios, which differ in what overrides say: that is several
/// times faster than reading it anew for each, and nobody who edits the file meanwhile can mix up two versions of it.
class ParsedScenario {
public:
    /// Like `parse_scenario`. Throws ScenarioError when the text is such that nothing can be said of its contents.
    ParsedScenario(std::string toml, std::string origin, std::filesystem::path base_directory);
    ~ParsedScenario();

    ParsedScenario(ParsedScenario&&) noexcept;
    ParsedScenario& operator=(ParsedScenario&&) noexcept;

    /// Several threads may ask at once. Throws ScenarioError with every mistake, also those of the file itself.
    LoadedScenario with(const std::vector<std::string>& overrides) const;

    const std::string& text() const;
    const std::string& origin() const;

    /// Of the files that the scenarios made so far name; each is read once.
    std::vector<DataFileDigest> data_files() const;

private:
    class Implementation;
    std::unique_ptr<const Implementation> implementation_;
};

/// The text of a scenario file. Throws ScenarioError when it cannot be read.
std::string read_scenario_text(const std::filesystem::path& file);

}  // namespace floorwalker::scenario
