#pragma once

#include <cstdint>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/scenario.hpp>

/// The servers behind the floor, as the facts tell of them.
namespace floorwalker::viz {

/// Of one server: now, and since the beginning of the run.
struct ServerNow {
    std::uint32_t present = 0;  ///< look-ups that it works on
    double speed = 1.0;         ///< times its own; 0: off
    double present_s = 0;       ///< ∫ present dt
    double off_s = 0;           ///< seconds without it
    std::int64_t look_ups = 0;  ///< that are over, answered or not
    std::int64_t failed = 0;    ///< of those
    double took_s = 0;          ///< of the answered: how long they took altogether
    TimePoint since{};          ///< up to which the sums hold
};

class Servers {
public:
    Servers() = default;
    explicit Servers(const Scenario& scenario) : servers_(scenario.infrastructure.servers.size()) {}

    void operator()(const ServerLoad& fact);
    void operator()(const MachineChanged& fact);
    void operator()(const LookedUp& fact);
    void advance(TimePoint now);

    /// By ServerId.
    const std::vector<ServerNow>& all() const { return servers_; }

private:
    std::vector<ServerNow> servers_;
};

/// Between two moments, the first of which may be none: the beginning.
struct ServerSpan {
    double present = 0;  ///< on average
    double off = 0;      ///< share of the time
    double took_s = 0;   ///< of a look-up, on average
    std::int64_t look_ups = 0;
    std::int64_t failed = 0;
};
ServerSpan between(const ServerNow& before, const ServerNow& after);

}  // namespace floorwalker::viz
