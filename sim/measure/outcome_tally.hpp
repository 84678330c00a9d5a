#pragma once

#include <cstdint>

#include <floorwalker/facts.hpp>

/// Counts and sums of what contacts came to. They are apart from the others, so that who does not ask does not pay.
namespace floorwalker::measure {

/// Of the contacts of one column, or of one group, that came in one interval; or of one agent.
struct OutcomeCell {
    std::int64_t known = 0;
    std::int64_t solved = 0;
    std::int64_t complaints = 0;
    std::int64_t praises = 0;
    std::int64_t system_defects = 0;
    std::int64_t knowledge_defects = 0;
    std::int64_t agent_defects = 0;
    std::int64_t surveyed = 0;
    std::int64_t satisfied = 0;  // of the surveyed: 4 or 5
    std::int64_t score = 0;      // of the surveyed, in all
    std::int64_t monitored = 0;
    std::int64_t missed = 0;
    std::int64_t monitor_millipoints = 0;  // in all; whole, so that the order of adding does not matter

    void add(const Outcome& outcome);
    void add(const Monitored& fact);
    void add(const OutcomeCell& other);
};

/// Sums over many cells.
struct OutcomeTotals {
    bool happened = false;  // else all are 0
    double known = 0;
    double solved = 0;
    double complaints = 0;
    double praises = 0;
    double system_defects = 0;
    double knowledge_defects = 0;
    double agent_defects = 0;
    double surveyed = 0;
    double satisfied = 0;
    double score = 0;
    double monitored = 0;
    double missed = 0;
    double monitor_millipoints = 0;

    void add(const OutcomeCell& cell);
    void add(const OutcomeTotals& other);
};

}  // namespace floorwalker::measure
