#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <floorwalker/facts.hpp>

#include "sim/measure/machines/machine_settings.hpp"
#include "sim/measure/wait_histogram.hpp"

/// What the machines behind the floor did in one replication.
namespace floorwalker::measure {

/// How long a machine was off, or on but slower than itself; in microseconds of opening hours.
struct StateCell {
    std::int64_t open_us = 0;
    std::int64_t down_us = 0;
    std::int64_t slow_us = 0;

    void add(const StateCell& other);
};

/// A server in one interval of the day, over all measured days. A look-up is in the interval in which it ended.
struct ServerCell {
    std::int64_t look_ups = 0;  // answered or failed
    std::int64_t failed = 0;
    std::int64_t given_up = 0;
    std::int64_t tries = 0;
    std::int64_t response_us = 0;  // of the answered
    double alone_us = 0;           // likewise: work, had each had a core to itself
    std::int64_t present_us = 0;   // look-ups × time
    double busy_us = 0;            // cores at work × time
    std::int64_t most_present = 0;
    StateCell state;

    void add(const ServerCell& other);
};

class MachineTally {
public:
    explicit MachineTally(const MachineSettings& settings);

    bool is_used() const { return !settings_->is_empty(); }

    // What is not measured, before the end of the warm-up, counts for nothing but the state of the machines.
    void add(const DayOpened& fact);
    void add(const IntervalBegan& fact);
    void add(const LookedUp& fact);
    void add(const ServerLoad& fact);
    void add(const MachineChanged& fact);
    void add(const WentToPaper&) { ++on_paper_; }
    void add(const EnteredFromPaper&) { --on_paper_; }
    void finish(TimePoint now) { pass(now); }

    /// By interval of the day; the last one is after closing.
    const std::vector<ServerCell>& rows(ServerId server) const { return servers_[index(server)].rows; }
    ServerCell sum(ServerId server) const;
    /// Response times of the answered look-ups. They are often shorter than waits: the histogram has them times a
    /// thousand, so that it is exact to a microsecond below 64 µs, and to 0.8 % above.
    const WaitHistogram& responses(ServerId server) const { return servers_[index(server)].responses; }
    const StateCell& link(LinkId link) const { return links_[index(link)].cell; }
    const StateCell& site(SiteId site) const { return sites_[index(site)].cell; }
    /// Written down and not entered by now, since the beginning of the run.
    std::int64_t paper_open() const { return on_paper_; }

    static constexpr std::int64_t kHistogramScale = 1000;

private:
    struct ServerNow {
        std::vector<ServerCell> rows;
        WaitHistogram responses;
        TimePoint since{};
        std::int64_t present = 0;
        double speed = 1.0;
    };
    struct MachineNow {
        StateCell cell;
        TimePoint since{};
        double speed = 1.0;
    };

    bool is_open() const { return row_ < settings_->intervals; }
    void pass(TimePoint now);
    void pass(ServerNow& server, std::size_t place, TimePoint now) const;
    void pass(MachineNow& machine, TimePoint now) const;
    double alone_us(const LookedUp& fact) const;

    const MachineSettings* settings_;
    std::vector<ServerNow> servers_;
    std::vector<MachineNow> links_;
    std::vector<MachineNow> sites_;
    std::size_t row_;
    bool is_measured_;
    std::int64_t on_paper_ = 0;
};

}  // namespace floorwalker::measure
