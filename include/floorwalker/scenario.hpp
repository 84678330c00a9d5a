#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/decision.hpp>
#include <floorwalker/distribution.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

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
    Duration interval = std::chrono::minutes{30};
    AfterClose after_close = AfterClose::drain;
    std::int64_t warm_up_days = 0;             ///< the first days of a run, simulated but not measured
    std::optional<std::int64_t> lines;         ///< none: as many as needed
    std::optional<std::int64_t> queue_places;  ///< none: as many as needed
    std::optional<Distribution> busyness;      ///< factor of a day on all arrivals; mean 1 keeps the volume

    ServiceLevelVariant service_level = ServiceLevelVariant::offered;
    DailyServiceLevel daily_service_level = DailyServiceLevel::ratio_of_sums;
    Duration short_abandon = std::chrono::seconds{5};
    AnswerTarget answer_target;
    std::optional<double> abandonment_target;  ///< at most this share
    std::optional<Duration> asa_target;        ///< at most this mean wait
    std::optional<double> occupancy_target;    ///< at most this share

    std::string currency = "EUR";
    double line_cost_per_hour = 0.0;
};

/// A class of customers. Customers who are in no tier are "standard": priority 0, no credit.
struct Tier {
    std::string id;
    std::string name;
    std::vector<double> share_by_call_type;  ///< one share for each call type of the scenario
    int priority = 0;                        ///< added to the call type's; higher is served first
    Duration waiting_credit{0};              ///< served as if it had called this much earlier
};

/// How many contacts of a type come, on average, in each interval.
struct Arrivals {
    /// Expected contacts in each interval of the opening hours; one value for each, or a single value for all.
    std::vector<double> per_interval;
    double factor = 1.0;                   ///< on every interval
    std::optional<Distribution> busyness;  ///< factor of a day on this type alone
};

/// Which agent of those free a contact gets.
enum class AgentChoice {
    preference,     ///< the first group of `groups` with a free agent; in it, the one idle longest
    longest_idle,   ///< the one idle longest over all of `groups`
    fewest_skills,  ///< the one with the fewest skills; then the order of `groups`; then idle longest
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
    std::vector<WorkSpan> shifts;  ///< in time order, not overlapping
};

struct Group {
    /// `agents` unnamed people on the same shift.
    struct Shift {
        WorkSpan span;
        std::int64_t agents = 1;
    };

    std::string id;
    std::string name;
    Skills skills;
    std::vector<std::int64_t> agents;  ///< head count in each interval, or one for all; empty when by shift
    std::vector<Shift> shifts;
    std::vector<Agent> listed;   ///< people with their own shifts, beside the unnamed ones
    double cost_per_hour = 0.0;  ///< for each paid hour of an agent
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
    std::vector<Group> groups;
    std::vector<Decision> decisions;
    std::optional<std::vector<RecordedCall>> replay;  ///< when set, in time order, it stands in for all arrivals

    /// Number of intervals in the opening hours; the last one may be shorter.
    std::size_t intervals_per_day() const {
        const auto open_for = centre.close - centre.open;
        return static_cast<std::size_t>((open_for + centre.interval - Duration{1}) / centre.interval);
    }
};

}  // namespace floorwalker
