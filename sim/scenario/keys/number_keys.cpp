#include <numeric>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/keys/call_type_parts.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

/// An access number as written, with its tiers by name.
struct WrittenNumber : AccessNumber {
    std::map<TierId, double> tiers;
};

std::optional<AccessNumber> build(WrittenNumber& written, const Node& node, Context& context) {
    if (written.name.empty()) written.name = written.id;
    if (written.tiers.empty()) return written;
    written.share_by_tier.assign(context.tiers.entries, 0.0);
    for (const auto& [tier, share] : written.tiers) written.share_by_tier.at(index(tier)) = share;
    const double sum = std::accumulate(written.share_by_tier.begin(), written.share_by_tier.end(), 0.0);
    if (sum <= 1.0 + kShareTolerance) return written;
    const PathPart part{context, "tiers"};
    context.problem(*find(node, "tiers"),
                    fmt::format("the tiers make {} together; at most 100% are possible", format_percentage(sum)));
    return std::nullopt;
}

}  // namespace

Format<AccessNumber> access_number() {
    using Written = WrittenNumber;
    static const Keys<Written> keys{
        key<Written>("id", id(), &Written::id, "", "What the rest of the file calls this number.").required(),
        key<Written>("name", text(), &Written::name, "the id", "What reports call it."),
        key<Written>("arrivals", arrivals(), &Written::arrivals, "",
                     "How many calls come; not needed when calls are replayed, or come by a peak alone."),
        key<Written>("flow", reference<FlowId>(&Context::flows, "flow"), &Written::flow, "",
                     "The flow of the IVR behind it, where callers say what they want.")
            .required(),
        key<Written>("tiers", map_of<TierId>(&Context::tiers, "tier", share()), &Written::tiers, "none",
                     "Of its callers, the shares of the tiers."),
        key<Written>("redial", redial(), &Written::redial, "nobody does",
                     "Callers who were blocked, or hung up before they had said what they want, try again."),
        key<Written>("repeat", repeat(false), &Written::repeat, "nobody does",
                     "Callers whom its IVR served, and whose matter is not solved, call again."),
    };
    return table_of<Written, AccessNumber>(keys, build);
}

}  // namespace floorwalker::scenario
