#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "sim/model/model.hpp"

/// The parts of preparing a model, each for one room of it, in the order in which they are done.
namespace floorwalker::model {

inline std::optional<kernel::Sampler> sampler_of(const std::optional<Distribution>& distribution) {
    if (!distribution) return std::nullopt;
    return kernel::Sampler{*distribution};
}

/// One value for each interval; a single one is for all.
std::vector<double> by_interval(const std::vector<double>& values, std::size_t intervals);

/// What of the rarer things the scenario uses, but for `journeys`.
Features features_of(const Scenario& scenario);

void prepare_calendar(const Scenario& scenario, Model& model);
void prepare_call_types(const Scenario& scenario, Model& model);
void prepare_sources(const Scenario& scenario, Model& model);
void prepare_flows(const Scenario& scenario, Model& model);
void prepare_campaigns(const Scenario& scenario, Model& model);

/// Which groups may serve a lane.
struct Openness {
    bool to_all = false;          // those with the skill, after the groups that are named
    std::vector<GroupId> groups;  // in order of preference

    bool holds(GroupId group) const;
};

/// The lanes of the model and who may serve each.
struct LanePlan {
    std::vector<Openness> open;                // by lane
    std::vector<std::vector<LaneId>> of_type;  // by call type
};
LanePlan prepare_lanes(const Scenario& scenario, Model& model);

/// Gives pools and proficiency rows their numbers while groups and agents are read.
class Roster {
public:
    Roster(const Scenario& scenario, const LanePlan& lanes, Model& model)
        : scenario_{scenario}, lanes_{lanes}, model_{model} {}

    PoolId pool_of(GroupId group, const Skills& skills);
    ProficiencyId proficiency_of(const Skills& skills);
    AgentId add_agent(GroupId group, const Skills& skills);

private:
    PoolModel new_pool(GroupId group, const std::vector<CallTypeId>& types) const;
    void append_row(const Skills& skills);

    const Scenario& scenario_;
    const LanePlan& lanes_;
    Model& model_;
    std::map<std::pair<GroupId, std::vector<CallTypeId>>, PoolId> pools_;
    std::map<Skills, ProficiencyId> rows_;
};

/// Since midnight of the day of the shift: the window of the activity in it; none when it is not all in it.
std::optional<Duration> window_in(WorkSpan shift, const Activity& activity);
void prepare_activities(const Scenario& scenario, Model& model);

/// Who does not come, comes late or slips away, if anybody does at all.
void prepare_absence(const Scenario& scenario, Model& model);

void prepare_groups(const Scenario& scenario, Roster& roster, Model& model);

/// Whether two or more may take a break of the group at once.
bool shares_breaks(const Group& group);

/// How people differ and learn, if they do at all. The agents must be known.
void prepare_skill(const Scenario& scenario, Model& model);

/// How people come and go, if they do. The shifts must be known.
void prepare_turnover(const Scenario& scenario, Model& model);

/// Of people beyond their first days.
double daily_hazard(const Attrition& attrition);

/// How many agents of the group must stay free when one of them serves the lane.
std::uint32_t kept_free(const Group& group, const LaneModel& lane);

/// Sites, links and servers, if there are any. The groups must be known.
void prepare_machines(const Scenario& scenario, Model& model);
std::vector<LookUpModel> look_up_models(const std::vector<LookUp>& rules);

void prepare_searches(const Scenario& scenario, const LanePlan& lanes, Model& model);

}  // namespace floorwalker::model
