#include "sim/model/flow_ways.hpp"

namespace floorwalker::model {
namespace {

/// Writes down the ways from one node.
struct Visitor {
    NodeWays ways;

    void go(NodeId to, bool possible) {
        ways.next.push_back(to);
        if (possible) ways.possible.push_back(to);
    }

    void go_or_end(const std::optional<NodeId>& to, bool possible) {
        if (to) return go(*to, possible);
        ways.ends = true;
        ways.can_end = ways.can_end || possible;
    }

    void operator()(const Announcement& announcement) { go(announcement.next, true); }

    void operator()(const Menu& menu) {
        const double lost = menu.timeout + menu.wrong_key;
        for (const auto& choice : menu.choices) go(choice.next, lost < 1 && choice.share > 0);
        go_or_end(menu.when_failed, lost > 0);
    }

    void operator()(const SelfService& service) {
        go_or_end(service.next, service.success > 0);
        go_or_end(service.when_failed, service.success < 1);
    }

    void operator()(const ToQueue&) { ways.ends = ways.can_end = true; }
    void operator()(const EndOfCall&) { ways.ends = ways.can_end = true; }
};

}  // namespace

std::vector<NodeWays> ways_of(const IvrFlow& flow) {
    std::vector<NodeWays> all;
    for (const auto& node : flow.nodes) {
        Visitor visitor;
        std::visit(visitor, node.what);
        all.push_back(std::move(visitor.ways));
    }
    return all;
}

}  // namespace floorwalker::model
