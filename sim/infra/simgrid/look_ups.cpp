#include "sim/infra/simgrid/look_ups.hpp"

#include <algorithm>
#include <cmath>

#include "sim/infra/simgrid/clock.hpp"

namespace floorwalker::infra {
namespace {

double later(double now, Duration after) { return date_of(moment_of(now) + after); }

}  // namespace

LookUps::LookUps(Park& park, const LookUpRules& rules)
    : park_{park},
      rules_{rules},
      loads_(park.machines().servers.size(), 0),
      factors_(park.machines().servers.size(), 1.0) {
    // Comes for cancelled ones too, and while SimGrid still needs the activity: so it only takes a note.
    s4u::Activity::on_completion_cb([this](const s4u::Activity& activity) {
        if (auto* const look_up = activity.get_data<LookUp>()) {
            if (activity.get_state() != s4u::Activity::State::FINISHED) look_up->leg = Leg::lost;
            ended_.push_back({0.0, place_of(*look_up), look_up->number});
        }
        if (on_end) on_end();
    });
}

// ---- What is due

void LookUps::go_on(double now) {
    bool again = true;
    while (again) {
        again = end_legs(now);
        again = end_latencies(now) || again;
        again = end_tries(now) || again;
        again = begin_tries(now) || again;
    }
}

/// Those that end at the same moment in the order in which they began.
bool LookUps::end_legs(double now) {
    if (ended_.empty()) return false;
    std::vector<Due> ended = std::exchange(ended_, {});
    std::sort(ended.begin(), ended.end(), [](const Due& a, const Due& b) { return a.number < b.number; });
    for (const Due& due : ended) {
        if (!is_over(due)) end_leg(look_ups_[due.ticket], now);
    }
    return true;
}

bool LookUps::end_latencies(double now) {
    bool is_any = false;
    for (; !latencies_.empty() && latencies_.top().date <= now; is_any = true) {
        const Due due = latencies_.top();
        latencies_.pop();
        if (!is_over(due)) transfer(look_ups_[due.ticket], now);
    }
    return is_any;
}

bool LookUps::end_tries(double now) {
    bool is_any = false;
    for (; !timeouts_.empty() && timeouts_.front().date <= now; is_any = true) {
        const Due due = timeouts_.front();
        timeouts_.pop_front();
        if (!is_over(due)) fail_try(look_ups_[due.ticket], now);
    }
    return is_any;
}

bool LookUps::begin_tries(double now) {
    bool is_any = false;
    for (; !pauses_.empty() && pauses_.front().date <= now; is_any = true) {
        const Due due = pauses_.front();
        pauses_.pop_front();
        if (!is_over(due)) begin_try(look_ups_[due.ticket], now);
    }
    return is_any;
}

void LookUps::drop_those_over(std::deque<Due>& queue) {
    while (!queue.empty() && is_over(queue.front())) queue.pop_front();
}

std::optional<double> LookUps::next_date() {
    drop_those_over(timeouts_);
    drop_those_over(pauses_);
    while (!latencies_.empty() && is_over(latencies_.top())) latencies_.pop();
    std::optional<double> next;
    const auto take = [&next](double date) { next = next ? std::min(*next, date) : date; };
    if (!timeouts_.empty()) take(timeouts_.front().date);
    if (!pauses_.empty()) take(pauses_.front().date);
    if (!latencies_.empty()) take(latencies_.top().date);
    return next;
}

// ---- Tries

void LookUps::begin(const model::MachineOrder& order, double now) {
    while (look_ups_.size() <= order.ticket) look_ups_.emplace_back();
    LookUp& look_up = look_ups_[order.ticket];
    look_up.order = order;
    look_up.tries = 0;
    ++under_way_;
    begin_try(look_up, now);
}

void LookUps::begin_try(LookUp& look_up, double now) {
    look_up.number = ++last_number_;
    ++look_up.tries;
    timeouts_.push_back({later(now, rules_.timeout), place_of(look_up), look_up.number});
    begin_transfer(look_up, Leg::request_begins, now);
}

/// Whoever cannot get through learns of it only when the time is out.
void LookUps::begin_transfer(LookUp& look_up, Leg leg, double now) {
    look_up.leg = leg;
    const WayBothWays* const both = park_.way(look_up.order.site, server_of(look_up));
    if (both == nullptr) return transfer(look_up, now);
    const double latency = (leg == Leg::request_begins ? both->there : both->back).latency();
    if (latency == 0.0) return transfer(look_up, now);
    latencies_.push({now + latency, place_of(look_up), look_up.number});
}

void LookUps::transfer(LookUp& look_up, double now) {
    const bool is_request = look_up.leg == Leg::request_begins;
    look_up.leg = is_request ? Leg::request : Leg::answer;
    s4u::Host* const site = park_.site(look_up.order.site);
    s4u::Host* const server = park_.server(server_of(look_up));
    const WayBothWays* const both = park_.way(look_up.order.site, server_of(look_up));
    const bool is_open = both == nullptr || (is_request ? both->there : both->back).is_open();
    if (!site->is_on() || !server->is_on() || !is_open) {
        look_up.leg = Leg::lost;
        return;
    }
    const double bytes = is_request ? look_up.order.request_bytes : look_up.order.answer_bytes;
    if (both == nullptr || bytes < 0.5) return end_leg(look_up, now);
    const auto transfer = s4u::Comm::sendto_init(is_request ? site : server, is_request ? server : site);
    transfer->set_payload_size(static_cast<std::uint64_t>(std::llround(bytes)));
    start(look_up, transfer);
}

void LookUps::arrive(LookUp& look_up, double now) {
    std::uint32_t& load = loads_[look_up.order.machine];
    const auto places = rules_of(look_up).places;
    if (places && load >= *places) return fail_try(look_up, now);
    ++load;
    look_up.is_at_server = true;
    work(look_up, look_up.order.work_s, now);
}

double LookUps::flops(const LookUp& look_up, double seconds) const {
    return seconds * kFlopsPerSecond / (rules_of(look_up).speed * factors_[look_up.order.machine]);
}

void LookUps::work(LookUp& look_up, double seconds, double now) {
    look_up.leg = Leg::work;
    const double amount = flops(look_up, seconds);
    if (amount <= 0.0) return end_work(look_up, now);
    execute(look_up, amount);
}

void LookUps::execute(LookUp& look_up, double amount) {
    const auto execution = s4u::Exec::init();
    execution->set_host(park_.server(server_of(look_up)));
    execution->set_flops_amount(amount);
    start(look_up, execution);
}

void LookUps::end_work(LookUp& look_up, double now) {
    leave_server(look_up);
    begin_transfer(look_up, Leg::answer_begins, now);
}

void LookUps::end_leg(LookUp& look_up, double now) {
    look_up.activity = nullptr;
    switch (look_up.leg) {
    case Leg::request: return arrive(look_up, now);
    case Leg::work: return end_work(look_up, now);
    case Leg::answer: return end(look_up, true);
    default: return leave_server(look_up);  // it is lost, which nobody knows before the time is out
    }
}

void LookUps::fail_try(LookUp& look_up, double now) {
    stop_activity(look_up);
    leave_server(look_up);
    if (look_up.tries > rules_.retries) return end(look_up, false);
    look_up.leg = Leg::pause;
    look_up.number = ++last_number_;
    pauses_.push_back({later(now, rules_.retry_after), place_of(look_up), look_up.number});
}

void LookUps::end(LookUp& look_up, bool is_answered) {
    outcomes_.push_back({place_of(look_up), look_up.tries, is_answered});
    look_up.number = 0;
    look_up.leg = Leg::none;
    --under_way_;
}

std::optional<LookUpOutcome> LookUps::take_outcome() {
    if (outcomes_.empty()) return std::nullopt;
    const LookUpOutcome first = outcomes_.front();
    outcomes_.pop_front();
    return first;
}

void LookUps::give_up(std::uint32_t ticket) {
    LookUp& look_up = look_ups_.at(ticket);
    std::erase_if(outcomes_, [&](const LookUpOutcome& one) { return one.ticket == ticket; });
    if (look_up.number == 0) return;
    stop_activity(look_up);
    leave_server(look_up);
    look_up.number = 0;
    look_up.leg = Leg::none;
    --under_way_;
}

void LookUps::give_up_all() {
    for (std::size_t i = 0; i < look_ups_.size(); ++i) give_up(static_cast<std::uint32_t>(i));
}

void LookUps::leave_server(LookUp& look_up) {
    if (std::exchange(look_up.is_at_server, false)) --loads_[look_up.order.machine];
}

// ---- Activities of SimGrid

void LookUps::start(LookUp& look_up, const s4u::ActivityPtr& activity) {
    activity->set_data(&look_up);
    look_up.activity = activity;
    activity->start();
}

void LookUps::stop_activity(LookUp& look_up) {
    if (!look_up.activity) return;
    look_up.activity->set_data(nullptr);
    look_up.activity->cancel();
    cancelled_.push_back(std::exchange(look_up.activity, nullptr));
}

void LookUps::set_speed(ServerId server, double factor) {
    const double before = std::exchange(factors_[index(server)], factor);
    for (LookUp& look_up : look_ups_) {
        if (look_up.leg != Leg::work || server_of(look_up) != server || !look_up.activity) continue;
        const double left = look_up.activity->get_remaining() * before / factor;
        stop_activity(look_up);
        execute(look_up, left);
    }
}

}  // namespace floorwalker::infra
