#include "sim/report/text/server_rows.hpp"

#include <algorithm>

namespace floorwalker::report {
namespace {

double value(const Estimate& estimate) { return estimate.mean.value_or(0.0); }

double answered(const ServerRow& row) { return value(row.at.look_ups) - value(row.at.failed); }

double length_s(const ServerRow& row) { return to_seconds(row.end - row.start); }

/// Σ weight × mean ÷ Σ weight, over the rows that have a mean.
template <class Weight>
Estimate weighted(const std::vector<ServerRow>& rows, std::size_t first, std::size_t last,
                  Estimate ServerResult::Interval::*figure, const Weight& weight) {
    double part = 0;
    double whole = 0;
    for (std::size_t i = first; i <= last; ++i) {
        const Estimate& one = rows[i].at.*figure;
        if (!one.mean) continue;
        part += weight(rows[i]) * *one.mean;
        whole += weight(rows[i]);
    }
    return whole > 0 ? Estimate{part / whole, {}} : Estimate{};
}

Estimate sum(const std::vector<ServerRow>& rows, std::size_t first, std::size_t last,
             Estimate ServerResult::Interval::*figure) {
    double all = 0;
    for (std::size_t i = first; i <= last; ++i) all += value(rows[i].at.*figure);
    return {all, {}};
}

bool same_hour(const ServerRow& a, const ServerRow& b) {
    using std::chrono::floor;
    using std::chrono::hours;
    return a.after_close == b.after_close && floor<hours>(a.start) == floor<hours>(b.start);
}

/// Of the longest stretches of bad rows, the one whose figure is highest.
template <class IsBad>
std::optional<ServerSpan> worst_span(const std::vector<ServerRow>& rows, Estimate ServerResult::Interval::*figure,
                                     const IsBad& is_bad) {
    std::optional<ServerSpan> worst;
    std::size_t spans = 0;
    for (std::size_t first = 0; first < rows.size(); ++first) {
        if (!is_bad(rows[first])) continue;
        std::size_t last = first;
        while (last + 1 < rows.size() && is_bad(rows[last + 1])) ++last;
        const ServerRow span = together(rows, first, last);
        ++spans;
        if (!worst || value(span.at.*figure) > value(worst->all.at.*figure)) worst = ServerSpan{span, 0};
        first = last;
    }
    if (worst) worst->others = spans - 1;
    return worst;
}

}  // namespace

std::vector<ServerRow> rows_of(const ServerResult& server, const std::vector<IntervalKpis>& intervals) {
    std::vector<ServerRow> rows;
    for (std::size_t i = 0; i < server.intervals.size(); ++i)
        rows.push_back({intervals[i].start, intervals[i].end, intervals[i].after_close, server.intervals[i]});
    return rows;
}

ServerRow together(const std::vector<ServerRow>& rows, std::size_t first, std::size_t last) {
    using Interval = ServerResult::Interval;
    ServerRow all{rows[first].start, rows[last].end, rows[first].after_close, {}};
    all.at.look_ups = sum(rows, first, last, &Interval::look_ups);
    all.at.failed = sum(rows, first, last, &Interval::failed);
    all.at.response_s = weighted(rows, first, last, &Interval::response_s, answered);
    all.at.utilisation = weighted(rows, first, last, &Interval::utilisation, length_s);
    all.at.present = weighted(rows, first, last, &Interval::present, length_s);
    return all;
}

std::vector<ServerRow> by_hour(const std::vector<ServerRow>& rows) {
    std::vector<ServerRow> hours;
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first;
        while (last + 1 < rows.size() && same_hour(rows[first], rows[last + 1])) ++last;
        hours.push_back(together(rows, first, last));
        first = last + 1;
    }
    return hours;
}

std::optional<ServerSpan> hottest(const std::vector<ServerRow>& rows) {
    return worst_span(rows, &ServerResult::Interval::utilisation,
                      [](const ServerRow& row) { return value(row.at.utilisation) > kHot; });
}

std::optional<ServerSpan> slowest(const std::vector<ServerRow>& rows, double usual_s, double least) {
    constexpr double kSlow = 1.5;
    return worst_span(rows, &ServerResult::Interval::response_s, [=](const ServerRow& row) {
        return !row.after_close && value(row.at.look_ups) >= least && value(row.at.response_s) >= kSlow * usual_s;
    });
}

const ServerRow* most_failed(const std::vector<ServerRow>& rows) {
    const auto most = std::max_element(rows.begin(), rows.end(), [](const ServerRow& a, const ServerRow& b) {
        return value(a.at.failed) < value(b.at.failed);
    });
    return most != rows.end() && value(most->at.failed) > 0 ? &*most : nullptr;
}

}  // namespace floorwalker::report
