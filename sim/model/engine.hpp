#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/model/calendar/day.hpp"
#include "sim/model/journey/ivr.hpp"
#include "sim/model/journey/stepping.hpp"
#include "sim/model/machines/taking.hpp"

/// Runs a world: takes events in order and lets the handlers change the state and state facts.
namespace floorwalker::model {

/// The world before its first event.
World first_world(const Model& model, kernel::StreamKey key);
inline World first_world(const Model& model, std::uint64_t seed, std::uint64_t replication) {
    return first_world(model, kernel::stream_key(seed, replication));
}

/// A regular value when its observer is one: a copy goes on independently, with equal results.
template <class Observer>
class Engine {
public:
    /// Where there are machines they are run first, by the model's room; see machines/log.hpp. When `stop` is set on
    /// the way the engine is over before it has begun.
    Engine(std::shared_ptr<const Model> model, std::uint64_t seed, std::uint64_t replication, Observer observer = {},
           const std::atomic<bool>* stop = nullptr)
        : Engine{model, first_world(*model, seed, replication), std::move(observer)} {
        if (!model_->uses.look_ups) return;
        if (!model_->room) throw std::invalid_argument{"a scenario with look-ups, and nothing that runs its machines"};
        world_.machines.log = model_->room->run(*model_, world_.key, {}, stop);
        if (!world_.machines.log) world_.events = {};
    }

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

    bool is_over() const { return world_.events.empty() && log_entry(true) == nullptr; }

    /// Runs the next event; false when there is none.
    bool step() {
        Floor<Observer> floor{*model_, world_, observer_};
        return step_somehow(floor);
    }

    /// Runs all events up to and including `until`.
    void run_until(TimePoint until) {
        const auto lie_behind = [this, until] { return next_at() > until; };
        while (run_some(kMostStepsAtOnce, lie_behind)) {
        }
        if (!is_over()) world_.now = std::max(world_.now, until);
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

    // ---- For whoever runs the machines, in place of a log

    /// When the next event of the list comes.
    std::optional<TimePoint> next_event_at() {
        if (world_.events.empty()) return std::nullopt;
        return world_.events.next_at();
    }

    /// Runs it. Its orders are in World::orders until the next call.
    void step_event() {
        Floor<Observer> floor{*model_, world_, observer_};
        world_.orders.clear();
        step_once(floor);
    }

    /// What a machine does. Its orders are in World::orders until the next call.
    void take(const MachineEvent& event) {
        Floor<Observer> floor{*model_, world_, observer_};
        world_.orders.clear();
        world_.now = std::max(world_.now, event.at);
        take_machine_event(floor, event);
        after_event(floor);
    }

    /// Nothing happens until `now`.
    void advance_clock(TimePoint now) { world_.now = std::max(world_.now, now); }

    /// Takes a decision now. Its time may lie ahead; where it lies back but is not over, it takes effect at once.
    /// Without a day it is for today. Throws std::invalid_argument after 16,384 of them. Returns its place in the list
    /// of decisions.
    std::uint32_t apply(Decision decision) {
        if (world_.machines.log) run_machines_anew(decision);
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
        if (Floor<Observer>::kHasMore && model_->uses.machines) [[unlikely]] {
            for (std::uint64_t i = 0; i < steps; ++i) {
                if (is_over() || ends()) return false;
                step_somehow(floor);
            }
        } else {
            for (std::uint64_t i = 0; i < steps; ++i) {
                if (world_.events.empty() || ends()) return false;
                step_once(floor);
            }
        }
        if (steps == kMostStepsAtOnce && world_.now == before) throw_stuck();
        return !is_over();
    }

    /// What the machines' log has to say now, or, when `at_all`, at any time from now on.
    const MachineEvent* log_entry(bool at_all = false) const {
        if constexpr (!Floor<Observer>::kHasMore) return nullptr;
        const MachinesState& machines = world_.machines;
        if (!machines.log || machines.read == machines.log->size()) return nullptr;
        const MachineEvent& next = (*machines.log)[machines.read];
        return at_all || next.after_steps == world_.steps ? &next : nullptr;
    }

    /// Of whatever comes next; there must be something.
    TimePoint next_at() {
        if (const MachineEvent* entry = log_entry()) return entry->at;
        return world_.events.empty() ? world_.now : world_.events.next_at();
    }

    bool step_somehow(Floor<Observer>& floor) {
        if (const MachineEvent* entry = log_entry()) {
            ++world_.machines.read;
            take(*entry);
            return true;
        }
        if (is_over()) return false;
        if (world_.fresh_look_ups > 0 || world_.events.empty())
            throw std::logic_error{"the machines' log does not fit the run"};
        world_.orders.clear();
        step_once(floor);
        return true;
    }

    /// A decision taken while the run goes on, when all that belongs to this moment has happened. SimGrid's state
    /// cannot be changed half-way, nor copied: the machines run again from the start, and as before up to now.
    void run_machines_anew(const Decision& decision) {
        run_until(world_.now);
        MachinesState& machines = world_.machines;
        machines.live.push_back({world_.now, decision});
        auto log = model_->room->run(*model_, world_.key, machines.live, nullptr);
        const auto read = static_cast<std::ptrdiff_t>(machines.read);
        const bool fits =
            log->size() >= machines.read && std::equal(log->begin(), log->begin() + read, machines.log->begin());
        if (!fits) throw std::logic_error{"the machines did not do the same again"};
        machines.log = std::move(log);
    }

    // Flattened: everything on the way of a contact in one function is worth a tenth of the time; see dispatch_rare for
    // the other half of that bargain.
    [[gnu::flatten]] static void step_once(Floor<Observer>& floor);
    static void after_event(Floor<Observer>& floor);
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
    after_event(floor);
}

/// What is looked after whatever has happened; an event with new look-ups is not over before they are settled.
template <class Observer>
void Engine<Observer>::after_event(Floor<Observer>& floor) {
    World& world = floor.world;
    if (world.campaigns_want_line && world.lines_used < floor.model.lines && world.fresh_look_ups == 0) [[unlikely]]
        line_is_free(floor);
    if (world.is_draining && world.fresh_look_ups == 0 && !has_to_stay(floor.model, world)) [[unlikely]]
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
    case EventKind::look_up_is_due: return look_up_is_due(floor, AgentId{event.subject});
    case EventKind::entry_ends: return entry_ends(floor, AgentId{event.subject});
    case EventKind::machine_phase: return machine_phase(floor, event.subject);
    case EventKind::machine_breaks: return machine_breaks(floor, event.subject);
    case EventKind::site_has_room: return site_has_room(floor, SiteId(static_cast<std::uint16_t>(event.subject)));
    default: return;
    }
}

}  // namespace floorwalker::model
