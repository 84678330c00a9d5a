#include "sim/measure/formulas.hpp"

#include <array>

namespace floorwalker::measure {
namespace {

constexpr unsigned kOverall = static_cast<unsigned>(Scope::overall);
constexpr unsigned kCallType = static_cast<unsigned>(Scope::call_type);
constexpr unsigned kGroup = static_cast<unsigned>(Scope::group);
constexpr unsigned kInterval = static_cast<unsigned>(Scope::interval);
constexpr unsigned kTier = static_cast<unsigned>(Scope::tier);
constexpr unsigned kChannel = static_cast<unsigned>(Scope::channel);
constexpr unsigned kCustomers = kTier | kChannel;
constexpr unsigned kContacts = kOverall | kCallType | kInterval | kCustomers;  // what happens to those who call
constexpr unsigned kQueues = kOverall | kCallType | kInterval;
constexpr unsigned kAgents = kOverall | kGroup | kInterval;  // what agents do
constexpr unsigned kPeople = kOverall | kGroup;              // who they are
constexpr unsigned kAll = kContacts | kAgents;

constexpr unsigned kIvr = static_cast<unsigned>(Feature::ivr);
constexpr unsigned kCallbacks = static_cast<unsigned>(Feature::callbacks);
constexpr unsigned kTransfers = static_cast<unsigned>(Feature::transfers);
constexpr unsigned kEscalations = static_cast<unsigned>(Feature::escalations);
constexpr unsigned kCallAgains = static_cast<unsigned>(Feature::call_agains);
constexpr unsigned kRepeats = static_cast<unsigned>(Feature::repeats);
constexpr unsigned kChat = static_cast<unsigned>(Feature::chat);
constexpr unsigned kMail = static_cast<unsigned>(Feature::mail);
constexpr unsigned kInterruptions = static_cast<unsigned>(Feature::interruptions);

constexpr unsigned kAbuse = static_cast<unsigned>(Feature::abuse);
constexpr unsigned kAway = static_cast<unsigned>(Feature::away);
constexpr unsigned kAbsences = static_cast<unsigned>(Feature::absences);
constexpr unsigned kSlips = static_cast<unsigned>(Feature::slips);
constexpr unsigned kSystemsDown = static_cast<unsigned>(Feature::systems_down);
constexpr unsigned kTurnover = static_cast<unsigned>(Feature::turnover);
constexpr unsigned kShrinks = kAway | kAbsences | kSlips | kSystemsDown | kTurnover;
constexpr unsigned kSchedule = static_cast<unsigned>(Feature::schedule);
constexpr unsigned kOvertime = static_cast<unsigned>(Feature::overtime);

constexpr unsigned kOutcomes = static_cast<unsigned>(Feature::outcomes);
constexpr unsigned kMonitoring = static_cast<unsigned>(Feature::monitoring);
constexpr unsigned kRinging = static_cast<unsigned>(Feature::ringing);
constexpr unsigned kHold = static_cast<unsigned>(Feature::hold);
constexpr unsigned kLoad = static_cast<unsigned>(Feature::load);
constexpr unsigned kLeaders = static_cast<unsigned>(Feature::leaders);
constexpr unsigned kMachines = static_cast<unsigned>(Feature::machines);

constexpr unsigned kServer = static_cast<unsigned>(Scope::server);
constexpr unsigned kInIvr = kOverall | kInterval | kTier;  // before it is known what a contact wants

enum class Kind { count, ratio, quantile, maximum };

struct Formula {
    std::string_view name;
    unsigned scopes;
    Kind kind;
    double share = 0.0;     // of a quantile
    unsigned features = 0;  // any of which a scenario must have; 0: it is in all
};

// In the order of Kpi.
constexpr std::array<Formula, kKpis> kFormulas{{
    {"offered", kContacts, Kind::count},
    {"answered", kAll, Kind::count},
    {"abandoned", kContacts, Kind::count},
    {"left_at_once", kContacts, Kind::count},
    {"dismissed", kContacts, Kind::count},
    {"blocked", kContacts, Kind::count},
    {"blocking", kContacts, Kind::ratio},
    {"service_level", kContacts, Kind::ratio},
    {"abandonment", kContacts, Kind::ratio},
    {"abandonment_without_short", kContacts, Kind::ratio},
    {"abandonment_after_target", kContacts, Kind::ratio},
    {"asa_s", kAll, Kind::ratio},
    {"asa_queued_s", kAll, Kind::ratio},
    {"wait_all_s", kContacts, Kind::ratio},
    {"wait_p50_s", kAll, Kind::quantile, 0.50},
    {"wait_p80_s", kAll, Kind::quantile, 0.80},
    {"wait_p90_s", kAll, Kind::quantile, 0.90},
    {"wait_p95_s", kAll, Kind::quantile, 0.95},
    {"wait_p99_s", kAll, Kind::quantile, 0.99},
    {"longest_wait_s", kAll, Kind::maximum},
    {"abandoned_wait_p50_s", kOverall | kCallType | kCustomers, Kind::quantile, 0.50},
    {"abandoned_wait_p90_s", kOverall | kCallType | kCustomers, Kind::quantile, 0.90},
    {"wait_probability", kContacts, Kind::ratio},
    {"occupancy", kAgents, Kind::ratio},
    {"utilisation", kAgents | kServer, Kind::ratio},
    {"shrinkage", kAgents, Kind::ratio},
    {"aht_s", kAll, Kind::ratio},
    {"talk_s", kAll, Kind::ratio},
    {"wrap_up_s", kAll, Kind::ratio},
    {"mean_queue", kQueues, Kind::ratio},
    {"longest_queue", kQueues, Kind::maximum},
    {"mean_agents", kAgents, Kind::ratio},
    {"paid_hours", kAgents, Kind::count},
    {"cost", kAgents, Kind::count},
    {"cost_per_contact", kAgents, Kind::ratio},
    {"intervals_in_target", kQueues, Kind::ratio},
    {"customers", kContacts, Kind::count, 0, kCallAgains},
    {"call_agains", kContacts, Kind::count, 0, kCallAgains},
    {"entered_ivr", kInIvr, Kind::count, 0, kIvr},
    {"contained", kInIvr, Kind::count, 0, kIvr},
    {"left_ivr", kInIvr, Kind::count, 0, kIvr},
    {"containment", kInIvr, Kind::ratio, 0, kIvr},
    {"containment_strict", kInIvr, Kind::ratio, 0, kIvr},
    {"ivr_s", kInIvr, Kind::ratio, 0, kIvr},
    {"callbacks_offered", kContacts, Kind::count, 0, kCallbacks},
    {"callbacks_kept", kContacts, Kind::count, 0, kCallbacks},
    {"missed_calls", kContacts, Kind::count, 0, kCallbacks},
    {"on_paper", kContacts, Kind::count, 0, kCallbacks},
    {"callbacks_reached", kAll, Kind::count, 0, kCallbacks},
    {"callbacks_missed", kContacts, Kind::count, 0, kCallbacks},
    {"callback_wait_s", kContacts, Kind::ratio, 0, kCallbacks},
    {"transferred", kContacts, Kind::count, 0, kTransfers},
    {"transfer_rate", kContacts, Kind::ratio, 0, kTransfers},
    {"escalation_rate", kContacts, Kind::ratio, 0, kEscalations},
    {"first_contact_resolution", kContacts, Kind::ratio, 0, kRepeats},
    {"elapsed_s", kContacts, Kind::ratio, 0, kChat | kMail},
    {"in_due", kContacts, Kind::ratio, 0, kMail},
    {"interrupted", kContacts, Kind::count, 0, kInterruptions},
    {"backlog", kContacts, Kind::count, 0, kMail},
    {"concurrency", kContacts, Kind::ratio, 0, kChat},
    {"planned_shrinkage", kAgents, Kind::ratio, 0, kShrinks},
    {"unplanned_shrinkage", kAgents, Kind::ratio, 0, kShrinks},
    {"break_hours", kAgents, Kind::count, 0, kAway},
    {"meal_hours", kAgents, Kind::count, 0, kAway},
    {"meeting_hours", kAgents, Kind::count, 0, kAway},
    {"coaching_hours", kAgents, Kind::count, 0, kAway},
    {"training_hours", kAgents, Kind::count, 0, kAway},
    {"leave_hours", kAgents, Kind::count, 0, kAbsences},
    {"sick_hours", kAgents, Kind::count, 0, kAbsences},
    {"late_hours", kAgents, Kind::count, 0, kAbsences},
    {"unplanned_hours", kAgents, Kind::count, 0, kSlips},
    {"system_down_hours", kAgents, Kind::count, 0, kSystemsDown},
    {"overtime_hours", kAgents, Kind::count, 0, kOvertime},
    {"solved", kAll, Kind::ratio, 0, kOutcomes},
    {"complaint_rate", kAll, Kind::ratio, 0, kOutcomes},
    {"system_defects", kAll, Kind::ratio, 0, kOutcomes},
    {"knowledge_defects", kAll, Kind::ratio, 0, kOutcomes},
    {"agent_defects", kAll, Kind::ratio, 0, kOutcomes},
    {"csat", kAll, Kind::ratio, 0, kOutcomes},
    {"csat_score", kAll, Kind::ratio, 0, kOutcomes},
    {"praise_rate", kAll, Kind::ratio, 0, kOutcomes},
    {"cost_per_solved", kAgents, Kind::ratio, 0, kOutcomes},
    {"monitor_score", kAll, Kind::ratio, 0, kMonitoring},
    {"monitored", kAll, Kind::count, 0, kMonitoring},
    {"monitoring_missed", kAll, Kind::count, 0, kMonitoring},
    {"ring_s", kAll, Kind::ratio, 0, kRinging},
    {"ring_missed", kAll, Kind::count, 0, kRinging},
    {"do_not_disturb_hours", kAgents, Kind::count, 0, kRinging},
    {"abused", kContacts, Kind::count, 0, kAbuse},
    {"ended_by_agent", kContacts, Kind::count, 0, kAbuse},
    {"left", kPeople, Kind::count, 0, kTurnover},
    {"joined", kPeople, Kind::count, 0, kTurnover},
    {"headcount", kPeople, Kind::ratio, 0, kTurnover},
    {"vacancy", kPeople, Kind::ratio, 0, kTurnover},
    {"trainee_hours", kPeople, Kind::count, 0, kTurnover},
    {"hold_s", kAll, Kind::ratio, 0, kHold | kMachines},
    {"aht_with_ring_s", kAll, Kind::ratio, 0, kRinging},
    {"fatigue", kAgents, Kind::ratio, 0, kLoad},
    {"stress", kAgents, Kind::ratio, 0, kLoad},
    {"leader_hours", kAgents, Kind::count, 0, kLeaders},
    {"leader_utilisation", kAgents, Kind::ratio, 0, kLeaders},
    {"adherence", kAgents, Kind::ratio, 0, kSchedule},
    {"conformance", kAgents, Kind::ratio, 0, kSchedule},
    {"system_wait_share", kAll, Kind::ratio, 0, kMachines},
    {"system_wait_s", kAll, Kind::ratio, 0, kMachines},
    {"fault_touched", kContacts, Kind::count, 0, kMachines},
    {"fault_touched_share", kContacts, Kind::ratio, 0, kMachines},
    {"paper_contacts", kAll, Kind::count, 0, kMachines},
    {"paper_share", kAll, Kind::ratio, 0, kMachines},
    {"paper_entries", kAgents, Kind::count, 0, kMachines},
    {"dropped", kAll, Kind::count, 0, kMachines},
    {"ivr_look_ups_failed", kInIvr, Kind::count, 0, kMachines},
    {"look_ups", kServer, Kind::count, 0, kMachines},
    {"failed_share", kServer, Kind::ratio, 0, kMachines},
    {"response_s", kServer, Kind::ratio, 0, kMachines},
    {"response_p95_s", kServer, Kind::quantile, 0, kMachines},
    {"present", kServer, Kind::ratio, 0, kMachines},
}};

const Formula& formula(Kpi kpi) { return kFormulas[static_cast<std::size_t>(kpi)]; }

}  // namespace

bool applies(Kpi kpi, Scope scope) { return (formula(kpi).scopes & static_cast<unsigned>(scope)) != 0; }

bool is_of_some(Kpi kpi) { return formula(kpi).features != 0; }

bool is_possible(Kpi kpi, Features features) { return !is_of_some(kpi) || features.any_of(formula(kpi).features); }

bool is_count(Kpi kpi) { return formula(kpi).kind == Kind::count; }

double quantile_share(Kpi kpi) { return formula(kpi).share; }

bool is_of_abandoned(Kpi kpi) { return kpi == Kpi::abandoned_wait_p50_s || kpi == Kpi::abandoned_wait_p90_s; }

}  // namespace floorwalker::measure

namespace floorwalker {

std::string_view name_of(Kpi kpi) { return measure::kFormulas[static_cast<std::size_t>(kpi)].name; }

std::span<const Kpi> all_kpis() {
    static const auto kAll = [] {
        std::array<Kpi, kKpis> all{};
        for (std::size_t i = 0; i < kKpis; ++i) all[i] = static_cast<Kpi>(i);
        return all;
    }();
    return kAll;
}

std::optional<Kpi> kpi_named(std::string_view name) {
    for (const Kpi kpi : all_kpis()) {
        if (name_of(kpi) == name) return kpi;
    }
    return std::nullopt;
}

}  // namespace floorwalker
