#include <cmath>

#include <fmt/format.h>

#include "sim/report/text/numbers.hpp"
#include "sim/report/text/page.hpp"

namespace floorwalker::report {
namespace {

std::string about_intervals(const RunResult& result) {
    const std::string level = target_percent(result.confidence);
    switch (result.method) {
    case ConfidenceMethod::replications:
        return fmt::format(
            "± half-width of the {} confidence interval over {} replications (Student's t); 0 is left out", level,
            whole(result.replications));
    case ConfidenceMethod::batch_means:
        return fmt::format(
            "± half-width of the {} confidence interval over {} batches of days (batch means); 0 is left out", level,
            whole(result.batches));
    case ConfidenceMethod::none: break;
    }
    return "One replication: no confidence intervals; more replications give them";
}

/// What the service level counts, when it is not the usual variant.
std::string_view about_service_level(ServiceLevelVariant variant) {
    switch (variant) {
    case ServiceLevelVariant::offered: return "";
    case ServiceLevelVariant::answered: return "Service level: of the answered contacts";
    case ServiceLevelVariant::abandon_in_target_good:
        return "Service level: abandons within the target time count as good";
    case ServiceLevelVariant::abandon_in_target_ignored:
        return "Service level: abandons within the target time do not count";
    case ServiceLevelVariant::short_abandon_good: return "Service level: short abandons count as good";
    case ServiceLevelVariant::short_abandon_ignored: return "Service level: short abandons do not count";
    }
    return "";
}

}  // namespace

std::string note_lines(const Page& page) {
    const Centre& centre = page.scenario.centre;
    std::vector<std::string> notes{about_intervals(page.result)};
    if (page.result.method == ConfidenceMethod::batch_means) {
        notes.emplace_back("Quantiles, maxima and intervals of the day have none, with one replication");
    }
    if (const auto variant = about_service_level(centre.service_level); !variant.empty()) notes.emplace_back(variant);
    if (centre.daily_service_level == DailyServiceLevel::mean_of_days) {
        notes.emplace_back("Service level of several days: the mean of the days' service levels");
    }
    if (page.measured_days() > 1)
        notes.push_back(fmt::format("Counts are those of a mean day out of {}", whole(page.measured_days())));
    std::string text;
    for (const std::string& note : notes) text += page.paint(note + ".", Tone::faint) + '\n';
    return text;
}

}  // namespace floorwalker::report
