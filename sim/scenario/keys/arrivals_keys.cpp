#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "sim/scenario/csv/csv.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/keys/weekdays.hpp"
#include "sim/scenario/text/suggest.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

// More would come closer together than the clock tells apart.
constexpr double kMostContacts = 1e7;
constexpr double kMostContactsADay = 1e8;
constexpr double kMostFactor = 1e6;

/// Arrivals as written: the volume in one of three ways.
struct WrittenArrivals {
    std::optional<double> per_hour;
    std::vector<double> per_interval;
    std::string file;
    std::string column;
    double factor = 1.0;
    std::optional<Distribution> busyness;
    std::array<std::optional<double>, 7> weekdays;
};

const Keys<WrittenArrivals>& keys() {
    static const Keys<WrittenArrivals> kKeys{
        key("per_hour", number(0, kMostContacts), &WrittenArrivals::per_hour, "",
            "The expected number of contacts an hour, all day."),
        key("per_interval", one_or_per_interval(number(0, kMostContacts)), &WrittenArrivals::per_interval, "",
            "The expected number of contacts in each interval of the opening hours."),
        key("file", file(), &WrittenArrivals::file, "",
            "A CSV file beside the scenario with a header line and a row for each interval of the opening hours."),
        key("column", text(), &WrittenArrivals::column, "the entry's own id",
            "The column of the file that has the numbers."),
        key("factor", number(0, kMostFactor), &WrittenArrivals::factor, "1", "A factor on all of it."),
        key("busyness", distribution_of_factors(), &WrittenArrivals::busyness, "every day alike",
            "A factor on these arrivals of a day, drawn anew each day, beside the centre's."),
        key("weekdays", weekdays_of(number(0, kMostFactor)), &WrittenArrivals::weekdays, "1 for each",
            "A factor on single weekdays."),
    };
    return kKeys;
}

/// The id of the call type or number, from a path such as "call_type.ID.arrivals".
std::string own_id(const Context& context) {
    const auto first = context.path.find('.');
    const auto last = context.path.rfind('.');
    return first == std::string::npos || last <= first ? std::string{}
                                                       : context.path.substr(first + 1, last - first - 1);
}

std::optional<std::vector<double>> read_volumes(const WrittenArrivals& written, const Node& node, Context& context) {
    const Node& file = *find(node, "file");
    const PathPart part{context, "file"};
    const auto csv = read_csv(written.file, file, context);
    if (!csv) return std::nullopt;
    RowProblems rows{context.problems, csv->file()};
    const auto column = csv->need_column(written.column, rows);
    if (!column) return std::nullopt;
    std::vector<double> volumes;
    for (std::size_t row = 0; row < csv->rows(); ++row) {
        const auto value = csv->number(row, *column);
        if (value && *value >= 0 && *value <= kMostContacts) {
            volumes.push_back(*value);
        } else {
            rows.add(csv->line(row),
                     fmt::format("{} is \"{}\"; it must be a number of contacts from 0 to {}", written.column,
                                 csv->cell(row, *column), format_number(kMostContacts)));
        }
    }
    if (rows.any() || !has_each_interval(file, volumes.size(), context)) return std::nullopt;
    return volumes;
}

/// One number for all intervals; one for each when the last interval is shorter.
std::vector<double> volumes_of_rate(double per_hour, const std::optional<Centre>& centre) {
    if (!centre) return {per_hour};
    const double whole = per_hour * to_hours(centre->interval);
    const Duration last = (centre->close - centre->open) % centre->interval;
    if (last == Duration{0}) return {whole};
    Scenario opening;
    opening.centre = *centre;
    std::vector<double> volumes(opening.intervals_per_day(), whole);
    volumes.back() = per_hour * to_hours(last);
    return volumes;
}

bool check_ways(const Node& node, Context& context) {
    std::vector<std::string> ways;
    for (const char* way : {"per_hour", "per_interval", "file"}) {
        if (find(node, way) != nullptr) ways.emplace_back(way);
    }
    if (ways.size() == 1) {
        const Node* const column = find(node, "column");
        if (column == nullptr || ways.front() == "file") return true;
        context.problem(*column, R"("column" has a meaning only beside "file")");
        return false;
    }
    if (ways.empty()) {
        context.problem(node,
                        "there is no volume; add one such as per_hour = 400, per_interval = [12, 14, 30] or file = "
                        "\"volumes.csv\"");
    } else {
        context.problem(
            node, fmt::format("{} say the same in {} ways; keep one of them", quoted_list(ways, "and"), ways.size()));
    }
    return false;
}

bool check_total(const Arrivals& arrivals, const Node& node, Context& context) {
    if (!context.centre) return true;
    Scenario opening;
    opening.centre = *context.centre;
    const auto& volumes = arrivals.per_interval;
    const double sum = volumes.size() == 1 ? volumes.front() * static_cast<double>(opening.intervals_per_day())
                                           : std::accumulate(volumes.begin(), volumes.end(), 0.0);
    const double busiest = std::max(1.0, *std::max_element(arrivals.by_weekday.begin(), arrivals.by_weekday.end()));
    const double most = sum * arrivals.factor * busiest;
    if (most <= kMostContactsADay) return true;
    context.problem(node, fmt::format("makes {} contacts a day; at most {} are possible", format_number(most),
                                      format_number(kMostContactsADay)));
    return false;
}

std::optional<Arrivals> build(WrittenArrivals& written, const Node& node, Context& context) {
    if (!check_ways(node, context)) return std::nullopt;
    if (written.column.empty()) written.column = own_id(context);
    Arrivals arrivals;
    arrivals.factor = written.factor;
    arrivals.busyness = written.busyness;
    for (std::size_t day = 0; day < 7; ++day) arrivals.by_weekday[day] = written.weekdays[day].value_or(1.0);
    if (!written.file.empty()) {
        auto volumes = read_volumes(written, node, context);
        if (!volumes) return std::nullopt;
        arrivals.per_interval = std::move(*volumes);
    } else if (written.per_hour) {
        arrivals.per_interval = volumes_of_rate(*written.per_hour, context.centre);
    } else {
        arrivals.per_interval = written.per_interval;
    }
    if (!check_total(arrivals, node, context)) return std::nullopt;
    return arrivals;
}

}  // namespace

Format<Arrivals> arrivals() { return table_of<WrittenArrivals, Arrivals>(keys(), build); }

}  // namespace floorwalker::scenario
