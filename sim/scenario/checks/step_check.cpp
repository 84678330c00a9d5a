#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/checks/staff.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

/// The checks of the steps of one call type.
class StepCheck {
public:
    StepCheck(const Scenario& scenario, CallTypeId id, const Node& entry, Context& context)
        : scenario_{scenario}, id_{id}, type_{scenario.call_types[index(id)]}, entry_{entry}, context_{context} {}

    void check() {
        for (std::size_t i = 0; i < type_.steps.size(); ++i) {
            const PathPart part{context_, fmt::format("call_type.{}.step.{}", type_.id, i + 1)};
            const Node& node = entry_at(entry_, "step", i);
            if (i > 0) check_order(type_.steps[i - 1], type_.steps[i], node);
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

    void check_groups(const OpenGroups& open, const Node& node) {
        for (std::size_t i = 0; i < open.groups.size(); ++i) {
            const Group& group = scenario_.groups[index(open.groups[i])];
            if (has_skill(group, id_)) continue;
            const PathPart part{context_, "groups"};
            context_.problem(
                (*find(node, "groups")->list())[i],
                fmt::format("group \"{}\" does not have the skill \"{}\"; add it to the skills of the group", group.id,
                            type_.id));
        }
    }

    const Scenario& scenario_;
    CallTypeId id_;
    const CallType& type_;
    const Node& entry_;
    Context& context_;
};

}  // namespace

void check_steps(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) {
        StepCheck{scenario, static_cast<CallTypeId>(i), entry_at(root, "call_type", i), context}.check();
    }
}

}  // namespace floorwalker::scenario
