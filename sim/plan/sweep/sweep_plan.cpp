#include "sim/plan/sweep/sweep_plan.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/plan/experiment/bad_request.hpp"

namespace floorwalker::plan {
namespace {

// Which replications are kept is remembered in a bit each.
constexpr std::int64_t kMostJobs = 1'000'000'000;

std::vector<Input> parse_inputs(const std::vector<std::string>& written) {
    if (written.empty()) throw BadRequest{"nothing is varied; say what, such as --vary group.general.agents=8:12"};
    std::vector<Input> inputs;
    for (const std::string& text : written) {
        Input input = parse_input(text);
        const auto is_same = [&](const Input& other) { return other.path == input.path; };
        if (std::any_of(inputs.begin(), inputs.end(), is_same)) {
            throw BadRequest{fmt::format("--vary {}: {} is varied already", text, input.path)};
        }
        inputs.push_back(std::move(input));
    }
    return inputs;
}

std::int64_t point_count(const SweepRequest& request) {
    if (request.design == Design::grid) {
        if (request.points) throw BadRequest{"--points is for --design latin and sobol; a grid has every combination"};
        return 0;
    }
    // Loeppky, Sacks and Welch, Technometrics 51 (2009): ten points for each input.
    return request.points.value_or(10 * static_cast<std::int64_t>(request.vary.size()));
}

}  // namespace

SweepPlan::SweepPlan(const SweepRequest& request)
    : source_{request.scenario, request.overrides, request.decisions},
      seed_{request.seed.value_or(source_.base().seed)},
      replications_{request.replications.value_or(source_.base().replications)},
      points_{parse_inputs(request.vary), request.design, point_count(request), seed_},
      metrics_{std::make_shared<const std::vector<Metric>>(parse_metrics(request.metrics, source_.base()))},
      labels_{labels_of(points_.inputs())} {
    for (const std::string& text : request.vary) varied_.push_back(text.substr(text.find('=') + 1));
    if (variants() > kMostJobs / replications_) {
        throw BadRequest{
            fmt::format("{} variants of {} replications are more than can be done", variants(), replications_)};
    }
}

Variant SweepPlan::variant(std::int64_t number) const {
    Variant variant{number, {}, {}};
    const auto values = points_.values(number);
    for (std::size_t i = 0; i < values.size(); ++i) {
        variant.name += (i == 0 ? "" : ", ") + labels_[i] + "=" + values[i];
        variant.overrides.push_back(inputs()[i].path + "=" + values[i]);
    }
    return variant;
}

Scenario SweepPlan::scenario_of(std::int64_t number) const {
    const Variant one = variant(number);
    try {
        return source_.scenario_of(one);
    } catch (const ScenarioError& error) {
        throw BadRequest{
            fmt::format("variant {} of {} ({}) is refused:\n{}", number + 1, variants(), one.name, error.what())};
    }
}

std::shared_ptr<RunnableVariant> SweepPlan::runnable(std::int64_t variant) const {
    return std::make_shared<RunnableVariant>(
        variant, [this, variant] { return scenario_of(variant); }, seed_, metrics_);
}

void SweepPlan::check_variants(const std::function<void(std::int64_t)>& look) const {
    // Of a large grid, each value of each input with the first ones of the others: mistakes that only some combinations
    // make are then found when their variant is run.
    constexpr std::int64_t kMost = 10'000;
    std::int64_t checked = 0;
    for (const std::int64_t number : points_.representatives(kMost)) {
        scenario_of(number);
        if (look) look(++checked);
    }
}

store::SweepDefinition SweepPlan::definition() const {
    store::SweepDefinition definition;
    definition.scenario_name = source_.base().centre.name;
    definition.scenario_file = source_.file().string();
    definition.scenario_toml = source_.text();
    definition.overrides = source_.fixed();
    definition.decisions_toml = source_.decisions_text();
    for (const auto& file : source_.data_files())
        definition.data_files.push_back({file.name, fmt::format("{:016x}", file.digest)});
    for (const Input& input : inputs()) definition.paths.push_back(input.path);
    definition.varied = varied_;
    definition.design = name_of(points_.design());
    definition.variants = variants();
    definition.replications = replications_;
    definition.seed = seed_;
    for (const Metric& metric : *metrics_) definition.metrics.push_back(name_of(metric));
    definition.program_version = FLOORWALKER_VERSION;
    return definition;
}

}  // namespace floorwalker::plan
