#include "sim/plan/sweep/main_effects.hpp"

#include <algorithm>
#include <map>

#include "sim/plan/design/input.hpp"

namespace floorwalker::plan {
namespace {

constexpr std::size_t kMostLevels = 20;
constexpr std::size_t kParts = 5;

/// Variants that are looked at together.
struct Part {
    std::string value;
    double position = 0.0;
    std::vector<std::size_t> variants = {};
};

std::string shown(const std::string& first, const std::string& last) {
    return first == last ? first : first + " – " + last;
}

/// The variants by the values of an input, numeric ones from low to high, else in the order of the sweep.
std::vector<Part> by_value(const SweepResult& result, std::size_t input) {
    std::vector<Part> parts;
    std::map<std::string, std::size_t> places;
    for (std::size_t v = 0; v < result.variants.size(); ++v) {
        const std::string& value = result.variants[v].values[input];
        const auto [place, is_new] = places.emplace(value, parts.size());
        if (is_new) parts.push_back({value, result.inputs[input].is_numeric ? numeric_value(value) : 0.0});
        parts[place->second].variants.push_back(v);
    }
    if (result.inputs[input].is_numeric) {
        std::stable_sort(parts.begin(), parts.end(),
                         [](const Part& a, const Part& b) { return a.position < b.position; });
    }
    return parts;
}

/// Few parts of about as many variants each.
std::vector<Part> brought_together(const std::vector<Part>& values, std::size_t variants) {
    std::vector<Part> parts;
    std::size_t begin = 0;
    std::size_t seen = 0;
    for (std::size_t end = 1; end <= values.size(); ++end) {
        seen += values[end - 1].variants.size();
        if (end < values.size() && seen * kParts < variants * (parts.size() + 1)) continue;
        Part part{shown(values[begin].value, values[end - 1].value)};
        for (std::size_t i = begin; i < end; ++i) {
            part.position += values[i].position * static_cast<double>(values[i].variants.size());
            part.variants.insert(part.variants.end(), values[i].variants.begin(), values[i].variants.end());
        }
        part.position /= static_cast<double>(part.variants.size());
        parts.push_back(std::move(part));
        begin = end;
    }
    return parts;
}

MainEffect effect_of(const SweepResult& result, const std::vector<Part>& parts, std::size_t input, std::size_t metric) {
    MainEffect effect{input, metric, {}};
    for (const Part& part : parts) {
        MainEffect::Level level{part.value, part.position};
        double sum = 0;
        for (const std::size_t v : part.variants) {
            const auto& mean = result.variants[v].metrics[metric].mean;
            if (!mean) continue;
            sum += *mean;
            ++level.variants;
        }
        if (level.variants == 0) continue;
        level.mean = sum / static_cast<double>(level.variants);
        effect.levels.push_back(std::move(level));
    }
    return effect;
}

}  // namespace

double MainEffect::range() const {
    if (levels.empty()) return 0;
    const auto [low, high] = std::minmax_element(levels.begin(), levels.end(),
                                                 [](const Level& a, const Level& b) { return a.mean < b.mean; });
    return high->mean - low->mean;
}

double MainEffect::rise() const { return levels.empty() ? 0 : levels.back().mean - levels.front().mean; }

std::vector<MainEffect> main_effects(const SweepResult& result) {
    std::vector<MainEffect> effects;
    for (std::size_t input = 0; input < result.inputs.size(); ++input) {
        auto parts = by_value(result, input);
        if (result.inputs[input].is_numeric && parts.size() > kMostLevels) {
            parts = brought_together(parts, result.variants.size());
        }
        for (std::size_t metric = 0; metric < result.metrics.size(); ++metric) {
            effects.push_back(effect_of(result, parts, input, metric));
        }
    }
    return effects;
}

}  // namespace floorwalker::plan
