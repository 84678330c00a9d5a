#include "sim/scenario/keys/call_type_parts.hpp"
#include "sim/scenario/keys/kinds.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

/// A step as written, flat.
struct WrittenStep {
    Duration after{0};
    std::vector<Condition> when;
    std::string kind;
    std::vector<GroupId> groups;
    int by = 0;
    double leave = 0.0;
    bool tell_expected_wait = false;
};

const std::vector<EntryKind>& kinds() {
    static const std::vector<EntryKind> all{
        {"open", {"groups"}},   {"priority", {"by"}}, {"announce", {}, {"leave", "tell_expected_wait"}},
        {"offer_callback", {}}, {"send_away", {}},
    };
    return all;
}

std::optional<RouteStep> build(WrittenStep& written, const Node&, Context&) {
    RouteStep step{written.after, written.when, SendAway{}};
    if (written.kind == "open") step.what = OpenGroups{written.groups};
    if (written.kind == "priority") step.what = ChangePriority{written.by};
    if (written.kind == "announce") step.what = Announce{written.leave, written.tell_expected_wait};
    if (written.kind == "offer_callback") step.what = OfferCallback{};
    return step;
}

}  // namespace

Format<RouteStep> route_step() {
    static const Keys<WrittenStep> keys{
        key("after", duration(0s, kLongestDuration), &WrittenStep::after, "\"0s\"",
            "How long after it began to wait; steps stand in the order of their times."),
        key("when", conditions(), &WrittenStep::when, "always",
            "What must hold at that moment, all of it, else the step is left out."),
        key("do", kind_name(kinds()), &WrittenStep::kind, "",
            "open: more groups may serve it. priority: it gets more or less priority. announce: something is said. "
            "offer_callback: it is offered a callback. send_away: it is sent away and counts as abandoned.")
            .required(),
        key("groups", list_of(reference<GroupId>(&Context::groups, "group")), &WrittenStep::groups, "",
            "open: the groups that may serve it too, after those that might before."),
        key("by", integer(-1000, 1000), &WrittenStep::by, "", "priority: how much is added."),
        key("leave", share(), &WrittenStep::leave, "0", "announce: the share of those who hear it that leaves."),
        key("tell_expected_wait", boolean(), &WrittenStep::tell_expected_wait, "false",
            "announce: whether the expected wait is told, and those leave whose patience is shorter."),
    };
    return table_of<WrittenStep, RouteStep>(keys, build, Kind::table, [](const Node& node, Context& context) {
        return check_kind(kinds(), node, context);
    });
}

}  // namespace floorwalker::scenario
