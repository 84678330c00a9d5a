#include "sim/plan/sensitivity/assumptions.hpp"

#include <algorithm>
#include <cmath>
#include <variant>
#include <vector>

#include "sim/model/machine_rules.hpp"

namespace floorwalker::plan {
namespace {

/// Factors by interval, where none stands for 1.
void scale(std::vector<double>& by_interval, double factor) {
    if (by_interval.empty()) by_interval.push_back(1);
    for (double& one : by_interval) one *= factor;
}

Duration scale(Duration length, double factor) {
    return Duration{std::llround(static_cast<double>(length.count()) * factor)};
}

bool scale_volume(Scenario& scenario, double factor) {
    if (scenario.replay) return false;  // recorded calls are those that came
    for (CallType& type : scenario.call_types) type.arrivals.factor *= factor;
    for (AccessNumber& number : scenario.numbers) number.arrivals.factor *= factor;
    for (Decision& decision : scenario.decisions) {
        if (auto* peak = std::get_if<Peak>(&decision.what)) peak->contacts *= factor;
    }
    return true;
}

bool scale_handling(Scenario& scenario, double factor) {
    for (CallType& type : scenario.call_types) scale(type.handling_factor, factor);
    return true;
}

bool scale_patience(Scenario& scenario, double factor) {
    bool is_any = false;
    for (CallType& type : scenario.call_types) {
        if (!type.patience) continue;
        scale(type.patience_factor, factor);
        is_any = true;
    }
    return is_any;
}

/// Of days; the chain of spells of `days` reaches no more than days / (1 + days).
double scaled_share(double share, double days, double factor) {
    constexpr double kAlmost = 0.999;
    return std::min(share * factor, kAlmost * days / (1 + days));
}

bool scale_absence(GroupAbsence& absence, double factor) {
    if (absence.leave) absence.leave->share = scaled_share(absence.leave->share, absence.leave->days, factor);
    if (absence.sickness) {
        absence.sickness->share = scaled_share(absence.sickness->share, absence.sickness->days, factor);
    }
    if (absence.lateness) absence.lateness->share = std::min(1.0, absence.lateness->share * factor);
    if (absence.unplanned) absence.unplanned->per_hour *= factor;
    return absence.any();
}

void scale_activity(Activity& activity, double factor) {
    const Duration window = activity.until - activity.from;
    const Duration length = std::clamp(scale(activity.length, factor), Duration{1}, window);
    const std::int64_t turns_before = std::max<std::int64_t>(1, window / activity.length);
    const std::int64_t turns = std::max<std::int64_t>(1, window / length);
    if (activity.at_once && turns < turns_before) {
        activity.at_once = (*activity.at_once * turns_before + turns - 1) / turns;
    }
    activity.length = length;
}

bool scale_shrinkage(Scenario& scenario, double factor) {
    bool is_any = false;
    for (Group& group : scenario.groups) {
        is_any = scale_absence(group.absence, factor) || is_any;
        for (Activity& activity : group.away) scale_activity(activity, factor);
        is_any = is_any || !group.away.empty();
    }
    return is_any;
}

/// A slower server is one with more work, whatever its look-ups are.
bool scale_server_work(Scenario& scenario, double factor) {
    for (Server& server : scenario.infrastructure.servers) server.speed /= factor;
    return !model::ways_needed(scenario).empty();
}

bool scale_input(Scenario& scenario, Assumption input, double factor) {
    switch (input) {
    case Assumption::volume: return scale_volume(scenario, factor);
    case Assumption::handling_time: return scale_handling(scenario, factor);
    case Assumption::shrinkage: return scale_shrinkage(scenario, factor);
    case Assumption::patience: return scale_patience(scenario, factor);
    case Assumption::server_work: return scale_server_work(scenario, factor);
    }
    return false;
}

}  // namespace

std::string_view name_of(Assumption input) {
    switch (input) {
    case Assumption::volume: return "volume";
    case Assumption::handling_time: return "handling_time";
    case Assumption::shrinkage: return "shrinkage";
    case Assumption::patience: return "patience";
    case Assumption::server_work: return "server_work";
    }
    return "";
}

std::optional<Scenario> scaled(const Scenario& scenario, Assumption input, double factor) {
    Scenario changed = scenario;
    if (!scale_input(changed, input, factor)) return std::nullopt;
    return changed;
}

}  // namespace floorwalker::plan
