#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/routing.hpp>
#include <floorwalker/time.hpp>

#include "sim/kernel/event_list.hpp"
#include "sim/model/prepared/places.hpp"

/// The state of whatever goes beyond the plain way of a contact.
namespace floorwalker::model {

inline constexpr std::uint32_t kNone = 0xFFFF'FFFF;

/// Where a contact that is not plain is.
enum class Whereabouts : std::uint8_t {
    arriving,  // or between two of the others, within one event
    in_ivr,
    in_lane,
    with_one,  // waits for one agent and no other
    with_agent,
    called_back,  // an agent dials its number
    put_off,      // a callback between two attempts
    ringing,
};

/// What a node has decided, to be done when its time is over.
enum class AfterNode : std::uint8_t { go_on, again, contained, not_served };

struct Journey {
    SourceId entry{};  // whose IVR and tiers it has: the model's source, even where the customer is one of a peak
    Whereabouts place = Whereabouts::arriving;
    bool holds_line = false;
    bool holds_port = false;
    bool is_deferred = false;
    bool is_right_party = true;  // of an outbound contact
    bool is_outbound = false;    // we have called it
    bool was_offered = false;    // a callback
    bool is_callback = false;    // hung up and will be called
    bool is_on_paper = false;    // its agent writes its request down and no more
    bool was_interrupted = false;
    bool ends_by_agent = false;      // its talk, because the customer is abusive
    std::uint8_t attempts_left = 0;  // of a callback
    std::uint8_t dialled = 0;        // attempts made
    std::uint8_t tries = 0;          // of the present menu
    std::uint8_t visits = 0;         // nodes entered
    AfterNode after_node = AfterNode::go_on;
    FlowId flow{};
    NodeId node{};
    NodeId next_node{};
    std::uint16_t step = 0;  // the next one of its call type
    TimePoint arrived{};
    TimePoint ivr_since{};
    TimePoint kept_since{};                 // as a callback
    Duration waited{0};                     // for all its agents, and until a callback was kept
    kernel::EventHandle timer;              // the next that happens to it by itself
    kernel::EventHandle hold_timer;         // of the agent who holds it; of a callback, the next attempt
    AgentId last_agent = kNoAgent;          // who handled this customer last
    AgentId held_by = kNoAgent;             // who stays until another has come
    AgentId wanted = kNoAgent;              // for whom it waits alone
    std::uint32_t next_wanting = kNone;     // who waits for the same agent after it
    std::optional<std::uint16_t> transfer;  // by which it came to this leg, of the call type `from`
    CallTypeId from{};
    AgentId returns_to = kNoAgent;  // to whom it goes back at the end of this leg
    bool is_return = false;
    // Work that is done bit by bit, chats and mail: what is left of it at `progress_at`, at full speed.
    double left_us = 0.0;
    TimePoint progress_at{};
    Duration engaged{0};
    Duration on_hold{0};              // of a call: how long, at the time that comes; then left_us of the talk
    Duration silence{0};              // of that, the longest without a word
    std::uint32_t next_chat = kNone;  // of the same agent
    AgentId agent = kNoAgent;         // who chats with it, or whose phone rings
    // While it rings.
    bool was_queued = false;
    bool rings_out = false;   // nobody will take it
    std::uint32_t rings = 0;  // of this leg, before the present one
};

/// What a call type remembers for its estimates of the wait.
struct WaitMemory {
    Duration last{0};
    double average_us = 0.0;
    std::uint64_t answered = 0;
};

/// A customer outside who will call again.
struct CallerState {
    ContactRef contact;  // as it will come; id unknown yet
    SourceId entry{};
    AgentId last_agent = kNoAgent;
};

/// The arrivals that a decision brings.
struct PeakState {
    std::uint32_t decision = 0;
    Customer next;
    TimePoint start{};
    TimePoint end{};
    double cumulated = 0.0;  // unit exponentials so far
};

/// Of a call type: how many outages go on, and when the last of them ends.
struct OutageState {
    std::int64_t going_on = 0;
    TimePoint until{};
};

struct CampaignState {
    struct Record {
        std::uint32_t number = 0;
        std::uint8_t attempt = 0;
    };

    std::uint32_t next_record = 0;    // of those never dialled
    std::vector<Record> coming_back;  // due again, a stack is enough: all are late
    std::int64_t in_flight = 0;
    /// Of a predictive dialer: answers that it dials for, for each agent expected to be free.
    double pace = 1.0;
};

struct DialState {
    CampaignId campaign{};
    CampaignState::Record record;
    AgentId agent = kNoAgent;  // kept free for it
};

/// How much of its time on the floor an agent has handled contacts.
struct Occupation {
    Duration busy{0};
    TimePoint signed_in{};
    TimePoint busy_since{};
    bool is_busy = false;
};

}  // namespace floorwalker::model
