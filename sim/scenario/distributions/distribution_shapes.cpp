#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/scenario/distributions/written_distribution.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

/// Coefficients of variation for which a weibull can be found without losing digits.
constexpr double kLeastWeibullCv = 0.01;
constexpr double kMostWeibullCv = 15.0;

/// By how much of itself the cv of an erlang may differ from 1/√phases: people write 57.7%, or 58%, for 3 phases.
constexpr double kErlangCvTolerance = 0.005;

/// A share with the digits that a person would write: "57.7%".
std::string rounded_percentage(double share) { return fmt::format("{:.3g}%", share * 100.0); }

std::nullopt_t refuse_cv(const BuildSite& site, const std::string& message) {
    return site.refuse(site.written.cv ? "cv" : "sd", message);
}

/// For a shape that is as wide on either side of its mean, so that a cv above `most` takes it below 0.
std::nullopt_t refuse_below_zero(const BuildSite& site, std::string_view shape, double most) {
    return refuse_cv(site, fmt::format("a {} with mean {} and a cv of {} would go below 0; its cv is at most {}", shape,
                                       site.show(*site.written.mean), format_percentage(site.written.cv_or_ratio()),
                                       rounded_percentage(most)));
}

BuiltShape build_constant(const BuildSite& site) { return Constant{*site.written.value}; }

BuiltShape build_uniform(const BuildSite& site) {
    const auto& written = site.written;
    if (written.has("mean")) {
        // Half the width is sd × √3, and low must not be negative.
        const double cv = written.cv_or_ratio();
        if (const double most = 1.0 / std::sqrt(3.0); cv > most) return refuse_below_zero(site, "uniform", most);
        return uniform_with(*written.mean, cv);
    }
    if (*written.low >= *written.high) {
        return site.refuse("high",
                           fmt::format("{} is not above low, {}", site.show(*written.high), site.show(*written.low)));
    }
    return Uniform{*written.low, *written.high};
}

BuiltShape build_exponential(const BuildSite& site) { return Exponential{*site.written.mean}; }

double erlang_cv(int phases) { return 1.0 / std::sqrt(static_cast<double>(phases)); }

/// "57.7% (3 phases)".
std::string erlang_cv_text(int phases) {
    return fmt::format("{} ({} {})", rounded_percentage(erlang_cv(phases)), format_number(phases),
                       phases == 1 ? "phase" : "phases");
}

BuiltShape build_erlang_by_spread(const BuildSite& site) {
    const double cv = site.written.cv_or_ratio();
    const double exact = std::clamp(1.0 / (cv * cv), 1.0, static_cast<double>(kMostErlangPhases));
    const int fewer = static_cast<int>(std::floor(exact));
    const int more = static_cast<int>(std::ceil(exact));
    const auto miss = [cv](int phases) { return std::abs(cv / erlang_cv(phases) - 1.0); };
    const int nearest = miss(fewer) < miss(more) ? fewer : more;
    if (miss(nearest) <= kErlangCvTolerance) return Erlang{nearest, *site.written.mean};

    const auto near_ones = fewer == more ? "is " + erlang_cv_text(more)
                                         : fmt::format("are {} and {}", erlang_cv_text(more), erlang_cv_text(fewer));
    return refuse_cv(site, fmt::format("makes a cv of {}; an erlang has cv 1/√phases, and the nearest {}",
                                       format_percentage(cv), near_ones));
}

BuiltShape build_erlang(const BuildSite& site) {
    const auto& written = site.written;
    if (!written.phases) return build_erlang_by_spread(site);
    return Erlang{static_cast<int>(*written.phases), *written.mean};
}

BuiltShape build_gamma(const BuildSite& site) {
    const auto& written = site.written;
    if (written.has("shape")) return Gamma{*written.shape, *written.scale};
    return gamma_with(*written.mean, written.cv_or_ratio());
}

BuiltShape build_weibull(const BuildSite& site) {
    const auto& written = site.written;
    if (written.has("shape")) return Weibull{*written.shape, *written.scale};
    const double cv = written.cv_or_ratio();
    if (cv < kLeastWeibullCv || cv > kMostWeibullCv) {
        return refuse_cv(site,
                         fmt::format("makes a cv of {}; that of a weibull is from {} to {}", format_percentage(cv),
                                     format_percentage(kLeastWeibullCv), format_percentage(kMostWeibullCv)));
    }
    return weibull_with(*written.mean, cv);
}

BuiltShape build_lognormal(const BuildSite& site) {
    const auto& written = site.written;
    if (written.has("median")) return Lognormal{std::log(*written.median), *written.sigma};
    return lognormal_with(*written.mean, written.cv_or_ratio());
}

BuiltShape build_truncated_normal(const BuildSite& site) {
    const auto& written = site.written;
    TruncatedNormal normal;
    normal.mean = *written.mean;
    normal.sd = written.sd ? *written.sd : *written.cv * *written.mean;
    normal.low = written.low.value_or(0.0);
    normal.high = written.high.value_or(normal.high);
    if (normal.low >= normal.high) {
        return site.refuse("high",
                           fmt::format("{} is not above low, {}", site.show(normal.high), site.show(normal.low)));
    }
    if (normal.mean < normal.low) {
        return site.refuse("mean", fmt::format("{} is below low, {}", site.show(normal.mean), site.show(normal.low)));
    }
    if (normal.mean > normal.high) {
        return site.refuse("mean", fmt::format("{} is above high, {}", site.show(normal.mean), site.show(normal.high)));
    }
    return normal;
}

BuiltShape build_triangular_by_spread(const BuildSite& site) {
    // Half the width is sd × √6, and low must not be negative, not even by rounding.
    const double cv = site.written.cv_or_ratio();
    if (const double most = 1.0 / std::sqrt(6.0); cv > most) return refuse_below_zero(site, "triangular", most);
    auto triangular = triangular_with(*site.written.mean, cv);
    triangular.low = std::max(triangular.low, 0.0);
    return triangular;
}

BuiltShape build_triangular(const BuildSite& site) {
    const auto& written = site.written;
    if (written.has("mean")) return build_triangular_by_spread(site);
    const Triangular triangular{*written.low, *written.mode, *written.high};
    if (triangular.low >= triangular.high) {
        return site.refuse(
            "high", fmt::format("{} is not above low, {}", site.show(triangular.high), site.show(triangular.low)));
    }
    if (triangular.mode < triangular.low || triangular.mode > triangular.high) {
        return site.refuse("mode", fmt::format("{} is not from low, {}, to high, {}", site.show(triangular.mode),
                                               site.show(triangular.low), site.show(triangular.high)));
    }
    return triangular;
}

using Ways = std::vector<std::vector<std::string>>;

Ways mean_with_spread() { return {{"mean", "sd"}, {"mean", "cv"}}; }

Ways or_mean_with_spread(std::vector<std::string> natural) {
    Ways ways = mean_with_spread();
    ways.insert(ways.begin(), std::move(natural));
    return ways;
}

}  // namespace

const std::vector<DistributionShape>& distribution_shapes() {
    static const std::vector<DistributionShape> kShapes{
        {"constant", {{"value"}}, {}, "Always the same.", build_constant},
        {"uniform", or_mean_with_spread({"low", "high"}), {}, "Any value between two, equally likely.", build_uniform},
        {"exponential",
         {{"mean"}},
         {},
         "Without memory: how long it has lasted says nothing about how long it will.",
         build_exponential},
        {"erlang",
         or_mean_with_spread({"phases", "mean"}),
         {},
         "The sum of equal exponential phases; cv 1/√phases, so that a cv within 0.5% of that says how many.",
         build_erlang},
        {"gamma", or_mean_with_spread({"shape", "scale"}), {}, "A flexible skewed shape.", build_gamma},
        {"weibull",
         or_mean_with_spread({"shape", "scale"}),
         {},
         "Patience that wears thin (shape above 1) or hardens (below 1) with the wait.",
         build_weibull},
        {"lognormal",
         or_mean_with_spread({"median", "sigma"}),
         {},
         "What talk times usually look like.",
         build_lognormal},
        {"truncated_normal",
         mean_with_spread(),
         {"low", "high"},
         "A normal cut at low and high.",
         build_truncated_normal},
        {"triangular",
         or_mean_with_spread({"low", "mode", "high"}),
         {},
         "From a guess of the least, the usual and the most; by mean and spread, the symmetric one.",
         build_triangular},
        {"hyperexponential",
         or_mean_with_spread({"shares", "means"}),
         {},
         "A mix of short and long; by mean and spread, two phases of equal weight.",
         build_hyperexponential},
        {"empirical", {{"values"}, {"quantiles"}, {"file"}}, {}, "What was observed.", build_empirical},
    };
    return kShapes;
}

std::string ways_text(const DistributionShape& shape) {
    std::string text;
    for (const auto& way : shape.ways) {
        if (!text.empty()) text += ", or ";
        for (std::size_t i = 0; i < way.size(); ++i)
            text += (i == 0 ? "" : i + 1 == way.size() ? " and " : ", ") + way[i];
    }
    return text;
}

}  // namespace floorwalker::scenario
