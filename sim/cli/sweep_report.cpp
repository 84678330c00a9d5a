#include "sim/cli/sweep_report.hpp"

#include "sim/cli/console.hpp"
#include "sim/report/sweep/sweep_report.hpp"

namespace floorwalker::cli {

std::vector<std::string> sweep_formats() { return {"text", "json", "csv"}; }

std::string sweep_report(const plan::SweepResult& result, const std::string& format) {
    if (format == "json") return report::sweep_json(result);
    if (format == "csv") return report::sweep_csv(result);
    return report::sweep_text(result, {.colour = stdout_has_colour(), .width = 140});
}

}  // namespace floorwalker::cli
