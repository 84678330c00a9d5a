#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

#include <floorwalker/time.hpp>

#include "sim/infra/simgrid/park.hpp"
#include "sim/model/machines/order.hpp"

namespace floorwalker::infra {

struct LookUpRules {
    Duration timeout{};
    std::int64_t retries = 0;
    Duration retry_after{};
};

struct LookUpOutcome {
    std::uint32_t ticket = 0;
    std::uint8_t tries = 0;
    bool is_answered = false;
};

/// Look-ups on their way through SimGrid. Each is a chain of transfers and executions that SimGrid's main loop itself
/// starts and ends: no actor, whose stack would cost four times as much time.
class LookUps {
public:
    LookUps(Park& park, const LookUpRules& rules);
    LookUps(const LookUps&) = delete;
    LookUps& operator=(const LookUps&) = delete;
    ~LookUps() = default;

    void begin(const model::MachineOrder& order, double now);
    void give_up(std::uint32_t ticket);
    void give_up_all();

    /// Work under way there goes on at so many times the server's own speed.
    void set_speed(ServerId server, double factor);

    /// Nothing that has ended is unreported: SimGrid needs what has been cancelled no longer.
    void forget_cancelled() { cancelled_.clear(); }

    /// Does what is due by now: what SimGrid has ended, time-outs, next tries.
    void go_on(double now);

    /// The next of those that are over, in order; none: there are no more.
    std::optional<LookUpOutcome> take_outcome();

    /// When something is due although SimGrid ends nothing.
    std::optional<double> next_date();
    bool are_all_over() const { return under_way_ == 0; }

    /// How many are at each server, from the arrival of the request until the work is done.
    const std::vector<std::uint32_t>& loads() const { return loads_; }

    /// Called while SimGrid is at it, when it has ended something.
    std::function<void()> on_end;

private:
    enum class Leg : std::uint8_t { none, pause, request_begins, request, work, answer_begins, answer, lost };

    struct LookUp {
        model::MachineOrder order;
        s4u::ActivityPtr activity;
        std::uint64_t number = 0;  // of the try, among all tries; 0: not under way
        std::uint8_t tries = 0;
        Leg leg = Leg::none;
        bool is_at_server = false;
    };
    /// Something to be done with a look-up, unless its try is over by then.
    struct Due {
        double date = 0.0;
        std::uint32_t ticket = 0;
        std::uint64_t number = 0;
        bool operator>(const Due& other) const {
            return date != other.date ? date > other.date : number > other.number;
        }
    };

    bool is_over(const Due& due) const { return look_ups_[due.ticket].number != due.number; }
    void drop_those_over(std::deque<Due>& queue);
    bool end_legs(double now);
    bool end_latencies(double now);
    bool end_tries(double now);
    bool begin_tries(double now);

    void begin_try(LookUp& look_up, double now);
    void begin_transfer(LookUp& look_up, Leg leg, double now);
    void transfer(LookUp& look_up, double now);
    void arrive(LookUp& look_up, double now);
    void work(LookUp& look_up, double seconds, double now);
    void execute(LookUp& look_up, double flops);
    void end_work(LookUp& look_up, double now);
    void end_leg(LookUp& look_up, double now);
    void fail_try(LookUp& look_up, double now);
    void end(LookUp& look_up, bool is_answered);
    void start(LookUp& look_up, const s4u::ActivityPtr& activity);
    void stop_activity(LookUp& look_up);
    void leave_server(LookUp& look_up);

    ServerId server_of(const LookUp& look_up) const { return ServerId{look_up.order.machine}; }
    const Server& rules_of(const LookUp& look_up) const { return park_.machines().servers[look_up.order.machine]; }
    std::uint32_t place_of(const LookUp& look_up) const { return look_up.order.ticket; }
    double flops(const LookUp& look_up, double seconds) const;

    Park& park_;
    LookUpRules rules_;
    std::deque<LookUp> look_ups_;  // by ticket; SimGrid's activities point into it
    std::vector<std::uint32_t> loads_;
    std::vector<double> factors_;  // by server
    std::deque<LookUpOutcome> outcomes_;
    std::vector<s4u::ActivityPtr> cancelled_;
    std::vector<Due> ended_;    // by SimGrid, not yet gone on with
    std::deque<Due> timeouts_;  // as all tries have the same time, in order
    std::deque<Due> pauses_;    // likewise
    std::priority_queue<Due, std::vector<Due>, std::greater<>> latencies_;
    std::uint64_t last_number_ = 0;
    std::size_t under_way_ = 0;
};

}  // namespace floorwalker::infra
