#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/keys/tables.hpp"

/// The top of a scenario file.
namespace floorwalker::scenario {
namespace {

/// What an entry of a list is called in paths: its id, else its place from 1.
std::string entry_name(const Node& entry, std::size_t position) {
    const Node* const id = find(entry, "id");
    const bool named = id != nullptr && id->text() != nullptr && !id->text()->empty();
    return named ? *id->text() : std::to_string(position + 1);
}

/// Reads each [[entry]]; `keep` gets its position and nothing for a bad one.
template <class Value, class Keep>
void read_entries(const Node& node, const Format<Value>& format, Context& context, Keep keep) {
    const List* const list = node.list();
    if (list == nullptr) {
        if (node.is_broken()) return;
        context.problem(node,
                        fmt::format("there may be several; write [[{}]] with double brackets for each", context.path));
        return;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        const PathPart part{context, entry_name((*list)[i], i)};
        keep(i, format((*list)[i], context));
    }
}

/// A list whose entries become the members of a vector, bad ones as empty members, so that positions stay.
template <class Value>
Key<Scenario> entries(std::string name, Format<Value> format, std::vector<Value> Scenario::*member, std::string help) {
    Shape shape{.kind = Kind::table_list};
    shape.keys = format.shape.keys;
    return {{std::move(name), std::move(shape), "", std::move(help)},
            [format, member](Scenario& scenario, const Node& node, Context& context) {
                read_entries(node, format, context, [&](std::size_t, std::optional<Value> value) {
                    (scenario.*member).push_back(value ? std::move(*value) : Value{});
                });
            }};
}

/// Reports [[name]] where the file has one table of that name.
bool is_one_table(const Node& node, Context& context) {
    if (node.list() == nullptr) return true;
    context.problem(node, fmt::format("there is only one; write [{}] with single brackets", context.path));
    return false;
}

template <class Target>
Shape table_shape(const Keys<Target>& keys) {
    Shape shape{.kind = Kind::table};
    shape.keys = infos(keys);
    return shape;
}

/// The hours are known when they are right by themselves, whatever else is wrong in the table.
bool hours_are_good(const Node& node) {
    Problems unheard{""};
    Context quiet{unheard};
    Centre centre;
    for (const auto& key : centre_keys()) {
        const auto& name = key.info.name;
        if (name != "open" && name != "close" && name != "interval" && name != "days" && name != "date") continue;
        const Node* const value = find(node, name);
        if (value == nullptr) continue;
        if (value->is_broken()) return false;
        key.read(centre, *value, quiet);
    }
    return unheard.size() == 0;
}

Key<Scenario> centre_table() {
    return {
        {"centre", table_shape(centre_keys()), "", "Opening hours, lines, targets: what holds for the whole centre."},
        [](Scenario& scenario, const Node& node, Context& context) {
            if (!is_one_table(node, context)) return;
            read_table(node, centre_keys(), scenario.centre, context);
            context.centre.reset();
            if (hours_are_good(node) && check_hours(scenario.centre, node, context)) context.centre = scenario.centre;
        }};
}

Key<Scenario> run_table() {
    return {{"run", table_shape(run_keys()), "", "How the scenario is run unless the command line says otherwise."},
            [](Scenario& scenario, const Node& node, Context& context) {
                if (is_one_table(node, context)) read_table(node, run_keys(), scenario, context);
            }};
}

Key<Scenario> agent_list() {
    const auto format = agent();
    Shape shape{.kind = Kind::table_list};
    shape.keys = format.shape.keys;
    return {
        {"agent", std::move(shape), "", "People with their own shifts and skills, beside the unnamed ones of a group."},
        [format](Scenario& scenario, const Node& node, Context& context) {
            read_entries(node, format, context, [&](std::size_t position, std::optional<ListedAgent> listed) {
                if (!listed || index(listed->group) >= scenario.groups.size()) return;
                auto& group = scenario.groups[index(listed->group)];
                if (find((*node.list())[position], "skills") == nullptr) listed->agent.skills = group.skills;
                group.listed.push_back(std::move(listed->agent));
            });
        }};
}

Key<Scenario> replay_table() {
    auto table =
        key("replay", replay(), &Scenario::replay, "", "Recorded calls instead of the arrivals of all call types.");
    table.read = [read = table.read](Scenario& scenario, const Node& node, Context& context) {
        if (is_one_table(node, context)) read(scenario, node, context);
    };
    return table;
}

}  // namespace

const Keys<Scenario>& scenario_keys() {
    static const Keys<Scenario> kKeys{
        centre_table(),
        run_table(),
        entries("call_type", call_type(), &Scenario::call_types,
                "A kind of contact: its volume, patience, handling time, routing."),
        entries("tier", tier(), &Scenario::tiers, "Customers who are served differently, whatever they call about."),
        entries("group", group(), &Scenario::groups, "Agents who work alike."),
        agent_list(),
        entries("decision", decision(), &Scenario::decisions, "What happens to the staff in the course of a day."),
        replay_table(),
    };
    return kKeys;
}

}  // namespace floorwalker::scenario
