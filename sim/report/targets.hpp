#pragma once

#include <optional>
#include <string>
#include <vector>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

/// What a scenario wants of the centre, beside what the run says it does.
namespace floorwalker::report {

struct Target {
    Kpi kpi{};
    std::string call_type;           ///< id; empty: of the centre as a whole
    std::optional<Duration> within;  ///< of an answer target; none where call types have different ones
    bool at_least = true;            ///< else at most
    double value = 0.0;              ///< a share, or seconds
    Estimate result;
    std::string tier{};  ///< id; empty: of all tiers

    /// None when there was nothing to judge, such as no contact.
    std::optional<bool> met() const;

    /// Whether the confidence interval leaves open on which side of the target the centre is.
    bool is_uncertain() const;
};

/// The centre's targets first, then those that call types and tiers have of their own.
std::vector<Target> targets(const Scenario& scenario, const RunResult& result);

bool all_met(const std::vector<Target>& targets);

}  // namespace floorwalker::report
