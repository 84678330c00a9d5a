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
        if (type.callback) features.add(Feature::callbacks);
        if (type.redial || type.repeat) features.add(Feature::call_agains);
        if (type.repeat) features.add(Feature::repeats);
        if (type.channel == Channel::chat) features.add(Feature::chat);
        if (type.channel == Channel::mail) features.add(Feature::mail);
        if (type.interruptible) features.add(Feature::interruptions);
        if (!type.transfers.empty()) features.add(Feature::transfers);
        if (std::any_of(type.transfers.begin(), type.transfers.end(),
                        [](const Transfer& transfer) { return transfer.is_escalation; }))
            features.add(Feature::escalations);
    }
    for (const Group& group : scenario.groups) {
        if (!group.away.empty()) features.add(Feature::away);
        if (group.has_turnover()) features.add(Feature::turnover);
    }
    return features;
}

}  // namespace floorwalker::measure
