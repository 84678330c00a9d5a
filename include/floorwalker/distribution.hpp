#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Probability distributions as data. Values are plain doubles; for durations they are seconds.
///
/// Formulas follow Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions" (2nd ed., 1994/95), unless
/// noted.
namespace floorwalker {

struct Constant {
    double value = 0.0;
};

/// Flat between low and high.
struct Uniform {
    double low = 0.0;
    double high = 1.0;
};

struct Exponential {
    double mean = 1.0;
};

/// Sum of `phases` exponentials; `mean` is the mean of the sum.
struct Erlang {
    int phases = 1;
    double mean = 1.0;
};

/// Mean shape × scale, variance shape × scale².
struct Gamma {
    double shape = 1.0;
    double scale = 1.0;
};

/// Survival function exp(-(x/scale)^shape).
struct Weibull {
    double shape = 1.0;
    double scale = 1.0;
};

/// exp(N(mu, sigma²)); mean exp(mu + sigma²/2), median exp(mu).
struct Lognormal {
    double mu = 0.0;
    double sigma = 1.0;
};

/// A normal with mean `mean` and standard deviation `sd` given that it falls within [low, high]; `mean` and `sd` are
/// those of the normal before it is cut. `mean` must lie within [low, high].
struct TruncatedNormal {
    double mean = 0.0;
    double sd = 1.0;
    double low = 0.0;
    double high = 1e300;
};

struct Triangular {
    double low = 0.0;
    double mode = 0.5;
    double high = 1.0;
};

/// With probability shares[i] an exponential of mean means[i]. Shares sum to 1.
struct Hyperexponential {
    std::vector<double> shares;
    std::vector<double> means;
};

/// One of the values, each equally likely.
struct EmpiricalValues {
    std::vector<double> values;
};

/// A quantile function given at points (share, value), both non-decreasing, first share 0, last share 1;
/// straight lines between them.
struct EmpiricalQuantiles {
    struct Point {
        double share = 0.0;
        double value = 0.0;
    };
    std::vector<Point> points;
};

/// With probability `share` the draw is `value`, whatever the shape says.
struct Atom {
    double share = 0.0;
    double value = 0.0;
};

struct Distribution {
    using Shape = std::variant<Constant, Uniform, Exponential, Erlang, Gamma, Weibull, Lognormal, TruncatedNormal,
                               Triangular, Hyperexponential, EmpiricalValues, EmpiricalQuantiles>;

    Shape shape = Constant{};
    std::optional<Atom> atom;
};

/// What is wrong with the parameters, in a few words; none when nothing is. Only distributions without fault may be
/// drawn from.
std::optional<std::string> fault_of(const Distribution& distribution);

/// Mean and standard deviation of the distribution, atom included. TruncatedNormal uses the closed form with the normal
/// density and distribution function.
double mean_of(const Distribution& distribution);
double standard_deviation_of(const Distribution& distribution);

/// Shapes by mean and coefficient of variation (cv = sd / mean). Both must be positive and finite.
Gamma gamma_with(double mean, double cv);
Lognormal lognormal_with(double mean, double cv);
Weibull weibull_with(double mean, double cv);
Uniform uniform_with(double mean, double cv);

/// The symmetric triangular; mean and cv leave a third parameter open. Its low is below 0 for a cv above 1/√6.
Triangular triangular_with(double mean, double cv);

/// Two exponential phases with balanced means (shares[0] × means[0] = shares[1] × means[1]); needs cv > 1.
/// Formula: Whitt, "Approximating a point process by a renewal process I", Operations Research 30 (1982), section 3.
Hyperexponential hyperexponential_with(double mean, double cv);

}  // namespace floorwalker
