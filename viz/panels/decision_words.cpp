#include <fmt/format.h>

#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

template <class Entry>
std::string name_of_entry(const Entry& entry) {
    return entry.name.empty() ? entry.id : entry.name;
}

}  // namespace

std::string words_of(const Decision& decision, const Scenario& scenario) {
    const auto group = [&](GroupId id) { return name_of_entry(scenario.groups[index(id)]); };
    if (const auto* one = std::get_if<Absent>(&decision.what))
        return fmt::format(fmt::runtime(tr("{} away, {}")), one->agents, group(one->group));
    if (const auto* one = std::get_if<Extra>(&decision.what))
        return fmt::format(fmt::runtime(tr("{} more, {}")), one->agents, group(one->group));
    if (std::holds_alternative<Peak>(decision.what)) return tr("a peak");
    if (std::holds_alternative<Outage>(decision.what)) return tr("outage");
    if (std::holds_alternative<SystemDown>(decision.what)) return tr("systems down");
    if (const auto* one = std::get_if<Prioritise>(&decision.what)) {
        const std::string type = name_of_entry(scenario.call_types[index(one->call_type)]);
        return fmt::format(fmt::runtime(one->by > 0 ? tr("{} first") : tr("{} last")), type);
    }
    if (const auto* one = std::get_if<KeepOff>(&decision.what)) {
        const std::string type = name_of_entry(scenario.call_types[index(one->call_type)]);
        return fmt::format(fmt::runtime(tr("{} off {}")), group(one->group), type);
    }
    const Infrastructure& machines = scenario.infrastructure;
    if (const auto* one = std::get_if<ServerSlow>(&decision.what))
        return fmt::format(fmt::runtime(tr("{} slow")), name_of_entry(machines.servers[index(one->server)]));
    if (const auto* one = std::get_if<ServerDown>(&decision.what))
        return fmt::format(fmt::runtime(tr("{} down")), name_of_entry(machines.servers[index(one->server)]));
    if (const auto* one = std::get_if<LinkDown>(&decision.what))
        return fmt::format(fmt::runtime(tr("{} down")), name_of_entry(machines.links[index(one->link)]));
    if (const auto* one = std::get_if<SiteLost>(&decision.what))
        return fmt::format(fmt::runtime(tr("{} lost")), name_of_entry(machines.sites[index(one->site)]));
    return tr("gap in knowledge");
}

}  // namespace floorwalker::viz
