#include "sim/scenario/keys/group_parts.hpp"

#include <fmt/format.h>

namespace floorwalker::scenario {
namespace {

constexpr std::int64_t kMostWindows = 100;

std::optional<Reserve> finish_reserve(Reserve& reserve, const Node& node, Context& context) {
    if (!reserve.call_types.empty() || !reserve.tiers.empty()) return reserve;
    context.problem(node, "does not say for whom; add call_types = [\"…\"] or tiers = [\"…\"]");
    return std::nullopt;
}

std::optional<ChatWork> finish_chat(ChatWork& chat, const Node& node, Context& context) {
    if (chat.slowdown.empty()) return chat;
    const PathPart part{context, "slowdown"};
    const Node& list = *find(node, "slowdown");
    const auto& values = chat.slowdown;
    if (static_cast<std::int64_t>(values.size()) != chat.windows) {
        const bool one = chat.windows == 1;
        context.problem(list,
                        fmt::format("has {} value{}, but there {} {} window{}; give one for each", values.size(),
                                    values.size() == 1 ? "" : "s", one ? "is" : "are", chat.windows, one ? "" : "s"));
        return std::nullopt;
    }
    if (values.front() != 1.0) {
        context.problem((*list.list())[0], shown((*list.list())[0]) + " is not 1; a chat alone is not slowed down");
        return std::nullopt;
    }
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (values[i] >= values[i - 1]) continue;
        const Node& value = (*list.list())[i];
        context.problem(value, fmt::format("{} is below {}; more chats at once do not make each of them faster",
                                           shown(value), shown((*list.list())[i - 1])));
        return std::nullopt;
    }
    return chat;
}

/// The id of a tier, or "standard", whose place is behind them.
Format<TierId> any_tier() {
    auto format = reference<TierId>(&Context::tiers, "tier");
    format.read = [read = format.read](const Node& node, Context& context, const Shape& own) {
        const bool is_standard = node.text() != nullptr && *node.text() == kStandardTier;
        return is_standard ? std::optional{static_cast<TierId>(context.tiers.entries)} : read(node, context, own);
    };
    return format;
}

}  // namespace

Format<ContactChoice> contact_choice() {
    using enum ContactChoice;
    return choice<ContactChoice>({{"priority", priority},
                                  {"longest_wait", longest_wait},
                                  {"weighted_wait", weighted_wait},
                                  {"accumulating", accumulating},
                                  {"queue_ratio", queue_ratio}});
}

Format<Reserve> reserve() {
    return table_of<Reserve>(
        {
            key("agents", integer(1, 1'000'000), &Reserve::agents, "1", "How many free agents are kept."),
            key("call_types", list_of(reference<CallTypeId>(&Context::call_types, "call type")), &Reserve::call_types,
                "none", "The call types that they are kept for."),
            key("tiers", list_of(any_tier()), &Reserve::tiers, "none",
                "The tiers that they are kept for; \"standard\": customers in none."),
        },
        finish_reserve);
}

Format<ChatWork> chat_work() {
    return table_of<ChatWork>(
        {
            key("windows", integer(0, kMostWindows), &ChatWork::windows, "1",
                "How many chats one agent handles at once; with 0 the group takes none."),
            key("slowdown", list_of(number(1, 1000)), &ChatWork::slowdown, "1 throughout",
                "How much longer a chat takes while so many are open: a value for each number of windows, the first "
                "1."),
        },
        finish_chat);
}

}  // namespace floorwalker::scenario
