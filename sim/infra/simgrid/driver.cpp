#include "sim/infra/simgrid/driver.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "sim/infra/simgrid/clock.hpp"
#include "sim/infra/simgrid/grid.hpp"

namespace floorwalker::infra {
namespace {

/// What ends so soon after a moment of the centre's clock belongs to that moment: less than half a microsecond.
constexpr double kSameMoment = 0.4e-6;

LookUpRules rules_of(const Infrastructure& machines) {
    return {machines.timeout, machines.retries, machines.retry_after};
}

}  // namespace

Driver::Driver(Centre& centre, Park& park, FrameWriter& log)
    : centre_{centre},
      park_{park},
      look_ups_{park, rules_of(park.machines())},
      log_{log},
      stated_loads_(park.machines().servers.size(), 0) {
    look_ups_.on_end = [this] { wake_at(s4u::Engine::get_clock()); };
    park_.on_own_change = [this](double date) { wake_at(date); };
}

void Driver::run() {
    wake_at(s4u::Engine::get_clock());
    s4u::Engine::get_instance()->run();
    if (failure_) std::rethrow_exception(failure_);
    if (!is_over_) throw std::runtime_error{"SimGrid ended before the centre did"};
}

/// One timer at most is set, at the earliest of the dates asked for.
void Driver::wake_at(double date) {
    if (is_over_) return;
    if (timer_ != nullptr) {
        if (timer_->get_date() <= date) return;
        timer_->remove();
    }
    timer_ = simgrid::kernel::timer::Timer::set(date, [this] {
        timer_ = nullptr;
        wake();
    });
}

/// No exception must pass through SimGrid's main loop.
void Driver::wake() {
    if (is_over_) return;
    try {
        go_on(s4u::Engine::get_clock());
    } catch (...) {
        failure_ = std::current_exception();
        end();
    }
}

void Driver::go_on(double now) {
    if (has_unreported_ends()) return;  // SimGrid is about to report them, and will wake us again
    look_ups_.forget_cancelled();
    if (moment_of(now) > loads_at_) state_loads(now);
    hand_own_changes_in(now);
    do look_ups_.go_on(now);
    while (hand_outcome_in(now) || settle(now) || run_centre(now));
    loads_at_ = std::max(moment_of(now), centre_.now());
    if (!centre_.next_at() && !centre_.interruption_at() && look_ups_.are_all_over()) {
        state_loads(now);
        return end();
    }
    if (const auto next = look_ups_.next_date()) wake_at(*next);
}

/// When SimGrid, or a look-up's own clock, is next to end something.
double Driver::next_end(double now) {
    if (has_unreported_ends()) return now;
    double next = std::numeric_limits<double>::infinity();
    if (const double seconds = seconds_to_next_end(now); seconds >= 0.0) next = now + seconds;
    if (const auto date = look_ups_.next_date()) next = std::min(next, *date);
    return next;
}

/// True: the centre knows now that whatever has not been answered takes time.
bool Driver::settle(double now) {
    if (!centre_.needs_settling() || next_end(now) <= date_of(centre_.now()) + kSameMoment) return false;
    hand_in({.at = centre_.now(), .kind = Kind::settled}, now);
    return true;
}

/// Runs the centre's next event, if its time has come and the one before is settled.
bool Driver::run_centre(double now) {
    if (centre_.needs_settling()) return false;
    const auto next = centre_.next_at();
    const auto interruption = centre_.interruption_at();
    if (interruption && (!next || *interruption < *next)) return interrupt(*interruption, now);
    if (!next) return false;
    if (date_of(*next) > now) {
        wake_at(date_of(*next));
        return false;
    }
    centre_.step();
    carry_out_orders(now);
    return true;
}

/// Whatever belongs to the same microsecond comes before.
bool Driver::interrupt(TimePoint at, double now) {
    if (date_of(at) > now) {
        wake_at(date_of(at));
        return false;
    }
    const double next = next_end(now);
    if (std::isfinite(next) && moment_of(next) <= at) return false;
    loads_at_ = std::max(moment_of(now), centre_.now());
    state_loads(now);
    centre_.interrupt();
    carry_out_orders(now);
    return true;
}

// ---- From the centre to the machines

void Driver::carry_out_orders(double now) {
    for (const model::MachineOrder& order : centre_.take_orders()) carry_out(order, now);
}

void Driver::carry_out(const model::MachineOrder& order, double now) {
    using Order = model::MachineOrder::Kind;
    switch (order.kind) {
    case Order::look_up: return look_ups_.begin(order, now);
    case Order::give_up: return look_ups_.give_up(order.ticket);
    case Order::server_speed:
        if (order.value > 0.0) look_ups_.set_speed(ServerId{order.machine}, order.value);
        return park_.order_server(ServerId{order.machine}, order.value > 0.0);
    case Order::link_speed: return park_.order_link(LinkId{order.machine}, order.value);
    case Order::site_state: return park_.order_site(order.site, order.value > 0.0);
    case Order::calls: return park_.order_calls(order.site, order.value);
    }
}

// ---- From the machines to the centre

bool Driver::hand_outcome_in(double now) {
    const auto outcome = look_ups_.take_outcome();
    if (!outcome) return false;
    hand_in({.at = std::max(moment_of(now), centre_.now()),
             .kind = outcome->is_answered ? Kind::answered : Kind::failed,
             .tries = outcome->tries,
             .subject = outcome->ticket},
            now);
    return true;
}

void Driver::hand_own_changes_in(double now) {
    if (!park_.has_own_changes()) return;
    for (const OwnChange& change : park_.take_own_changes()) {
        hand_in({.at = std::max(moment_of(change.date), centre_.now()),
                 .kind = change.kind,
                 .machine = change.machine,
                 .value = change.value},
                now);
    }
}

/// Once their microsecond is over: so what is answered at once leaves no trace.
void Driver::state_loads(double now) {
    const auto& loads = look_ups_.loads();
    for (std::size_t i = 0; i < loads.size(); ++i) {
        if (std::exchange(stated_loads_[i], loads[i]) == loads[i]) continue;
        hand_in({.at = std::max(loads_at_, centre_.now()),
                 .kind = Kind::server_load,
                 .machine = static_cast<std::uint16_t>(i),
                 .subject = loads[i]},
                now);
    }
}

void Driver::hand_in(model::MachineEvent event, double now) {
    event.after_steps = centre_.steps();
    log_.add(event);
    centre_.take(event);
    carry_out_orders(now);
}

void Driver::end() {
    is_over_ = true;
    look_ups_.give_up_all();
}

}  // namespace floorwalker::infra
