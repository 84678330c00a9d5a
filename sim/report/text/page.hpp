#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/report/text/table.hpp"
#include "sim/report/text_report.hpp"

/// The parts of the text report, each a block of whole lines.
namespace floorwalker::report {

/// Days of more intervals are shown by the hour.
inline constexpr std::size_t kMostIntervalRows = 60;

/// What every part needs.
struct Page {
    const Scenario& scenario;
    const RunResult& result;
    TextOptions options;

    std::int64_t measured_days() const {
        return std::max<std::int64_t>(1, scenario.centre.days - scenario.centre.warm_up_days);
    }

    /// Turns a count of a replication into that of a day.
    double per_day() const { return 1.0 / static_cast<double>(measured_days()); }

    bool has_several_days() const { return measured_days() > 1; }

    /// The heading of counts: "Contacts", "Contacts a day".
    std::string title(std::string heading) const { return heading += has_several_days() ? " a day" : ""; }

    /// Whether callers can be lost at all: else abandonment is nothing to report.
    bool loses_callers() const {
        return result.overall[Kpi::abandoned].mean.value_or(0) > 0 || scenario.centre.abandonment_target;
    }

    std::string paint(std::string_view text, Tone tone) const { return report::paint(text, tone, options.colour); }

    TableOptions table_options(std::size_t gap = 2) const { return {options.width, gap, options.colour}; }
};

std::string head_lines(const Page& page);
std::string target_lines(const Page& page);
std::string figure_lines(const Page& page);
std::string journey_lines(const Page& page);
std::string outcome_lines(const Page& page);
std::string quality_lines(const Page& page);
std::string risk_lines(const Page& page);
std::string standard_lines(const Page& page);
std::string load_lines(const Page& page);
std::string channel_lines(const Page& page);
std::string call_type_lines(const Page& page);
std::string tier_lines(const Page& page);
std::string group_lines(const Page& page);
std::string away_lines(const Page& page);
std::string people_lines(const Page& page);
std::string ivr_lines(const Page& page);
std::string campaign_lines(const Page& page);
std::string wait_estimate_lines(const Page& page);
std::string interval_lines(const Page& page);
std::string machine_lines(const Page& page);
std::string machine_interval_lines(const Page& page);
std::string note_lines(const Page& page);

}  // namespace floorwalker::report
