#include <cmath>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/keys/entries.hpp"
#include "sim/scenario/keys/kinds.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

/// A node as written, flat; the defaults are those of the kinds.
struct WrittenNode {
    std::string id;
    std::string kind;
    Distribution length = Announcement{}.length;
    Distribution thinking = Menu{}.thinking;
    std::vector<Menu::Choice> choices;
    double timeout = 0.0;
    Duration timeout_after = Menu{}.timeout_after;
    double wrong_key = 0.0;
    int tries = Menu{}.tries;
    Distribution duration = SelfService{}.duration;
    double success = 1.0;
    std::optional<NodeId> next;
    std::optional<NodeId> when_failed;
    std::optional<CallTypeId> call_type;
    bool contained = true;
    std::vector<LookUp> look_ups;
};

const std::vector<EntryKind>& kinds() {
    static const std::vector<EntryKind> all{
        {"announce", {"next"}, {"length"}},
        {"menu", {"choices"}, {"thinking", "timeout", "timeout_after", "wrong_key", "tries", "when_failed"}},
        {"self_service", {}, {"duration", "success", "next", "when_failed", "look_up"}},
        {"queue", {}, {"call_type"}},
        {"end", {}, {"contained"}},
    };
    return all;
}

Format<NodeId> other_node() { return reference<NodeId>(&Context::nodes, "node"); }

Format<std::string> telephone_key() {
    std::vector<std::pair<std::string, std::string>> keys;
    for (const char key : std::string_view{"1234567890*#"}) keys.emplace_back(std::string(1, key), std::string(1, key));
    return choice<std::string>(std::move(keys));
}

Format<Menu::Choice> menu_choice() {
    return table_of<Menu::Choice>({
        key("key", telephone_key(), &Menu::Choice::key, "", "The key of the telephone.").required(),
        key("share", share(), &Menu::Choice::share, "",
            "Of those who press a key that leads somewhere, the share that presses this one; together 100%.")
            .required(),
        key("next", other_node(), &Menu::Choice::next, "", "The node that it leads to.").required(),
    });
}

bool check_keys(const std::vector<Menu::Choice>& choices, const Node& list, Context& context) {
    double sum = 0.0;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        sum += choices[i].share;
        for (std::size_t before = 0; before < i; ++before) {
            if (choices[before].key != choices[i].key) continue;
            const PathPart part{context, fmt::format("{}.key", i + 1)};
            context.problem(*find((*list.list())[i], "key"),
                            fmt::format("\"{}\" is already the key of choice {}", choices[i].key, before + 1));
            return false;
        }
    }
    if (std::abs(sum - 1.0) <= kShareTolerance) return true;
    context.problem(list, fmt::format("the shares make {} together; they must make 100%", format_percentage(sum)));
    return false;
}

bool check_menu(const WrittenNode& written, const Node& node, Context& context) {
    {
        const PathPart part{context, "choices"};
        if (!check_keys(written.choices, *find(node, "choices"), context)) return false;
    }
    if (written.timeout + written.wrong_key < 1.0 - kShareTolerance) return true;
    context.problem(node, fmt::format("timeout and wrong_key make {} of the tries; some must be left in which a key of "
                                      "the menu is pressed",
                                      format_percentage(written.timeout + written.wrong_key)));
    return false;
}

std::optional<IvrNode> build(WrittenNode& written, const Node& node, Context& context) {
    IvrNode result{.id = written.id, .what = EndOfCall{written.contained}};
    // A node that is not there has been reported.
    if (written.kind == "announce") result.what = Announcement{written.length, written.next.value_or(NodeId{})};
    if (written.kind == "queue") result.what = ToQueue{written.call_type};
    if (written.kind == "self_service") {
        result.what =
            SelfService{written.duration, written.success, written.next, written.when_failed, written.look_ups};
    }
    if (written.kind == "menu") {
        if (!check_menu(written, node, context)) return std::nullopt;
        result.what = Menu{written.thinking,  written.choices, written.timeout,    written.timeout_after,
                           written.wrong_key, written.tries,   written.when_failed};
    }
    return result;
}

Keys<WrittenNode> menu_keys() {
    return {
        key("thinking", distribution_of_durations(), &WrittenNode::thinking, "\"8s\"",
            "menu: from the first word of the prompt to the key."),
        key("choices", tables_of(menu_choice()), &WrittenNode::choices, "", "menu: the keys that lead somewhere."),
        key("timeout", share(), &WrittenNode::timeout, "0", "menu: the share of tries in which nothing is pressed."),
        key("timeout_after", duration(0s, 1h), &WrittenNode::timeout_after, "\"10s\"",
            "menu: how long it waits for a key."),
        key("wrong_key", share(), &WrittenNode::wrong_key, "0",
            "menu: the share of tries with a key that leads nowhere."),
        key("tries", integer(1, 100), &WrittenNode::tries, "3", "menu: how often a caller hears it at most."),
    };
}

Keys<WrittenNode> all_keys_of_nodes() {
    Keys<WrittenNode> keys{
        key("id", id(), &WrittenNode::id, "", "What the flow calls this node.").required(),
        key("do", kind_name(kinds()), &WrittenNode::kind, "",
            "announce: something is said. menu: callers choose by a key. self_service: the machine serves them, or "
            "not. "
            "queue: an agent is asked for. end: the call ends.")
            .required(),
        key("length", distribution_of_durations(), &WrittenNode::length, "\"10s\"", "announce: how long it takes."),
        key("duration", distribution_of_durations(), &WrittenNode::duration, "\"1min\"",
            "self_service: how long it takes."),
        key("success", share(), &WrittenNode::success, "\"100%\"", "self_service: the share that is served."),
        key("next", other_node(), &WrittenNode::next, "self_service: the call ends there, contained",
            "announce, self_service: the node that follows; of self_service, after success."),
        key("when_failed", other_node(), &WrittenNode::when_failed, "the call ends there, not served",
            "menu, self_service: the node for those whose tries are used up, or who are not served."),
        key("call_type", reference<CallTypeId>(&Context::call_types, "call type"), &WrittenNode::call_type,
            "the caller's own", "queue: the call type for which an agent is asked."),
        key("contained", boolean(), &WrittenNode::contained, "true",
            "end: whether the caller is served; else the call counts as turned away."),
        key("look_up", tables_under("ivr.node.look_up", look_up_of_ivr()), &WrittenNode::look_ups, "",
            "self_service: what it asks of servers when its duration is over, one after the other; when one fails, so "
            "does the service."),
    };
    for (auto& key : menu_keys()) keys.push_back(std::move(key));
    return keys;
}

}  // namespace

Format<IvrNode> ivr_node() {
    static const auto keys = all_keys_of_nodes();
    return table_of<WrittenNode, IvrNode>(keys, build, Kind::table, [](const Node& node, Context& context) {
        return check_kind(kinds(), node, context);
    });
}

}  // namespace floorwalker::scenario
