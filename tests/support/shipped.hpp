#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <floorwalker/scenario_file.hpp>

/// The scenarios that are shipped, in scenarios/.
namespace floorwalker::support {

inline std::filesystem::path source_folder(const std::string& name) {
    return std::filesystem::path{FLOORWALKER_SOURCE_DIR} / name;
}

inline Scenario shipped(const std::string& name) {
    return load_scenario(source_folder("scenarios") / (name + ".toml")).scenario;
}

/// In alphabetical order, without folder and extension.
inline std::vector<std::string> shipped_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{source_folder("scenarios")}) {
        if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace floorwalker::support
