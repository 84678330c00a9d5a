#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

bool has_outcome(const CallType& type) { return type.outcome.has_value(); }

bool any_outcome(const Scenario& scenario) {
    return std::any_of(scenario.call_types.begin(), scenario.call_types.end(), has_outcome);
}

/// What is solved is said once.
void check_repeat(const CallType& type, const Node& entry, Context& context) {
    if (!type.repeat) return;
    const Node& repeat = *find(entry, "repeat");
    const Node* const unsolved = find(repeat, "unsolved");
    const PathPart part{context, fmt::format("call_type.{}.repeat", type.id)};
    if (type.outcome && unsolved != nullptr) {
        const PathPart key{context, "unsolved"};
        context.problem(*unsolved,
                        "the outcome of the call type says what is unsolved; leave it out here, and set solved there");
    }
    if (!type.outcome && unsolved == nullptr)
        context.problem(repeat, "does not say how many matters stay unsolved; add unsolved = \"15%\"");
}

void check_groups(const Scenario& scenario, const CallType& type, const Node& entry, Context& context) {
    if (!type.outcome) return;
    const auto id = static_cast<CallTypeId>(&type - scenario.call_types.data());
    for (const auto& [group, share] : type.outcome->solved_by_group) {
        const Group& named = scenario.groups[index(group)];
        const bool serves =
            named.skills.contains(id) || std::any_of(named.listed.begin(), named.listed.end(),
                                                     [id](const Agent& agent) { return agent.skills.contains(id); });
        if (serves) continue;
        const PathPart part{context, fmt::format("call_type.{}.outcome.solved_by_group.{}", type.id, named.id)};
        context.problem(*find(*find(*find(entry, "outcome"), "solved_by_group"), named.id),
                        never_serves(named.id, type.id));
    }
}

void check_monitoring(const Scenario& scenario, const Node& root, Context& context) {
    if (!scenario.monitoring || any_outcome(scenario)) return;
    const PathPart part{context, "monitoring"};
    context.problem(*find(root, "monitoring"),
                    "nothing could be judged: no call type has an outcome; add [call_type.outcome] to one");
}

void check_risk(const Scenario& scenario, std::size_t place, const Node& entry, Context& context) {
    const Risk& risk = scenario.risks[place];
    const CallType& type = scenario.call_types[index(risk.call_type)];
    const PathPart part{context, fmt::format("risk.{}", place + 1)};
    for (std::size_t before = 0; before < place; ++before) {
        if (scenario.risks[before].call_type != risk.call_type) continue;
        context.problem(entry, fmt::format("call type \"{}\" has a risk already; put all its defects there", type.id));
        return;
    }
    if (risk.estimate == RiskEstimate::nothing || type.outcome) return;
    const PathPart key{context, "estimate"};
    context.problem(
        *find(entry, "estimate"),
        fmt::format("needs defects that are simulated: add [call_type.outcome] to call type \"{}\"", type.id));
}

void check_gap(const KnowledgeGap& gap, const Scenario& scenario, const Node& entry, Context& context) {
    const bool concerns_any =
        gap.call_type ? has_outcome(scenario.call_types[index(*gap.call_type)]) : any_outcome(scenario);
    if (concerns_any) return;
    context.problem(entry, gap.call_type ? fmt::format("changes nothing: call type \"{}\" has no outcome",
                                                       scenario.call_types[index(*gap.call_type)].id)
                                         : std::string{"changes nothing: no call type has an outcome"});
}

}  // namespace

void check_quality(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        check_repeat(scenario.call_types[t], entry_at(root, "call_type", t), context);
        check_groups(scenario, scenario.call_types[t], entry_at(root, "call_type", t), context);
    }
    check_monitoring(scenario, root, context);
    for (std::size_t r = 0; r < scenario.risks.size(); ++r) check_risk(scenario, r, entry_at(root, "risk", r), context);
    for (std::size_t i = 0; i < scenario.decisions.size(); ++i) {
        const auto* gap = std::get_if<KnowledgeGap>(&scenario.decisions[i].what);
        if (gap == nullptr) continue;
        const PathPart part{context, fmt::format("decision.{}", i + 1)};
        check_gap(*gap, scenario, entry_at(root, "decision", i), context);
    }
}

}  // namespace floorwalker::scenario
