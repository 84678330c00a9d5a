#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <floorwalker/time.hpp>

#include "sim/plan/experiment/bad_request.hpp"
#include "sim/plan/experiment/kpi_unit.hpp"
#include "sim/plan/precision/precision.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::plan {
namespace {

constexpr std::string_view kExample = "\"service_level ± 0.5pp, abandonment ± 5%\"";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

[[noreturn]] void refuse(std::string_view text, const std::string& why) {
    throw BadRequest{fmt::format("precision \"{}\": {}", text, why)};
}

/// What stands before and after "±", however it is written.
std::optional<std::pair<std::string_view, std::string_view>> halves(std::string_view text) {
    constexpr std::array<std::string_view, 3> kSigns{"±", "+/-", "+-"};
    for (const std::string_view sign : kSigns) {
        const auto at = text.find(sign);
        if (at == std::string_view::npos) continue;
        return std::pair{trimmed(text.substr(0, at)), trimmed(text.substr(at + sign.size()))};
    }
    return std::nullopt;
}

std::optional<double> before_unit(std::string_view text, std::string_view unit) {
    if (!text.ends_with(unit)) return std::nullopt;
    return scenario::parse_number(trimmed(text.substr(0, text.size() - unit.size())));
}

/// How the half-width of such a KPI is written, by example.
std::string_view example_of(KpiUnit unit) {
    switch (unit) {
    case KpiUnit::share: return "0.5pp (percentage points)";
    case KpiUnit::seconds: return "2s";
    case KpiUnit::hours: return "3h";
    case KpiUnit::money: return "100 (in the currency of the scenario)";
    case KpiUnit::number: break;
    }
    return "10";
}

std::optional<double> absolute(std::string_view text, KpiUnit unit) {
    switch (unit) {
    case KpiUnit::share: {
        const auto points = before_unit(text, "pp");
        return points ? std::optional{*points / 100} : std::nullopt;
    }
    case KpiUnit::seconds: {
        const auto duration = scenario::parse_duration(text).value;
        return duration ? std::optional{to_seconds(*duration)} : std::nullopt;
    }
    case KpiUnit::hours: return before_unit(text, "h");
    case KpiUnit::money:
    case KpiUnit::number: break;
    }
    return scenario::parse_number(text);
}

PrecisionGoal parse_goal(std::string_view text, const Scenario& scenario) {
    const auto parts = halves(text);
    if (!parts || parts->first.empty() || parts->second.empty()) {
        refuse(text, fmt::format("write a metric, ± and a half-width, such as {}", kExample));
    }
    PrecisionGoal goal{parse_metric(parts->first, scenario), 0, false, std::string{text}};
    const KpiUnit unit = unit_of(goal.metric.kpi);
    auto value = before_unit(parts->second, "%");
    goal.is_relative = value.has_value();
    if (value) *value /= 100;
    if (!value) value = absolute(parts->second, unit);
    if (!value) {
        refuse(text, fmt::format("\"{}\" is no half-width of {}; write {}, or 5% for a twentieth of its value",
                                 parts->second, parts->first, example_of(unit)));
    }
    if (!(*value > 0)) refuse(text, "the half-width must be above 0");
    if (goal.is_relative && *value >= 1) refuse(text, "a relative half-width must be below 100%");
    goal.half_width = *value;
    return goal;
}

}  // namespace

std::vector<PrecisionGoal> parse_precision(std::string_view text, const Scenario& scenario) {
    std::vector<PrecisionGoal> goals;
    for (std::string_view rest = text;;) {
        const auto comma = rest.find(',');
        goals.push_back(parse_goal(trimmed(rest.substr(0, comma)), scenario));
        for (std::size_t i = 0; i + 1 < goals.size(); ++i) {
            if (goals[i].metric == goals.back().metric)
                refuse(text, fmt::format("{} is there twice", name_of(goals.back().metric)));
        }
        if (comma == std::string_view::npos) return goals;
        rest.remove_prefix(comma + 1);
    }
}

}  // namespace floorwalker::plan
