#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/scenario.hpp>
#include <floorwalker/time.hpp>

#include "sim/kernel/random/sampler.hpp"
#include "sim/model/machines/room.hpp"
#include "sim/model/prepared/absence_model.hpp"
#include "sim/model/prepared/flow_model.hpp"
#include "sim/model/prepared/journey_model.hpp"
#include "sim/model/prepared/load_model.hpp"
#include "sim/model/prepared/machine_model.hpp"
#include "sim/model/prepared/places.hpp"
#include "sim/model/prepared/routing_model.hpp"
#include "sim/model/prepared/skill_model.hpp"
#include "sim/model/prepared/turnover_model.hpp"

/// A scenario prepared for running: all look-ups done, all parameters in the form that the engine needs. Immutable,
/// shared by every world that runs it.
namespace floorwalker::model {

/// Where contacts come from: a call type with arrivals of its own, an access number, or a campaign.
struct SourceModel {
    std::vector<double> mean_gap_us;  // by interval, before the day's factors; infinite where nobody calls
    std::optional<kernel::Sampler> busyness;
    std::array<double, 7> by_weekday{1, 1, 1, 1, 1, 1, 1};  // from Monday
    std::vector<double> tier_up_to;            // cumulative shares of the scenario's tiers; empty: no tiers
    std::optional<RedialModel> redial;         // of those who were never asked what they want
    std::optional<RepeatModel> repeat;         // likewise
    CallTypeId call_type = kNoCallType;        // none: asked for in the IVR
    std::vector<std::optional<FlowId>> flows;  // of the IVR, by tier; empty: no IVR
    bool is_plain = true;                      // its contacts ask for an agent at once, and that is all
};

struct CallTypeModel {
    kernel::Sampler talk;
    kernel::Sampler wrap_up;
    kernel::Sampler patience;
    bool is_patient_for_ever = true;
    bool has_wrap_up = false;
    double leave_at_once = 0.0;
    std::int64_t queue_places = kUnlimited;
    std::vector<double> handling_factor;  // by interval; empty: 1
    std::vector<double> patience_factor;  // by interval; empty: 1

    Channel channel = Channel::voice;
    bool is_plain = true;          // nothing below is used
    double mean_handling_s = 0.0;  // talk and wrap-up by proficiency 1
    std::vector<GroupId> groups;   // that may serve it at some time of its wait
    std::vector<LaneId> lanes;     // in which it waits
    std::optional<Duration> last_agent;
    std::vector<RouteStep> steps;
    std::optional<WaitAnnouncement> expected;
    std::optional<CallbackModel> callback;
    std::optional<RedialModel> redial;
    std::optional<RepeatModel> repeat;
    std::vector<TransferModel> transfers;
    std::optional<HoldModel> hold;
    std::vector<LookUpModel> look_ups;  // by number: each as often as it is done
    Duration due{0};
    bool interruptible = false;
    std::optional<OutcomeRules> outcome;
    std::optional<Abuse> abuse;
};

/// People who come and go together, as a range of agents of one group.
struct ShiftBlock {
    GroupId group{};
    AgentId first{};
    std::uint32_t agents = 0;
    WorkSpan span;
};

/// How calls ring at its agents.
struct RingModel {
    kernel::Sampler delay;
    double not_answered = 0.0;
    Duration longest{0};
    Duration do_not_disturb{0};
};

struct GroupModel {
    bool by_shift = false;
    std::vector<std::int64_t> head_count;  // by interval; empty when by shift
    GroupRouting routing;
    PoolId pool{};  // of its unnamed agents
    std::optional<Overtime> overtime;
    std::optional<Handover> handover;
    ProficiencyId proficiency{};
    std::optional<RingModel> ring;
    std::optional<Leaders> leaders;
};

/// What takes agents of the group away from contacts.
struct ActivityModel {
    GroupId group{};
    AgentState what{};
    Duration length{0};
    bool is_paid = true;
    std::uint32_t at_once = 0;  // the most, at a time
    std::int64_t keep = 0;      // on the floor
};

/// When the time of one agent for an activity comes, on each day on which it has this shift.
struct AwayPlan {
    AgentId agent{};
    std::uint32_t activity = 0;
    Duration due{0};  // since midnight
    WorkSpan shift;
};

struct AgentModel {
    GroupId group{};
    PoolId pool{};
    ProficiencyId proficiency{};
};

/// The hours of one day, as intervals of the centre's hours: open from the first up to, not including, the end.
struct DayModel {
    std::uint16_t first = 0;
    std::uint16_t end = 0;  // equal to `first`: closed all day
    double volume = 1.0;
};

/// What the engine has to look after besides the plain way of a contact. What no call type uses costs nothing.
struct Features {
    bool journeys = false;       // some contact is not plain
    bool estimates = false;      // expected waits are asked for
    bool occupancy = false;      // least occupied agents are asked for
    bool interruptible = false;  // mail can be left for a call
    bool last_agents = false;    // contacts wait for one agent
    bool going_on = false;       // a talk may lead to another: transfers, requests on paper
    bool idle_agents = false;    // something may be done when more agents are free: reserves, campaigns
    bool away = false;           // breaks and the like are planned
    bool systems_down = false;   // a decision takes the systems down
    bool keeping_off = false;    // a decision keeps a group off a call type
    bool absences = false;       // some do not come, or come late
    bool slips = false;          // some go away for a moment that nobody planned
    bool staying = false;        // some stay longer than their shift
    bool personal = false;       // agents of equal proficiency differ in pace, or learn
    bool practice = false;       // some learn by the contacts that they handle
    bool outcomes = false;       // it is asked what became of contacts
    bool monitoring = false;     // and some are judged
    bool ring = false;           // calls ring before they are answered
    bool load = false;           // people tire, or are stressed
    bool abuse = false;          // some customers are abusive
    bool turnover = false;       // people leave, and others come
    bool holds = false;          // agents look something up during talks
    bool leaders = false;        // some groups say how many lead them
    bool machines = false;       // there are sites, which may be lost
    bool look_ups = false;       // and servers that are asked

    bool any() const {
        return journeys || estimates || occupancy || interruptible || last_agents || idle_agents || away ||
               systems_down || keeping_off || absences || slips || staying || personal || outcomes || ring || load ||
               abuse || turnover || holds || leaders || machines;
    }
    /// Whether it is known who the agents are.
    bool people() const { return personal || turnover; }
};

struct Model {
    // The calendar.
    std::int64_t days = 1;
    Duration open{0};
    Duration close = kDay;
    Duration interval{0};
    std::uint16_t intervals = 1;
    AfterClose after_close = AfterClose::drain;
    unsigned first_weekday = 0;      // of the first day, from Monday
    std::vector<DayModel> calendar;  // by day of the run; empty: all days are alike

    std::int64_t lines = kUnlimited;
    std::int64_t ivr_ports = kUnlimited;
    PortsBusy ports_busy = PortsBusy::block;
    std::int64_t queue_places = kUnlimited;
    std::optional<kernel::Sampler> busyness;

    std::uint16_t tiers = 1;       // those of the scenario, then "standard"
    std::vector<LaneModel> lanes;  // call type by call type, tier by tier; then those that steps and callbacks lead to
    std::vector<Search> searches;
    std::vector<SourceModel> sources;  // call types, then numbers, then campaigns
    std::vector<CallTypeModel> call_types;
    std::vector<FlowModel> flows;
    std::vector<CampaignModel> campaigns;
    Features uses;
    std::vector<GroupModel> groups;
    std::vector<PoolModel> pools;
    std::vector<AgentModel> agents;  // those known before the run
    std::vector<ShiftBlock> shifts;
    std::vector<ActivityModel> activities;
    std::vector<AwayPlan> away;
    std::vector<AbsenceModel> absences;  // by group; empty unless Features::absences or slips
    TraitWeights traits;
    std::vector<LoadModel> loads;                // by group; empty unless Features::load
    std::vector<SkillModel> skills;              // by group; empty unless Features::people(), and so are the next two
    std::vector<PersonModel> people;             // by agent, of those known before the run
    std::vector<kernel::Sampler> tenures;        // in seconds; the first is 0
    std::vector<std::vector<double>> qualities;  // by call type; the first is empty: 1
    std::vector<std::array<TraitSpread, kTraits>> profiles;
    std::vector<TurnoverModel> turnover;    // by group; empty unless Features::turnover
    std::vector<double> handling_multiple;  // 1 / proficiency; row ProficiencyId, column CallTypeId
    MachinesModel machines;
    std::shared_ptr<const MachineRoom> room;  // none unless Features::look_ups
    std::vector<Decision> decisions;
    KnowledgeBase knowledge_base;
    std::optional<Monitoring> monitoring;
    std::optional<std::vector<RecordedCall>> replay;

    /// Whether all that contacts do is to ask for an agent, talk and go, in one lane for each call type, and that is
    /// all that agents do: then an engine without the rest can run it (floor.hpp).
    bool is_plain() const {
        const auto is_simple = [](const auto& one) { return one.is_simple; };
        const auto has_credit = [](const LaneModel& lane) { return lane.credit != Duration{0}; };
        return !uses.any() && campaigns.empty() && tiers == 1 &&
               std::all_of(searches.begin(), searches.end(), is_simple) &&
               std::all_of(pools.begin(), pools.end(), is_simple) &&
               std::none_of(lanes.begin(), lanes.end(), has_credit);
    }

    DayModel day_model(std::uint32_t day) const {
        return calendar.empty() ? DayModel{0, intervals, 1.0} : calendar[day];
    }
    bool is_open_on(std::uint32_t day) const { return day_model(day).first < day_model(day).end; }
    /// Whether the closing of the day is the opening of the next: then it does not close.
    bool goes_on_after(std::uint32_t day) const {
        const bool meets = close - open == kDay && day_model(day).end == intervals && day_model(day + 1).first == 0;
        return meets && is_open_on(day) && is_open_on(day + 1);
    }

    static SourceId source_of(CallTypeId type) { return source_id(SourceKind::call_type, index(type)); }
    static SourceId source_of(NumberId number) { return source_id(SourceKind::number, index(number)); }
    static SourceId source_of(CampaignId campaign) { return source_id(SourceKind::campaign, index(campaign)); }
    /// Peaks have no place among `sources`: their customers go the way of a call type or number.
    static SourceId source_of_decision(std::uint32_t decision) { return source_id(SourceKind::decision, decision); }
    static std::optional<CampaignId> campaign_of(SourceId source) {
        if (kind_of(source) != SourceKind::campaign) return std::nullopt;
        return CampaignId(static_cast<std::uint16_t>(place_in_kind(source)));
    }

    std::size_t number_count() const { return sources.size() - call_types.size() - campaigns.size(); }
    /// The place among `sources`, which no peak has.
    std::size_t place_of(SourceId source) const {
        switch (kind_of(source)) {
        case SourceKind::call_type: break;
        case SourceKind::number: return call_types.size() + place_in_kind(source);
        case SourceKind::campaign: return sources.size() - campaigns.size() + place_in_kind(source);
        case SourceKind::decision: return sources.size();
        }
        return place_in_kind(source);
    }
    SourceId source_at(std::size_t place) const {
        if (place < call_types.size()) return source_id(SourceKind::call_type, place);
        place -= call_types.size();
        if (place < number_count()) return source_id(SourceKind::number, place);
        return source_id(SourceKind::campaign, place - number_count());
    }
    const SourceModel& source(SourceId id) const { return sources[place_of(id)]; }

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
/// `room` runs the machines; without one a scenario with look-ups cannot be run.
std::shared_ptr<const Model> prepare(const Scenario& scenario, std::shared_ptr<const MachineRoom> room = nullptr);

}  // namespace floorwalker::model
