#include "sim/report/text_report.hpp"

#include "sim/report/faults/fault_cost_report.hpp"
#include "sim/report/text/page.hpp"

namespace floorwalker::report {
namespace {

/// Blocks are a line apart.
void append(std::string& report, const std::string& lines) {
    if (lines.empty()) return;
    if (!report.empty()) report += '\n';
    report += lines;
}

}  // namespace

std::string text(const Scenario& scenario, const RunResult& result, const TextOptions& options, const Beside& beside) {
    const Page page{scenario, result, options};
    std::string report;
    for (const auto& part :
         {head_lines, target_lines, figure_lines, journey_lines, outcome_lines, channel_lines, call_type_lines,
          tier_lines, group_lines, away_lines, load_lines, people_lines, standard_lines, quality_lines, risk_lines,
          ivr_lines, campaign_lines, wait_estimate_lines, machine_lines})
        append(report, part(page));
    if (beside.fault_cost != nullptr) append(report, fault_cost_text(*beside.fault_cost, scenario, options));
    for (const auto& part : {interval_lines, machine_interval_lines, note_lines}) append(report, part(page));
    return report;
}

}  // namespace floorwalker::report
