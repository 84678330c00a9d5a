#include "sim/scenario/keys/tables.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

/// A tier as written: one share for all call types, and exceptions.
struct WrittenTier : Tier {
    double share = 0.0;
    std::map<CallTypeId, double> shares;
};

std::optional<Tier> build(WrittenTier& written, const Node& node, Context& context) {
    if (written.id == kStandardTier) {
        const PathPart part{context, "id"};
        context.problem(*find(node, "id"), "\"standard\" is what customers in no tier are called; choose another id");
        return std::nullopt;
    }
    if (written.name.empty()) written.name = written.id;
    written.share_by_call_type.assign(context.call_types.entries, written.share);
    for (const auto& [type, share] : written.shares) written.share_by_call_type.at(index(type)) = share;
    return written;
}

Keys<WrittenTier> tier_keys() {
    using Written = WrittenTier;
    return {
        key<Written>("id", id(), &Written::id, "", "What the rest of the file calls this tier.").required(),
        key<Written>("name", text(), &Written::name, "the id", "What reports call it."),
        key("share", share(), &Written::share, "0",
            "The share of customers who are in it. Those left over are standard: priority 0, no credit."),
        key("shares", map_of<CallTypeId>(&Context::call_types, "call type", share()), &Written::shares, "share for all",
            "The share for single call types."),
        key<Written>("answer_target", answer_target(), &Written::answer_target, "none",
                     "The service level to reach for this tier."),
        key<Written>("abandonment_target", share(), &Written::abandonment_target, "none",
                     "The largest share of this tier that may abandon."),
        key<Written>("flow", reference<FlowId>(&Context::flows, "flow"), &Written::flow, "as everybody",
                     "Its own flow of the IVR, instead of that of the call type or number."),
        key<Written>("groups", list_of(reference<GroupId>(&Context::groups, "group")), &Written::groups, "none",
                     "Groups that may serve it too, before those of the call type."),
    };
}

Keys<WrittenTier> order_keys() {
    using Written = WrittenTier;
    constexpr double kMostWeight = 1e6;
    return {
        key<Written>("priority", integer(-1000, 1000), &Written::priority, "0",
                     "Added to the call type's; higher is served first."),
        key<Written>("waiting_credit", duration(0s, 24h), &Written::waiting_credit, "\"0s\"",
                     "Served as if they had called this much earlier."),
        key<Written>("weight", number(0, kMostWeight), &Written::weight, "1",
                     "For groups that take by weighted_wait; times the call type's."),
        key<Written>("points", number(-kMostWeight, kMostWeight), &Written::points, "0",
                     "For groups that take by accumulating; added to the call type's."),
        key<Written>("points_per_second", number(0, kMostWeight), &Written::points_per_second, "0",
                     "For groups that take by accumulating; added to the call type's."),
    };
}

}  // namespace

Format<Tier> tier() {
    static const Keys<WrittenTier> keys = [] {
        auto all = tier_keys();
        for (auto& key : order_keys()) all.push_back(std::move(key));
        return all;
    }();
    return table_of<WrittenTier, Tier>(keys, build);
}

}  // namespace floorwalker::scenario
