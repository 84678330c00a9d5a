#include "sim/plan/experiment/metric.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "sim/measure/features.hpp"
#include "sim/measure/settings.hpp"
#include "sim/plan/experiment/bad_request.hpp"
#include "sim/scenario/text/suggest.hpp"

namespace floorwalker::plan {
namespace {

using measure::Scope;

struct NamedScope {
    std::string_view name;
    Scope scope;
};

constexpr std::array<NamedScope, 5> kScopes{{{"call_type", Scope::call_type},
                                             {"group", Scope::group},
                                             {"tier", Scope::tier},
                                             {"channel", Scope::channel},
                                             {"server", Scope::server}}};

/// Of how many servers a planner is told without asking.
constexpr std::size_t kServersShown = 3;

template <class Entries>
std::vector<std::string> ids(const Entries& entries) {
    std::vector<std::string> all;
    for (const auto& entry : entries) all.push_back(entry.id);
    return all;
}

/// In the order of the totals of that scope.
std::vector<std::string> ids_of(Scope scope, const Scenario& scenario) {
    switch (scope) {
    case Scope::call_type: return ids(scenario.call_types);
    case Scope::group: return ids(scenario.groups);
    case Scope::tier: {
        auto all = ids(scenario.tiers);
        if (!all.empty()) all.emplace_back("standard");
        return all;
    }
    case Scope::channel: return {measure::kChannelIds.begin(), measure::kChannelIds.end()};
    case Scope::server: return ids(scenario.infrastructure.servers);
    case Scope::overall:
    case Scope::interval: break;
    }
    return {};
}

std::string_view name_of_scope(Scope scope) {
    const auto* found = std::find_if(kScopes.begin(), kScopes.end(), [&](const auto& s) { return s.scope == scope; });
    return found == kScopes.end() ? std::string_view{} : found->name;
}

/// In sentences.
std::string noun_of(Scope scope) {
    std::string noun{name_of_scope(scope)};
    std::replace(noun.begin(), noun.end(), '_', ' ');
    return noun;
}

[[noreturn]] void refuse(std::string_view text, const std::string& why) {
    throw BadRequest{fmt::format("metric \"{}\": {}", text, why)};
}

Scope scope_named(std::string_view name, std::string_view text) {
    std::vector<std::string> names;
    for (const NamedScope& known : kScopes) {
        if (known.name == name) return known.scope;
        names.emplace_back(known.name);
    }
    refuse(text, fmt::format("there is no \"{}\" to measure{}", name, scenario::suggestion(name, names)));
}

Kpi kpi_of(std::string_view name, Scope scope, const Scenario& scenario, std::string_view text) {
    const auto features = measure::features_of(scenario);
    const auto kpi = kpi_named(name);
    if (!kpi) {
        std::vector<std::string> names;
        for (const Kpi known : all_kpis()) {
            if (measure::applies(known, scope) && measure::is_possible(known, features))
                names.emplace_back(floorwalker::name_of(known));
        }
        refuse(text, fmt::format("there is no KPI \"{}\"{}", name, scenario::suggestion(name, names)));
    }
    if (!measure::applies(*kpi, scope)) {
        const std::string of = scope == Scope::overall ? "the whole centre" : "a " + noun_of(scope);
        const bool is_of_server = scope != Scope::server && measure::applies(*kpi, Scope::server);
        refuse(text, fmt::format("{} means nothing for {}{}", name, of,
                                 is_of_server ? fmt::format("; write server.ID.{}", name) : ""));
    }
    if (!measure::is_possible(*kpi, features)) {
        refuse(text,
               fmt::format("nothing in this scenario can make it happen; docs/kpis.md tells what {} needs", name));
    }
    return *kpi;
}

}  // namespace

Metric parse_metric(std::string_view text, const Scenario& scenario) {
    const auto first = text.find('.');
    if (first == std::string_view::npos) return {.kpi = kpi_of(text, Scope::overall, scenario, text)};
    const auto last = text.rfind('.');
    const Scope scope = scope_named(text.substr(0, first), text);
    if (first == last) refuse(text, fmt::format("write {}.ID.KPI", name_of_scope(scope)));
    const std::string id{text.substr(first + 1, last - first - 1)};
    const auto known = ids_of(scope, scenario);
    const auto found = std::find(known.begin(), known.end(), id);
    if (found == known.end()) {
        refuse(text, fmt::format("there is no {} \"{}\"{}", noun_of(scope), id,
                                 known.empty() ? "" : scenario::suggestion(id, known)));
    }
    const Kpi kpi = kpi_of(text.substr(last + 1), scope, scenario, text);
    return {kpi, scope, id, static_cast<std::size_t>(found - known.begin())};
}

std::vector<Metric> parse_metrics(const std::vector<std::string>& texts, const Scenario& scenario) {
    if (texts.empty()) return default_metrics(scenario);
    std::vector<Metric> metrics;
    for (const std::string& text : texts) {
        Metric metric = parse_metric(text, scenario);
        if (std::find(metrics.begin(), metrics.end(), metric) == metrics.end()) metrics.push_back(std::move(metric));
    }
    return metrics;
}

std::string name_of(const Metric& metric) {
    const std::string kpi{floorwalker::name_of(metric.kpi)};
    if (metric.scope == Scope::overall) return kpi;
    return fmt::format("{}.{}.{}", name_of_scope(metric.scope), metric.id, kpi);
}

std::vector<Metric> default_metrics(const Scenario& scenario) {
    const auto& types = scenario.call_types;
    const auto& groups = scenario.groups;
    const bool give_up = std::any_of(types.begin(), types.end(), [](const auto& type) { return type.patience; });
    const bool has_cost = scenario.centre.line_cost_per_hour > 0 ||
                          std::any_of(groups.begin(), groups.end(), [](const auto& g) { return g.cost_per_hour > 0; });
    const auto features = measure::features_of(scenario);
    std::vector<Metric> metrics{{.kpi = Kpi::service_level}};
    if (give_up) metrics.push_back({.kpi = Kpi::abandonment});
    metrics.push_back({.kpi = Kpi::asa_s});
    metrics.push_back({.kpi = Kpi::occupancy});
    if (has_cost) metrics.push_back({.kpi = Kpi::cost});
    for (const Kpi kpi : {Kpi::csat, Kpi::containment}) {
        if (measure::is_possible(kpi, features)) metrics.push_back({.kpi = kpi});
    }
    const auto& servers = scenario.infrastructure.servers;
    for (std::size_t s = 0; s < std::min(servers.size(), kServersShown); ++s) {
        metrics.push_back({Kpi::response_s, Scope::server, servers[s].id, s});
        // How many cores those of a platform file have is not known before the run.
        if (!scenario.infrastructure.platform) metrics.push_back({Kpi::utilisation, Scope::server, servers[s].id, s});
    }
    return metrics;
}

}  // namespace floorwalker::plan
