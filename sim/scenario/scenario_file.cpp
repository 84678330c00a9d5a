#include <floorwalker/scenario_file.hpp>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/decisions_text.hpp"
#include "sim/scenario/document/overrides.hpp"
#include "sim/scenario/document/toml_document.hpp"
#include "sim/scenario/keys/key_paths.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/text_file.hpp"

namespace floorwalker {
namespace {

using namespace floorwalker::scenario;

constexpr std::string_view kSmallest =
    "[[call_type]] with id = \"calls\" and arrivals = { per_hour = 100 }, and [[group]] with agents = 8";

[[noreturn]] void refuse(const std::string& file, std::string message) {
    throw ScenarioError{{Problem{file, 0, 0, std::move(message)}}};
}

std::string read_scenario_text(const std::filesystem::path& file) {
    auto content = read_text_file(file, kLargestScenario, "a scenario");
    if (!content.mistake.empty()) refuse(file.string(), content.mistake);
    return std::move(content.text);
}

/// The paths of all lists of tables, such as "call_type" and "call_type.*.step".
std::vector<std::string> list_paths() {
    std::vector<std::string> paths;
    for (const auto& key : all_keys()) {
        if (key.info->shape.kind == Kind::table_list) paths.push_back(key.path);
    }
    return paths;
}

std::vector<Override> parse_overrides(const std::vector<std::string>& texts) {
    std::vector<Override> overrides;
    overrides.reserve(texts.size());
    for (const auto& text : texts) overrides.push_back(parse_override(text));
    return overrides;
}

void report_if_nothing(const Document& document, Context& context) {
    const bool has_types = find(document.root, "call_type") != nullptr;
    const bool has_groups = find(document.root, "group") != nullptr;
    if (document.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        context.problem(Place{}, "the file is empty; the smallest scenario is " + std::string{kSmallest});
    } else if (!has_types && !has_groups) {
        context.problem(Place{},
                        "there is no call type and no group; the smallest scenario is " + std::string{kSmallest});
    } else if (!has_types) {
        context.problem(
            Place{}, "there is no call type; add [[call_type]] with id = \"calls\" and arrivals = { per_hour = 100 }");
    } else if (!has_groups) {
        context.problem(Place{}, "there is no group; add [[group]] with agents = 8");
    }
}

Scenario read(Document& document, Context& context, const std::string& name) {
    Scenario scenario;
    report_if_nothing(document, context);
    collect_ids(document.root, context);
    context.centre = scenario.centre;
    read_table(document.root, scenario_keys(), scenario, context);
    if (context.problems.size() == 0) check_scenario(scenario, document.root, context);
    if (scenario.centre.name.empty()) scenario.centre.name = name;
    return scenario;
}

template <class Entry>
void know_ids(Ids& ids, const std::vector<Entry>& entries) {
    for (const auto& entry : entries) {
        ids.positions.emplace(entry.id, ids.entries++);
        ids.names.push_back(entry.id);
    }
}

/// Gives the decisions of a file of their own the ids and hours of the scenario.
void know(Context& context, const Scenario& scenario) {
    context.centre = scenario.centre;
    know_ids(context.groups, scenario.groups);
    know_ids(context.call_types, scenario.call_types);
    know_ids(context.numbers, scenario.numbers);
}

}  // namespace

Override parse_override(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        refuse("--set " + std::string{text}, "write PATH=VALUE, such as group.general.agents=9");
    }
    return {std::string{text.substr(0, equals)}, std::string{text.substr(equals + 1)}};
}

LoadedScenario load_scenario(const std::filesystem::path& file, const std::vector<std::string>& overrides) {
    return parse_scenario(read_scenario_text(file), file.string(), file.parent_path(), overrides);
}

LoadedScenario parse_scenario(std::string_view toml, const std::string& origin,
                              const std::filesystem::path& base_directory, const std::vector<std::string>& overrides) {
    if (toml.size() > kLargestScenario) refuse(origin, "a scenario is at most 16 MB");
    const auto changes = parse_overrides(overrides);
    Document document{std::string{toml}};
    Problems problems{origin, overrides};
    if (!read_toml(document, problems)) problems.throw_if_any();
    name_single_group(document.root);
    apply_overrides(document, changes, list_paths(), problems);
    Problems remarks{origin, overrides};
    Context context{problems, base_directory};
    context.remarks = &remarks;
    auto scenario = read(document, context, std::filesystem::path{origin}.stem().string());
    problems.throw_if_any();
    return {std::move(scenario), std::string{toml}, overrides, remarks.in_order()};
}

std::vector<Decision> load_decisions(const std::filesystem::path& file, const Scenario& scenario) {
    return scenario::parse_decisions(read_scenario_text(file), file.string(), scenario);
}

std::vector<Decision> scenario::parse_decisions(std::string_view toml, const std::string& origin,
                                                const Scenario& scenario) {
    if (toml.size() > kLargestScenario) refuse(origin, "a scenario is at most 16 MB");
    Document document{std::string{toml}};
    Problems problems{origin};
    if (!read_toml(document, problems)) problems.throw_if_any();
    Context context{problems, {}};
    know(context, scenario);
    Keys<Scenario> keys;
    for (const auto& key : scenario_keys()) {
        if (key.info.name == "decision") keys.push_back(key);
    }
    Scenario read_into;
    read_table(document.root, keys, read_into, context);
    if (problems.size() == 0) {
        Scenario with_decisions = scenario;
        with_decisions.decisions = read_into.decisions;
        check_outages(with_decisions, document.root, context);
    }
    problems.throw_if_any();
    return std::move(read_into.decisions);
}

}  // namespace floorwalker
