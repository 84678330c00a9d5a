#include <fmt/format.h>

#include "sim/model/serving.hpp"
#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/checks/rounds.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

/// The checks of the transfers of one call type.
class TransferCheck {
public:
    TransferCheck(const Scenario& scenario, CallTypeId id, const Node& entry, Context& context)
        : scenario_{scenario}, id_{id}, type_{scenario.call_types[index(id)]}, entry_{entry}, context_{context} {}

    void check() {
        const PathPart part{context_, "call_type." + type_.id + ".transfer"};
        for (std::size_t i = 0; i < type_.transfers.size(); ++i) {
            const PathPart number{context_, std::to_string(i + 1)};
            const Node& node = entry_at(entry_, "transfer", i);
            check_channel(type_.transfers[i], node);
            check_groups(type_.transfers[i], node);
        }
        check_shares();
    }

private:
    void check_channel(const Transfer& transfer, const Node& node) {
        const auto& to = scenario_.call_types[index(transfer.to)];
        if (to.channel == Channel::voice) return;
        const PathPart part{context_, "to"};
        context_.problem(
            *find(node, "to"),
            fmt::format("\"{}\" is of channel \"{}\"; a call that is transferred stays one, so it must be \"voice\"",
                        to.id, channel_name(to.channel)));
    }

    void check_groups(const Transfer& transfer, const Node& node) {
        for (const auto& [group, share] : transfer.share_by_group) {
            if (model::may_serve(scenario_, group, id_)) continue;
            const auto& name = scenario_.groups[index(group)].id;
            const PathPart part{context_, "share_by_group." + name};
            context_.problem(*find(*find(node, "share_by_group"), name), never_serves(name, type_.id));
        }
    }

    void check_shares() {
        for (std::size_t g = 0; g < scenario_.groups.size(); ++g) {
            const auto group = static_cast<GroupId>(g);
            const double sum = model::transferred_share(type_, group);
            if (sum <= 1.0 + kShareTolerance || !model::may_serve(scenario_, group, id_)) continue;
            context_.problem(
                entry_at(entry_, "transfer", type_.transfers.size() - 1),
                fmt::format("the transfers make {} of the contacts that group \"{}\" talks to; at most 100% are "
                            "possible",
                            format_percentage(sum), scenario_.groups[g].id));
            return;
        }
    }

    const Scenario& scenario_;
    CallTypeId id_;
    const CallType& type_;
    const Node& entry_;
    Context& context_;
};

void check_loops(const Scenario& scenario, const Node& root, Context& context) {
    const auto round = model::endless_transfers(scenario);
    if (!round) return;
    const std::size_t first = round->front();
    const PathPart part{context, "call_type." + scenario.call_types[first].id + ".transfer"};
    context.problem(entry_at(entry_at(root, "call_type", first), "transfer", 0),
                    fmt::format("contacts never leave: {}; let some of them stay, with shares below 100%",
                                round_of_types(scenario, *round)));
}

}  // namespace

std::string never_serves(const std::string& group, const std::string& type) {
    return fmt::format(
        "group \"{0}\" never serves \"{1}\"; it needs the skill, and to be among the groups of the call type where "
        "those are named",
        group, type);
}

void check_transfers(const Scenario& scenario, const Node& root, Context& context) {
    const auto before = context.problems.size();
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) {
        if (scenario.call_types[i].transfers.empty()) continue;
        TransferCheck{scenario, static_cast<CallTypeId>(i), entry_at(root, "call_type", i), context}.check();
    }
    if (context.problems.size() == before) check_loops(scenario, root, context);
}

}  // namespace floorwalker::scenario
