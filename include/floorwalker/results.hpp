#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <floorwalker/time.hpp>

/// What a run says about the centre: estimates of KPIs with their confidence intervals. Definitions in docs/kpis.md.
namespace floorwalker {

/// Shares are between 0 and 1, names that end in _s are seconds, counts and costs are per replication.
enum class Kpi : std::uint8_t {
    offered,  ///< contacts that found a line and a place
    answered,
    abandoned,                  ///< gave up, left at once, or were dismissed at closing
    left_at_once,               ///< of the abandoned: did not join the queue
    dismissed,                  ///< of the abandoned: still waiting when the centre closed
    blocked,                    ///< found no line or no place; not among the offered
    blocking,                   ///< blocked ÷ attempts
    service_level,              ///< by the scenario's variant
    abandonment,                ///< abandoned ÷ offered
    abandonment_without_short,  ///< short abandons left out of both counts
    abandonment_after_target,   ///< abandoned later than the target time ÷ offered
    asa_s,                      ///< mean wait of the answered
    asa_queued_s,               ///< mean wait of the answered who had to wait
    wait_all_s,                 ///< mean wait of all offered
    wait_p50_s,                 ///< quantiles of the waits of the answered
    wait_p80_s,
    wait_p90_s,
    wait_p95_s,
    wait_p99_s,
    longest_wait_s,  ///< of the answered and the abandoned, within a replication
    abandoned_wait_p50_s,
    abandoned_wait_p90_s,
    wait_probability,  ///< had to wait or left at once ÷ offered
    occupancy,         ///< handling ÷ (handling + available)
    utilisation,       ///< handling ÷ paid time
    shrinkage,         ///< paid time not present ÷ paid time
    aht_s,             ///< talk + wrap-up, mean per answered contact
    talk_s,
    wrap_up_s,
    mean_queue,     ///< waiting contacts, time average
    longest_queue,  ///< within a replication
    mean_agents,    ///< signed in, time average
    paid_hours,
    cost,                 ///< paid time and line time at their rates
    cost_per_contact,     ///< cost ÷ answered
    intervals_in_target,  ///< share of intervals with contacts whose service level met the answer target
};
inline constexpr std::size_t kKpis = static_cast<std::size_t>(Kpi::intervals_in_target) + 1;

/// "service_level"
std::string_view name_of(Kpi kpi);
/// None when there is no such KPI.
std::optional<Kpi> kpi_named(std::string_view name);
/// All KPIs in order.
std::span<const Kpi> all_kpis();

/// A mean with the half-width of its confidence interval. No mean: nothing to divide by (no contact, no agent). No
/// half-width: fewer than two independent values.
struct Estimate {
    std::optional<double> mean;
    std::optional<double> half_width;
};

/// The KPIs of one scope. A KPI that means nothing for the scope has no mean.
struct KpiSet {
    std::array<Estimate, kKpis> estimates;

    const Estimate& operator[](Kpi kpi) const { return estimates[static_cast<std::size_t>(kpi)]; }
    Estimate& operator[](Kpi kpi) { return estimates[static_cast<std::size_t>(kpi)]; }
};

struct NamedKpis {
    std::string id;
    KpiSet kpis;
};

struct IntervalKpis {
    Duration start{};  ///< since midnight
    Duration end{};
    bool after_close = false;  ///< what happens between closing and the next opening
    KpiSet kpis;
};

/// One agent over the whole run, per replication.
struct AgentResult {
    std::string group;
    std::uint32_t number = 0;  ///< within the group, from 1
    std::string name;          ///< of listed people; else empty
    double answered = 0.0;
    double talk_s = 0.0;  ///< in all
    double wrap_up_s = 0.0;
    double available_s = 0.0;
    double signed_in_s = 0.0;
};

/// How the half-widths were found.
enum class ConfidenceMethod {
    none,          ///< one replication of too few days
    replications,  ///< Student's t over replications
    batch_means,   ///< Student's t over batches of days of one long run
};

struct RunResult {
    std::string scenario_name;
    std::uint64_t seed = 0;
    std::int64_t replications = 0;  ///< finished ones
    std::int64_t replications_asked = 0;
    std::uint64_t digest = 0;    ///< of all facts of all replications, in order
    std::uint64_t contacts = 0;  ///< offered in all replications, warm-up included
    double confidence = 0.95;
    ConfidenceMethod method = ConfidenceMethod::none;
    std::int64_t batches = 0;  ///< with batch means
    KpiSet overall;
    std::vector<NamedKpis> call_types;  ///< in the order of the scenario
    std::vector<NamedKpis> groups;
    std::vector<IntervalKpis> intervals;  ///< the opening hours, then what came after closing
    std::vector<AgentResult> agents;
};

}  // namespace floorwalker
