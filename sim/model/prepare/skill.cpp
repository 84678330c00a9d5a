#include <algorithm>
#include <cassert>
#include <cmath>

#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

/// Gives distributions of tenure their places in the model.
std::uint32_t place_of_tenure(const std::optional<Distribution>& tenure, std::uint32_t otherwise, Model& model) {
    if (!tenure) return otherwise;
    model.tenures.emplace_back(*tenure);
    return static_cast<std::uint32_t>(model.tenures.size() - 1);
}

/// The same for the odds that what they handle is solved.
std::uint32_t place_of_quality(const Quality& quality, Model& model) {
    if (quality.empty()) return 0;
    auto& multiples = model.qualities.emplace_back(model.call_types.size(), 1.0);
    for (const auto& [type, multiple] : quality) multiples[index(type)] = multiple;
    return static_cast<std::uint32_t>(model.qualities.size() - 1);
}

/// The change of a week has variance 2 σ² (1 − persistence), which is to be drift².
double persistence_of(double drift, double sigma) {
    return drift > 0 ? 1.0 - drift * drift / (2.0 * sigma * sigma) : 1.0;
}

SkillModel skill_of(const GroupSkill& skill, Model& model) {
    SkillModel prepared;
    prepared.sigma = std::sqrt(std::log1p(skill.spread * skill.spread));
    if (prepared.sigma > 0) prepared.persistence = persistence_of(skill.drift, prepared.sigma);
    if (skill.learning) {
        const double days = to_hours(skill.learning->half_life) / 24.0;
        prepared.by_tenure = {skill.learning->start - 1.0, days};
        prepared.errors = {skill.learning->beginner_errors - 1.0, days};
        prepared.peers = skill.learning->peers;
        prepared.experienced_days = to_hours(skill.learning->experienced_after) / 24.0;
    }
    if (const auto& by_calls = skill.learning_by_calls) {
        prepared.by_calls = {by_calls->start - 1.0, by_calls->half_life};
        prepared.calls_before = by_calls->before;
    }
    prepared.quality = place_of_quality(skill.quality, model);
    prepared.tenure = place_of_tenure(skill.tenure, 0, model);
    return prepared;
}

LoadModel load_of(const Group& group) {
    LoadModel prepared{group.fatigue, group.stress.value_or(Stress{})};
    if (shares_breaks(group)) prepared.always += group.fatigue.shared_breaks;
    prepared.is_felt = group.fatigue.rise > 0 || group.stress.has_value();
    return prepared;
}

/// In the order of the table of agents.
void prepare_people(const Group& group, const SkillModel& skill, Model& model) {
    if (!group.agents.empty()) {
        const PersonModel person{skill.tenure, false, skill.quality, skill.profile};
        model.people.resize(model.people.size() + static_cast<std::size_t>(known_agents(group)), person);
        return;
    }
    for (const auto& shift : group.shifts) {
        const PersonModel person{place_of_tenure(shift.tenure, skill.tenure, model), false, skill.quality,
                                 skill.profile};
        model.people.resize(model.people.size() + static_cast<std::size_t>(shift.agents), person);
    }
    for (const Agent& agent : group.listed) {
        const std::uint32_t quality = agent.quality ? place_of_quality(*agent.quality, model) : skill.quality;
        model.people.push_back({place_of_tenure(agent.tenure, skill.tenure, model), true, quality,
                                agent.profile ? agent.profile : skill.profile});
    }
}

}  // namespace

bool shares_breaks(const Group& group) {
    return std::any_of(group.away.begin(), group.away.end(), [](const Activity& activity) {
        return activity.what == AgentState::on_break && activity.at_once.value_or(2) > 1;
    });
}

void prepare_skill(const Scenario& scenario, Model& model) {
    if (!model.uses.people()) return;
    model.tenures.emplace_back();
    model.qualities.emplace_back();
    model.traits = scenario.traits;
    for (const Profile& profile : scenario.profiles) model.profiles.push_back(profile.traits);
    for (const Group& group : scenario.groups) {
        model.skills.push_back(skill_of(group.skill, model));
        model.skills.back().profile = group.profile;
        prepare_people(group, model.skills.back(), model);
        if (model.uses.load) model.loads.push_back(load_of(group));
    }
    assert(model.people.size() == model.agents.size());
}

}  // namespace floorwalker::model
