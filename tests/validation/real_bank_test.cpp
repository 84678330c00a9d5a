#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/validation/bank_month.hpp"

/// A real bank: January 1999 replayed. What came when is the record's; who worked when is inferred from it; patience, talk
/// and wrap-up are drawn from scenarios/anonymous_bank.toml. Data: I. Guedj and A. Mandelbaum, Technion.
namespace floorwalker::validation {
namespace {

using support::BankCall;
using support::kHalfHours;

constexpr std::uint64_t kSeed = 501;
constexpr std::int64_t kReplications = 40;
constexpr std::size_t kHours = kHalfHours / 2;

/// What is compared: a part of the contacts, or of their seconds.
struct Measure {
    const char* name;
    double BankCell::* part;
    double unit;  ///< shown per that many contacts
    const char* format;
};
const Measure kAbandonment{"abandonment, %", &BankCell::abandoned, 100, "%.1f"};
const Measure kMeanWait{"mean wait, s", &BankCell::wait_s, 1, "%.1f"};
const Measure kWaitProbability{"P(wait > 0)", &BankCell::waited, 1, "%.3f"};
const std::vector<Measure> kMeasures{kAbandonment, kMeanWait, kWaitProbability};

double value(const BankCell& cell, const Measure& measure) {
    return cell.*measure.part / cell.contacts * measure.unit;
}

Simulated simulated(const std::vector<BankMonth>& months, const BankCells& cells, const Measure& measure) {
    measure::RatioEstimator estimator;
    for (const BankMonth& month : months) {
        const BankCell all = sum(month, cells);
        estimator.add(all.*measure.part * measure.unit, all.contacts);
    }
    const Estimate estimate = estimator.estimate(0.95);
    return {estimate.mean.value(), estimate.half_width.value(), estimator.count() - 1};
}

std::string text(const Measure& measure, double value) {
    char text[32];
    std::snprintf(text, sizeof text, measure.format, value);
    return text;
}

std::string text(const Measure& measure, const Simulated& simulated) {
    return text(measure, simulated.mean) + " ± " + text(measure, simulated.half_width);
}

bool everywhere(std::size_t, std::size_t) { return true; }

BankCells in_hour(std::size_t hour) {
    return [=](std::size_t, std::size_t half_hour) { return half_hour / 2 == hour; };
}

/// Where the record says that calls came but next to nobody served: fewer than 40 % of the usual agents of that half
/// hour. It was the recording that failed, or the bank.
BankCells where_staffed(const std::vector<support::ServerDay>& staffing, const std::vector<BankCall>& calls) {
    std::vector<std::array<double, kHalfHours>> agents;
    std::array<double, kHalfHours> usual{};
    for (const auto date : support::dates_of(calls)) {
        auto& day = agents.emplace_back();
        for (const auto& team : support::mean_on_duty(staffing, date)) {
            for (std::size_t i = 0; i < kHalfHours; ++i) day[i] += team[i];
        }
        for (std::size_t i = 0; i < kHalfHours; ++i) usual[i] += day[i];
    }
    for (double& mean : usual) mean /= static_cast<double>(agents.size());
    return [=](std::size_t day, std::size_t half_hour) { return agents[day][half_hour] >= 0.4 * usual[half_hour]; };
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

}  // namespace
}  // namespace floorwalker::validation

using namespace floorwalker; using namespace floorwalker::validation; using namespace floorwalker::support;
TEST_CASE("x") {
    const auto calls = weekday_calls(*bank_folder() / "january_1999.txt");
    const auto staffing = infer_staffing(calls);
    const auto rec = recorded_month(calls);
    const auto staffed = where_staffed(staffing, calls);
    for (std::size_t d = 0; d < 19; ++d) for (std::size_t i = 0; i < kHalfHours; ++i) if (!staffed(d, i)) std::printf("out %zu %zu: %g\n", d, i, rec[d][i].contacts);
    for (auto staff : {BankStaff::people, BankStaff::whole_agents}) {
        const auto months = simulated_months(calls, staffing, staff, kSeed, kReplications);
        for (auto& c : std::vector<BankCells>{everywhere, staffed}) { for (auto& m : kMeasures) std::printf("%s rec %s sim %s\n", m.name, text(m, value(sum(rec, c), m)).c_str(), text(m, validation::simulated(months, c, m)).c_str()); }
        std::vector<std::vector<double>> a(3), b(3);
        for (std::size_t h = 0; h < kHours; ++h) { std::printf("%zu %g", h + 7, sum(rec, in_hour(h)).contacts/19); for (int k=0;k<3;++k){ auto& m=kMeasures[k]; auto s=validation::simulated(months, in_hour(h), m); auto r=value(sum(rec, in_hour(h)), m); a[k].push_back(r); b[k].push_back(s.mean); std::printf(" | %s | %s", text(m,r).c_str(), text(m,s).c_str()); } std::printf("  %g\n", sum(months[0],in_hour(h)).contacts/19); }
        for (int k=0;k<3;++k) std::printf("corr %g\n", correlation(a[k],b[k]));
    }
}
