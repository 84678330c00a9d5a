#pragma once

#include <floorwalker/decision.hpp>
#include <floorwalker/scenario.hpp>

namespace floorwalker::model {

/// Throws std::invalid_argument when a scenario built in code breaks a rule: an id that is not in its table, a list of
/// the wrong length, a number that makes no sense. Scenarios that were read from a file obey all of them.
void check_rules(const Scenario& scenario);

/// How many of each a decision may name.
struct Known {
    std::size_t groups = 0;
    std::size_t call_types = 0;
    std::size_t numbers = 0;
    std::size_t tiers = 1;  ///< with that of the standard customers
    std::size_t sites = 0;
    std::size_t links = 0;
    std::size_t servers = 0;
};

/// The same for one decision.
void check_rules(const Decision& decision, const Known& known);

/// Parts of the first: opening hours of single days; IVR, routing, transfers, callbacks and channels; how people
/// differ and learn, and who is absent; campaigns.
void check_calendar(const Scenario& scenario);
void check_journeys(const Scenario& scenario);
void check_skill(const Group& group);
void check_absence(const Group& group);
void check_quality(const Scenario& scenario);  ///< outcomes, monitoring and risks
void check_ring(const Group& group);
void check_hold(const CallType& type);
void check_standards(const Scenario& scenario);
void check_machines(const Scenario& scenario);
void check_load(const Scenario& scenario, const Group& group);
void check_abuse(const CallType& type);
void check_turnover(const Group& group);
void check_campaign(const Scenario& scenario, const Campaign& campaign);

}  // namespace floorwalker::model
