#pragma once

#include <array>
#include <cstdint>
#include <variant>

#include <floorwalker/agent_state.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/infrastructure.hpp>
#include <floorwalker/journey.hpp>
#include <floorwalker/outcome.hpp>
#include <floorwalker/people_facts.hpp>
#include <floorwalker/routing.hpp>
#include <floorwalker/time.hpp>

/// What happens in the centre, as the model states it. KPIs, contact records, the digest and the window are made from
/// facts alone. Facts come in the order of events; several may share a moment.
namespace floorwalker {

/// A contact that is in the centre: where it is kept, who it is, and the interval of the day in which it came (from 0).
struct ContactRef {
    ContactId id{};
    Customer customer;
    CallTypeId call_type{};  ///< what an agent is, or will be, asked for; of a caller in the IVR of a number: not known
    TierId tier{};
    std::uint32_t day = 0;       ///< on which this contact came, from 0; its customer may have come first on another
    std::uint16_t interval = 0;  ///< of that day
    std::uint8_t attempt = 0;    ///< 0: the first call of this customer
    std::uint8_t leg = 0;        ///< 0: the first agent; more after transfers
};

/// The call type of a caller who has not told it yet.
inline constexpr CallTypeId kNoCallType{0xFFFF};

/// The centre opens for a day (from 0). A day on which it stays closed opens and closes at once.
struct DayOpened {
    TimePoint at{};
    std::uint32_t day = 0;
};

/// An interval of the opening hours begins. `interval` equal to the number of intervals in a day means: closed from now
/// on.
struct IntervalBegan {
    TimePoint at{};
    std::uint32_t day = 0;
    std::uint16_t interval = 0;
};

/// A contact came and found a line and a place.
struct Offered {
    TimePoint at{};
    ContactRef contact;
};

enum class BlockReason : std::uint8_t { no_line, no_port, no_place, queue_closed };

/// A contact came and found no free line, no IVR port or no place in the queue. It is gone; `contact.id` is kNoContact
/// unless it comes out of the IVR.
struct Blocked {
    TimePoint at{};
    ContactRef contact;
    BlockReason reason{};
};

/// An offered contact hears the IVR before it asks for an agent.
struct EnteredIvr {
    TimePoint at{};
    ContactRef contact;
    FlowId flow{};
};

struct EnteredNode {
    TimePoint at{};
    ContactRef contact;
    FlowId flow{};
    NodeId node{};
};

enum class IvrOutcome : std::uint8_t {
    contained,    ///< served by the machine; the contact has left
    gave_up,      ///< hung up; the contact has left
    not_served,   ///< the call ended without service; the contact has left
    wants_agent,  ///< `contact.call_type` is now what it asks for
};

struct LeftIvr {
    TimePoint at{};
    ContactRef contact;
    FlowId flow{};
    IvrOutcome outcome{};
    Duration spent{};
};

/// No agent was free; the contact waits. `patience` is how long it is ready to, kForever if need be.
struct Queued {
    TimePoint at{};
    ContactRef contact;
    Duration patience{};
};

/// What each estimator says at the moment when a contact joins the queue; stated where the scenario uses any.
struct WaitEstimated {
    TimePoint at{};
    ContactRef contact;
    std::array<Duration, kWaitEstimators> estimates{};
};

/// A waiting contact may be served by more groups, or with another priority: step `step` of its call type was taken.
struct StepTaken {
    TimePoint at{};
    ContactRef contact;
    std::uint16_t step = 0;
    bool taken = true;  ///< false: its conditions did not hold
};

/// The contact gave up after `waited`; one that was not `queued` left at once, or while it rang.
struct Abandoned {
    TimePoint at{};
    ContactRef contact;
    Duration waited{};
    bool queued = true;
};

/// The centre closed and sent the waiting contact away.
struct Dismissed {
    TimePoint at{};
    ContactRef contact;
    Duration waited{};
};

/// An agent takes the contact, from the queue or at once. `waited` includes all that it rang.
struct Answered {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    Duration waited{};
    bool queued = false;
    Duration rang{};  ///< at this agent
};

/// The agent's talk is over. Unless it goes on to another agent, the line is free and the contact has left.
struct TalkEnded {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    Duration talk{};  ///< of this agent with this contact; of chats its part of the agent's time
    bool leaves = true;
};

/// A chat or a piece of mail is done, `elapsed` after it came.
struct WorkDone {
    TimePoint at{};
    ContactRef contact;
    GroupId group{};
    Duration elapsed{};
    bool in_due = true;
};

/// An agent left a piece of mail for a call. The mail goes back to the head of its queue.
struct Interrupted {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    Duration worked{};
};

/// A contact asks for another agent: its next leg begins. `contact` is as it goes on.
struct Transferred {
    TimePoint at{};
    ContactRef contact;
    CallTypeId from{};
    AgentId agent{};
    GroupId group{};
    TransferKind kind{};
    bool is_escalation = false;
    bool is_return = false;  ///< back to the first agent
};

/// The contact was offered a callback.
struct CallbackOffered {
    TimePoint at{};
    ContactRef contact;
    bool accepted = false;
};

enum class CallbackReason : std::uint8_t {
    accepted,  ///< the customer would rather be called than wait
    missed,    ///< it had abandoned
    on_paper,  ///< it was answered while the systems were down, and its request written down
};

/// It is on the list of those to be called; it waits without a line from now on.
struct CallbackKept {
    TimePoint at{};
    ContactRef contact;
    CallbackReason reason{};
};

/// An agent has dialled. When `reached`, the talk begins.
struct CalledBack {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    bool reached = false;
    Duration waited{};  ///< since the callback was kept
};

/// The last attempt failed, or the run is over; the contact has left.
struct CallbackMissed {
    TimePoint at{};
    ContactRef contact;
};

enum class CallAgainReason : std::uint8_t { blocked, abandoned, unsolved, dropped };

/// A customer will call again at `then`. `contact` is the one that has ended.
struct WillCallAgain {
    TimePoint at{};
    ContactRef contact;
    CallAgainReason reason{};
    TimePoint then{};
};

enum class DialOutcome : std::uint8_t {
    no_answer,
    answered,  ///< a contact begins: the fact that follows is Offered
};

/// A number of a campaign was dialled and somebody, or nobody, has answered.
struct Dialled {
    TimePoint at{};
    CampaignId campaign{};
    Customer customer;
    DialOutcome outcome{};
    bool right_party = true;
    AgentId agent = kNoAgent;  ///< who was kept free for it
};

/// The agent has finished what was left to do after the contact. Only stated when there was something.
struct WrapUpEnded {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    Duration wrap_up{};
};

/// An agent enters another state. An agent who goes from one contact straight to the next changes none.
struct AgentChanged {
    TimePoint at{};
    AgentId agent{};
    GroupId group{};
    AgentState from{};
    AgentState to{};
};

/// From now on `agents` people of the group are on duty and paid, whether present or absent.
struct DutyChanged {
    TimePoint at{};
    GroupId group{};
    std::int64_t agents = 0;
};

/// A decision took effect, or (`ended`) its time was over. `decision` is its place in the world's list of decisions.
struct DecisionApplied {
    TimePoint at{};
    std::uint32_t decision = 0;
    bool ended = false;
};

/// What the contact has come to, after its last talk; stated of call types with an outcome, but not of those whom the
/// centre has called.
struct OutcomeKnown {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};  ///< its last
    GroupId group{};
    Outcome outcome;
};

/// A contact that was picked out for quality monitoring has been judged, at the end of its day; or, not `taken`,
/// monitors had no time for it. The contact has left: its id is kNoContact.
struct Monitored {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    std::uint32_t monitor = 0;   ///< from 0
    std::uint32_t meetings = 0;  ///< for calibration, so far
    bool taken = true;
    bool with_feedback = false;     ///< the agent hears about it
    double score = 0.0;             ///< what the monitor gives, from 0 to 100
    double quality = 0.0;           ///< what it truly was
    std::uint8_t survey_score = 0;  ///< what the customer gave; 0: was not asked
};

/// The phone of an agent rings for the contact, which is `queued` or came when the agent was free. It goes on waiting.
struct RingBegan {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    Duration waited{};
    bool queued = false;
};

/// The agent has not taken it. The contact looks for another, or waits in its old place.
struct RingMissed {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    Duration rang{};
};

/// The customer, whose contact the agent has just answered, is abusive. When `ended`, the agent ends the talk after
/// fair warning.
struct Abused {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    bool ended = false;
};

/// At midnight a person leaves its place, which is vacant from now on; one who is at work finishes the shift first.
/// People are numbered within their group, from 0, in the order in which they came.
struct PersonLeft {
    TimePoint at{};
    AgentId agent{};
    GroupId group{};
    std::uint32_t person = 0;
    double tenure_days = 0.0;
};

/// A new person takes a vacant place, trained, and works its shifts from the next that begins.
struct PersonJoined {
    TimePoint at{};
    AgentId agent{};
    GroupId group{};
    std::uint32_t person = 0;
};

/// From now on so many people of the group are in lessons: in training, or trained and waiting for a place. They are
/// paid, and among those of DutyChanged.
struct TraineesChanged {
    TimePoint at{};
    GroupId group{};
    std::int64_t people = 0;
};

/// The agent has looked something up, and talks on. `held` is not part of the talk.
struct HoldEnded {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    Duration held{};
    Duration silence{};  ///< of that, the longest in which the customer heard nothing from the agent
};

/// Who waits for a look-up: the IVR on behalf of a caller, or an agent.
enum class LookUpBy : std::uint8_t { ivr, agent };

enum class LookUpEnd : std::uint8_t {
    answered,
    failed,    ///< no try was answered in time
    given_up,  ///< whoever waited for it is gone
};

/// A look-up at a server is over. One that was answered within the same microsecond states nothing: it changed nothing.
struct LookedUp {
    TimePoint at{};
    ContactRef contact;  ///< of a look-up after the talk, the one that has left
    ServerId server{};
    LookUpBy by{};
    LookUpMoment when{};       ///< of an agent's
    AgentId agent = kNoAgent;  ///< of an agent's, and so is the next
    GroupId group{};
    Duration took{};
    std::uint8_t tries = 1;
    LookUpEnd end{};
};

/// From now on so many look-ups are at the server: those that it works on, and those that share its cores with them.
struct ServerLoad {
    TimePoint at{};
    ServerId server{};
    std::uint32_t present = 0;
};

enum class MachineKind : std::uint8_t { server, link, site };

/// A machine has another speed from now on, times its own: 0 is off, and above 0 on again.
struct MachineChanged {
    TimePoint at{};
    MachineKind kind{};
    std::uint16_t machine = 0;  ///< its ServerId, LinkId or SiteId
    double speed = 1.0;
};

/// The contact is served on paper from now on, because a look-up at the server has failed, or is known to.
struct WentToPaper {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    ServerId server{};
};

/// What was written down for one contact has been entered, by somebody of the group; it took `entry`, which is time of
/// wrapping up, but of no contact.
struct EnteredFromPaper {
    TimePoint at{};
    AgentId agent{};
    GroupId group{};
    Duration entry{};
};

/// The talk is cut off: the agent's site is lost. The TalkEnded of this contact comes next.
struct CallDropped {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
};

/// How an agent feels at the end of a talk; stated where the scenario asks how work wears people down.
struct LoadFelt {
    TimePoint at{};
    AgentId agent{};
    GroupId group{};
    double fatigue = 0.0;
    double stress = 0.0;
};

/// From now on `present` leaders of the group are on the floor, as long as any of its agents is, and `busy` of them
/// with an agent.
struct LeadersChanged {
    TimePoint at{};
    GroupId group{};
    std::int64_t present = 0;
    std::int64_t busy = 0;
};

using Fact =
    std::variant<DayOpened, IntervalBegan, Offered, Blocked, Queued, Abandoned, Dismissed, Answered, TalkEnded,
                 WrapUpEnded, AgentChanged, DutyChanged, DecisionApplied, EnteredIvr, EnteredNode, LeftIvr,
                 WaitEstimated, StepTaken, WorkDone, Interrupted, Transferred, CallbackOffered, CallbackKept,
                 CalledBack, CallbackMissed, WillCallAgain, Dialled, Missing, StaysOn, OutcomeKnown, Monitored,
                 RingBegan, RingMissed, Abused, PersonLeft, PersonJoined, TraineesChanged, HoldEnded, LoadFelt,
                 LeadersChanged, LookedUp, ServerLoad, MachineChanged, WentToPaper, EnteredFromPaper, CallDropped>;

}  // namespace floorwalker
