#include "sim/cli/rank_option.hpp"

#include <fmt/format.h>

#include "sim/cli/command.hpp"
#include "sim/plan/experiment/better.hpp"
#include "sim/plan/experiment/kpi_unit.hpp"
#include "sim/plan/precision/precision.hpp"

namespace floorwalker::cli {
namespace {

constexpr std::string_view kHighest = "highest:";
constexpr std::string_view kLowest = "lowest:";

double default_indifference(const plan::Metric& metric) {
    switch (plan::unit_of(metric.kpi)) {
    case plan::KpiUnit::share: return 0.005;
    case plan::KpiUnit::seconds: return 1;
    case plan::KpiUnit::hours:
    case plan::KpiUnit::money:
    case plan::KpiUnit::number: break;
    }
    throw UsageError{
        fmt::format("--best {}: say with --indifference how small a lead does not matter", plan::name_of(metric))};
}

double parse_indifference(const std::string& text, const plan::Metric& metric, const Scenario& scenario) {
    const auto goal = plan::parse_precision(fmt::format("{} ± {}", plan::name_of(metric), text), scenario).front();
    if (goal.is_relative) {
        throw UsageError{fmt::format("--indifference {}: it must be absolute, such as 0.5pp or 2s", text)};
    }
    return goal.half_width;
}

}  // namespace

RankWanted parse_rank(const std::string& best, const std::string& indifference, const plan::Metric& first,
                      const Scenario& scenario) {
    const bool names_direction = best.starts_with(kHighest) || best.starts_with(kLowest);
    const std::string name = names_direction ? best.substr(best.find(':') + 1) : best;
    RankWanted wanted{best.empty() ? first : plan::parse_metric(name, scenario)};
    const plan::Better wish = plan::better(wanted.metric.kpi);
    wanted.largest_is_best = names_direction ? best.starts_with(kHighest) : wish != plan::Better::less;
    if (best.empty()) return wanted;
    if (!names_direction && wish == plan::Better::neither) {
        throw UsageError{fmt::format(
            "--best {}: neither more nor less of it is always good; write highest:{} or lowest:{}", best, best, best)};
    }
    wanted.indifference = indifference.empty() ? default_indifference(wanted.metric)
                                               : parse_indifference(indifference, wanted.metric, scenario);
    return wanted;
}

}  // namespace floorwalker::cli
