#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/keys/entries.hpp"
#include "sim/scenario/keys/tables.hpp"

namespace floorwalker::scenario {
namespace {

constexpr std::size_t kMostNodes = 1000;

/// The nodes are named all at once, since they lead to each other in both directions.
void collect_nodes(const Node& flow, Context& context) {
    context.nodes = Ids{"node"};
    const Node* const nodes = find(flow, "node");
    if (nodes != nullptr) collect_list(*nodes, "node", kMostNodes, context.nodes, context);
}

std::optional<IvrFlow> finish(IvrFlow& flow, const Node& node, Context& context) {
    if (flow.nodes.empty()) {
        const PathPart part{context, "node"};
        context.problem(*find(node, "node"),
                        "the flow has no nodes; add [[ivr.node]] with id = \"agent\" and do = \"queue\"");
        return std::nullopt;
    }
    if (flow.name.empty()) flow.name = flow.id;
    return flow;
}

}  // namespace

Format<IvrFlow> ivr_flow() {
    static const Keys<IvrFlow> keys{
        key("id", id(), &IvrFlow::id, "", "What the rest of the file calls this flow.").required(),
        key("name", text(), &IvrFlow::name, "the id", "What reports call it."),
        key("patience", distribution_of_durations(), &IvrFlow::patience, "for ever",
            "How long a caller stays in the IVR before giving up."),
        key("node", tables_under("ivr.node", ivr_node()), &IvrFlow::nodes, "",
            "What a caller hears and does; calls begin at the first node.")
            .required(),
    };
    auto format = table_of<IvrFlow>(keys, finish);
    format.read = [read = format.read](const Node& node, Context& context, const Shape& own) {
        collect_nodes(node, context);
        return read(node, context, own);
    };
    return format;
}

}  // namespace floorwalker::scenario
