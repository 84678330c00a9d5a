#pragma once

#include <vector>

#include <floorwalker/results.hpp>

/// A server by interval of the day, as the text report shows it.
namespace floorwalker::report {

struct ServerRow {
    Duration start{};
    Duration end{};
    bool after_close = false;
    ServerResult::Interval at;
};

std::vector<ServerRow> rows_of(const ServerResult& server, const std::vector<IntervalKpis>& intervals);

/// Several rows as one. Counts add up, response times weigh by the answered, and what is a mean over time by the length
/// of the row. There are no half-widths: they depend on how the rows vary together.
ServerRow together(const std::vector<ServerRow>& rows, std::size_t first, std::size_t last);

/// Brought together by the hour in which they begin; what came after closing stays apart.
std::vector<ServerRow> by_hour(const std::vector<ServerRow>& rows);

/// Intervals one after the other that a planner should look at.
struct ServerSpan {
    ServerRow all;
    std::size_t others = 0;  ///< further ones in the day
};

/// A server that is busier makes look-ups wait for each other.
inline constexpr double kHot = 0.8;

/// Of the spans above that share, the one with the highest utilisation.
std::optional<ServerSpan> hottest(const std::vector<ServerRow>& rows);

/// Of the spans in which look-ups take half as long again as `usual_s` or longer, the one in which they take longest.
/// Intervals with less than `least` look-ups may do so by chance and do not count.
std::optional<ServerSpan> slowest(const std::vector<ServerRow>& rows, double usual_s, double least);

/// The row with the most failed look-ups; null when none failed.
const ServerRow* most_failed(const std::vector<ServerRow>& rows);

}  // namespace floorwalker::report
