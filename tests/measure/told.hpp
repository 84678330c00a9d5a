#pragma once

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

#include "sim/measure/recorder.hpp"
#include "sim/measure/summary.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Facts told by hand, and what measuring makes of them.
namespace floorwalker::measure {

using namespace support;

inline TimePoint moment(Duration of_day, std::uint32_t day = 0) { return TimePoint{kDay * day + of_day}; }

/// A contact of the first day and interval of that type's source.
inline ContactRef contact(std::uint32_t number, std::uint16_t type = 0, std::uint8_t attempt = 0) {
    return {.id = ContactId{number},
            .customer = {SourceId{type}, 0, number},
            .call_type = CallTypeId{type},
            .tier = TierId{0},
            .day = 0,
            .interval = 0,
            .attempt = attempt,
            .leg = 0};
}

inline ContactRef next_leg(ContactRef contact, std::uint16_t type) {
    ++contact.leg;
    contact.call_type = CallTypeId{type};
    return contact;
}

/// The facts of days from 8:00 to 10:00 in two intervals.
class Told {
public:
    explicit Told(Scenario scenario)
        : scenario_{std::move(scenario)}, recorder_{std::make_shared<const Settings>(settings_of(scenario_))} {}

    Told& open(std::uint32_t day = 0) {
        is_second_ = false;
        tell(DayOpened{moment(8h, day), day});
        return tell(IntervalBegan{moment(8h, day), day, 0});
    }

    /// It is nine. Where nothing is counted by the clock, it need not be told.
    Told& second_interval(std::uint32_t day = 0) {
        is_second_ = true;
        return tell(IntervalBegan{moment(9h, day), day, 1});
    }

    template <class OneFact>
    Told& tell(const OneFact& fact) {
        recorder_(fact);
        return *this;
    }

    /// Comes and gets the agent at once, or after a wait in the queue.
    Told& answered(Duration at, const ContactRef& contact, Duration waited = 0s, GroupId group = {}) {
        const bool queued = waited > 0s;
        if (queued) tell(Queued{moment(at), contact, kForever});
        return tell(
            Answered{moment(at + waited), contact, AgentId{static_cast<std::uint32_t>(group)}, group, waited, queued});
    }
    Told& talked(Duration until, const ContactRef& contact, Duration talk, bool leaves = true, GroupId group = {}) {
        return tell(TalkEnded{moment(until), contact, AgentId{static_cast<std::uint32_t>(group)}, group, talk, leaves});
    }

    /// Closes the day at 10:00 and the books.
    RunResult result(std::uint32_t day = 0) {
        if (!is_second_) second_interval(day);
        tell(IntervalBegan{moment(10h, day), day, 2});
        recorder_.finish(moment(10h, day));
        Summary summary{scenario_};
        summary.add(recorder_, 0);
        return summary.result(0.95);
    }

private:
    Scenario scenario_;
    Recorder recorder_;
    bool is_second_ = false;
};

inline double mean_of(const Estimate& estimate) {
    REQUIRE(estimate.mean.has_value());
    return *estimate.mean;
}

/// Each of the KPIs has that mean.
inline void check(const KpiSet& kpis, const std::vector<std::pair<Kpi, double>>& expected) {
    for (const auto& [kpi, mean] : expected) {
        INFO(name_of(kpi));
        REQUIRE(kpis[kpi].mean.has_value());
        CHECK(*kpis[kpi].mean == Approx(mean).epsilon(1e-9).margin(1e-12));
    }
}

}  // namespace floorwalker::measure
