#include <algorithm>
#include <initializer_list>

#include <fmt/format.h>

#include "sim/model/serving.hpp"
#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

/// Reports the keys that another channel alone has a use for.
void refuse_keys(std::initializer_list<const char*> keys, std::string_view channel, const Node& node,
                 Context& context) {
    for (const char* const key : keys) {
        const Node* const value = find(node, key);
        if (value == nullptr) continue;
        const PathPart part{context, key};
        context.problem(*value, fmt::format("has a meaning only with channel = \"{}\"", channel));
    }
}

/// Nobody waits on mail: it is neither blocked nor given up.
void refuse_for_mail(const Node& node, Context& context) {
    for (const char* const key : {"patience", "patience_factor", "leave_at_once", "queue_places", "redial"}) {
        const Node* const value = find(node, key);
        if (value == nullptr) continue;
        const PathPart part{context, key};
        context.problem(*value, "has no meaning with channel = \"mail\", which waits until it is done");
    }
}

void check_windows(const Scenario& scenario, CallTypeId id, const Node& node, Context& context) {
    bool anyone = false;
    bool any_window = false;
    for (std::size_t group = 0; group < scenario.groups.size(); ++group) {
        if (!model::may_serve(scenario, static_cast<GroupId>(group), id)) continue;
        anyone = true;
        any_window = any_window || scenario.groups[group].chat.windows > 0;
    }
    // That nobody may serve it at all is reported elsewhere.
    if (!anyone || any_window) return;
    context.problem(node, "no group that serves it takes chats; give one of them chat = { windows = 3 }");
}

}  // namespace

std::string_view channel_name(Channel channel) {
    switch (channel) {
    case Channel::voice: return "voice";
    case Channel::chat: return "chat";
    case Channel::mail: return "mail";
    }
    return {};
}

void check_channels(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) {
        const auto& type = scenario.call_types[i];
        const Node& node = entry_at(root, "call_type", i);
        const PathPart part{context, "call_type." + type.id};
        if (type.channel != Channel::mail) refuse_keys({"due", "interruptible"}, "mail", node, context);
        if (type.channel != Channel::voice) {
            refuse_keys({"flow", "callback", "last_agent", "transfer"}, "voice", node, context);
        }
        if (type.channel == Channel::mail) refuse_for_mail(node, context);
        if (type.channel == Channel::chat) check_windows(scenario, static_cast<CallTypeId>(i), node, context);
    }
}

}  // namespace floorwalker::scenario
