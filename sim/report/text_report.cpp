#include "sim/report/text_report.hpp"

#include "sim/report/text/page.hpp"

namespace floorwalker::report {

std::string text(const Scenario& scenario, const RunResult& result, const TextOptions& options) {
    const Page page{scenario, result, options};
    std::string report;
    for (const auto& part : {head_lines,      target_lines,   figure_lines,
                             journey_lines,   outcome_lines,  channel_lines,
                             call_type_lines, tier_lines,     group_lines,
                             away_lines,      load_lines,     people_lines,
                             standard_lines,  quality_lines,  risk_lines,
                             ivr_lines,       campaign_lines, wait_estimate_lines,
                             machine_lines,   interval_lines, machine_interval_lines,
                             note_lines}) {
        const std::string lines = part(page);
        if (lines.empty()) continue;
        if (!report.empty()) report += '\n';
        report += lines;
    }
    return report;
}

}  // namespace floorwalker::report
