#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {

const Node& entry_at(const Node& root, std::string_view list, std::size_t position) {
    const Node* const node = find(root, list);
    const bool there = node != nullptr && node->list() != nullptr && position < node->list()->size();
    return there ? (*node->list())[position] : root;
}

void check_scenario(const Scenario& scenario, const Node& root, Context& context) {
    check_calendar(scenario, root, context);
    check_volumes(scenario, root, context);
    check_tiers(scenario, root, context);
    check_flows(scenario, root, context);
    check_queue_nodes(scenario, root, context);
    check_channels(scenario, root, context);
    check_sites(scenario, root, context);
    check_weights(scenario, root, context);
    check_reserves(scenario, root, context);
    check_away(scenario, root, context);
    check_absences(scenario, root, context);
    check_rings(scenario, root, context);
    check_load(scenario, root, context);
    check_qualities(scenario, root, context);
    check_holds(scenario, root, context);
    check_look_ups(scenario, root, context);
    check_machines(scenario, root, context);
    check_voice(scenario, root, context);
    check_never_up(scenario, root, context);
    check_steps(scenario, root, context);
    check_callbacks(scenario, root, context);
    check_transfers(scenario, root, context);
    check_outages(scenario, root, context);
    check_keep_offs(scenario, root, context);
    check_calling_again(scenario, root, context);
    check_quality(scenario, root, context);
    check_standards(scenario, root, context);
    check_campaigns(scenario, root, context);
    check_turnover(scenario, root, context);
    check_staff(scenario, root, context);
    remark_on_mail(scenario, root, context);
    remark_on_numbers(scenario, root, context);
    remark_on_servers(scenario, root, context);
    remark_on_tenure(scenario, root, context);
    remark_on_profiles(scenario, root, context);
}

}  // namespace floorwalker::scenario
