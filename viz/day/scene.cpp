#include "viz/day/scene.hpp"

#include <algorithm>
#include <variant>

namespace floorwalker::viz {
namespace {

/// Movements older than this are of no interest at any speed.
constexpr Duration kRemembered = std::chrono::seconds{30};
constexpr std::size_t kMostMovements = 512;
constexpr Duration kRecently = std::chrono::minutes{5};

auto is_contact(ContactId id) {
    return [id](const Waiting& one) { return one.contact.id == id; };
}

auto is_customer(const Customer& customer) {
    return [&customer](const Waiting& one) { return one.contact.customer == customer; };
}

std::int64_t known_people(const Group& group) {
    if (!group.agents.empty()) return 0;
    auto people = static_cast<std::int64_t>(group.listed.size());
    for (const auto& shift : group.shifts) people += shift.agents;
    return people;
}

bool is_rest(AgentState state) { return state == AgentState::on_break || state == AgentState::meal; }

}  // namespace

Scene::Scene(const Scenario& scenario)
    : intervals_{scenario.intervals_per_day()},
      numbers_(scenario.groups.size()),
      queues_(scenario.call_types.size()),
      callbacks_(scenario.call_types.size()),
      servers_{scenario} {
    for (const CallType& type : scenario.call_types) channels_.push_back(type.channel);
    // People of shifts have their places from the beginning; those of a head count when they come.
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        for (std::int64_t n = known_people(scenario.groups[g]); n > 0; --n)
            seat(AgentId(static_cast<std::uint32_t>(seats_.size())), GroupId(static_cast<std::uint16_t>(g)));
    }
}

/// What each fact changes.
struct Scene::Visitor {
    Scene& scene;

    /// Nothing to be seen.
    template <class Other>
    void operator()(const Other&) const {}

    void operator()(const ServerLoad& fact) const { scene.servers_(fact); }
    void operator()(const MachineChanged& fact) const { scene.servers_(fact); }
    void operator()(const LookedUp& fact) const { scene.servers_(fact); }

    void operator()(const DayOpened& fact) const {
        scene.day_ = fact.day;
        scene.is_open_ = true;
        scene.interval_ = 0;
        scene.begin_day();
    }
    void operator()(const IntervalBegan& fact) const {
        scene.interval_ = fact.interval;
        scene.is_open_ = fact.interval < scene.intervals_;
    }

    void operator()(const Offered& fact) const {
        if (fact.contact.leg == 0) ++scene.today_.offered;
        scene.hold_line(fact.contact, true);
        scene.move(fact.at, Movement::What::came, fact.contact);
    }
    void operator()(const Blocked& fact) const {
        ++scene.today_.blocked;
        if (fact.contact.id != kNoContact) scene.leave_ivr(fact.contact);
        scene.hold_line(fact.contact, false);
        scene.move(fact.at, Movement::What::turned_away, fact.contact);
    }
    void operator()(const EnteredIvr& fact) const { scene.in_ivr_.push_back({fact.contact, fact.at, kForever}); }
    void operator()(const LeftIvr& fact) const {
        scene.leave_ivr(fact.contact);
        if (fact.outcome == IvrOutcome::wants_agent) {
            scene.out_of_ivr_ = fact.contact.id;
            return;
        }
        scene.hold_line(fact.contact, false);
        const bool is_served = fact.outcome == IvrOutcome::contained;
        scene.today_.self_served += is_served ? 1 : 0;
        scene.out_of_ivr_ = fact.contact.id;
        scene.move(fact.at, is_served ? Movement::What::self_served : Movement::What::abandoned, fact.contact);
    }

    void operator()(const Queued& fact) const {
        const std::size_t place = scene.queue(fact.contact, fact.at, fact.patience);
        scene.move(fact.at, Movement::What::queued, fact.contact, kNoAgent, place);
    }
    void operator()(const Abandoned& fact) const {
        const std::size_t place = scene.leave_queue(fact.contact);
        ++scene.today_.abandoned;
        scene.abandoned_.push_back(fact.at);
        scene.hold_line(fact.contact, false);
        scene.move(fact.at, Movement::What::abandoned, fact.contact, kNoAgent, place);
    }
    void operator()(const Dismissed& fact) const {
        const std::size_t place = scene.leave_queue(fact.contact);
        scene.hold_line(fact.contact, false);
        scene.move(fact.at, Movement::What::turned_away, fact.contact, kNoAgent, place);
    }
    void operator()(const CallbackKept& fact) const {
        scene.leave_queue(fact.contact);
        scene.hold_line(fact.contact, false);
        ++scene.callbacks_[index(fact.contact.call_type)];
    }
    void operator()(const CalledBack& fact) const {
        if (!fact.reached) return;
        --scene.callbacks_[index(fact.contact.call_type)];
        scene.hold_line(fact.contact, true);
        serve(fact.contact, fact.agent, fact.group, fact.at, 0);
    }
    void operator()(const CallbackMissed& fact) const { --scene.callbacks_[index(fact.contact.call_type)]; }

    void operator()(const RingBegan& fact) const {
        Seat& seat = scene.seat(fact.agent, fact.group);
        seat.contact = fact.contact;
        seat.contact_since = fact.at;
        auto& queue = scene.queues_[index(fact.contact.call_type)];
        const auto found = std::find_if(queue.begin(), queue.end(), is_contact(fact.contact.id));
        if (found != queue.end()) found->rings = true;
    }
    void operator()(const RingMissed& fact) const {
        scene.seat(fact.agent, fact.group).contact.reset();
        auto& queue = scene.queues_[index(fact.contact.call_type)];
        const auto found = std::find_if(queue.begin(), queue.end(), is_contact(fact.contact.id));
        if (found != queue.end()) found->rings = false;
    }

    void operator()(const Answered& fact) const {
        const std::size_t place = scene.leave_queue(fact.contact);
        if (fact.contact.leg == 0) ++scene.today_.answered;
        serve(fact.contact, fact.agent, fact.group, fact.at, place);
        scene.seat(fact.agent, fact.group).contact_waits_since = fact.at - fact.waited;
    }
    /// Mail goes back to its place in the queue.
    void operator()(const Interrupted& fact) const {
        Seat& seat = scene.seat(fact.agent, fact.group);
        seat.contact.reset();
        scene.queue(fact.contact, seat.contact_waits_since, kForever);
    }
    void operator()(const TalkEnded& fact) const {
        Seat& seat = scene.seat(fact.agent, fact.group);
        if (seat.contact && seat.contact->customer == fact.contact.customer) seat.contact.reset();
        if (!fact.leaves) return;
        scene.hold_line(fact.contact, false);
        scene.move(fact.at, Movement::What::left, fact.contact, fact.agent);
    }

    void operator()(const AgentChanged& fact) const {
        Seat& seat = scene.seat(fact.agent, fact.group);
        if (is_rest(seat.state)) seat.rested = fact.at;
        if (seat.state == AgentState::signed_out) seat.signed_in = fact.at;
        seat.state = fact.to;
        seat.since = fact.at;
        // Whoever hung up while it rang is gone, though the agent may go on to dial for a callback.
        const bool is_in_vain = fact.from == AgentState::ringing && fact.to != AgentState::talking;
        if (is_in_vain || !is_handling(fact.to)) seat.contact.reset();
    }
    void operator()(const LoadFelt& fact) const {
        Seat& seat = scene.seat(fact.agent, fact.group);
        seat.fatigue = static_cast<float>(fact.fatigue);
        seat.stress = static_cast<float>(fact.stress);
    }

    void operator()(const DecisionApplied& fact) const {
        auto& in_force = scene.in_force_;
        std::erase_if(in_force, [&](const InForce& one) { return one.decision == fact.decision; });
        if (!fact.ended) in_force.push_back({fact.decision, fact.at});
    }

private:
    void serve(const ContactRef& contact, AgentId agent, GroupId group, TimePoint at, std::size_t place) const {
        Seat& seat = scene.seat(agent, group);
        seat.contact = contact;
        seat.contact_since = at;
        ++seat.handled;
        scene.move(at, Movement::What::answered, contact, agent, place);
    }

    friend class Scene;
    explicit Visitor(Scene& of) : scene{of} {}
};

void Scene::operator()(const Fact& fact) {
    std::visit([this](const auto& one) { now_ = one.at; }, fact);
    std::visit(Visitor{*this}, fact);
}

void Scene::advance(TimePoint now) {
    now_ = now;
    servers_.advance(now);
    while (!movements_.empty() && now - movements_.front().at > kRemembered) movements_.pop_front();
    while (!abandoned_.empty() && now - abandoned_.front() > kRecently) abandoned_.pop_front();
}

void Scene::begin_day() {
    today_ = {};
    abandoned_.clear();
    for (Seat& seat : seats_) {
        seat.handled = 0;
        seat.rested.reset();
    }
}

Seat& Scene::seat(AgentId agent, GroupId group) {
    while (seats_.size() <= index(agent))
        seats_.push_back({.agent = AgentId(static_cast<std::uint32_t>(seats_.size()))});
    Seat& seat = seats_[index(agent)];
    if (seat.number == 0) {
        seat.group = group;
        seat.number = ++numbers_[index(group)];
    }
    return seat;
}

/// Its place.
std::size_t Scene::queue(const ContactRef& contact, TimePoint since, Duration patience) {
    auto& queue = queues_[index(contact.call_type)];
    const auto after = std::upper_bound(queue.begin(), queue.end(), since,
                                        [](TimePoint at, const Waiting& one) { return at < one.since; });
    const auto place = static_cast<std::size_t>(after - queue.begin());
    queue.insert(after, {contact, since, patience});
    return place;
}

/// The place that it had; 0 when it was in no queue.
std::size_t Scene::leave_queue(const ContactRef& contact) {
    auto& queue = queues_[index(contact.call_type)];
    const auto found = std::find_if(queue.begin(), queue.end(), is_contact(contact.id));
    if (found == queue.end()) return 0;
    const auto place = static_cast<std::size_t>(found - queue.begin());
    queue.erase(found);
    return place;
}

void Scene::leave_ivr(const ContactRef& contact) {
    const auto found = std::find_if(in_ivr_.begin(), in_ivr_.end(), is_contact(contact.id));
    if (found != in_ivr_.end()) in_ivr_.erase(found);
}

void Scene::move(TimePoint at, Movement::What what, const ContactRef& contact, AgentId agent, std::size_t place) {
    movements_.push_back({at, what, contact, agent, place, from(contact)});
    if (movements_.size() > kMostMovements) movements_.pop_front();
}

Movement::From Scene::from(const ContactRef& contact) const {
    if (contact.leg > 0) return Movement::From::seat;
    return contact.id != kNoContact && contact.id == out_of_ivr_ ? Movement::From::ivr : Movement::From::outside;
}

void Scene::hold_line(const ContactRef& contact, bool holds) {
    const bool is_call = contact.call_type == kNoCallType || channels_[index(contact.call_type)] == Channel::voice;
    if (!is_call || contact.id == kNoContact) return;
    if (on_line_.size() <= index(contact.id)) on_line_.resize(index(contact.id) + 1);
    std::uint8_t& on_line = on_line_[index(contact.id)];
    lines_ += (holds ? 1 : 0) - on_line;
    on_line = holds ? 1 : 0;
}

std::int64_t Scene::waiting() const {
    std::int64_t all = 0;
    for (const auto& queue : queues_) all += static_cast<std::int64_t>(queue.size());
    return all;
}

std::int64_t Scene::waiting_people() const {
    std::int64_t people = 0;
    for (std::size_t t = 0; t < queues_.size(); ++t)
        people += channels_[t] == Channel::mail ? 0 : static_cast<std::int64_t>(queues_[t].size());
    return people;
}

const Waiting* Scene::find_waiting(const Customer& customer) const {
    for (const auto& queue : queues_) {
        const auto found = std::find_if(queue.begin(), queue.end(), is_customer(customer));
        if (found != queue.end()) return &*found;
    }
    const auto found = std::find_if(in_ivr_.begin(), in_ivr_.end(), is_customer(customer));
    return found == in_ivr_.end() ? nullptr : &*found;
}

const Seat* Scene::seat_of(const Customer& customer) const {
    const auto found = std::find_if(seats_.begin(), seats_.end(), [&](const Seat& seat) {
        return seat.contact && seat.contact->customer == customer;
    });
    return found == seats_.end() ? nullptr : &*found;
}

}  // namespace floorwalker::viz
