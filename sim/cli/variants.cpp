#include "sim/cli/variants.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "sim/cli/command.hpp"
#include "sim/scenario/text/split.hpp"

namespace floorwalker::cli {
namespace {

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

plan::Variant parse_variant(const std::string& text) {
    const auto colon = text.find(':');
    const auto equals = text.find('=');
    const bool has_name = colon != std::string::npos && colon < equals;
    if (!has_name && equals == std::string::npos) {
        throw UsageError{fmt::format(
            "--variant {}: there is no \"key=value\"; write NAME:key=value,key=value, or NAME: for no change", text)};
    }
    plan::Variant variant;
    variant.name = trimmed(has_name ? text.substr(0, colon) : text);
    if (variant.name.empty()) {
        throw UsageError{fmt::format("--variant {}: the name before the colon is missing", text)};
    }
    const std::string rest = trimmed(has_name ? text.substr(colon + 1) : text);
    if (rest.empty()) return variant;
    for (const std::string& change : scenario::split_outside(rest, ',')) {
        const std::string one = trimmed(change);
        const auto at = one.find('=');
        if (at == std::string::npos || at == 0) {
            throw UsageError{
                fmt::format("--variant {}: \"{}\" is not a change such as group.front.agents=12", text, one)};
        }
        variant.overrides.push_back(one);
    }
    return variant;
}

std::vector<std::string> names_of_files(const std::vector<std::string>& files) {
    std::vector<std::string> names;
    for (const std::string& file : files) names.push_back(std::filesystem::path{file}.stem().string());
    const std::set<std::string> different{names.begin(), names.end()};
    return different.size() == names.size() ? names : files;
}

void require_different(const std::vector<std::string>& names) {
    std::set<std::string> seen;
    for (const std::string& name : names) {
        if (!seen.insert(name).second) {
            throw UsageError{fmt::format("two variants are called \"{}\"; give each a name of its own", name)};
        }
    }
}

}  // namespace floorwalker::cli
