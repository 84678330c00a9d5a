#include "sim/measure/features.hpp"

#include <algorithm>

namespace floorwalker::measure {

Features features_of(const Scenario& scenario) {
    Features features;
    if (!scenario.flows.empty()) features.add(Feature::ivr);
    if (!scenario.campaigns.empty()) features.add(Feature::campaigns);
    for (const AccessNumber& number : scenario.numbers) {
        if (number.redial || number.repeat) features.add(Feature::call_agains);
    }
    for (const CallType& type : scenario.call_types) {
        if (type.abuse) features.add(Feature::abuse);
        if (type.callback) features.add(Feature::callbacks);
        if (type.redial || type.repeat) features.add(Feature::call_agains);
        if (type.hold) features.add(Feature::hold);
        if (type.repeat) features.add(Feature::repeats);
        if (type.outcome) features.add(Feature::outcomes);
        if (type.channel == Channel::chat) features.add(Feature::chat);
        if (type.channel == Channel::mail) features.add(Feature::mail);
        if (type.interruptible) features.add(Feature::interruptions);
        if (!type.transfers.empty()) features.add(Feature::transfers);
        if (std::any_of(type.transfers.begin(), type.transfers.end(),
                        [](const Transfer& transfer) { return transfer.is_escalation; }))
            features.add(Feature::escalations);
    }
    for (const Group& group : scenario.groups) {
        if (group.agents.empty()) features.add(Feature::schedule);
        if (!group.away.empty()) features.add(Feature::away);
        if (group.absence.keeps_from_coming()) features.add(Feature::absences);
        if (group.absence.unplanned) features.add(Feature::slips);
        if (group.overtime) features.add(Feature::overtime);
        if (group.ring) features.add(Feature::ringing);
        if (group.has_turnover()) features.add(Feature::turnover);
        if (group.fatigue.rise > 0 || group.stress) features.add(Feature::load);
        if (group.leaders) features.add(Feature::leaders);
        if (group.leaders) features.add(Feature::away);
    }
    for (const Decision& decision : scenario.decisions) {
        if (std::holds_alternative<SystemDown>(decision.what)) features.add(Feature::systems_down);
    }
    if (!scenario.infrastructure.is_empty()) features.add(Feature::machines);
    if (scenario.monitoring) features.add(Feature::monitoring);
    if (!scenario.standards.empty()) features.add(Feature::standards);
    return features;
}

}  // namespace floorwalker::measure
