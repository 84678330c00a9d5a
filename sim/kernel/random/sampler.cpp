#include "sim/kernel/random/sampler.hpp"

#include <cassert>

namespace floorwalker::kernel {

double prepared::TruncatedNormal::relative_density(double value) const {
    const double z = (value - mean) / sd;
    return std::exp(-z * z / 2.0);
}

double prepared::Triangular::quantile(double share) const {
    return share < share_below_mode ? low + std::sqrt(share * rise) : high - std::sqrt((1.0 - share) * fall);
}

double prepared::Hyperexponential::phase_mean(double share) const {
    // The last phase takes the rest, so that shares rounded to a sum below 1 do no harm.
    std::size_t phase = 0;
    while (phase + 1 < phases.size() && share >= phases[phase].share_up_to) {
        ++phase;
    }
    return phases[phase].mean;
}

double prepared::EmpiricalQuantiles::quantile(double share) const {
    // A search for the last line that begins at or before the share. Its steps compile to conditional moves,
    // because which way to go is luck and no branch predictor would know.
    const Line* line = lines.data();
    for (std::size_t count = lines.size(); count > 1;) {
        const std::size_t half = count / 2;
        line += line[half].share <= share ? half : 0;
        count -= half;
    }
    return line->value + (share - line->share) * line->slope;
}

namespace {

/// An Erlang with more phases is drawn as a gamma: with a keyed engine, whose words are dear, 10 ziggurats
/// cost as much.
constexpr int kMostSummedPhases = 10;

constexpr double kSquareRootOfHalfPi = 1.2533141373155003;

prepared::Shape prepare(const Constant& constant) { return prepared::Constant{constant.value}; }

prepared::Shape prepare(const Uniform& uniform) {
    assert(uniform.low <= uniform.high);
    return prepared::Uniform{uniform.low, uniform.high - uniform.low};
}

prepared::Shape prepare(const Exponential& exponential) { return prepared::ExponentialSum{1, exponential.mean}; }

prepared::Shape prepare(const Erlang& erlang) {
    assert(erlang.phases >= 1);
    const double phase_mean = erlang.mean / erlang.phases;
    if (erlang.phases <= kMostSummedPhases) {
        return prepared::ExponentialSum{erlang.phases, phase_mean};
    }
    return prepared::Gamma{boost::random::gamma_distribution<double>(erlang.phases, phase_mean)};
}

prepared::Shape prepare(const Gamma& gamma) {
    assert(gamma.shape > 0.0 && gamma.scale > 0.0);
    return prepared::Gamma{boost::random::gamma_distribution<double>(gamma.shape, gamma.scale)};
}

prepared::Shape prepare(const Weibull& weibull) {
    assert(weibull.shape > 0.0);
    return prepared::Weibull{1.0 / weibull.shape, weibull.scale};
}

prepared::Shape prepare(const Lognormal& lognormal) { return prepared::Lognormal{lognormal.mu, lognormal.sigma}; }

prepared::Shape prepare(const TruncatedNormal& normal) {
    // Rejection from a normal cut far from its mean would hardly ever end.
    assert(normal.low <= normal.mean && normal.mean <= normal.high);
    const bool narrow = normal.high - normal.low < kSquareRootOfHalfPi * normal.sd;
    return prepared::TruncatedNormal{normal.mean, normal.sd, normal.low, normal.high, narrow};
}

prepared::Shape prepare(const Triangular& triangular) {
    assert(triangular.low <= triangular.mode && triangular.mode <= triangular.high);
    const double width = triangular.high - triangular.low;
    const double below = triangular.mode - triangular.low;
    const double above = triangular.high - triangular.mode;
    return prepared::Triangular{triangular.low, triangular.high, width > 0.0 ? below / width : 0.0, width * below,
                                width * above};
}

prepared::Shape prepare(const Hyperexponential& hyperexponential) {
    assert(!hyperexponential.means.empty());
    assert(hyperexponential.shares.size() == hyperexponential.means.size());
    prepared::Hyperexponential result;
    double share_up_to = 0.0;
    for (std::size_t phase = 0; phase < hyperexponential.means.size(); ++phase) {
        share_up_to += hyperexponential.shares[phase];
        result.phases.push_back({share_up_to, hyperexponential.means[phase]});
    }
    return result;
}

prepared::Shape prepare(const EmpiricalValues& empirical) {
    assert(!empirical.values.empty());
    return prepared::EmpiricalValues{empirical.values};
}

prepared::Shape prepare(const EmpiricalQuantiles& empirical) {
    const auto& points = empirical.points;
    assert(points.size() >= 2 && points.front().share == 0.0 && points.back().share == 1.0);
    prepared::EmpiricalQuantiles result;
    for (std::size_t next = 1; next < points.size(); ++next) {
        const auto& from = points[next - 1];
        const auto& to = points[next];
        assert(from.share <= to.share && from.value <= to.value);
        // Points of equal share are a jump between values; no draw falls on it.
        if (to.share > from.share) {
            const double slope = (to.value - from.value) / (to.share - from.share);
            result.lines.push_back({from.share, from.value, slope});
        }
    }
    return result;
}

/// The mean if the shape is an exponential, under whichever name.
std::optional<double> exponential_mean(const Distribution::Shape& shape) {
    if (const auto* exponential = std::get_if<Exponential>(&shape)) {
        return exponential->mean;
    }
    if (const auto* erlang = std::get_if<Erlang>(&shape); erlang != nullptr && erlang->phases == 1) {
        return erlang->mean;
    }
    return std::nullopt;
}

}  // namespace

Sampler::Sampler(const Distribution& distribution)
    : shape_(std::visit([](const auto& shape) { return prepare(shape); }, distribution.shape)) {
    if (distribution.atom && distribution.atom->share >= 1.0) {
        scale_ = distribution.atom->value;
        return;
    }
    if (distribution.atom && distribution.atom->share > 0.0) {
        path_ = Path::kAny;
        atom_share_ = distribution.atom->share;
        atom_value_ = distribution.atom->value;
    } else if (const auto mean = exponential_mean(distribution.shape)) {
        path_ = Path::kExponential;
        scale_ = *mean;
    } else if (const auto* constant = std::get_if<Constant>(&distribution.shape)) {
        scale_ = constant->value;
    } else {
        path_ = Path::kAny;
    }
}

}  // namespace floorwalker::kernel
