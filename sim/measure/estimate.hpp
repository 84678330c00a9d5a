#pragma once

#include <cstdint>

#include <floorwalker/results.hpp>

/// Means, ratios and their confidence intervals from independent values.
namespace floorwalker::measure {

/// Half-width factor of Student's t: the (1 + confidence) / 2 quantile with `degrees_of_freedom`.
double student_t(double confidence, std::int64_t degrees_of_freedom);

/// Σx / Σy over independent pairs, with the interval of the delta method: the variance of Σx / Σy is that of the mean
/// of x − R y, over the squared mean of y (Law, "Simulation Modeling and Analysis", 5th ed. 2015, section 9.5). With y
/// = 1 it is the mean of x with its Student-t interval.
class RatioEstimator {
public:
    void add(double x, double y);

    std::int64_t count() const { return count_; }
    Estimate estimate(double confidence) const;

private:
    // Sums for the ratio, which are exact for whole numbers; and means and centred sums, brought up to date one value
    // at a time (Welford, Technometrics 4, 1962): plain sums of squares would cancel when the values differ little.
    std::int64_t count_ = 0;
    double x_ = 0;
    double y_ = 0;
    double mean_x_ = 0;
    double mean_y_ = 0;
    double xx_ = 0;
    double xy_ = 0;
    double yy_ = 0;
};

}  // namespace floorwalker::measure
