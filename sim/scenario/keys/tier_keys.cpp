#include "sim/scenario/keys/tables.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

/// A tier as written: one share for all call types, and exceptions.
struct WrittenTier {
    std::string id;
    std::string name;
    double share = 0.0;
    std::map<CallTypeId, double> shares;
    int priority = 0;
    Duration waiting_credit{0};
};

std::optional<Tier> build(WrittenTier& written, const Node& node, Context& context) {
    if (written.id == kStandardTier) {
        const PathPart part{context, "id"};
        context.problem(*find(node, "id"), "\"standard\" is what customers in no tier are called; choose another id");
        return std::nullopt;
    }
    Tier tier{.id = written.id,
              .name = written.name.empty() ? written.id : written.name,
              .share_by_call_type = std::vector<double>(context.call_types.entries, written.share),
              .priority = written.priority,
              .waiting_credit = written.waiting_credit};
    for (const auto& [type, share] : written.shares) tier.share_by_call_type.at(index(type)) = share;
    return tier;
}

}  // namespace

Format<Tier> tier() {
    static const Keys<WrittenTier> kKeys{
        key("id", id(), &WrittenTier::id, "", "What the rest of the file calls this tier.").required(),
        key("name", text(), &WrittenTier::name, "the id", "What reports call it."),
        key("share", share(), &WrittenTier::share, "0",
            "The share of customers who are in it. Those left over are standard: priority 0, no credit."),
        key("shares", map_of<CallTypeId>(&Context::call_types, "call type", share()), &WrittenTier::shares,
            "share for all", "The share for single call types."),
        key("priority", integer(-1000, 1000), &WrittenTier::priority, "0",
            "Added to the call type's; higher is served first."),
        key("waiting_credit", duration(0s, 24h), &WrittenTier::waiting_credit, "\"0s\"",
            "Served as if they had called this much earlier."),
    };
    return table_of<WrittenTier, Tier>(kKeys, build);
}

}  // namespace floorwalker::scenario
