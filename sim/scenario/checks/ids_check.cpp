#include <array>
#include <utility>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

struct IdList {
    std::string_view key;
    Ids Context::*ids;
    std::size_t most;
};

constexpr std::array<IdList, 11> kIdLists{{
    {"call_type", &Context::call_types, 1000},
    {"tier", &Context::tiers, 1000},
    {"group", &Context::groups, 10'000},
    {"agent", &Context::agents, 1'000'000},
    {"ivr", &Context::flows, 1000},
    {"number", &Context::numbers, 1000},
    {"campaign", &Context::campaigns, 1000},
    {"profile", &Context::profiles, 1000},
    {"site", &Context::sites, 100},
    {"link", &Context::links, 1000},
    {"server", &Context::servers, 1000},
}};

void register_id(const Node& entry, std::size_t position, std::string_view list, Ids& ids, Context& context) {
    const Node* const id = find(entry, "id");
    if (id == nullptr || id->text() == nullptr) {
        ids.complete = false;
        return;
    }
    const auto [known, is_new] = ids.positions.try_emplace(*id->text(), position);
    if (is_new) {
        ids.names.push_back(*id->text());
    } else {
        const PathPart part{context, fmt::format("{}.{}.id", list, position + 1)};
        context.problem(
            *id, fmt::format("the id \"{}\" is already that of {} {}", *id->text(), ids.kind, known->second + 1));
    }
}

}  // namespace

void name_single_group(Node& root) {
    Node* const groups = find(root, "group");
    List* const list = groups == nullptr ? nullptr : groups->list();
    if (list == nullptr || list->size() != 1 || list->front().table() == nullptr) return;
    Node& group = list->front();
    if (find(group, "id") != nullptr) return;
    group.table()->push_back({"id", group.place, Node{std::string{"general"}, group.place, "\"general\""}});
}

void collect_list(const Node& node, std::string_view name, std::size_t most, Ids& ids, Context& context) {
    const List* const list = node.list();
    if (list == nullptr) {
        ids.complete = false;
        return;
    }
    ids.entries = list->size();
    if (list->size() > most) {
        context.problem(node, fmt::format("there are {} {}s; at most {} are possible", list->size(), ids.kind,
                                          format_number(static_cast<double>(most))));
    }
    for (std::size_t i = 0; i < list->size(); ++i) register_id((*list)[i], i, name, ids, context);
}

void collect_ids(const Node& root, Context& context) {
    for (const auto& [key, member, most] : kIdLists) {
        const Node* const node = find(root, key);
        if (node != nullptr) collect_list(*node, key, most, context.*member, context);
    }
}

}  // namespace floorwalker::scenario
