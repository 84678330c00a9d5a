#include <floorwalker/scenario_file.hpp>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/decisions_text.hpp"
#include "sim/scenario/document/toml_document.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/parsed_scenario.hpp"
#include "sim/scenario/text/text_file.hpp"

namespace floorwalker {
namespace {

using namespace floorwalker::scenario;

[[noreturn]] void refuse(const std::string& file, std::string message) {
    throw ScenarioError{{Problem{file, 0, 0, std::move(message)}}};
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
    know_ids(context.tiers, scenario.tiers);
    know_ids(context.sites, scenario.infrastructure.sites);
    know_ids(context.links, scenario.infrastructure.links);
    know_ids(context.servers, scenario.infrastructure.servers);
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
    for (const auto& text : overrides) parse_override(text);
    return ParsedScenario{std::string{toml}, origin, base_directory}.with(overrides);
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
