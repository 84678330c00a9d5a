#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/validation/bank_month.hpp"

/// A real bank: January 1999 replayed. Which calls came when is the record's; who worked when is inferred from it;
/// patience, talk and wrap-up are drawn from scenarios/anonymous_bank.toml. Data: I. Guedj and A. Mandelbaum, Technion.
namespace floorwalker::validation {
namespace {

using support::BankCall;
using support::kHalfHours;

constexpr std::uint64_t kSeed = 501;
constexpr std::int64_t kReplications = 40;
constexpr std::size_t kHours = kHalfHours / 2;
constexpr std::size_t kFirstHour = 7;

std::optional<std::vector<BankCall>> recorded(const std::string& file) {
    const auto folder = support::bank_folder();
    if (folder) return support::weekday_calls(*folder / file);
    WARN("skipped: the bank's records are not beside the project (../shared/data), nor where FLOORWALKER_DATA points");
    return std::nullopt;
}

/// What is compared: a sum over contacts, for each of them.
struct Quantity {
    const char* name;
    double BankCell::*sum;
    double unit;
    const char* format;
};
const Quantity kAbandonment{"abandoned, %", &BankCell::abandoned, 100, "%.1f"};
const Quantity kMeanWait{"mean wait, s", &BankCell::wait_s, 1, "%.1f"};
const Quantity kWaitProbability{"P(wait > 0)", &BankCell::waited, 1, "%.3f"};
const Quantity kInTarget{"answered within 20 s, %", &BankCell::in_target, 100, "%.1f"};

double value(const BankCell& cell, const Quantity& quantity) {
    return cell.*quantity.sum / cell.contacts * quantity.unit;
}

/// The half-width is that of the mean of many Januaries; the standard deviation of a single one is three of them.
Simulated over_months(const std::vector<BankMonth>& months, const BankCells& cells, const Quantity& quantity) {
    measure::RatioEstimator estimator;
    for (const BankMonth& month : months) {
        const BankCell all = sum(month, cells);
        estimator.add(all.*quantity.sum * quantity.unit, all.contacts);
    }
    const Estimate estimate = estimator.estimate(0.95);
    return {estimate.mean.value(), estimate.half_width.value(), estimator.count() - 1};
}

std::string text(const Quantity& quantity, double value) {
    char text[32];
    std::snprintf(text, sizeof text, quantity.format, value);
    return text;
}

/// Recorded and simulated, as in docs/validation.md.
std::string both(const Quantity& quantity, double recorded, const Simulated& simulated) {
    return text(quantity, recorded) + " | " + text(quantity, simulated.mean) + " ± " +
           text(quantity, simulated.half_width) + " |";
}

bool everywhere(std::size_t, std::size_t) { return true; }

BankCells in_hour(std::size_t hour) {
    return [=](std::size_t, std::size_t half_hour) { return half_hour / 2 == hour; };
}

using DayProfile = std::array<double, kHalfHours>;

/// Of each day its part of the mean of all days.
std::vector<DayProfile> relative(std::vector<DayProfile> days) {
    for (std::size_t i = 0; i < kHalfHours; ++i) {
        double mean = 0;
        for (const DayProfile& day : days) mean += day[i] / static_cast<double>(days.size());
        for (DayProfile& day : days) day[i] /= mean;
    }
    return days;
}

/// Leaves out the half hours in which next to nobody seems to have served, though calls came: the recording failed, or
/// the bank. And the rush of 18 January after 15:10, when some 150 calls came in 20 minutes. And the half hour after
/// each.
BankCells in_ordinary_half_hours(const BankMonth& month, const std::vector<support::ServerDay>& staffing,
                                 const std::vector<std::chrono::sys_days>& dates) {
    std::vector<DayProfile> contacts(month.size());
    std::vector<DayProfile> agents(month.size());
    for (std::size_t day = 0; day < month.size(); ++day) {
        const auto on_duty = support::mean_on_duty(staffing, dates[day]);
        for (std::size_t i = 0; i < kHalfHours; ++i) {
            contacts[day][i] = month[day][i].contacts;
            for (const auto& team : on_duty) agents[day][i] += team[i];
        }
    }
    contacts = relative(std::move(contacts));
    agents = relative(std::move(agents));
    return [=](std::size_t day, std::size_t half_hour) {
        const auto is_odd = [&](std::size_t i) { return agents[day][i] < 0.4 || contacts[day][i] > 2.5; };
        return !is_odd(half_hour) && (half_hour == 0 || !is_odd(half_hour - 1));
    };
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
    const auto n = static_cast<double>(x.size());
    double sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sx += x[i];
        sy += y[i];
        sxx += x[i] * x[i];
        syy += y[i] * y[i];
        sxy += x[i] * y[i];
    }
    return (n * sxy - sx * sy) / std::sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
}

/// How far simulated may be from recorded.
struct Bands {
    double abandonment;
    double mean_wait;
    double wait_probability;
    double in_target;
    double abandonment_of_hour;
};

void check_all(const BankMonth& recorded, const std::vector<BankMonth>& months, const BankCells& cells,
               const Bands& bands) {
    const BankCell all = sum(recorded, cells);
    CHECK(sum(months.front(), cells).contacts == all.contacts);
    const auto check = [&](const Quantity& quantity, double band) {
        const Simulated simulated = over_months(months, cells, quantity);
        INFO("| " << quantity.name << " | " << both(quantity, value(all, quantity), simulated));
        CHECK(std::abs(simulated.mean - value(all, quantity)) <= band);
        CHECK(simulated.half_width <= 0.1 * band);
        return simulated.mean;
    };
    check(kAbandonment, bands.abandonment);
    const double mean_wait = check(kMeanWait, bands.mean_wait);
    const double wait_probability = check(kWaitProbability, bands.wait_probability);
    check(kInTarget, bands.in_target);

    // Waits are fewer and longer than recorded, as the page of the scenario explains.
    CHECK(wait_probability < value(all, kWaitProbability));
    CHECK(mean_wait / wait_probability > value(all, kMeanWait) / value(all, kWaitProbability));
}

void check_hours(const BankMonth& recorded, const std::vector<BankMonth>& months, const Bands& bands) {
    const std::array<Quantity, 3> quantities{kAbandonment, kMeanWait, kWaitProbability};
    std::array<std::vector<double>, 3> of_record;
    std::array<std::vector<double>, 3> of_model;
    for (std::size_t hour = 0; hour < kHours; ++hour) {
        const BankCell all = sum(recorded, in_hour(hour));
        const double a_day = all.contacts / static_cast<double>(recorded.size());
        std::string rows = text(kMeanWait, a_day) + " calls a day";
        for (std::size_t q = 0; q < quantities.size(); ++q) {
            const Simulated simulated = over_months(months, in_hour(hour), quantities[q]);
            of_record[q].push_back(value(all, quantities[q]));
            of_model[q].push_back(simulated.mean);
            rows += "\n| " + std::to_string(kFirstHour + hour) + " h: " + quantities[q].name + " | " +
                    both(quantities[q], of_record[q].back(), simulated);
        }
        INFO(rows);
        CHECK(sum(months.front(), in_hour(hour)).contacts == all.contacts);
        CHECK(std::abs(of_model[0].back() - of_record[0].back()) <= bands.abandonment_of_hour);
    }
    for (std::size_t q = 0; q < quantities.size(); ++q) {
        INFO("by hour: " << quantities[q].name);
        CHECK(correlation(of_record[q], of_model[q]) > 0.9);
    }
}

void check_replay(BankStaff staff, const Bands& bands) {
    const auto calls = recorded("january_1999.txt");
    if (!calls) return;
    const auto staffing = support::infer_staffing(*calls);
    const BankMonth record = recorded_month(*calls);
    const auto months = simulated_months(*calls, staffing, staff, kSeed, kReplications);
    check_all(record, months, everywhere, bands);
    check_all(record, months, in_ordinary_half_hours(record, staffing, support::dates_of(*calls)), bands);
    check_hours(record, months, bands);
}

void check_recorded(const std::string& file, const std::array<double, 5>& published) {
    const auto calls = recorded(file);
    if (!calls) return;
    const BankMonth month = recorded_month(*calls);
    const BankCell all = sum(month, everywhere);
    double services = 0;
    double handling_s = 0;
    for (const BankCall& call : *calls) {
        const bool counts = call.is_contact() && call.activity != support::Activity::internet;
        if (!counts || !call.answered || call.served <= 0s || call.served > 1h) continue;
        services += 1;
        handling_s += static_cast<double>(call.served.count());
    }
    CHECK(all.contacts / static_cast<double>(month.size()) == Approx(published[0]).margin(0.5));
    CHECK(value(all, kAbandonment) == Approx(published[1]).margin(0.005));
    CHECK(value(all, kMeanWait) == Approx(published[2]).margin(0.05));
    CHECK(value(all, kWaitProbability) == Approx(published[3]).margin(0.0005));
    CHECK(handling_s / services == Approx(published[4]).margin(0.05));
}

}  // namespace

TEST_CASE("The record of the anonymous bank is read as those who published it read it", "[validation]") {
    check_recorded("january_1999.txt", {1411, 10.75, 39.6, 0.579, 184.0});
    check_recorded("august_1999.txt", {1443, 18.16, 73.8, 0.666, 170.6});
}

TEST_CASE("January's staff is inferred as the scenario of the anonymous bank says", "[validation]") {
    const auto calls = recorded("january_1999.txt");
    if (!calls) return;
    const auto staffing = support::infer_staffing(*calls);
    std::array<int, support::kTeams> days{};
    double hours = 0;
    for (const auto& server : staffing) {
        ++days[static_cast<std::size_t>(server.team)];
        for (const auto& span : server.on_duty) hours += std::chrono::duration<double>{span.to - span.from} / 1h;
    }
    CHECK(days == std::array<int, support::kTeams>{103, 141, 94});
    CHECK(hours / 19 == Approx(89.8).margin(0.05));
}

// The bands are what the record leaves open. Wrap-up is not recorded. The scenario's has a mean of 9.5 s; with none
// this test has 9.9 %, 39.3 s and 0.455, with 19 s 12.7 %, 51.1 s and 0.538. P(wait > 0) is too low with any of them:
// the model's agents are back soon after a service whether anybody waits or not; of the bank's, 27 % stayed away for
// over a minute when nobody did. Who is answered within 20 s is mostly who does not wait, so its band is that of P(wait
// > 0).
TEST_CASE("A real bank: January replayed with each server's own hours", "[validation]") {
    check_replay(BankStaff::people, {2.0, 9.0, 0.1, 10.0, 4.0});
}

// Whole agents a half hour are too many or too few by a part of one, as likely as not where it hurts: another 2 points
// and 12 s.
TEST_CASE("A real bank: January replayed with head counts by half hour", "[validation]") {
    check_replay(BankStaff::whole_agents, {4.0, 21.0, 0.1, 10.0, 8.0});
}

}  // namespace floorwalker::validation
