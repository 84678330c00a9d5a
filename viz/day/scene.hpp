#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/scenario.hpp>

#include "viz/day/servers.hpp"

/// What is to be seen of a centre at one moment: seats, callers, who has just come and gone. Made from facts alone and
/// a value, so a copy of a scene and of its simulation is a snapshot of the window.
namespace floorwalker::viz {

/// A place on the floor. It belongs to one agent for the whole run.
struct Seat {
    AgentId agent{};
    GroupId group{};
    std::uint32_t number = 0;  ///< within the group, from 1
    AgentState state = AgentState::signed_out;
    TimePoint since{};                    ///< in that state
    std::optional<ContactRef> contact{};  ///< with whom it is busy; of chats the last
    TimePoint contact_since{};
    TimePoint contact_waits_since{};    ///< that contact, from the beginning
    std::uint32_t handled = 0;          ///< contacts answered today
    std::optional<TimePoint> rested{};  ///< when it came back from its last break or meal of today
    TimePoint signed_in{};              ///< today
    std::optional<float> fatigue{};     ///< as it last said, from 0 to 1
    std::optional<float> stress{};
};

/// Where a contact is that is in the centre, but with no agent.
struct Waiting {
    ContactRef contact;
    TimePoint since{};
    Duration patience{};  ///< kForever: waits for ever
    bool rings = false;   ///< at an agent, who has not taken it yet
};

/// Something that moves, for a moment.
struct Movement {
    enum class What : std::uint8_t {
        came,         ///< asks for an agent, or hears the IVR
        queued,       ///< waits
        answered,     ///< goes to a seat
        abandoned,    ///< gives up
        turned_away,  ///< found no line or place, or the centre closed
        self_served,  ///< by the IVR
        left,         ///< from a seat, done
    };

    enum class From : std::uint8_t { outside, ivr, seat };

    TimePoint at{};
    What what{};
    ContactRef contact;
    AgentId agent = kNoAgent;
    std::size_t place = 0;  ///< in its queue, from the head
    From from = From::outside;
};

/// What has happened since the day began; of first legs, as the wallboard counts.
struct Today {
    std::int64_t offered = 0;
    std::int64_t answered = 0;
    std::int64_t abandoned = 0;
    std::int64_t blocked = 0;
    std::int64_t self_served = 0;
};

/// A decision that is in force, by its place in the list of decisions.
struct InForce {
    std::uint32_t decision = 0;
    TimePoint since{};
};

class Scene {
public:
    Scene() = default;
    explicit Scene(const Scenario& scenario);

    void operator()(const Fact& fact);
    /// Nothing has happened since the last fact, until `now`.
    void advance(TimePoint now);

    TimePoint now() const { return now_; }
    std::uint32_t day() const { return day_; }
    bool is_open() const { return is_open_; }
    std::uint16_t interval() const { return interval_; }
    /// By agent; a group's seats are those of its number in order, not beside each other.
    const std::vector<Seat>& seats() const { return seats_; }
    /// By call type, oldest first.
    const std::vector<std::vector<Waiting>>& queues() const { return queues_; }
    /// Callers who hear the IVR, oldest first.
    const std::vector<Waiting>& in_ivr() const { return in_ivr_; }
    /// Callbacks promised and not made yet, by call type.
    const std::vector<std::int64_t>& callbacks() const { return callbacks_; }
    std::int64_t lines_used() const { return lines_; }
    const Today& today() const { return today_; }
    /// Of the last seconds, oldest first.
    const std::deque<Movement>& movements() const { return movements_; }
    /// When waiting contacts gave up: of the last five minutes.
    const std::deque<TimePoint>& recently_abandoned() const { return abandoned_; }
    const std::vector<InForce>& in_force() const { return in_force_; }
    const Servers& servers() const { return servers_; }

    std::int64_t waiting() const;
    /// Without mail, for which nobody waits.
    std::int64_t waiting_people() const;
    const Waiting* find_waiting(const Customer& customer) const;
    const Seat* seat_of(const Customer& customer) const;

private:
    // One for each kind of fact that is to be seen; scene_facts.hpp.
    struct Visitor;

    Seat& seat(AgentId agent, GroupId group);
    std::size_t queue(const ContactRef& contact, TimePoint since, Duration patience);
    std::size_t leave_queue(const ContactRef& contact);
    void leave_ivr(const ContactRef& contact);
    void move(TimePoint at, Movement::What what, const ContactRef& contact, AgentId agent = kNoAgent,
              std::size_t place = 0);
    Movement::From from(const ContactRef& contact) const;
    void begin_day();
    void hold_line(const ContactRef& contact, bool holds);

    TimePoint now_{};
    std::uint32_t day_ = 0;
    std::uint16_t interval_ = 0;
    bool is_open_ = false;
    std::size_t intervals_ = 0;
    std::vector<Channel> channels_;  // by call type
    std::vector<Seat> seats_;
    std::vector<std::uint32_t> numbers_;  // by group: seats so far
    std::vector<std::vector<Waiting>> queues_;
    std::vector<Waiting> in_ivr_;
    std::vector<std::int64_t> callbacks_;
    std::vector<std::uint8_t> on_line_;  // by ContactId
    std::int64_t lines_ = 0;
    Today today_;
    std::deque<Movement> movements_;
    std::deque<TimePoint> abandoned_;
    std::vector<InForce> in_force_;
    Servers servers_;
    ContactId out_of_ivr_ = kNoContact;  // who has just asked for an agent there
};

}  // namespace floorwalker::viz
