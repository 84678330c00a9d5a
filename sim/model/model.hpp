#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include <floorwalker/ids.hpp>
#include <floorwalker/scenario.hpp>
#include <floorwalker/time.hpp>

#include "sim/kernel/random/sampler.hpp"

/// A scenario prepared for running: all look-ups done, all parameters in the form that the engine needs. Immutable,
/// shared by every world that runs it.
namespace floorwalker::model {

/// A first-in-first-out part of the queue: the waiting contacts of one call type and tier. All contacts of a lane have
/// the same priority and credit, so the order of arrival is the order of service.
enum class LaneId : std::uint16_t {};

/// Agents of one group who can handle the same call types; one is as good as the other for routing.
enum class PoolId : std::uint32_t {};

/// A row of the proficiency table.
enum class ProficiencyId : std::uint32_t {};

inline constexpr std::int64_t kUnlimited = std::numeric_limits<std::int64_t>::max();

struct LaneModel {
    CallTypeId call_type{};
    TierId tier{};
    int priority = 0;
    Duration credit{0};
};

/// Pools that a contact tries together: the agent idle longest in any of them takes it.
struct Stage {
    std::vector<PoolId> pools;
};

struct CallTypeModel {
    std::vector<double> mean_gap_us;  // by interval, before the day's busyness; infinite where nobody calls
    std::optional<kernel::Sampler> busyness;
    kernel::Sampler talk;
    kernel::Sampler wrap_up;
    kernel::Sampler patience;
    bool is_patient_for_ever = true;
    bool has_wrap_up = false;
    double leave_at_once = 0.0;
    std::int64_t queue_places = kUnlimited;
    std::vector<double> handling_factor;  // by interval; empty: 1
    std::vector<double> patience_factor;  // by interval; empty: 1
    std::vector<double> tier_up_to;       // cumulative shares of the scenario's tiers; empty: no tiers
    std::vector<Stage> stages;            // tried in order
};

struct PoolModel {
    GroupId group{};
    std::vector<LaneId> lanes;  // what its agents can take
};

/// People who come and go together, as a range of agents of one group.
struct ShiftBlock {
    GroupId group{};
    AgentId first{};
    std::uint32_t agents = 0;
    WorkSpan span;
};

struct GroupModel {
    bool by_shift = false;
    std::vector<std::int64_t> head_count;  // by interval; empty when by shift
    PoolId pool{};                         // of its unnamed agents
    ProficiencyId proficiency{};
};

struct AgentModel {
    GroupId group{};
    PoolId pool{};
    ProficiencyId proficiency{};
};

struct Model {
    // The calendar.
    std::int64_t days = 1;
    Duration open{0};
    Duration close = kDay;
    Duration interval{0};
    std::uint16_t intervals = 1;
    AfterClose after_close = AfterClose::drain;

    std::int64_t lines = kUnlimited;
    std::int64_t queue_places = kUnlimited;
    std::optional<kernel::Sampler> busyness;

    std::uint16_t tiers = 1;       // those of the scenario, then "standard"
    std::vector<LaneModel> lanes;  // call type by call type, tier by tier
    std::vector<CallTypeModel> call_types;
    std::vector<GroupModel> groups;
    std::vector<PoolModel> pools;
    std::vector<AgentModel> agents;  // those known before the run
    std::vector<ShiftBlock> shifts;
    std::vector<double> handling_multiple;  // 1 / proficiency; row ProficiencyId, column CallTypeId
    std::vector<Decision> decisions;
    std::optional<std::vector<RecordedCall>> replay;

    /// A day whose closing is the next day's opening never closes.
    bool is_round_the_clock() const { return close - open == kDay; }

    LaneId lane(CallTypeId call_type, TierId tier) const {
        return LaneId(static_cast<std::uint16_t>(index(call_type) * tiers + index(tier)));
    }
    double multiple(ProficiencyId row, CallTypeId call_type) const {
        return handling_multiple[index(row) * call_types.size() + index(call_type)];
    }
    TimePoint midnight(std::uint32_t day) const { return TimePoint{kDay * static_cast<std::int64_t>(day)}; }
    TimePoint interval_start(std::uint32_t day, std::uint16_t number) const {
        return midnight(day) + (number >= intervals ? close : open + interval * number);
    }
};

/// How many people the group has in the table of agents: its largest head count, or everyone with a shift. Agents are
/// numbered group by group.
std::int64_t known_agents(const Group& group);

/// Throws std::invalid_argument for a scenario that breaks a rule which no file could break (a scenario built in code).
std::shared_ptr<const Model> prepare(const Scenario& scenario);

}  // namespace floorwalker::model
