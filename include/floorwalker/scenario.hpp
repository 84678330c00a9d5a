#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/absence.hpp>
#include <floorwalker/activity.hpp>
#include <floorwalker/calendar.hpp>
#include <floorwalker/campaign.hpp>
#include <floorwalker/channel.hpp>
#include <floorwalker/decision.hpp>
#include <floorwalker/distribution.hpp>
#include <floorwalker/hold.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/infrastructure.hpp>
#include <floorwalker/ivr.hpp>
#include <floorwalker/journey.hpp>
#include <floorwalker/load.hpp>
#include <floorwalker/monitoring.hpp>
#include <floorwalker/outcome.hpp>
#include <floorwalker/presentation.hpp>
#include <floorwalker/ring.hpp>
#include <floorwalker/risk.hpp>
#include <floorwalker/routing.hpp>
#include <floorwalker/skill.hpp>
#include <floorwalker/standard.hpp>
#include <floorwalker/time.hpp>
#include <floorwalker/traits.hpp>
#include <floorwalker/turnover.hpp>

/// A scenario: all that a run needs but the seed, as plain data. Every member has a working default; the smallest
/// scenario is one call type with a volume and one group with agents.
///
/// A scenario built in code obeys the same rules as one read from a file; see `load_scenario` and
/// docs/scenario_reference.md.
namespace floorwalker {

/// "80 % answered within 20 s."
struct AnswerTarget {
    double share = 0.8;
    Duration within = std::chrono::seconds{20};
};

/// What happens to waiting contacts when the centre closes.
enum class AfterClose {
    drain,       ///< the staff of the last interval stays until the queue is empty
    clear,       ///< waiting contacts are dismissed; they count as abandoned
    carry_over,  ///< staff leaves, contacts wait for the next opening
};

/// Which contacts count as good, and which count at all. Formulas in docs/kpis.md.
enum class ServiceLevelVariant {
    offered,
    answered,
    abandon_in_target_good,
    abandon_in_target_ignored,
    short_abandon_good,
    short_abandon_ignored,
};

/// How the service level of several days is formed.
enum class DailyServiceLevel { ratio_of_sums, mean_of_days };

struct Centre {
    std::string name;
    std::chrono::year_month_day date{std::chrono::year{2024}, std::chrono::January, std::chrono::day{1}};
    std::int64_t days = 1;
    Duration open{0};       ///< since midnight
    Duration close = kDay;  ///< since the same midnight; above 24 h when it passes midnight
    /// Hours of the weekdays that differ, from Monday; an empty inner optional: closed.
    std::array<std::optional<std::optional<OpenHours>>, 7> weekday_hours;
    std::vector<SpecialDay> special_days;
    Duration interval = std::chrono::minutes{30};
    AfterClose after_close = AfterClose::drain;
    std::int64_t warm_up_days = 0;             ///< the first days of a run, simulated but not measured
    std::optional<std::int64_t> lines;         ///< none: as many as needed
    std::optional<std::int64_t> queue_places;  ///< none: as many as needed
    std::optional<std::int64_t> ivr_ports;     ///< none: as many as needed
    PortsBusy ports_busy = PortsBusy::block;
    std::optional<Distribution> busyness;  ///< factor of a day on all arrivals; mean 1 keeps the volume

    ServiceLevelVariant service_level = ServiceLevelVariant::offered;
    DailyServiceLevel daily_service_level = DailyServiceLevel::ratio_of_sums;
    Duration short_abandon = std::chrono::seconds{5};
    Duration adherence_tolerance{0};  ///< so much earlier or later than by the plan is still by the plan
    AnswerTarget answer_target;
    std::optional<double> abandonment_target;  ///< at most this share
    std::optional<Duration> asa_target;        ///< at most this mean wait
    std::optional<double> occupancy_target;    ///< at most this share

    std::string currency = "EUR";
    double line_cost_per_hour = 0.0;
    KnowledgeBase knowledge_base{};

    /// The hours of a day of the run, from 0: those of a special day, else of its weekday, else the centre's own; none:
    /// closed all day.
    std::optional<OpenHours> hours_on(std::int64_t day) const {
        const std::chrono::sys_days on = std::chrono::sys_days{date} + std::chrono::days{day};
        for (const SpecialDay& special : special_days) {
            if (std::chrono::sys_days{special.date} == on) return special.hours;
        }
        const auto& of_weekday = weekday_hours[std::chrono::weekday{on}.iso_encoding() - 1];
        return of_weekday ? *of_weekday : OpenHours{open, close};
    }
};

/// A class of customers. Customers who are in no tier are "standard": priority 0, no credit.
struct Tier {
    std::string id;
    std::string name;
    std::vector<double> share_by_call_type;  ///< one share for each call type of the scenario
    int priority = 0;                        ///< added to the call type's; higher is served first
    Duration waiting_credit{0};              ///< served as if it had called this much earlier
    double weight = 1.0;                     ///< for weighted_wait; times the call type's
    double points = 0.0;                     ///< for accumulating; added to the call type's
    double points_per_second = 0.0;          ///< likewise
    std::optional<FlowId> flow{};            ///< its own way through the IVR
    std::vector<GroupId> groups{};           ///< its own, before those of the call type
    std::optional<AnswerTarget> answer_target{};
    std::optional<double> abandonment_target{};
};

/// How many contacts of a type come, on average, in each interval.
struct Arrivals {
    /// Expected contacts in each interval of the opening hours; one value for each, or a single value for all.
    std::vector<double> per_interval;
    double factor = 1.0;                                    ///< on every interval
    std::optional<Distribution> busyness;                   ///< factor of a day on this type alone
    std::array<double, 7> by_weekday{1, 1, 1, 1, 1, 1, 1};  ///< factors from Monday
};

/// An access number with an IVR behind it: its callers say there what they want.
struct AccessNumber {
    std::string id;
    std::string name;
    Arrivals arrivals;
    FlowId flow{};
    std::vector<double> share_by_tier;  ///< of its callers, one share for each tier of the scenario; empty: none
    std::optional<Redial> redial;       ///< of those who did not come to say what they want
    std::optional<Repeat> repeat;       ///< of those whom its IVR served
};

/// What a contact that joins the queue is told and does.
struct WaitAnnouncement {
    WaitEstimator estimator = WaitEstimator::queue_length;
    bool announced = false;          ///< it is told; those leave whose patience is shorter
    std::optional<Duration> closed;  ///< nobody may join while the expected wait is above this
};

struct CallType {
    std::string id;
    std::string name;
    Arrivals arrivals;
    std::optional<Distribution> patience;  ///< seconds until a waiting caller gives up; none: never
    double leave_at_once = 0.0;            ///< share of those who would have to wait who hang up at once
    Distribution talk{Exponential{180.0}, {}};
    Distribution wrap_up{Constant{0.0}, {}};
    std::optional<AnswerTarget> answer_target;  ///< none: the centre's
    std::optional<double> abandonment_target;
    int priority = 0;
    Duration waiting_credit{0};
    std::optional<std::int64_t> queue_places;
    std::vector<GroupId> groups;  ///< in order of preference; empty: all with the skill, in scenario order
    AgentChoice choose = AgentChoice::preference;
    std::vector<double> handling_factor;  ///< on talk and wrap-up, by interval of arrival; empty: 1
    std::vector<double> patience_factor;  ///< on patience, by interval of arrival; empty: 1

    Channel channel = Channel::voice;
    std::optional<FlowId> flow;  ///< of the IVR that its callers hear first; none: they ask for an agent at once
    std::string site;            ///< near which its customers are; for local_site
    std::map<GroupId, double> group_weights;   ///< for weighted_random; 1 where not named
    double weight = 1.0;                       ///< for weighted_wait
    double points = 0.0;                       ///< for accumulating: at arrival
    double points_per_second = 1.0;            ///< for accumulating
    double queue_share = 1.0;                  ///< for queue_ratio: its part of all waiting, against that of others
    std::optional<Duration> last_agent;        ///< waits so long for the agent who handled it last; none: for any
    std::vector<RouteStep> steps;              ///< while it waits, in order of `after`
    std::optional<WaitAnnouncement> expected;  ///< none: nothing is said
    std::optional<Callback> callback;
    std::optional<Redial> redial;
    std::optional<Repeat> repeat;
    std::vector<Transfer> transfers;        ///< one at most happens, by chance
    Duration due = std::chrono::hours{24};  ///< of mail: to be finished so soon after it came
    bool interruptible = false;             ///< of mail: an agent leaves it for a call that finds nobody free
    std::optional<OutcomeRules> outcome{};  ///< none: nobody asks what became of it
    std::optional<Abuse> abuse{};           ///< none: all customers keep their temper
    std::optional<Hold> hold{};             ///< of calls; none: agents look nothing up that takes a time of its own
    std::vector<LookUp> look_ups{};         ///< of calls, at servers; not beside `hold`
};

/// A part of a day's work, since midnight.
struct WorkSpan {
    Duration start{0};
    Duration end{0};
};

/// Call type → proficiency: 1 is the call type's own handling time, 0.5 takes twice as long. A type that is missing
/// cannot be handled.
using Skills = std::map<CallTypeId, double>;

/// One listed person.
struct Agent {
    std::string id;
    Skills skills;
    std::vector<WorkSpan> shifts;          ///< in time order, not overlapping
    std::optional<Distribution> tenure{};  ///< none: the group's
    std::optional<ProfileId> profile{};    ///< none: the group's
    std::optional<Quality> quality{};      ///< none: the group's
};

struct Group {
    /// `agents` unnamed people on the same shift.
    struct Shift {
        WorkSpan span;
        std::int64_t agents = 1;
        std::optional<Distribution> tenure{};  ///< none: the group's
    };

    std::string id;
    std::string name;
    Skills skills;
    std::vector<std::int64_t> agents;  ///< head count in each interval, or one for all; empty when by shift
    std::vector<Shift> shifts;
    std::vector<Agent> listed;   ///< people with their own shifts, beside the unnamed ones
    double cost_per_hour = 0.0;  ///< for each paid hour of an agent
    ContactChoice take = ContactChoice::priority;
    std::vector<Reserve> reserves;
    std::string site;
    ChatWork chat;
    std::vector<Activity> away{};        ///< what takes its people away from contacts; none under a head count
    GroupSkill skill{};                  ///< how its people differ and learn
    GroupAbsence absence{};              ///< who does not come, comes late, or is away for a moment; of shifts only
    std::optional<Overtime> overtime{};  ///< none: nobody stays because others wait
    std::optional<Handover> handover{};  ///< none: nobody waits for the relief
    std::optional<Ring> ring{};          ///< none: calls are answered at once
    Fatigue fatigue{};                   ///< how its people tire; by default nobody does
    std::optional<Stress> stress{};      ///< none: nothing gets on its people's nerves
    std::optional<ProfileId> profile{};  ///< what kind of people they are; none: all average
    std::optional<Leaders> leaders{};    ///< none: coaching takes no leader's time, and nobody has time for the abused
    std::optional<Attrition> attrition{};  ///< none: nobody leaves; only by shift, and so is the next
    std::vector<HiringClass> hiring{};     ///< who comes instead

    bool has_turnover() const { return attrition.has_value() || !hiring.empty(); }
};

/// A recorded call to be replayed.
struct RecordedCall {
    TimePoint at{};
    CallTypeId call_type{};
    std::optional<TierId> tier;  ///< none: drawn from the tiers' shares
};

struct Scenario {
    Centre centre;
    std::uint64_t seed = 1;
    std::int64_t replications = 20;
    std::vector<Tier> tiers;
    std::vector<CallType> call_types;
    std::vector<IvrFlow> flows;
    std::vector<AccessNumber> numbers;
    std::vector<Group> groups;
    std::vector<Campaign> campaigns;
    std::vector<Decision> decisions;
    std::optional<Monitoring> monitoring{};
    std::vector<Risk> risks{};
    RiskScale risk_scale{};
    std::vector<Standard> standards{};
    FloorPlan floor{};  ///< for a window, and so is the next
    std::vector<Caption> captions{};
    std::vector<Profile> profiles{};
    TraitWeights traits{};
    Infrastructure infrastructure{};
    std::optional<std::vector<RecordedCall>> replay;  ///< when set, in time order, it stands in for all arrivals

    /// Number of intervals in the opening hours; the last one may be shorter.
    std::size_t intervals_per_day() const {
        const auto open_for = centre.close - centre.open;
        return static_cast<std::size_t>((open_for + centre.interval - Duration{1}) / centre.interval);
    }
};

}  // namespace floorwalker
