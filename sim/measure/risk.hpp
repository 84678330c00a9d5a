#pragma once

#include <vector>

#include <floorwalker/results.hpp>
#include <floorwalker/risk.hpp>

/// The arithmetic of the service-risk model: docs/model/risk.md.
namespace floorwalker::measure {

/// C = B + V − 1, from 1 to 5.
int potential_damage(int level, int vulnerability);
/// 10, 5 or 2.
double importance_coefficient(Importance importance);
/// I: the importance's coefficient times 0.2 C, from 0 to 10.
double impact(Importance importance, int potential);
/// P: control and vulnerability together, at most 10.
double likelihood(double control, int vulnerability);
RiskZone zone_of(double risk, const RiskScale& scale);

/// How many of the thresholds the frequency of a defect reaches.
double estimated_likelihood(double frequency, const RiskScale& scale);
int estimated_level(double frequency, const RiskScale& scale);

/// What all businesses come to. Frequencies are looked up among the call types; one that is not known counts as 0.
RiskResult risk_of(const std::vector<Risk>& risks, const RiskScale& scale, const std::vector<NamedKpis>& call_types);

}  // namespace floorwalker::measure
