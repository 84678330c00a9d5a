#include "sim/model/prepare/parts.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {

std::shared_ptr<const Model> prepare(const Scenario& scenario, std::shared_ptr<const MachineRoom> room) {
    check_rules(scenario);
    auto model = std::make_shared<Model>();
    model->uses = features_of(scenario);
    model->knowledge_base = scenario.centre.knowledge_base;
    model->monitoring = scenario.monitoring;
    prepare_calendar(scenario, *model);
    prepare_call_types(scenario, *model);
    prepare_flows(scenario, *model);
    prepare_campaigns(scenario, *model);
    prepare_sources(scenario, *model);
    const LanePlan lanes = prepare_lanes(scenario, *model);
    Roster roster{scenario, lanes, *model};
    prepare_groups(scenario, roster, *model);
    prepare_activities(scenario, *model);
    prepare_absence(scenario, *model);
    prepare_skill(scenario, *model);
    prepare_turnover(scenario, *model);
    prepare_searches(scenario, lanes, *model);
    prepare_machines(scenario, *model);
    if (model->uses.look_ups) model->room = std::move(room);
    return model;
}

}  // namespace floorwalker::model
