#pragma once

#include <optional>
#include <string>
#include <vector>

#include <floorwalker/distribution.hpp>

#include "sim/scenario/keys/key.hpp"

/// Distributions as written: a name and parameters, some of which exclude each other.
namespace floorwalker::scenario {

/// More phases than anyone needs: 1,000 have a cv of 3.2%.
constexpr int kMostErlangPhases = 1000;

/// What a distribution draws, with what that means for its parameters.
struct Quantity {
    std::string name;  ///< "durations", "factors"
    bool is_duration = true;
    bool is_factor = false;  ///< of a day: a gamma with mean 1 unless said otherwise
};

struct WrittenDistribution {
    std::string dist;
    std::optional<double> value, low, high, mean, sd, cv, shape, scale, median, sigma, mode;
    std::optional<std::int64_t> phases;
    std::vector<double> shares, means, values;
    std::vector<EmpiricalQuantiles::Point> quantiles;
    std::string file;
    std::optional<Atom> atom;
    std::vector<std::string> given;  ///< the names of the parameters that say what the shape is

    bool has(std::string_view parameter) const;
    /// sd / mean, from whichever of sd and cv is given.
    double cv_or_ratio() const { return cv ? *cv : *sd / *mean; }
};

/// Reads the parameters; `build` makes the distribution.
Keys<WrittenDistribution> distribution_keys(const Quantity& quantity);

/// One value as that quantity is written.
Format<double> quantity_from(const Quantity& quantity, double low, bool above_low);

/// Where a shape is built: the written parameters, their place, and where to report what does not fit.
struct BuildSite {
    const WrittenDistribution& written;
    const Node& node;
    Context& context;
    const Quantity& quantity;

    /// Reports at that parameter, or at the distribution when it is not written.
    std::nullopt_t refuse(std::string_view parameter, const std::string& message) const;
    std::string show(double value) const;
};

using BuiltShape = std::optional<Distribution::Shape>;

/// A distribution by name, with the ways to say what it is.
struct DistributionShape {
    std::string name;
    std::vector<std::vector<std::string>> ways;  ///< sets of parameters, one of which must be complete
    std::vector<std::string> extra;              ///< parameters that may be added
    std::string help;
    BuiltShape (*build)(const BuildSite&);
};

const std::vector<DistributionShape>& distribution_shapes();

/// "shape and scale, or mean and sd, or mean and cv".
std::string ways_text(const DistributionShape& shape);

BuiltShape build_empirical(const BuildSite& site);
BuiltShape build_hyperexponential(const BuildSite& site);

}  // namespace floorwalker::scenario
