#include "sim/measure/outcome_tally.hpp"

#include <cmath>

namespace floorwalker::measure {
namespace {

struct Pair {
    std::int64_t OutcomeCell::*cell;
    double OutcomeTotals::*total;
};

constexpr Pair kCounts[] = {
    {&OutcomeCell::known, &OutcomeTotals::known},
    {&OutcomeCell::solved, &OutcomeTotals::solved},
    {&OutcomeCell::complaints, &OutcomeTotals::complaints},
    {&OutcomeCell::praises, &OutcomeTotals::praises},
    {&OutcomeCell::system_defects, &OutcomeTotals::system_defects},
    {&OutcomeCell::knowledge_defects, &OutcomeTotals::knowledge_defects},
    {&OutcomeCell::agent_defects, &OutcomeTotals::agent_defects},
    {&OutcomeCell::surveyed, &OutcomeTotals::surveyed},
    {&OutcomeCell::satisfied, &OutcomeTotals::satisfied},
    {&OutcomeCell::score, &OutcomeTotals::score},
    {&OutcomeCell::monitored, &OutcomeTotals::monitored},
    {&OutcomeCell::missed, &OutcomeTotals::missed},
    {&OutcomeCell::monitor_millipoints, &OutcomeTotals::monitor_millipoints},
};

void count(std::int64_t& count, bool happened) { count += happened ? 1 : 0; }

}  // namespace

void OutcomeCell::add(const Outcome& outcome) {
    ++known;
    count(solved, outcome.solved);
    count(complaints, outcome.complains);
    count(praises, outcome.praises);
    count(system_defects, outcome.defects[0]);
    count(knowledge_defects, outcome.defects[1]);
    count(agent_defects, outcome.defects[2]);
    count(surveyed, outcome.survey_score > 0);
    count(satisfied, outcome.survey_score >= 4);
    score += outcome.survey_score;
}

void OutcomeCell::add(const Monitored& fact) {
    count(monitored, fact.taken);
    count(missed, !fact.taken);
    if (fact.taken) monitor_millipoints += std::llround(fact.score * 1000.0);
}

void OutcomeCell::add(const OutcomeCell& other) {
    for (const auto& [cell, total] : kCounts) this->*cell += other.*cell;
}

void OutcomeTotals::add(const OutcomeCell& cell) {
    happened = true;
    for (const auto& [count, total] : kCounts) this->*total += static_cast<double>(cell.*count);
}

void OutcomeTotals::add(const OutcomeTotals& other) {
    if (!other.happened) return;
    happened = true;
    for (const auto& [count, total] : kCounts) this->*total += other.*total;
}

}  // namespace floorwalker::measure
