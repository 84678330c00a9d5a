#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "sim/scenario/csv/csv.hpp"
#include "sim/scenario/distributions/written_distribution.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

/// Shares are written with few digits; what is missing for a whole within this is rounding.
constexpr double kShareTolerance = 1e-6;

using Point = EmpiricalQuantiles::Point;

/// What is wrong with a point after the one before it; empty when nothing is.
std::string point_mistake(const Point* before, const Point& point, const BuildSite& site) {
    if (before == nullptr) {
        return point.share == 0.0 ? "" : fmt::format("the first share is {}; it must be 0", format_number(point.share));
    }
    if (point.share < before->share) {
        return fmt::format("the share {} is below the one before, {}", format_number(point.share),
                           format_number(before->share));
    }
    if (point.value < before->value) {
        return fmt::format("the value {} is below the one before, {}", site.show(point.value),
                           site.show(before->value));
    }
    return {};
}

std::string last_point_mistake(const std::vector<Point>& points) {
    if (points.size() < 2) return "needs two points at least: one of share 0 and one of share 1";
    if (points.back().share != 1.0)
        return fmt::format("the last share is {}; it must be 1", format_number(points.back().share));
    return {};
}

BuiltShape from_quantiles(const BuildSite& site) {
    const auto& points = site.written.quantiles;
    const List& written = *find(site.node, "quantiles")->list();
    const PathPart part{site.context, "quantiles"};
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto mistake = point_mistake(i == 0 ? nullptr : &points[i - 1], points[i], site);
        if (mistake.empty()) continue;
        site.context.problem(written[i], mistake);
        return std::nullopt;
    }
    if (const auto mistake = last_point_mistake(points); !mistake.empty()) {
        site.context.problem(written.back(), mistake);
        return std::nullopt;
    }
    return EmpiricalQuantiles{points};
}

/// A value in a data file: a duration with its unit or in seconds, or a plain number.
std::optional<double> cell_value(const Csv& csv, std::size_t row, std::size_t column, const Quantity& quantity) {
    auto value = csv.number(row, column);
    if (!value && quantity.is_duration) {
        const auto duration = parse_duration(csv.cell(row, column)).value;
        if (duration) value = to_seconds(*duration);
    }
    const double most = quantity.is_duration ? to_seconds(kLongestDuration) : 1e6;
    if (value && *value >= 0.0 && *value <= most) return value;
    return std::nullopt;
}

std::optional<double> cell_share(const Csv& csv, std::size_t row, std::size_t column) {
    const auto percentage = parse_percentage(csv.cell(row, column));
    const auto share = percentage ? percentage : csv.number(row, column);
    if (share && *share >= 0.0 && *share <= 1.0) return share;
    return std::nullopt;
}

BuiltShape from_rows(const Csv& csv, std::size_t value_column, RowProblems& problems, const BuildSite& site) {
    const auto share_column = csv.column("share");
    std::vector<Point> points;
    EmpiricalValues values;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const auto value = cell_value(csv, row, value_column, site.quantity);
        const auto share = share_column ? cell_share(csv, row, *share_column) : std::optional{0.0};
        if (!value) {
            problems.add(csv.line(row),
                         fmt::format("the value is \"{}\"; it must be {}", csv.cell(row, value_column),
                                     site.quantity.is_duration ? "a number of seconds or a duration such as \"90s\""
                                                               : "a number from 0 to 1,000,000"));
        } else if (!share) {
            problems.add(csv.line(row),
                         fmt::format("the share is \"{}\"; it must be from 0 to 1", csv.cell(row, *share_column)));
        } else if (share_column) {
            const Point point{*share, *value};
            const auto mistake = point_mistake(points.empty() ? nullptr : &points.back(), point, site);
            if (!mistake.empty()) problems.add(csv.line(row), mistake);
            points.push_back(point);
        } else {
            values.values.push_back(*value);
        }
    }
    if (problems.any()) return std::nullopt;
    if (!share_column) return values;
    if (const auto mistake = last_point_mistake(points); !mistake.empty()) {
        problems.add(csv.line(csv.rows() - 1), mistake);
        return std::nullopt;
    }
    return EmpiricalQuantiles{points};
}

BuiltShape from_file(const BuildSite& site) {
    const PathPart part{site.context, "file"};
    const auto csv = read_csv(site.written.file, *find(site.node, "file"), site.context);
    if (!csv) return std::nullopt;
    RowProblems problems{site.context.problems, csv->file()};
    const auto value_column = csv->need_column("value", problems);
    if (!value_column) return std::nullopt;
    return from_rows(*csv, *value_column, problems, site);
}

}  // namespace

BuiltShape build_empirical(const BuildSite& site) {
    if (site.written.has("file")) return from_file(site);
    if (site.written.has("quantiles")) return from_quantiles(site);
    return EmpiricalValues{site.written.values};
}

BuiltShape build_hyperexponential(const BuildSite& site) {
    const auto& written = site.written;
    if (written.has("mean")) {
        const double cv = written.cv_or_ratio();
        if (cv <= 1.0) {
            return site.refuse(
                written.cv ? "cv" : "sd",
                fmt::format("makes a cv of {}; that of a hyperexponential is above 100%", format_percentage(cv)));
        }
        return hyperexponential_with(*written.mean, cv);
    }
    if (written.shares.size() != written.means.size()) {
        return site.refuse(
            "means", fmt::format("has {} values, but shares has {}", written.means.size(), written.shares.size()));
    }
    const double sum = std::accumulate(written.shares.begin(), written.shares.end(), 0.0);
    if (std::abs(sum - 1.0) > kShareTolerance) {
        return site.refuse("shares",
                           fmt::format("the shares make {} together; they must make 100%", format_percentage(sum)));
    }
    Hyperexponential result{written.shares, written.means};
    for (double& share : result.shares) share /= sum;
    return result;
}

}  // namespace floorwalker::scenario
