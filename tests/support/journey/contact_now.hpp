#pragma once

#include <optional>
#include <set>
#include <vector>

#include <floorwalker/facts.hpp>

/// Where contacts and agents are, as facts tell it.
namespace floorwalker::support {

enum class ContactPlace : std::uint8_t {
    gone,
    asking,  // for an agent, within one event: it comes, leaves the IVR, or goes on to another
    in_ivr,
    waiting,
    with_agent,
    kept,  // hung up, and will be called back
    ringing,
};

struct ContactNow {
    ContactPlace place = ContactPlace::gone;
    ContactRef ref;
    TimePoint came{};
    TimePoint left{};
    // In the IVR.
    FlowId flow{};
    std::optional<NodeId> node;
    TimePoint ivr_since{};
    std::size_t nodes = 0;  // visited
    // This leg.
    TimePoint asked{};  // for this agent
    bool has_queued = false;
    bool has_rung = false;         // for anybody
    Duration patience = kForever;  // of one who waits
    std::uint16_t next_step = 0;
    std::vector<GroupId> opened;  // by steps
    bool is_sent_away = false;    // by a step, at this moment
    bool is_return = false;
    std::optional<TransferKind> came_by;  // to this leg
    AgentId returns_to = kNoAgent;
    // With agents.
    AgentId agent = kNoAgent;
    AgentId holder = kNoAgent;          // the first agent of a warm transfer or a conference
    std::optional<Duration> most_talk;  // of an abusive one whom the agent ends
    TimePoint answered{};
    Duration worked{0};  // of mail, before it was left for a call
    bool was_interrupted = false;
    bool is_on_paper = false;  // the agent writes its request down and no more
    Duration felt{0};          // how long it has waited, for whomever
    // Callbacks.
    bool was_offered_callback = false;
    bool has_accepted = false;
    TimePoint kept_since{};
    std::int64_t dialled = 0;
    bool was_called_back = false;
    bool is_dropped = false;
    bool has_paper = false;  // one of its agents has done without the machines: others may have to

    bool is_inside() const { return place != ContactPlace::gone; }
};

struct AgentNow {
    AgentState state = AgentState::signed_out;
    std::int64_t missing = 0;  // shifts
    bool stays = false;        // its shift is over
    TimePoint stays_since{};
    GroupId group{};
    bool is_known = false;            // of those who were hired: has come in before
    std::optional<ContactRef> call;   // talks with, or holds on a transfer
    std::optional<ContactRef> mail;   // works on
    std::optional<ContactRef> rings;  // its phone rings for
    std::set<ContactId> chats;        // open windows
    std::optional<ContactRef> last;   // ended just now: there may be something left to do
    bool is_wrapping_up = false;
    TimePoint since{};  // of the call, the mail, or the wrap-up
    TimePoint last_end{};
    TimePoint held_since{};  // it looks something up
    double pace = 1.0;       // of the present talk or wrap-up, by how worn out it is

    bool is_serving() const { return call || mail || !chats.empty(); }
};

}  // namespace floorwalker::support
