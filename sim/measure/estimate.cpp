#include "sim/measure/estimate.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace floorwalker::measure {

double student_t(double confidence, std::int64_t degrees_of_freedom) {
    const boost::math::students_t distribution{static_cast<double>(degrees_of_freedom)};
    return boost::math::quantile(distribution, 0.5 + confidence / 2);
}

void RatioEstimator::add(double x, double y) {
    ++count_;
    x_ += x;
    y_ += y;
    xx_ += x * x;
    xy_ += x * y;
    yy_ += y * y;
}

Estimate RatioEstimator::estimate(double confidence) const {
    if (count_ == 0 || y_ == 0) return {};
    const double ratio = x_ / y_;
    if (count_ == 1) return {ratio, {}};
    const auto n = static_cast<double>(count_);
    const double squares = std::max(0.0, xx_ - 2 * ratio * xy_ + ratio * ratio * yy_);  // Σ (x − R y)², rounding aside
    const double deviation = std::sqrt(squares / (n * (n - 1)));
    return {ratio, student_t(confidence, count_ - 1) * deviation / (y_ / n)};
}

}  // namespace floorwalker::measure
