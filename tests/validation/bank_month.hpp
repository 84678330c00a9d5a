#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <floorwalker/scenario.hpp>

#include "sim/plan/replicate.hpp"
#include "tests/support/bank_staffing.hpp"
#include "tests/support/shipped.hpp"
#include "tests/validation/experiment.hpp"

/// The anonymous bank's January, recorded and simulated, in the same cells: half hours of days, by arrival of the
/// contact.
namespace floorwalker::validation {

using namespace std::chrono_literals;

/// Internet contacts are simulated but not counted here, as in the recorded figures that are published with the data.
struct BankCell {
    double contacts = 0;
    double abandoned = 0;
    double waited = 0;     ///< contacts that had to wait
    double wait_s = 0;     ///< all their waits
    double in_target = 0;  ///< answered within 20 s, the scenario's answer target

    void add(const BankCell& other) {
        contacts += other.contacts;
        abandoned += other.abandoned;
        waited += other.waited;
        wait_s += other.wait_s;
        in_target += other.in_target;
    }
};

using BankDay = std::array<BankCell, support::kHalfHours>;
using BankMonth = std::vector<BankDay>;
/// Which half hours of which days (both from 0) to look at.
using BankCells = std::function<bool(std::size_t day, std::size_t half_hour)>;

inline BankCell sum(const BankMonth& month, const BankCells& cells) {
    BankCell sum;
    for (std::size_t day = 0; day < month.size(); ++day) {
        for (std::size_t i = 0; i < support::kHalfHours; ++i) {
            if (cells(day, i)) sum.add(month[day][i]);
        }
    }
    return sum;
}

inline BankCell recorded_contact(const support::BankCall& call) {
    BankCell cell;
    cell.contacts = 1;
    cell.abandoned = call.answered ? 0 : 1;
    cell.waited = call.waited > 0s ? 1 : 0;
    cell.wait_s = static_cast<double>(call.waited.count());
    cell.in_target = call.answered && call.waited <= 20s ? 1 : 0;
    return cell;
}

inline BankMonth recorded_month(const std::vector<support::BankCall>& calls) {
    const auto dates = support::dates_of(calls);
    BankMonth month(dates.size());
    for (const auto& call : calls) {
        if (!call.is_contact() || call.activity == support::Activity::internet) continue;
        const auto day = static_cast<std::size_t>(std::ranges::lower_bound(dates, call.date) - dates.begin());
        const auto half_hour = static_cast<std::size_t>((call.arrived - support::kBankOpens) / support::kHalfHour);
        month[day][half_hour].add(recorded_contact(call));
    }
    return month;
}

inline BankDay simulated_day(const measure::Recorder& recorder) {
    BankDay day;
    for (std::size_t i = 0; i < support::kHalfHours; ++i) {
        for (std::size_t t = 0; t < support::kActivities; ++t) {
            if (t == static_cast<std::size_t>(support::Activity::internet)) continue;
            const measure::Totals& of = recorder.intervals()[i].call_types[t];
            const double wait_us = of.wait_answered_us + of.wait_lost_us;
            day[i].add(
                {of.offered, of.abandoned, of.answered_queued + of.abandoned, wait_us * 1e-6, of.answered_in_target});
        }
    }
    return day;
}

/// As whom the servers of a day are simulated.
enum class BankStaff {
    people,        ///< each with the activities and, to the second, the presence inferred from the record
    whole_agents,  ///< a head count for each team and half hour, as a scenario file has it
};

inline std::vector<RecordedCall> recorded_calls(const std::vector<support::BankCall>& calls,
                                                std::chrono::sys_days date) {
    constexpr TierId kPriority{0};
    constexpr TierId kStandard{1};  // the scenario has one tier
    std::vector<RecordedCall> replay;
    for (const auto& call : calls) {
        if (call.date != date || !call.is_contact()) continue;
        RecordedCall recorded{TimePoint{call.arrived}, CallTypeId{static_cast<std::uint16_t>(call.activity)}, {}};
        if (call.is_priority_known()) recorded.tier = call.is_priority ? kPriority : kStandard;
        replay.push_back(recorded);
    }
    std::ranges::stable_sort(replay, {}, &RecordedCall::at);
    return replay;
}

inline std::vector<Agent> people(const std::vector<support::ServerDay>& staffing, std::chrono::sys_days date,
                                 support::Team team) {
    std::vector<Agent> people;
    for (const auto& server : staffing) {
        if (server.date != date || server.team != team) continue;
        Agent person;
        person.id = "server_" + std::to_string(people.size() + 1);
        for (const auto activity : server.serves) person.skills[CallTypeId{static_cast<std::uint16_t>(activity)}] = 1.0;
        for (const auto& span : server.on_duty) person.shifts.push_back({span.from, span.to});
        people.push_back(std::move(person));
    }
    return people;
}

/// A day of the shipped scenario with that day's calls and staff.
inline Scenario bank_day(Scenario scenario, const std::vector<support::BankCall>& calls,
                         const std::vector<support::ServerDay>& staffing, std::chrono::sys_days date, BankStaff staff) {
    scenario.centre.lines.reset();  // whoever is in the record got a line
    scenario.replay = recorded_calls(calls, date);
    const auto whole = support::whole_agents(support::mean_on_duty(staffing, date));
    for (std::size_t t = 0; t < support::kTeams; ++t) {
        Group& group = scenario.groups.at(t);
        group.agents.clear();
        if (staff == BankStaff::people) {
            group.listed = people(staffing, date, static_cast<support::Team>(t));
        } else {
            group.agents.assign(whole[t].begin(), whole[t].end());
        }
    }
    return scenario;
}

/// January as often as there are replications. Of each day the seed is another.
inline std::vector<BankMonth> simulated_months(const std::vector<support::BankCall>& calls,
                                               const std::vector<support::ServerDay>& staffing, BankStaff staff,
                                               std::uint64_t seed, std::int64_t replications) {
    const Scenario bank = support::shipped("anonymous_bank");
    REQUIRE(bank.call_types.at(static_cast<std::size_t>(support::Activity::internet)).id == "internet");
    REQUIRE(bank.groups.at(static_cast<std::size_t>(support::Team::stock)).id == "stock");
    std::vector<BankMonth> months(static_cast<std::size_t>(replications));
    for (const auto date : support::dates_of(calls)) {
        plan::ReplicateOptions wanted;
        wanted.run = options(seed++, replications);
        wanted.on_finished = [&](const plan::FinishedReplication& finished) {
            months[static_cast<std::size_t>(finished.number)].push_back(simulated_day(finished.recorder));
        };
        plan::replicate(bank_day(bank, calls, staffing, date, staff), wanted);
    }
    return months;
}

}  // namespace floorwalker::validation
