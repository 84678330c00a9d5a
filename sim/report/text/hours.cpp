#include "sim/report/text/hours.hpp"

#include <array>
#include <span>

namespace floorwalker::report {
namespace {

constexpr std::array kCounts{Kpi::offered, Kpi::answered, Kpi::abandoned, Kpi::blocked, Kpi::paid_hours};
constexpr std::array kRatios{Kpi::service_level, Kpi::abandonment, Kpi::asa_s, Kpi::occupancy, Kpi::mean_agents};

double mean(const IntervalKpis& interval, Kpi kpi) { return interval.kpis[kpi].mean.value_or(0.0); }

/// The contacts that the variant of the service level counts: its denominator (docs/kpis.md).
double judged(const IntervalKpis& interval, ServiceLevelVariant variant) {
    const double answered = mean(interval, Kpi::answered);
    const double all = answered + mean(interval, Kpi::abandoned);
    switch (variant) {
    case ServiceLevelVariant::answered: return answered;
    case ServiceLevelVariant::abandon_in_target_ignored:
        return answered + mean(interval, Kpi::abandonment_after_target) * all;
    case ServiceLevelVariant::short_abandon_ignored: {
        // w = (B − Bₛ) / (A + B − Bₛ), so B − Bₛ = A w / (1 − w).
        const double w = mean(interval, Kpi::abandonment_without_short);
        return w < 1 ? answered / (1 - w) : mean(interval, Kpi::abandoned);
    }
    default: return all;
    }
}

/// What the KPI of the interval is divided by, up to a factor that all intervals share.
double weight(const IntervalKpis& interval, Kpi kpi, ServiceLevelVariant variant) {
    switch (kpi) {
    case Kpi::service_level: return judged(interval, variant);
    case Kpi::abandonment: return mean(interval, Kpi::answered) + mean(interval, Kpi::abandoned);
    case Kpi::asa_s: return mean(interval, Kpi::answered);
    case Kpi::occupancy: return mean(interval, Kpi::paid_hours) * (1 - mean(interval, Kpi::shrinkage));
    default: return to_seconds(interval.end - interval.start);
    }
}

IntervalKpis together(std::span<const IntervalKpis> intervals, ServiceLevelVariant variant) {
    IntervalKpis hour{intervals.front().start, intervals.back().end, intervals.front().after_close, {}};
    for (const Kpi kpi : kCounts) {
        double sum = 0;
        for (const IntervalKpis& interval : intervals) sum += mean(interval, kpi);
        hour.kpis[kpi].mean = sum;
    }
    for (const Kpi kpi : kRatios) {
        double part = 0;
        double whole = 0;
        for (const IntervalKpis& interval : intervals) {
            if (!interval.kpis[kpi].mean) continue;
            part += weight(interval, kpi, variant) * mean(interval, kpi);
            whole += weight(interval, kpi, variant);
        }
        if (whole > 0) hour.kpis[kpi].mean = part / whole;
    }
    return hour;
}

bool same_hour(const IntervalKpis& a, const IntervalKpis& b) {
    using std::chrono::floor;
    using std::chrono::hours;
    return a.after_close == b.after_close && floor<hours>(a.start) == floor<hours>(b.start);
}

}  // namespace

std::vector<IntervalKpis> by_hour(const std::vector<IntervalKpis>& intervals, ServiceLevelVariant variant) {
    std::vector<IntervalKpis> hours;
    for (std::size_t first = 0; first < intervals.size();) {
        std::size_t last = first;
        while (last + 1 < intervals.size() && same_hour(intervals[first], intervals[last + 1])) ++last;
        hours.push_back(together(std::span{intervals}.subspan(first, last - first + 1), variant));
        first = last + 1;
    }
    return hours;
}

}  // namespace floorwalker::report
