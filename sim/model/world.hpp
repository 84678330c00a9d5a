#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/decision.hpp>
#include <floorwalker/facts.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

#include "sim/kernel/event_list.hpp"
#include "sim/kernel/stream.hpp"
#include "sim/model/journey/journey.hpp"
#include "sim/model/machines/order.hpp"
#include "sim/model/machines/state.hpp"
#include "sim/model/model.hpp"

/// The whole state of a running centre as one value. A copy is a snapshot; running the copy on is a what-if.
namespace floorwalker::model {

enum class EventKind : std::uint32_t {
    contact_arrives,      // subject: source
    patience_ends,        // subject: contact
    talk_ends,            // subject: agent
    wrap_up_ends,         // subject: agent
    recorded_call,        // no subject: the time of the next call of the replay has come
    recorded_call_comes,  // and all that the calendar has for this moment is done, such as an opening
    day_begins,           // subject: day
    centre_opens,         // subject: day
    interval_begins,      // subject: interval
    centre_closes,        // subject: day
    shift_begins,         // subject: shift block
    shift_ends,           // subject: shift block
    decision_begins,      // subject: decision; its time has come
    decision_begins_now,  // and all that the calendar has for this moment is done: so a live decision equals a scripted
                          // one
    decision_ends,        // subject: decision
    decision_ends_now,
    run_ends,  // no subject: who still waits a day after the last closing is dismissed

    ivr_step,              // subject: contact; the node that it is in is done
    route_step,            // subject: contact; the time of its next step in the queue has come
    stops_waiting_for,     // subject: contact; it waits no longer for one agent
    hold_ends,             // subject: contact; the first agent waits no longer for the second
    briefing_ends,         // subject: contact; the first agent of a warm transfer is free
    chat_ends,             // subject: contact
    callback_is_dialled,   // subject: agent; somebody answers, or nobody
    callback_comes,        // subject: contact; the next attempt is due
    callback_is_due,       // subject: contact; no longer only at a quiet time
    customer_calls_again,  // subject: caller; the time has come
    caller_comes_again,    // subject: caller; and all that the calendar has for this moment is done, such as an opening
    peak_contact_arrives,  // subject: peak
    campaign_wakes,        // subject: campaign
    number_is_dialled,     // subject: dial; somebody answers, or nobody
    record_comes_back,     // subject: dial; the next attempt on its record is due

    away_is_due,  // subject: plan of an agent to be away
    away_ends,    // subject: agent

    late_one_comes,    // subject: agent
    slip_is_due,       // subject: agent; it wants to be away for a moment
    slip_ends,         // subject: agent
    shift_hands_over,  // subject: shift block; it ends, and who comes at this moment has come
    stay_ends,         // subject: agent; it stays no longer, or another step
    monitoring_ends,   // subject: day; its samples are judged
    ring_ends,         // subject: contact; its agent takes it, or does not
    look_up_begins,    // subject: agent; its customer is on hold
    look_up_ends,      // subject: agent
    attention_ends,    // subject: agent; a leader has had time for it
    aside_ends,        // subject: agent

    look_up_is_due,  // subject: agent; it asks a server during its talk
    entry_ends,      // subject: agent; what was on paper is entered
    machine_phase,   // subject: phase of a machine
    machine_breaks,  // subject: machine that can break; or it is repaired
    site_has_room,   // subject: site; for another call
};

/// A contact in the centre, from arrival to the end of the last talk.
struct ContactState {
    ContactRef ref;
    LaneId lane{};
    bool is_plain = true;            // the world has no journey for it
    std::uint32_t previous = kNone;  // neighbours in the lane
    std::uint32_t next = kNone;
    TimePoint since{};   // began to wait for the present agent
    TimePoint ranked{};  // the same less its credit: its place in the lane
    kernel::EventHandle patience;
    std::uint64_t talk_word = 0;  // the customer's luck for the talk, known since the arrival
};

struct LaneState {
    std::uint32_t head = kNone;
    std::uint32_t tail = kNone;
    std::uint32_t waiting = 0;
    int priority = 0;
    TimePoint head_ranked{};
};

/// Agents linked by their `previous` and `next`.
struct AgentList {
    std::uint32_t head = kNone;
    std::uint32_t tail = kNone;
};

struct PoolState {
    std::uint32_t idle_head = kNone;  // idle longest
    std::uint32_t idle_tail = kNone;
    std::uint32_t idle = 0;
};

/// What only some pools have, apart from the lists that every contact needs.
struct PoolExtras {
    AgentList chatting;       // with a window free
    AgentList interruptible;  // with mail that can be left for a call
};

/// In which of the lists beside that of the idle an agent is.
enum class AgentListed : std::uint8_t { none, chatting, interruptible };

struct AgentRecord {
    AgentState state = AgentState::signed_out;
    bool has_plain_contact = true;
    AgentListed listed = AgentListed::none;
    std::uint8_t chats = 0;  // open now
    /// Shifts that it is on now, extra hours included; two when one begins before the centre lets it go from the last.
    /// Under a head count everybody is always on one.
    std::uint16_t shifts = 0;
    GroupId group{};
    PoolId pool{};
    ProficiencyId proficiency{};
    std::uint32_t previous = kNone;  // neighbours in the list that it is in
    std::uint32_t next = kNone;
    std::uint64_t idle_order = 0;  // smaller: idle longer
    TimePoint since{};             // when the present talk or wrap-up began
    ContactRef contact;            // the one it handles; of chats the last one taken

    bool on_duty() const { return shifts > 0; }
};

/// What makes an agent different from others of its proficiency.
struct Person {
    std::uint32_t number = 0;   // within its group: its name in the streams of luck
    std::uint32_t day = kNone;  // for which `multiple` holds
    std::uint32_t week = 0;     // for which `pace` holds
    bool varies = false;        // has a pace of its own
    double pace = 0.0;          // standard normal: the logarithm of its handling time, against the group's spread
    double tenure_days = 0.0;   // on the first day of the run; of who comes later below 0
    double multiple = 1.0;      // on handling time, of pace and tenure
    double fatigue = 0.0;       // from 0 to 1, at `load_at`
    double stress = 0.0;        // likewise
    TimePoint load_at{};
    std::array<float, kTraits> traits{};  // in standard deviations
    std::uint32_t quality = 0;            // place among the model's
    TimePoint signed_in{};                // since when it is here
    std::uint32_t joined_day = kNone;     // of the run; none: there from the beginning
    std::uint32_t missed_shifts = 0;      // of the place, going on now, for which nobody has come
    bool is_gone = false;                 // the place is vacant
    bool wants_leader = false;            // has been abused
};

struct GroupState {
    std::int64_t head_count = 0;  // by the plan of this interval; unused by shift
    std::int64_t extra = 0;       // more, by decisions
    std::int64_t absent = 0;      // fewer, by decisions
    std::int64_t lost = 0;        // decisions by which their site is lost: nobody is wanted
    std::int64_t on_shift = 0;    // agents whose shift it is
    std::int64_t present_on_duty = 0;
    std::int64_t present_off_duty = 0;  // finishing their last contact
    std::int64_t paid = 0;              // as last stated
    std::int64_t away = 0;              // of those present
    std::int64_t away_unpaid = 0;       // of those
    std::int64_t systems_down = 0;      // decisions that say so
    std::int64_t missing_paid = 0;      // on shift, but not there
    std::int64_t late = 0;              // of the missing: still to come
    std::int64_t held = 0;              // stay until their relief has come
    std::int64_t in_overtime = 0;
    std::int64_t leaders_present = 0;
    std::int64_t leaders_busy = 0;
    double peer_days = 0.0;       // tenure that experienced colleagues have added
    std::uint32_t peer_day = 0;   // up to which day
    std::int64_t in_lessons = 0;  // paid beside those on duty
    std::int64_t trained = 0;     // without a place yet
    std::int64_t to_replace = 0;  // have left since the last class that replaces
    std::uint32_t people = 0;     // who have ever been there
    std::vector<AgentId> agents;
    std::vector<AgentId> spare;  // came by decision into a group that works by shift
};

/// Where an agent stands with what takes it away from contacts.
struct AwayState {
    std::uint32_t plan = kNone;  // that it follows now
    std::uint32_t due = 0;       // plans whose time has come
    kernel::EventHandle end;
};

/// What keeps an agent from being there, as drawn so far.
struct AbsenceState {
    bool is_on_leave = false;
    bool is_ill = false;
    bool is_slip_due = false;
    std::uint32_t slips = 0;     // drawn
    std::uint32_t late_for = 0;  // the shift block to which it still comes
    kernel::EventHandle slip;    // the next, or the end of this one
};

/// One who does not come to a shift, or has not yet.
struct Missed {
    AgentId agent{};
    AbsenceCause cause{};
    kernel::EventHandle comes;
};

/// Why an agent stays whose shift is over.
struct StayState {
    std::optional<StayReason> reason;
    TimePoint since{};
    kernel::EventHandle end;
};

/// A contact that may be judged by a monitor, with its luck in the choice.
struct Sample {
    double luck = 0.0;
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    double quality = 0.0;
    std::uint8_t survey_score = 0;
};

struct MonitoredAgent {
    bool is_known = false;      // has had a contact
    double phase = 0.0;         // on the number of samples due, from 0 to 1
    std::uint32_t since = 0;    // day
    std::int64_t picked = 0;    // samples until yesterday
    std::vector<Sample> today;  // that are picked out so far, by luck
};

/// People who are trained together and will be ready on a day.
struct TrainingClass {
    GroupId group{};
    std::uint32_t until_day = 0;
    std::int64_t people = 0;
};

/// Where a source's arrivals have got to.
struct ArrivalState {
    Customer next;                // who comes next
    std::uint64_t talk_word = 0;  // that customer's
    TimePoint last{};             // the arrival before
    TimePoint interval_end{};     // of the interval that the cursor is in
    std::uint16_t interval = 0;
    std::uint16_t end = 0;    // the first interval after today's hours
    double gap_factor = 1.0;  // 1 / the day's factors
};

/// A group that a decision keeps off a call type.
struct KeptOff {
    GroupId group{};
    CallTypeId call_type{};

    friend bool operator==(const KeptOff&, const KeptOff&) = default;
};

struct World {
    kernel::StreamKey key;
    kernel::EventList events;
    TimePoint now{};
    std::uint64_t steps = 0;

    std::uint32_t day = 0;
    std::uint16_t interval = 0;
    bool is_open = false;
    bool is_draining = false;
    bool campaigns_want_line = false;  // one would have dialled, perhaps, but for the lines
    std::uint32_t begun_days = 0;      // whose calendar is made

    std::vector<ArrivalState> arrivals;  // by source
    std::size_t next_recorded = 0;

    std::vector<ContactState> contacts;
    std::vector<Journey> journeys;  // by contact, of those that are not plain
    std::vector<std::uint32_t> free_contacts;
    std::vector<LaneState> lanes;
    std::vector<std::int64_t> waiting_of_type;
    std::int64_t waiting = 0;
    std::int64_t lines_used = 0;
    std::int64_t ports_used = 0;
    // Contacts in lanes for whom no staff stays after closing: mail, callbacks of a quiet time.
    std::int64_t deferred_waiting = 0;
    std::int64_t ringing = 0;  // contacts, which are in no lane
    bool is_finished = false;  // the last day is over

    std::vector<WaitMemory> waits;     // by call type; empty where nobody asks
    std::vector<CallerState> callers;  // who will call again
    std::vector<std::uint32_t> free_callers;
    std::vector<PeakState> peaks;
    std::vector<OutageState> outages;  // by call type; empty before the first
    std::int64_t self_service_outages = 0;
    std::vector<CampaignState> campaigns;
    std::vector<DialState> dials;
    std::vector<std::uint32_t> free_dials;

    std::vector<AgentRecord> agents;
    std::vector<PoolState> pools;
    std::vector<PoolExtras> pool_extras;
    std::vector<Occupation> occupations;  // by agent; empty where nobody asks
    std::vector<std::uint32_t> wanting;   // by agent: the first contact that waits for it alone
    std::vector<std::uint32_t> chats;     // by agent: the chat that it took last
    std::vector<Person> people;           // by agent; empty unless Features::people()
    std::vector<std::uint32_t> handled;   // contacts finished, by agent and call type; empty unless Features::practice
    std::vector<TrainingClass> training;
    std::vector<GroupState> groups;
    std::vector<AwayState> away;              // by agent; empty where nobody is ever away
    std::vector<std::uint32_t> away_due;      // plans whose time has come, first come first
    std::vector<kernel::EventHandle> asides;  // by agent: when it comes back from what nobody planned
    std::vector<std::uint32_t> away_at_once;  // by activity: how many are away
    std::vector<AbsenceState> absences;       // by agent known before the run; empty where nobody is ever missing
    // By shift block: those who miss it, in the order of agents, for each time that it has begun and not ended.
    std::vector<std::vector<std::vector<Missed>>> missed;
    std::vector<StayState> stays;  // by agent known before the run; empty where nobody stays
    std::uint64_t idle_counter = 0;
    // While the centre drains its staff stays: what would send people home waits until the queue is empty.
    std::vector<std::uint32_t> deferred_shift_ends;
    std::vector<std::uint32_t> deferred_extra_ends;
    kernel::EventHandle end_of_run;  // dismisses who still waits a day after the last closing

    std::vector<Decision> decisions;
    std::vector<KeptOff> kept_off;            // now; twice what two decisions say
    std::vector<std::uint32_t> disturbances;  // decisions going on that change outcomes
    std::vector<MonitoredAgent> monitored;    // by agent; empty where nobody is

    MachinesState machines;            // empty unless Features::machines
    std::vector<MachineOrder> orders;  // of the last event, for the machines
    /// Look-ups that have just begun, and may be answered before anything else happens.
    std::uint32_t fresh_look_ups = 0;

    /// Contacts between their first second and their last, wherever they are.
    std::int64_t in_centre() const { return static_cast<std::int64_t>(contacts.size() - free_contacts.size()); }
};

}  // namespace floorwalker::model
