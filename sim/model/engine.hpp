#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/model/calendar/day.hpp"
#include "sim/model/journey/ivr.hpp"
#include "sim/model/journey/stepping.hpp"

/// Runs a world: takes events in order and lets the handlers change the state and state facts.
namespace floorwalker::model {

/// The world before its first event.
World first_world(const Model& model, std::uint64_t seed, std::uint64_t replication);

/// A regular value when its observer is one: a copy goes on independently, with equal results.
template <class Observer>
class Engine {
public:
    Engine(std::shared_ptr<const Model> model, std::uint64_t seed, std::uint64_t replication, Observer observer = {})
        : Engine{model, first_world(*model, seed, replication), std::move(observer)} {}

    /// Takes a world that another engine has brought this far.
    Engine(std::shared_ptr<const Model> model, World world, Observer observer)
        : model_{std::move(model)}, world_{std::move(world)}, observer_{std::move(observer)} {
        if (kIsForPlainWorlds<Observer> && !model_->is_plain())
            throw std::invalid_argument{"an observer of plain worlds, and a scenario with more"};
    }

    const Model& model() const { return *model_; }
    const World& world() const { return world_; }
    Observer& observer() { return observer_; }
    const Observer& observer() const { return observer_; }

    bool is_over() const { return world_.events.empty(); }

    /// Runs the next event; false when there is none.
    bool step() {
        if (world_.events.empty()) return false;
        Floor<Observer> floor{*model_, world_, observer_};
        step_once(floor);
        return true;
    }

    /// Runs all events up to and including `until`.
    void run_until(TimePoint until) {
        const auto lie_behind = [this, until] { return world_.events.next_at() > until; };
        while (run_some(kMostStepsAtOnce, lie_behind)) {
        }
        if (!world_.events.empty()) world_.now = std::max(world_.now, until);
    }

    /// Runs at most `steps` events; true while there are more.
    bool run_steps(std::uint64_t steps) {
        const auto never = [] { return false; };
        for (; steps > kMostStepsAtOnce; steps -= kMostStepsAtOnce) {
            if (!run_some(kMostStepsAtOnce, never)) return false;
        }
        return run_some(steps, never);
    }

    void run() {
        while (run_steps(kMostStepsAtOnce)) {
        }
    }

    /// Takes a decision now. Its time may lie ahead; where it lies back but is not over, it takes effect at once.
    /// Without a day it is for today. Throws std::invalid_argument after 16,384 of them. Returns its place in the list
    /// of decisions.
    std::uint32_t apply(Decision decision) {
        Floor<Observer> floor{*model_, world_, observer_};
        if (world_.decisions.size() >= kMostSourcesOfAKind) throw std::invalid_argument{"too many decisions"};
        const auto number = static_cast<std::uint32_t>(world_.decisions.size());
        const auto today = static_cast<std::uint32_t>(world_.now.time_since_epoch() / kDay);
        // After midnight a centre that is still open works on the day on which it opened.
        if (!decision.day) decision.day = world_.is_open || world_.is_draining ? world_.day : today;
        world_.decisions.push_back(decision);
        if (*decision.day < world_.begun_days)
            plan_decision(floor, number, *decision.day);  // others when their day begins
        return number;
    }

private:
    /// Time that stands still through so many events will never go on: a scenario whose contacts cannot end.
    static constexpr std::uint64_t kMostStepsAtOnce = 1U << 15U;

    /// Runs events, at most `steps`, until there are none or `ends` holds; true while there are more.
    template <class Condition>
    bool run_some(std::uint64_t steps, Condition ends) {
        Floor<Observer> floor{*model_, world_, observer_};
        const TimePoint before = world_.now;
        for (std::uint64_t i = 0; i < steps; ++i) {
            if (world_.events.empty() || ends()) return false;
            step_once(floor);
        }
        if (steps == kMostStepsAtOnce && world_.now == before) throw_stuck();
        return !world_.events.empty();
    }

    // Flattened: everything on the way of a contact in one function is worth a tenth of the time; see dispatch_rare for
    // the other half of that bargain.
    [[gnu::flatten]] static void step_once(Floor<Observer>& floor);
    static void dispatch(Floor<Observer>& floor, const kernel::Event& event) {
        switch (static_cast<EventKind>(event.kind)) {
        case EventKind::contact_arrives: return contact_arrives(floor, event.subject);
        case EventKind::talk_ends: return talk_ends(floor, AgentId{event.subject});
        case EventKind::patience_ends: return patience_ends(floor, ContactId{event.subject});
        case EventKind::wrap_up_ends: return wrap_up_ends(floor, AgentId{event.subject});
        default: return dispatch_rare(floor, event);
        }
    }

    [[gnu::noinline, gnu::cold]] static void dispatch_rare(Floor<Observer>& floor, const kernel::Event& event);
    [[gnu::noinline]] static void dispatch_journey(Floor<Observer>& floor, const kernel::Event& event);

    [[noreturn, gnu::cold]] void throw_stuck() const {
        throw std::runtime_error{"the run does not get beyond " +
                                 std::to_string(to_hours(world_.now.time_since_epoch())) + " h: more than " +
                                 std::to_string(kMostStepsAtOnce) +
                                 " events at one moment; do contacts go round without taking any time?"};
    }

    /// Lets everything that is in the calendar for this moment come first.
    static void put_behind(Floor<Observer>& floor, EventKind kind, std::uint32_t subject) {
        floor.schedule(floor.now(), kind, subject);
    }
    static void put_behind(Floor<Observer>& floor, const kernel::Event& event) {
        put_behind(floor, static_cast<EventKind>(event.kind), event.subject);
    }

    std::shared_ptr<const Model> model_;
    World world_;
    Observer observer_;
};

// Outside the class, so that programs which use one kind of engine in several places can have it made in one of them.

template <class Observer>
void Engine<Observer>::step_once(Floor<Observer>& floor) {
    World& world = floor.world;
    const kernel::Event event = world.events.pop();
    world.now = event.at;
    ++world.steps;
    dispatch(floor, event);
    if (world.campaigns_want_line && world.lines_used < floor.model.lines) [[unlikely]]
        line_is_free(floor);
    if (world.is_draining && !has_to_stay(floor.model, world)) [[unlikely]]
        finish_draining(floor);
}

template <class Observer>
void Engine<Observer>::dispatch_rare(Floor<Observer>& floor, const kernel::Event& event) {
    switch (static_cast<EventKind>(event.kind)) {
    case EventKind::recorded_call: return put_behind(floor, EventKind::recorded_call_comes, event.subject);
    case EventKind::recorded_call_comes:
        if (is_about_to_open(floor.model, floor.world)) return put_behind(floor, event);
        return recorded_call(floor);
    case EventKind::day_begins: return day_begins(floor, event.subject);
    case EventKind::centre_opens: return centre_opens(floor, event.subject);
    case EventKind::interval_begins: return begin_interval(floor, static_cast<std::uint16_t>(event.subject));
    case EventKind::centre_closes: return centre_closes(floor, event.subject);
    case EventKind::shift_begins: return shift_begins(floor, event.subject);
    case EventKind::shift_ends: return shift_ends(floor, event.subject);
    case EventKind::decision_begins: return put_behind(floor, EventKind::decision_begins_now, event.subject);
    case EventKind::decision_begins_now: return take_effect(floor, event.subject, false);
    case EventKind::decision_ends: return put_behind(floor, EventKind::decision_ends_now, event.subject);
    case EventKind::decision_ends_now: return take_effect(floor, event.subject, true);
    case EventKind::run_ends: return run_ends(floor);
    default: return dispatch_journey(floor, event);
    }
}

template <class Observer>
void Engine<Observer>::dispatch_journey(Floor<Observer>& floor, const kernel::Event& event) {
    const ContactId contact{event.subject};
    switch (static_cast<EventKind>(event.kind)) {
    case EventKind::ivr_step: return ivr_step(floor, contact);
    case EventKind::route_step: return route_step(floor, contact);
    case EventKind::stops_waiting_for: return stops_waiting_for(floor, contact);
    case EventKind::hold_ends:
    case EventKind::briefing_ends: return release_holder(floor, contact);
    case EventKind::chat_ends: return chat_ends(floor, contact);
    case EventKind::callback_is_dialled: return callback_is_dialled(floor, AgentId{event.subject});
    case EventKind::callback_comes: return callback_comes(floor, contact);
    case EventKind::callback_is_due: return callback_is_due(floor, contact);
    case EventKind::customer_calls_again: return put_behind(floor, EventKind::caller_comes_again, event.subject);
    case EventKind::caller_comes_again:
        if (is_about_to_open(floor.model, floor.world)) return put_behind(floor, event);
        return customer_calls_again(floor, event.subject);
    case EventKind::peak_contact_arrives: return peak_contact_arrives(floor, event.subject);
    case EventKind::campaign_wakes: return campaign_wakes(floor, CampaignId(static_cast<std::uint16_t>(event.subject)));
    case EventKind::number_is_dialled: return number_is_dialled(floor, event.subject);
    case EventKind::away_is_due: return away_is_due(floor, event.subject);
    case EventKind::away_ends: return away_ends(floor, AgentId{event.subject});
    case EventKind::late_one_comes: return late_one_comes(floor, AgentId{event.subject});
    case EventKind::slip_is_due: return slip_is_due(floor, AgentId{event.subject});
    case EventKind::slip_ends: return slip_ends(floor, AgentId{event.subject});
    case EventKind::shift_hands_over: return end_shift(floor, event.subject);
    case EventKind::stay_ends: return stay_ends(floor, AgentId{event.subject});
    case EventKind::monitoring_ends: return monitoring_ends(floor, event.subject);
    case EventKind::ring_ends: return ring_ends(floor, contact);
    case EventKind::look_up_begins: return look_up_begins(floor, AgentId{event.subject});
    case EventKind::look_up_ends: return look_up_ends(floor, AgentId{event.subject});
    case EventKind::attention_ends: return attention_ends(floor, AgentId{event.subject});
    case EventKind::aside_ends: return aside_ends(floor, AgentId{event.subject});
    case EventKind::record_comes_back: return record_comes_back(floor, event.subject);
    default: return;
    }
}

}  // namespace floorwalker::model
