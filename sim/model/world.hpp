#pragma once

#include <cstdint>
#include <vector>

#include <floorwalker/decision.hpp>
#include <floorwalker/facts.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

#include "sim/kernel/event_list.hpp"
#include "sim/kernel/stream.hpp"
#include "sim/model/model.hpp"

/// The whole state of a running centre as one value. A copy is a snapshot; running the copy on is a what-if.
namespace floorwalker::model {

enum class EventKind : std::uint32_t {
    contact_arrives,      // subject: call type
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
};

inline constexpr std::uint32_t kNone = 0xFFFF'FFFF;

/// A contact in the centre, from arrival to the end of talk.
struct ContactState {
    Customer customer;
    TierId tier{};
    std::uint16_t interval = 0;  // of the day of arrival
    LaneId lane{};
    std::uint32_t previous = kNone;  // neighbours in the lane
    std::uint32_t next = kNone;
    TimePoint arrived{};
    kernel::EventHandle patience;
    std::uint64_t talk_word = 0;  // the customer's luck for the talk, known since the arrival
};

struct LaneState {
    std::uint32_t head = kNone;
    std::uint32_t tail = kNone;
    std::uint32_t waiting = 0;
    int priority = 0;
    TimePoint head_ranked{};  // when the head arrived, less its credit
};

struct PoolState {
    std::uint32_t idle_head = kNone;  // idle longest
    std::uint32_t idle_tail = kNone;
};

struct AgentRecord {
    AgentState state = AgentState::signed_out;
    /// Shifts that it is on now, extra hours included; two when one begins before the centre lets it go from the last.
    /// Under a head count everybody is always on one.
    std::uint16_t shifts = 0;
    GroupId group{};
    PoolId pool{};
    ProficiencyId proficiency{};
    std::uint32_t previous = kNone;  // neighbours among the idle of the pool
    std::uint32_t next = kNone;
    std::uint64_t idle_order = 0;  // smaller: idle longer
    TimePoint since{};             // when the present talk or wrap-up began
    ContactRef contact;            // the one it handles

    bool on_duty() const { return shifts > 0; }
};

struct GroupState {
    std::int64_t head_count = 0;  // by the plan of this interval; unused by shift
    std::int64_t extra = 0;       // more, by decisions
    std::int64_t absent = 0;      // fewer, by decisions
    std::int64_t on_shift = 0;    // agents whose shift it is
    std::int64_t present_on_duty = 0;
    std::int64_t present_off_duty = 0;  // finishing their last contact
    std::int64_t paid = 0;              // as last stated
    std::vector<AgentId> agents;
    std::vector<AgentId> spare;  // came by decision into a group that works by shift
};

/// Where a call type's arrivals have got to.
struct ArrivalState {
    Customer next;                // who comes next
    std::uint64_t talk_word = 0;  // that customer's
    TimePoint last{};             // the arrival before
    TimePoint interval_end{};     // of the interval that the cursor is in
    std::uint16_t interval = 0;
    double gap_factor = 1.0;  // 1 / the day's busyness
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
    std::uint32_t begun_days = 0;  // whose calendar is made

    std::vector<ArrivalState> arrivals;  // by call type
    std::size_t next_recorded = 0;

    std::vector<ContactState> contacts;
    std::vector<std::uint32_t> free_contacts;
    std::vector<LaneState> lanes;
    std::vector<std::int64_t> waiting_of_type;
    std::int64_t waiting = 0;
    std::int64_t in_centre = 0;  // each holds a line

    std::vector<AgentRecord> agents;
    std::vector<PoolState> pools;
    std::vector<GroupState> groups;
    std::uint64_t idle_counter = 0;
    // While the centre drains its staff stays: what would send people home waits until the queue is empty.
    std::vector<std::uint32_t> deferred_shift_ends;
    std::vector<std::uint32_t> deferred_extra_ends;
    kernel::EventHandle end_of_run;  // dismisses who still waits a day after the last closing

    std::vector<Decision> decisions;
};

}  // namespace floorwalker::model
