#include "sim/scenario/keys/call_type_parts.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

std::optional<Transfer> finish(Transfer& transfer, const Node& node, Context& context) {
    if (find(node, "share") != nullptr || find(node, "share_by_group") != nullptr) return transfer;
    context.problem(node, "does not say how many are transferred; add share = \"5%\"");
    return std::nullopt;
}

}  // namespace

Format<Transfer> transfer() {
    static const Keys<Transfer> keys{
        key("to", reference<CallTypeId>(&Context::call_types, "call type"), &Transfer::to, "",
            "The call type that it goes on as.")
            .required(),
        key("share", share(), &Transfer::share, "0", "Of the contacts talked to, the share that goes on."),
        key("share_by_group", map_of<GroupId>(&Context::groups, "group", share()), &Transfer::share_by_group,
            "share for all", "The share for agents of single groups."),
        key("kind",
            choice<TransferKind>(
                {{"cold", TransferKind::cold}, {"warm", TransferKind::warm}, {"conference", TransferKind::conference}}),
            &Transfer::kind, "\"cold\"",
            "cold: the first agent is free at once. warm: stays until a second one has come and is briefed. "
            "conference: "
            "stays to the end."),
        key("briefing", distribution_of_durations(), &Transfer::briefing, "\"30s\"",
            "warm: how long the second agent is briefed."),
        key("most_hold", duration(0s, 24h), &Transfer::most_hold, "\"5min\"",
            "warm, conference: the longest that the first agent waits for the second one; then it is a cold one."),
        key("keeps_wait", boolean(), &Transfer::keeps_wait, "false",
            "Whether it ranks in the second queue as if it waited since its arrival."),
        key("escalation", boolean(), &Transfer::is_escalation, "false",
            "Whether it goes to a higher level; reported apart."),
        key("returns", boolean(), &Transfer::returns, "false", "Whether it goes back to the first agent at the end."),
        key("return_wait", duration(0s, 24h), &Transfer::return_wait, "\"2min\"",
            "How long it waits for that agent; then the contact is over."),
        key("return_talk", distribution_of_durations(), &Transfer::return_talk, "\"1min\"",
            "How long it then talks to the first agent."),
    };
    return table_of<Transfer>(keys, finish);
}

}  // namespace floorwalker::scenario
