#include <cmath>

#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {
namespace {

bool is_above_zero(double value) { return value > 0 && std::isfinite(value); }

/// Independent weeks change the most: variance 2 σ². A little more is what is left of a rounded number.
double most_drift(double spread) { return std::sqrt(2.0 * std::log1p(spread * spread)) * (1 + 1e-9); }

}  // namespace

void check_skill(const Group& group) {
    const std::string name = "group." + group.id + ".skill";
    const GroupSkill& skill = group.skill;
    require(skill.spread >= 0 && skill.spread <= 100, name + ".spread must be from 0 to 100");
    require(skill.drift >= 0 && skill.drift <= most_drift(skill.spread),
            name + ".drift must be from 0 to the most that its spread allows");
    if (const auto& learning = skill.learning) {
        require(is_above_zero(learning->start), name + ".learning.start must be above 0");
        require(learning->peers >= 0 && learning->peers < 1, name + ".learning.peers must be from 0 to below 1");
        require(learning->beginner_errors >= 0 && std::isfinite(learning->beginner_errors),
                name + ".learning.beginner_errors must not be negative");
        require(learning->half_life > Duration{0}, name + ".learning.half_life must be positive");
    }
    if (const auto& learning = skill.learning_by_calls) {
        require(is_above_zero(learning->start), name + ".learning_by_calls.start must be above 0");
        require(is_above_zero(learning->half_life), name + ".learning_by_calls.half_life must be above 0");
        require(learning->before >= 0 && std::isfinite(learning->before),
                name + ".learning_by_calls.before must be finite and not negative");
    }
    require_sound(skill.tenure, name + ".tenure");
    for (const auto& shift : group.shifts) require_sound(shift.tenure, "group." + group.id + ".shifts: tenure");
    for (const Agent& agent : group.listed) require_sound(agent.tenure, "agent." + agent.id + ".tenure");
}

}  // namespace floorwalker::model
