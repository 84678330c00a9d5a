#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/keys/entries.hpp"
#include "sim/scenario/keys/tables.hpp"

/// The top of a scenario file.
namespace floorwalker::scenario {
namespace {

/// A list whose entries become the members of a vector, bad ones as empty members, so that positions stay. `list_of`
/// finds the vector in a scenario.
template <class Value, class ListOf>
Key<Scenario> entries_in(std::string name, Format<Value> format, ListOf list_of, std::string help) {
    Shape shape{.kind = Kind::table_list};
    shape.keys = format.shape.keys;
    return {{std::move(name), std::move(shape), "", std::move(help)},
            [format, list_of](Scenario& scenario, const Node& node, Context& context) {
                read_entries(node, format, context.path, context, [&](std::size_t, std::optional<Value> value) {
                    list_of(scenario).push_back(value ? std::move(*value) : Value{});
                });
            }};
}

template <class Value>
Key<Scenario> entries(std::string name, Format<Value> format, std::vector<Value> Scenario::*member, std::string help) {
    return entries_in(
        std::move(name), std::move(format),
        [member](Scenario& scenario) -> std::vector<Value>& { return scenario.*member; }, std::move(help));
}

template <class Value>
Key<Scenario> machines(std::string name, Format<Value> format, std::vector<Value> Infrastructure::*member,
                       std::string help) {
    return entries_in(
        std::move(name), std::move(format),
        [member](Scenario& scenario) -> std::vector<Value>& { return scenario.infrastructure.*member; },
        std::move(help));
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
            if (!hours_are_good(node) || !check_hours(scenario.centre, node, context)) return;
            if (fit_weekdays(scenario.centre, node, context)) context.centre = scenario.centre;
        }};
}

Key<Scenario> special_day_list() {
    const auto format = special_day();
    Shape shape{.kind = Kind::table_list};
    shape.keys = format.shape.keys;
    return {{"special_day", std::move(shape), "", "Days that differ from the others: closed, shorter, busier."},
            [format](Scenario& scenario, const Node& node, Context& context) {
                auto& days = scenario.centre.special_days;
                read_entries(node, format, context.path, context, [&](std::size_t, std::optional<SpecialDay> day) {
                    days.push_back(day.value_or(SpecialDay{}));
                });
                if (context.centre) context.centre->special_days = days;
            }};
}

Key<Scenario> run_table() {
    return {{"run", table_shape(run_keys()), "", "How the scenario is run unless the command line says otherwise."},
            [](Scenario& scenario, const Node& node, Context& context) {
                if (is_one_table(node, context)) read_table(node, run_keys(), scenario, context);
            }};
}

Key<Scenario> trait_table() {
    return {{"traits", table_shape(trait_keys()), "",
             "What one standard deviation more of a trait does, each the logarithm of a multiple."},
            [](Scenario& scenario, const Node& node, Context& context) {
                if (is_one_table(node, context)) read_table(node, trait_keys(), scenario.traits, context);
            }};
}

Key<Scenario> infrastructure_table() {
    return {{"infrastructure", table_shape(infrastructure_keys()), "",
             "What holds for all machines: timeouts, and what is done without them."},
            [](Scenario& scenario, const Node& node, Context& context) {
                if (is_one_table(node, context))
                    read_table(node, infrastructure_keys(), scenario.infrastructure, context);
            }};
}

/// After sites and [infrastructure]: a server without a site is at the IVR's.
Key<Scenario> server_list() {
    const auto format = server();
    Shape shape{.kind = Kind::table_list};
    shape.keys = format.shape.keys;
    return {{"server", std::move(shape), "", "A server that agents or the IVR look something up in."},
            [format](Scenario& scenario, const Node& node, Context& context) {
                Infrastructure& all = scenario.infrastructure;
                if (all.sites.empty()) all.sites.push_back({"centre", "Centre", ""});
                read_entries(node, format, context.path, context,
                             [&](std::size_t, std::optional<WrittenServer> written) {
                                 Server server = written.value_or(WrittenServer{});
                                 server.site = written ? written->at.value_or(all.ivr_site) : all.ivr_site;
                                 all.servers.push_back(std::move(server));
                             });
            }};
}

Key<Scenario> agent_list() {
    const auto format = agent();
    Shape shape{.kind = Kind::table_list};
    shape.keys = format.shape.keys;
    return {
        {"agent", std::move(shape), "", "People with their own shifts and skills, beside the unnamed ones of a group."},
        [format](Scenario& scenario, const Node& node, Context& context) {
            read_entries(node, format, context.path, context,
                         [&](std::size_t position, std::optional<ListedAgent> listed) {
                             if (!listed || index(listed->group) >= scenario.groups.size()) return;
                             auto& group = scenario.groups[index(listed->group)];
                             if (find((*node.list())[position], "skills") == nullptr)
                                 listed->agent.skills = group.skills;
                             group.listed.push_back(std::move(listed->agent));
                         });
        }};
}

/// A table that there is once, at most.
template <class Value, class Member>
Key<Scenario> single(std::string name, Format<Value> format, Member Scenario::*member, std::string help) {
    auto table = key(std::move(name), std::move(format), member, "", std::move(help));
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
        special_day_list(),
        entries("call_type", call_type(), &Scenario::call_types,
                "A kind of contact: its volume, patience, handling time, routing."),
        entries("tier", tier(), &Scenario::tiers, "Customers who are served differently, whatever they call about."),
        entries("ivr", ivr_flow(), &Scenario::flows, "What callers hear and press before an agent is asked for."),
        entries("number", access_number(), &Scenario::numbers,
                "An access number with an IVR behind it, in which its callers say what they want."),
        entries("group", group(), &Scenario::groups, "Agents who work alike."),
        agent_list(),
        entries("campaign", campaign(), &Scenario::campaigns, "A list of customers to be called."),
        machines("site", site(), &Infrastructure::sites,
                 "Where people sit and servers stand. Whoever is at a site reaches its servers without a link."),
        machines("link", link(), &Infrastructure::links,
                 "Joins two sites. Whoever wants from one to another takes the way with the fewest links."),
        infrastructure_table(),
        server_list(),
        entries("decision", decision(), &Scenario::decisions,
                "What happens in the course of a day: to the staff, to the volume, or to machines."),
        single("replay", replay(), &Scenario::replay, "Recorded calls instead of the arrivals of all call types."),
        single("monitoring", monitoring(), &Scenario::monitoring,
               "Quality monitoring: some contacts of each agent are judged."),
        entries("risk", risk(), &Scenario::risks, "The service-risk model: a business and what endangers it."),
        single("risk_scale", risk_scale(), &Scenario::risk_scale, "How risks are estimated, and where zones begin."),
        entries("standard", standard(), &Scenario::standards, "A service standard, whose compliance is measured."),
        entries("profile", profile(), &Scenario::profiles, "What kind of people are hired."),
        trait_table(),
        single("floor", floor_plan(), &Scenario::floor, "How a window shows the centre."),
        entries("caption", caption(), &Scenario::captions, "Bookmarks with words for a class, in a window."),
    };
    return kKeys;
}

}  // namespace floorwalker::scenario
