#include <algorithm>

#include <fmt/format.h>

#include "sim/model/serving.hpp"
#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

bool leads_on(const RouteStep& step) {
    return std::holds_alternative<OpenGroups>(step.what) || std::holds_alternative<ChangePriority>(step.what);
}

bool sends_all_away(const RouteStep& step) { return std::holds_alternative<SendAway>(step.what) && step.when.empty(); }

/// The checks of the steps of one call type.
class StepCheck {
public:
    StepCheck(const Scenario& scenario, CallTypeId id, const Node& entry, Context& context)
        : scenario_{scenario}, id_{id}, type_{scenario.call_types[index(id)]}, entry_{entry}, context_{context} {}

    void check() {
        check_number();
        for (std::size_t i = 0; i < type_.steps.size(); ++i) {
            const PathPart part{context_, fmt::format("call_type.{}.step.{}", type_.id, i + 1)};
            const Node& node = entry_at(entry_, "step", i);
            if (i > 0) check_order(type_.steps[i - 1], type_.steps[i], node);
            if (i > 0 && sends_all_away(type_.steps[i - 1])) {
                context_.problem(node, "nobody waits so long: the step above sends all away");
            }
            const auto& what = type_.steps[i].what;
            if (const auto* const open = std::get_if<OpenGroups>(&what)) check_groups(*open, node);
            if (std::holds_alternative<OfferCallback>(what) && !type_.callback) {
                context_.problem(node,
                                 "there is no callback to offer; add callback = { accepted = \"50%\" } to the "
                                 "call type");
            }
        }
    }

private:
    void check_order(const RouteStep& earlier, const RouteStep& later, const Node& node) {
        if (earlier.after <= later.after) return;
        const Node* const after = find(node, "after");
        const PathPart part{context_, "after"};
        context_.problem(after != nullptr ? *after : node,
                         fmt::format("{} is before the step above it, {}; put the steps in the order of their times",
                                     format_duration(later.after), format_duration(earlier.after)));
    }

    /// Each step under a condition that opens groups or changes the priority doubles the ways through the steps, and
    /// each way is a queue of its own.
    void check_number() {
        constexpr std::ptrdiff_t kMostForks = 8;
        constexpr std::size_t kMost = 100;
        const auto is_fork = [](const RouteStep& step) { return leads_on(step) && !step.when.empty(); };
        const auto forks = std::count_if(type_.steps.begin(), type_.steps.end(), is_fork);
        const PathPart part{context_, "call_type." + type_.id + ".step"};
        if (forks > kMostForks) {
            context_.problem(
                *find(entry_, "step"),
                fmt::format("{} steps open groups or change the priority under a condition; at most {} are "
                            "possible",
                            forks, kMostForks));
        }
        if (type_.steps.size() > kMost) {
            context_.problem(*find(entry_, "step"),
                             fmt::format("there are {} steps; at most {} are possible", type_.steps.size(), kMost));
        }
    }

    void check_groups(const OpenGroups& open, const Node& node) {
        const PathPart part{context_, "groups"};
        for (std::size_t i = 0; i < open.groups.size(); ++i) {
            const Group& group = scenario_.groups[index(open.groups[i])];
            const Node& name = (*find(node, "groups")->list())[i];
            if (!model::has_skill(group, id_)) {
                context_.problem(
                    name, fmt::format("group \"{}\" does not have the skill \"{}\"; add it to the skills of the group",
                                      group.id, type_.id));
            } else if (type_.groups.empty()) {
                context_.problem(name,
                                 fmt::format("group \"{}\" may serve it from the start, as all with the skill do; "
                                             "name the first ones with groups = [\"…\"]",
                                             group.id));
            } else if (std::find(type_.groups.begin(), type_.groups.end(), open.groups[i]) != type_.groups.end()) {
                context_.problem(name, fmt::format("group \"{}\" may serve it from the start", group.id));
            }
        }
    }

    const Scenario& scenario_;
    CallTypeId id_;
    const CallType& type_;
    const Node& entry_;
    Context& context_;
};

/// How many queues the steps of a type can make of one: each that opens groups or changes the priority leads to
/// another.
std::size_t queues_by_steps(const CallType& type) {
    std::size_t queues = 1;
    std::size_t ways = 1;
    for (const auto& step : type.steps) {
        if (!leads_on(step)) continue;
        queues += ways;
        if (!step.when.empty()) ways *= 2;
    }
    return queues;
}

void check_queues(const Scenario& scenario, const Node& root, Context& context) {
    constexpr std::size_t kMost = 65'000;
    std::size_t queues = 0;
    for (const auto& type : scenario.call_types) {
        const bool has_quiet = type.callback && type.callback->when == Callback::When::quiet;
        queues += (scenario.tiers.size() + 1) * (queues_by_steps(type) + (has_quiet ? 1 : 0));
    }
    if (queues <= kMost) return;
    context.problem(entry_at(root, "call_type", 0),
                    fmt::format("call types, tiers and steps make {} queues; at most {} are possible",
                                format_number(static_cast<double>(queues)), format_number(kMost)));
}

}  // namespace

void check_steps(const Scenario& scenario, const Node& root, Context& context) {
    const auto before = context.problems.size();
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) {
        StepCheck{scenario, static_cast<CallTypeId>(i), entry_at(root, "call_type", i), context}.check();
    }
    if (context.problems.size() == before) check_queues(scenario, root, context);
}

}  // namespace floorwalker::scenario
