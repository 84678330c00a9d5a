#include "sim/plan/faults/without_faults.hpp"

#include <algorithm>
#include <tuple>
#include <variant>

namespace floorwalker::plan {
namespace {

bool is_fault(const Decision& decision) {
    return std::holds_alternative<ServerSlow>(decision.what) || std::holds_alternative<ServerDown>(decision.what) ||
           std::holds_alternative<LinkDown>(decision.what) || std::holds_alternative<SiteLost>(decision.what);
}

template <class Machine>
bool may_fail(const Machine& machine) {
    return machine.breakdowns || !machine.phases.empty();
}

template <class Machine>
void mend(Machine& machine) {
    machine.breakdowns.reset();
    machine.phases.clear();
}

}  // namespace

bool has_faults(const Scenario& scenario) {
    const auto& [servers, links] = std::tie(scenario.infrastructure.servers, scenario.infrastructure.links);
    return std::any_of(scenario.decisions.begin(), scenario.decisions.end(), is_fault) ||
           std::any_of(servers.begin(), servers.end(), [](const Server& server) { return may_fail(server); }) ||
           std::any_of(links.begin(), links.end(), [](const Link& link) { return may_fail(link); });
}

// A peak is known by its place among the decisions (SourceId): its customers stay who they are when it keeps its place.
// So what is taken away leaves one behind that does nothing.
Scenario without_faults(Scenario scenario) {
    for (Decision& decision : scenario.decisions) {
        if (!is_fault(decision)) continue;
        const Duration until = std::visit([](const auto& what) { return what.until; }, decision.what);
        decision.what.emplace<Absent>(Absent{GroupId{}, 0, until});
    }
    for (Server& server : scenario.infrastructure.servers) mend(server);
    for (Link& link : scenario.infrastructure.links) mend(link);
    return scenario;
}

}  // namespace floorwalker::plan
