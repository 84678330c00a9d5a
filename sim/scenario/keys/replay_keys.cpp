#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/csv/csv.hpp"
#include "sim/scenario/csv/recorded_time.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/suggest.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

struct WrittenReplay {
    std::string file;
    std::string time_column = "time";
    std::string call_type_column = "call_type";
    std::string tier_column = "tier";
};

/// Reads the rows of one file of recorded calls.
class ReplayReader {
public:
    ReplayReader(const Csv& csv, const Context& context, RowProblems& problems)
        : csv_{csv}, context_{context}, problems_{problems}, centre_{context.centre.value_or(Centre{})} {}

    bool find_columns(const WrittenReplay& written, bool needs_tier) {
        time_ = csv_.need_column(written.time_column, problems_);
        call_type_ = csv_.need_column(written.call_type_column, problems_);
        tier_ = needs_tier ? csv_.need_column(written.tier_column, problems_) : csv_.column(written.tier_column);
        return !problems_.any();
    }

    std::vector<RecordedCall> read() {
        std::vector<RecordedCall> calls;
        calls.reserve(csv_.rows());
        for (std::size_t row = 0; row < csv_.rows(); ++row) {
            const auto at = read_time(row);
            const auto type = position(context_.call_types, row, *call_type_);
            RecordedCall call;
            if (tier_ && !csv_.cell(row, *tier_).empty()) {
                call.tier = tier(row);
            }
            if (!at || !type) continue;
            call.at = *at;
            call.call_type = static_cast<CallTypeId>(*type);
            calls.push_back(call);
        }
        std::stable_sort(calls.begin(), calls.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
        return calls;
    }

private:
    std::optional<TimePoint> read_time(std::size_t row) {
        const auto written = csv_.cell(row, *time_);
        const auto at = parse_recorded_time(written, centre_.date);
        if (!at) {
            problems_.add(
                csv_.line(row),
                fmt::format("the time is \"{}\"; write seconds since the first midnight, \"1999-01-04 08:30:00\" "
                            "or, on the first day, \"08:30:00\"",
                            written));
            return std::nullopt;
        }
        // Without a centre (its own mistakes are reported) nothing is too early or too late.
        if (!context_.centre) return at;
        const auto end = std::max(centre_.days * kDay, (centre_.days - 1) * kDay + centre_.close);
        if (at->time_since_epoch() < centre_.open) {
            problems_.add(csv_.line(row), fmt::format("\"{}\" is before the first opening, at {} on {}", written,
                                                      format_clock(centre_.open), format_date(centre_.date)));
        } else if (at->time_since_epoch() >= end) {
            problems_.add(csv_.line(row),
                          fmt::format("\"{}\" is after the last day; the scenario has {} day{} from {} on", written,
                                      centre_.days, centre_.days == 1 ? "" : "s", format_date(centre_.date)));
        } else {
            check_open(*at, written, row);
        }
        return at;
    }

    void check_open(TimePoint at, std::string_view written, std::size_t row) {
        const Duration since_first = at.time_since_epoch() - centre_.open;
        const auto hours = centre_.hours_on(since_first / kDay);
        const Duration clock = since_first % kDay + centre_.open;
        if (hours && clock >= hours->open && clock < hours->close) return;
        const auto opening =
            hours ? fmt::format("it is open from {} to {}", format_clock(hours->open), format_clock(hours->close))
                  : std::string{"it does not open on that day"};
        problems_.add(csv_.line(row), fmt::format("\"{}\" is while the centre is closed; {}", written, opening));
    }

    /// A customer in none of the tiers is a standard one, which has the place behind them.
    std::optional<TierId> tier(std::size_t row) {
        if (csv_.cell(row, *tier_) == kStandardTier) return static_cast<TierId>(context_.tiers.entries);
        const auto found = position(context_.tiers, row, *tier_);
        return found ? std::optional{static_cast<TierId>(*found)} : std::nullopt;
    }

    std::optional<std::size_t> position(const Ids& ids, std::size_t row, std::size_t column) {
        const auto id = csv_.cell(row, column);
        const auto found = ids.positions.find(id);
        if (found != ids.positions.end()) return found->second;
        if (ids.complete) {
            problems_.add(csv_.line(row),
                          fmt::format("there is no {} \"{}\"{}", ids.kind, id, suggestion(id, ids.names)));
        }
        return std::nullopt;
    }

    const Csv& csv_;
    const Context& context_;
    RowProblems& problems_;
    Centre centre_;
    std::optional<std::size_t> time_, call_type_, tier_;
};

std::optional<std::vector<RecordedCall>> build(WrittenReplay& written, const Node& node, Context& context) {
    const PathPart part{context, "file"};
    const auto csv = read_csv(written.file, *find(node, "file"), context);
    if (!csv) return std::nullopt;
    RowProblems problems{context.problems, csv->file()};
    ReplayReader reader{*csv, context, problems};
    if (!reader.find_columns(written, find(node, "tier_column") != nullptr)) return std::nullopt;
    return reader.read();
}

}  // namespace

Format<std::vector<RecordedCall>> replay() {
    static const Keys<WrittenReplay> kKeys{
        key("file", file(), &WrittenReplay::file, "",
            "A CSV file beside the scenario with a header line and a row a call.")
            .required(),
        key("time_column", text(), &WrittenReplay::time_column, "\"time\"",
            "The column with the time of the call: seconds since midnight of the first day, \"1999-01-04 08:30:00\", "
            "or \"08:30:00\" on "
            "the first day."),
        key("call_type_column", text(), &WrittenReplay::call_type_column, "\"call_type\"",
            "The column with the id of the call type."),
        key("tier_column", text(), &WrittenReplay::tier_column, "\"tier\" if there is one",
            "The column with the id of the tier, or \"standard\"; where it is empty, or there is none, the tier is "
            "drawn by its "
            "share."),
    };
    return table_of<WrittenReplay, std::vector<RecordedCall>>(kKeys, build);
}

}  // namespace floorwalker::scenario
