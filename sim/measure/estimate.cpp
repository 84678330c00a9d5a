#include "sim/measure/estimate.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/students_t.hpp>

namespace floorwalker::measure {

double student_t(double confidence, std::int64_t degrees_of_freedom) {
    // A report asks thousands of times for the same quantile, and finding it takes microseconds.
    struct Answer {
        double confidence = 0;
        std::int64_t degrees_of_freedom = 0;
        double factor = 0;
    };
    thread_local Answer last;
    if (last.confidence != confidence || last.degrees_of_freedom != degrees_of_freedom) {
        const boost::math::students_t distribution{static_cast<double>(degrees_of_freedom)};
        last = {confidence, degrees_of_freedom, boost::math::quantile(distribution, 0.5 + confidence / 2)};
    }
    return last.factor;
}

void RatioEstimator::add(double x, double y) {
    ++count_;
    x_ += x;
    y_ += y;
    const auto n = static_cast<double>(count_);
    const double from_mean_x = x - mean_x_;
    const double from_mean_y = y - mean_y_;
    mean_x_ += from_mean_x / n;
    mean_y_ += from_mean_y / n;
    xx_ += from_mean_x * (x - mean_x_);
    xy_ += from_mean_x * (y - mean_y_);
    yy_ += from_mean_y * (y - mean_y_);
}

Estimate RatioEstimator::estimate(double confidence) const {
    if (count_ == 0 || y_ == 0) return {};
    const double ratio = x_ / y_;
    if (count_ == 1) return {ratio, {}};
    const auto n = static_cast<double>(count_);
    // Σ (x − R y)²; the mean of x − R y is 0. What is left of values that are all in proportion is rounding.
    constexpr double kRounding = 1e-14;
    const double spread = xx_ + ratio * ratio * yy_;
    double squares = spread - 2 * ratio * xy_;
    if (squares < kRounding * spread) squares = 0;
    return {ratio, student_t(confidence, count_ - 1) * std::sqrt(squares / (n * (n - 1))) / std::abs(y_ / n)};
}

}  // namespace floorwalker::measure
