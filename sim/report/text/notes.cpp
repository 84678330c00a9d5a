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

/// What the numbers of the centre as a whole count, where that is not plain.
std::vector<std::string> about_contacts(const Page& page) {
    std::vector<std::string> notes;
    const KpiSet& all = page.result.overall;
    if (all[Kpi::entered_ivr].mean)
        notes.emplace_back("Waits are those for an agent, after the IVR; call types have those who asked for an agent");
    if (all[Kpi::transferred].mean)
        notes.emplace_back("A transferred contact counts once in all, and at each of its call types");
    if (!page.result.campaigns.empty())
        notes.emplace_back("Calls out count at their call type and groups, and not among the contacts offered");
    if (all[Kpi::backlog].mean)
        notes.emplace_back("Nobody waits for mail: it is in no service level, wait or queue of the centre");
    return notes;
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
    for (std::string& note : about_contacts(page)) notes.push_back(std::move(note));
    std::string text;
    for (const std::string& note : notes) text += page.paint(note + ".", Tone::faint) + '\n';
    return text;
}

}  // namespace floorwalker::report
