#include "sim/scenario/guide/templates.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <floorwalker/scenario_file.hpp>

namespace floorwalker {
namespace {

struct Template {
    std::string_view name;
    std::string_view summary;
    std::string_view text;
};

const std::array<Template, 4>& templates() {
    static const std::array<Template, 4> kAll{{
        {"single_queue", "one call type, one group: the smallest start", scenario::kSingleQueueTemplate},
        {"skills", "several call types and groups, a day with a profile", scenario::kSkillsTemplate},
        {"replay", "recorded calls instead of random arrivals", scenario::kReplayTemplate},
        {"full", "every section, with comments", scenario::kFullTemplate},
    }};
    return kAll;
}

const Template& template_named(std::string_view name) {
    const auto found =
        std::find_if(templates().begin(), templates().end(), [&](const auto& t) { return t.name == name; });
    if (found == templates().end()) throw std::out_of_range{"there is no template \"" + std::string{name} + "\""};
    return *found;
}

}  // namespace

std::vector<std::string> template_names() {
    std::vector<std::string> names;
    for (const auto& t : templates()) names.emplace_back(t.name);
    return names;
}

std::string template_summary(std::string_view name) { return std::string{template_named(name).summary}; }

std::string scenario_template(std::string_view name) { return std::string{template_named(name).text}; }

std::vector<CompanionFile> template_companions(std::string_view name) {
    if (template_named(name).name != "replay") return {};
    return {{"calls.csv", std::string{scenario::kReplayCalls}}};
}

}  // namespace floorwalker
