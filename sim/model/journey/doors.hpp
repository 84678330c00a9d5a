#pragma once

#include "sim/model/floor.hpp"

/// Where the plain way of a contact, which every contact pays for, leaves to what only some need. Declared here so that
/// the plain way can be read, and compiled, without the rest: the engine's step is one flat function, and what lies
/// behind a door must stay out of it.
namespace floorwalker::model {

struct Arriving;

/// A contact comes that hears an IVR, or may do more than ask for an agent, talk and go. By value, so that the plain
/// way need not keep it in memory.
template <class Observer>
[[gnu::noinline]] void receive_on_journey(Floor<Observer>& floor, Arriving arriving);

/// As `answer`, for a contact that is not plain.
template <class Observer>
[[gnu::noinline]] void answer_on_journey(Floor<Observer>& floor, AgentId agent, ContactId contact, Duration waited,
                                         bool queued);

/// The contact that the agent talked with is not plain.
template <class Observer>
[[gnu::noinline]] void talk_ends_on_journey(Floor<Observer>& floor, AgentId agent);

/// A contact that is not plain gives up.
template <class Observer>
[[gnu::noinline]] void patience_ends_on_journey(Floor<Observer>& floor, ContactId contact);

/// A contact gives up while it rings.
template <class Observer>
[[gnu::noinline]] void gives_up_ringing(Floor<Observer>& floor, ContactId contact);

/// The centre sends a waiting contact away that is not plain; it is in no lane any more.
template <class Observer>
[[gnu::noinline]] void dismiss_on_journey(Floor<Observer>& floor, ContactId contact);

/// An agent who has just become free takes a contact that waits for it and no other; false when there is none.
template <class Observer>
[[gnu::noinline]] bool take_who_wants(Floor<Observer>& floor, AgentId agent);

/// An agent goes home: those who wait for it and no other wait for any from now on.
template <class Observer>
[[gnu::noinline]] void release_who_want(Floor<Observer>& floor, AgentId agent);

/// Whom an agent who is free while the centre drains takes next.
template <class Observer>
[[gnu::noinline]] std::optional<ContactId> next_to_drain(Floor<Observer>& floor, AgentId agent);

/// As many agents of the group are wanted as are there, or others than before are too many: who chats may take more.
template <class Observer>
[[gnu::noinline]] void reopen_windows(Floor<Observer>& floor, GroupId group);

/// An agent who is free goes away from contacts if its time has come; false when it has not, or there is no room.
template <class Observer>
[[gnu::noinline]] bool goes_away(Floor<Observer>& floor, AgentId agent);

/// An agent goes home, and takes no activity that it was due for along.
template <class Observer>
[[gnu::noinline]] void forget_away(Floor<Observer>& floor, AgentId agent);

/// An agent who is away goes home instead of coming back.
template <class Observer>
[[gnu::noinline]] void leave_from_away(Floor<Observer>& floor, AgentId agent);

/// An agent who is free can do nothing: the systems are down.
template <class Observer>
[[gnu::noinline]] void stand_still(Floor<Observer>& floor, AgentId agent);

/// An agent who is free goes away for a moment, if it wants to; false when it does not.
template <class Observer>
[[gnu::noinline]] bool slips_away(Floor<Observer>& floor, AgentId agent);

/// An agent has come, and will want to be away for a moment some time.
template <class Observer>
[[gnu::noinline]] void plan_slip(Floor<Observer>& floor, AgentId agent);

/// An agent goes home, and wants that no more.
template <class Observer>
[[gnu::noinline]] void forget_slip(Floor<Observer>& floor, AgentId agent);

/// A shift begins, and not everybody comes.
template <class Observer>
[[gnu::noinline]] void come_to_shift(Floor<Observer>& floor, std::uint32_t block);

/// A shift ends, to which not everybody had come, or after which not everybody goes.
template <class Observer>
[[gnu::noinline]] void leave_shift(Floor<Observer>& floor, std::uint32_t block);

/// Somebody who was late has come: one who has stayed for that may go.
template <class Observer>
[[gnu::noinline]] void release_relieved(Floor<Observer>& floor, GroupId group);

/// A shift has ended: who waited for those to come back who went home instead may go away.
template <class Observer>
[[gnu::noinline]] void fill_away(Floor<Observer>& floor, GroupId group);

/// The first agent of a group has come, or the last one has gone, perhaps: its leaders come and go with them.
template <class Observer>
[[gnu::noinline]] void note_presence(Floor<Observer>& floor, GroupId group);

/// An agent who is free goes aside with a team leader if a customer has abused it; false when not.
template <class Observer>
[[gnu::noinline]] bool goes_to_leader(Floor<Observer>& floor, AgentId agent);

/// An agent is done with a contact, but for what it looks up without the customer, or saves; false when there is
/// nothing.
template <class Observer>
[[gnu::noinline]] bool looks_up_afterwards(Floor<Observer>& floor, AgentId agent);

/// A contact has left its agent, who may have something to do without it.
template <class Observer>
[[gnu::noinline]] void begin_without_customer(Floor<Observer>& floor, AgentId agent);

/// An agent who is free enters something that was written down; false when there is nothing that it could enter now.
template <class Observer>
[[gnu::noinline]] bool enters_from_paper(Floor<Observer>& floor, AgentId agent);

/// More agents are free than before: others may take what was kept from them, and campaigns may dial.
template <class Observer>
[[gnu::noinline]] void idle_grew(Floor<Observer>& floor, GroupId group);

}  // namespace floorwalker::model
