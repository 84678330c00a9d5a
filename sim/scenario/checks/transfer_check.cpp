#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/checks/staff.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

double share_of(const Transfer& transfer, GroupId group) {
    const auto own = transfer.share_by_group.find(group);
    return own == transfer.share_by_group.end() ? transfer.share : own->second;
}

/// Of the contacts that the group talks to, the share that goes on.
double share_of_all(const CallType& type, GroupId group) {
    double sum = 0.0;
    for (const auto& transfer : type.transfers) sum += share_of(transfer, group);
    return sum;
}

/// Finds call types that contacts never leave for good.
class TransferLoops {
public:
    explicit TransferLoops(const Scenario& scenario) : scenario_{scenario}, leaves_(scenario.call_types.size(), false) {
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = 0; i < leaves_.size(); ++i) {
                if (leaves_[i]) continue;
                leaves_[i] = is_left(i);
                changed = changed || leaves_[i];
            }
        }
    }

    /// "a -> b -> a" for the first type that contacts never leave; empty when there is none.
    std::string find(std::size_t& first) const {
        const auto found = std::find(leaves_.begin(), leaves_.end(), false);
        if (found == leaves_.end()) return {};
        std::vector<std::size_t> trail;
        auto type = static_cast<std::size_t>(found - leaves_.begin());
        while (std::find(trail.begin(), trail.end(), type) == trail.end()) {
            trail.push_back(type);
            type = next(type);
        }
        first = type;
        std::string text;
        for (auto at = std::find(trail.begin(), trail.end(), type); at != trail.end(); ++at) {
            text += scenario_.call_types[*at].id + " -> ";
        }
        return text + scenario_.call_types[type].id;
    }

private:
    std::vector<GroupId> groups_of(std::size_t type) const {
        std::vector<GroupId> groups;
        for (std::size_t group = 0; group < scenario_.groups.size(); ++group) {
            const auto id = static_cast<GroupId>(group);
            if (may_serve(scenario_, id, static_cast<CallTypeId>(type))) groups.push_back(id);
        }
        return groups;
    }

    bool is_left(std::size_t position) const {
        const auto& type = scenario_.call_types[position];
        const auto groups = groups_of(position);
        if (type.transfers.empty() || groups.empty()) return true;
        return std::any_of(groups.begin(), groups.end(), [&](GroupId group) {
            if (share_of_all(type, group) < 1.0 - kShareTolerance) return true;
            return std::any_of(type.transfers.begin(), type.transfers.end(), [&](const Transfer& transfer) {
                return share_of(transfer, group) > 0 && leaves_[index(transfer.to)];
            });
        });
    }

    /// Where contacts of a type go that is never left.
    std::size_t next(std::size_t position) const {
        for (const auto& transfer : scenario_.call_types[position].transfers) {
            for (const GroupId group : groups_of(position)) {
                if (share_of(transfer, group) > 0) return index(transfer.to);
            }
        }
        return position;
    }

    const Scenario& scenario_;
    std::vector<bool> leaves_;
};

/// True when the shares are not above the whole, for no group.
bool check_shares(const CallType& type, const Scenario& scenario, const Node& node, Context& context) {
    for (std::size_t group = 0; group < scenario.groups.size(); ++group) {
        const double sum = share_of_all(type, static_cast<GroupId>(group));
        if (sum <= 1.0 + kShareTolerance) continue;
        const PathPart part{context, "call_type." + type.id + ".transfer"};
        context.problem(
            entry_at(node, "transfer", type.transfers.size() - 1),
            fmt::format("the transfers make {} of the contacts that group \"{}\" talks to; at most 100% are "
                        "possible",
                        format_percentage(sum), scenario.groups[group].id));
        return false;
    }
    return true;
}

}  // namespace

void check_transfers(const Scenario& scenario, const Node& root, Context& context) {
    bool good = true;
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) {
        good = check_shares(scenario.call_types[i], scenario, entry_at(root, "call_type", i), context) && good;
    }
    if (!good) return;
    std::size_t first = 0;
    const auto loop = TransferLoops{scenario}.find(first);
    if (loop.empty()) return;
    const PathPart part{context, "call_type." + scenario.call_types[first].id + ".transfer"};
    context.problem(entry_at(entry_at(root, "call_type", first), "transfer", 0),
                    fmt::format("contacts never leave: {}; let some of them stay, with shares below 100%", loop));
}

}  // namespace floorwalker::scenario
