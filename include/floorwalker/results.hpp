#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <floorwalker/estimate.hpp>
#include <floorwalker/machine_results.hpp>
#include <floorwalker/risk.hpp>
#include <floorwalker/routing.hpp>
#include <floorwalker/standard.hpp>
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
    abandonment,                ///< abandoned ÷ (answered + abandoned)
    abandonment_without_short,  ///< short abandons left out of both counts
    abandonment_after_target,   ///< abandoned later than the target time ÷ (answered + abandoned)
    asa_s,                      ///< mean wait of the answered
    asa_queued_s,               ///< mean wait of the answered who had to wait
    wait_all_s,                 ///< mean wait of the answered and the abandoned
    wait_p50_s,                 ///< quantiles of the waits of the answered
    wait_p80_s,
    wait_p90_s,
    wait_p95_s,
    wait_p99_s,
    longest_wait_s,  ///< of the answered and the abandoned, within a replication
    abandoned_wait_p50_s,
    abandoned_wait_p90_s,
    wait_probability,  ///< had to wait or left at once ÷ (answered + abandoned)
    occupancy,         ///< handling (dialling too) ÷ (handling + available)
    utilisation,       ///< handling ÷ paid time; of a server: cores at work ÷ cores
    shrinkage,         ///< paid time not present ÷ paid time
    aht_s,             ///< talk + wrap-up, mean per handled contact: answered, or reached by a callback
    talk_s,
    wrap_up_s,
    mean_queue,     ///< waiting contacts, time average
    longest_queue,  ///< within a replication
    mean_agents,    ///< signed in and not away, time average
    paid_hours,
    cost,                 ///< paid time and line time at their rates
    cost_per_contact,     ///< cost ÷ handled
    intervals_in_target,  ///< share of intervals with contacts whose service level met the answer target
    // From here on: only of scenarios in which it can happen.
    customers,                 ///< contacts that are the first of their customers
    call_agains,               ///< the others: redials and repeats
    entered_ivr,               ///< contacts that heard the IVR
    contained,                 ///< of those: served by the machine
    left_ivr,                  ///< of those: hung up in it, or sent away unserved
    containment,               ///< contained ÷ entered_ivr
    containment_strict,        ///< contained whose customers did not call again ÷ entered_ivr
    ivr_s,                     ///< mean time in the IVR
    callbacks_offered,         ///< contacts that were offered a callback
    callbacks_kept,            ///< contacts that wait for one, the next two included
    missed_calls,              ///< of those: had abandoned, and are among the abandoned
    on_paper,                  ///< of those: written down while the systems were down, and among the answered
    callbacks_reached,         ///< of those: talked to
    callbacks_missed,          ///< of those: given up
    callback_wait_s,           ///< from the promise to the talk, mean of the reached
    transferred,               ///< passed on to another agent
    transfer_rate,             ///< transferred ÷ answered, but for those back at their first agent
    escalation_rate,           ///< transferred to a higher level ÷ the same
    first_contact_resolution,  ///< 1 − repeats ÷ handled
    elapsed_s,                 ///< of chats and mail: from coming to done, mean
    in_due,                    ///< share of the mail done that was done within its due time
    interrupted,               ///< times that mail was left for a call
    backlog,                   ///< mail that came and was not done when the run ended
    concurrency,               ///< chats that an agent has at once, while there is any
    planned_shrinkage,         ///< paid time away as planned ÷ paid time
    unplanned_shrinkage,       ///< the rest of the shrinkage: absences
    break_hours,               ///< agent hours away, by what for
    meal_hours,
    meeting_hours,
    coaching_hours,
    training_hours,
    leave_hours,  ///< agent hours of shifts to which nobody came, by why
    sick_hours,
    late_hours,
    unplanned_hours,    ///< agent hours away for a moment that nobody planned
    system_down_hours,  ///< agent hours in which the systems were down
    overtime_hours,     ///< agent hours after the end of the shift, because others waited
    solved,             ///< of the contacts whose outcome is known, and so are the next four
    complaint_rate,     ///< complaints
    system_defects,     ///< with a defect, by its kind
    knowledge_defects,
    agent_defects,
    csat,                  ///< scores of 4 and 5 ÷ surveyed
    csat_score,            ///< mean score of the surveyed
    praise_rate,           ///< letters of thanks ÷ outcomes known
    cost_per_solved,       ///< cost ÷ contacts solved
    monitor_score,         ///< mean score of the samples, 0 to 100
    monitored,             ///< samples taken
    monitoring_missed,     ///< samples for which monitors had no time
    ring_s,                ///< how long it rang at the agent who took it, mean of the answered
    ring_missed,           ///< times that an agent let it ring out
    do_not_disturb_hours,  ///< agent hours after that
    abused,                ///< contacts whose customers were abusive
    ended_by_agent,        ///< of those: ended by the agent after fair warning
    left,                  ///< people who left their places
    joined,                ///< people who took vacant places
    headcount,             ///< people in places, time average
    vacancy,               ///< vacant ÷ places
    trainee_hours,         ///< paid hours in training, or trained and waiting for a place
    hold_s,                ///< on hold while the agent looks something up, mean of the handled; part of aht_s
    aht_with_ring_s,       ///< aht_s, and how long it rang at the agent
    fatigue,               ///< of agents at the end of their talks, mean; from 0 to 1
    stress,                ///< likewise
    leader_hours,          ///< hours that team leaders spent with single agents
    leader_utilisation,    ///< leader_hours ÷ hours of leaders on the floor
    adherence,             ///< time in the scheduled kind of state ÷ scheduled time
    conformance,           ///< time for contacts ÷ time scheduled for them
    system_wait_share,     ///< agents' waits for look-ups ÷ (talk + hold + wrap-up)
    system_wait_s,         ///< the same waits, mean of the handled
    fault_touched,         ///< contacts with a look-up that failed, gone to paper, or cut off; each counts once
    fault_touched_share,   ///< fault_touched ÷ offered
    paper_contacts,        ///< contacts served on paper
    paper_share,           ///< paper_contacts ÷ handled
    paper_entries,         ///< contacts entered from paper
    dropped,               ///< talks cut off because a site was lost; the contacts are among the answered
    ivr_look_ups_failed,   ///< look-ups of the IVR that were not answered in time
    look_ups,              ///< of one server, and so are the rest: machine_results.hpp
    failed_share,
    response_s,
    response_p95_s,
    present,
};
inline constexpr std::size_t kKpis = static_cast<std::size_t>(Kpi::present) + 1;

/// "service_level"
std::string_view name_of(Kpi kpi);
/// None when there is no such KPI.
std::optional<Kpi> kpi_named(std::string_view name);
/// All KPIs in order.
std::span<const Kpi> all_kpis();

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
    double dialling_s = 0.0;
    double away_s = 0.0;  ///< on breaks and the like
    double signed_in_s = 0.0;
    double outcomes = 0.0;  ///< contacts that ended with this agent and whose outcome is known; of those …
    double solved = 0.0;
    double complaints = 0.0;
    double surveyed = 0.0;
    double satisfied = 0.0;             ///< a score of 4 or 5
    double monitored = 0.0;             ///< samples taken
    double monitor_points = 0.0;        ///< the sum of their scores
    std::optional<double> adherence{};  ///< none without a schedule, and so is the next
    std::optional<double> conformance{};
};

/// What monitors saw, and how well. Counts are per replication.
struct QualityResult {
    Estimate samples;            ///< taken
    Estimate missed;             ///< for which there was no time
    Estimate score;              ///< mean, 0 to 100
    Estimate quality;            ///< mean of what the samples truly were
    Estimate spread;             ///< standard deviation between monitors of what they add to every score
    Estimate correlation;        ///< of scores with the customers' own, over contacts that have both
    Estimate agent_correlation;  ///< of the agents' mean scores with the means of their customers'
};

/// Before the first calibration meeting, and after it.
struct CalibrationResult {
    QualityResult before;
    QualityResult after;
};

enum class RiskZone : std::uint8_t { low, medium, high };

/// "low"
std::string_view name_of(RiskZone zone);
std::string_view name_of(Importance importance);

/// One defect of one business.
struct RiskCell {
    DefectKind defect{};
    int level = 1;            ///< B
    int vulnerability = 1;    ///< V
    int potential = 1;        ///< C = B + V − 1
    double impact = 0.0;      ///< I, 0 to 10
    double likelihood = 0.0;  ///< P, 0 to 10
    double risk = 0.0;        ///< I × P
    RiskZone zone{};
    Estimate frequency;  ///< simulated, of the contacts whose outcome is known
};

struct RiskResult {
    struct Business {
        std::string call_type;
        Importance importance{};
        std::vector<RiskCell> defects;
        double risk = 0.0;  ///< sum
    };

    std::vector<Business> businesses;
    std::array<double, kDefectKinds> by_defect{};  ///< sums over businesses
    double total = 0.0;
};

/// How a service standard was kept, over all agents or by those of one group. Counts are per replication.
struct StandardResult {
    struct Compliance {
        Estimate cases;  ///< to which it applies
        Estimate kept;   ///< share of them; none without cases
    };

    Standard standard;
    std::string call_type;  ///< empty: all
    Compliance overall;
    std::vector<Compliance> by_group;  ///< in the order of the scenario
    /// None without cases.
    std::optional<bool> is_met() const;
};

/// What became of the contacts that heard an IVR flow. Counts are per replication.
struct IvrResult {
    struct Node {
        std::string id;
        Estimate visits;
        Estimate share;  ///< visits ÷ entered
    };

    std::string id;
    Estimate entered;
    Estimate contained;        ///< served by the machine
    Estimate gave_up;          ///< hung up
    Estimate not_served;       ///< sent away
    Estimate wants_agent;      ///< asked for an agent
    Estimate contained_share;  ///< these four ÷ entered
    Estimate gave_up_share;
    Estimate not_served_share;
    Estimate wants_agent_share;
    Estimate mean_s;  ///< in the IVR
    std::vector<Node> nodes;
};

/// What became of the calls of a campaign. Counts are per replication.
struct CampaignResult {
    std::string id;
    Estimate dials;
    Estimate answered;               ///< by anybody
    Estimate answer_share;           ///< answered ÷ dials
    Estimate right_party;            ///< of the answered: by the person wanted
    Estimate mismatches;             ///< of the answered: no agent was free
    Estimate mismatch_share;         ///< mismatches ÷ answered
    Estimate talked;                 ///< answered and talked to by an agent
    Estimate talked_per_agent_hour;  ///< over the hours on the floor of all groups that can
};

/// How well an estimator told the waits of those who were answered in the end.
struct WaitEstimateResult {
    std::string call_type;
    WaitEstimator estimator{};
    Estimate contacts;      ///< that joined the queue and were answered, per replication
    Estimate mean_error_s;  ///< estimate − wait; above 0: too long
    Estimate rmse_s;        ///< root of the mean square of the error
    Estimate mean_wait_s;
};

/// "last_wait"
std::string_view name_of(WaitEstimator estimator);

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
    std::vector<NamedKpis> tiers;     ///< with "standard" at the end; empty when the scenario has none
    std::vector<NamedKpis> channels;  ///< that are used; empty when that is voice alone
    std::vector<NamedKpis> months;  ///< of 30 measured days, by the days of the run: "1–30"; where people come and go
    std::vector<IvrResult> ivr;     ///< flows
    std::vector<CampaignResult> campaigns;
    std::vector<WaitEstimateResult> wait_estimates;  ///< of call types whose contacts were given estimates
    std::vector<IntervalKpis> intervals;             ///< the opening hours, then what came after closing
    std::vector<AgentResult> agents;
    std::optional<QualityResult> quality{};          ///< of scenarios with monitoring
    std::optional<CalibrationResult> calibration{};  ///< of those whose monitors meet
    std::optional<RiskResult> risk{};                ///< of scenarios with risks
    std::vector<StandardResult> standards{};         ///< in the order of the scenario
    std::optional<MachineResults> machines{};        ///< of scenarios with servers
};

}  // namespace floorwalker
