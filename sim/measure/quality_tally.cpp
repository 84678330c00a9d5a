#include "sim/measure/quality_tally.hpp"

#include <algorithm>
#include <cmath>

namespace floorwalker::measure {

void PairSums::add(double x_value, double y_value) {
    n += 1;
    x += x_value;
    y += y_value;
    xx += x_value * x_value;
    yy += y_value * y_value;
    xy += x_value * y_value;
}

void PairSums::add(const PairSums& other) {
    n += other.n;
    x += other.x;
    y += other.y;
    xx += other.xx;
    yy += other.yy;
    xy += other.xy;
}

std::optional<double> PairSums::correlation() const {
    if (n < 3) return std::nullopt;
    const double of_x = n * xx - x * x;
    const double of_y = n * yy - y * y;
    // What is left of equal values is rounding.
    constexpr double kNothing = 1e-9;
    if (of_x <= kNothing * n * xx || of_y <= kNothing * n * yy) return std::nullopt;
    return std::clamp((n * xy - x * y) / std::sqrt(of_x * of_y), -1.0, 1.0);
}

void SpreadSums::add(const SpreadSums& other) {
    between += other.between;
    within += other.within;
    between_freedom += other.between_freedom;
    within_freedom += other.within_freedom;
    weight += other.weight;
}

std::optional<double> SpreadSums::spread() const {
    if (weight <= 0 || within_freedom <= 0) return std::nullopt;
    // E[between] = between_freedom · σ² + weight · σ_b².
    const double variance = (between - between_freedom * within / within_freedom) / weight;
    return std::sqrt(std::max(0.0, variance));
}

void QualityTally::add(const Monitored& fact) {
    if (!fact.taken) {
        ++missed_;
        return;
    }
    ++samples_;
    score_ += fact.score;
    quality_ += fact.quality;
    if (fact.survey_score > 0) with_customers_.add(fact.score, fact.survey_score);
    if (monitors_.size() <= fact.monitor) monitors_.resize(fact.monitor + 1U);
    OfMonitor& monitor = monitors_[fact.monitor];
    const double error = fact.score - fact.quality;
    monitor.samples += 1;
    monitor.error += error;
    monitor.squares += error * error;
}

void QualityTally::add(const QualityTally& other) {
    samples_ += other.samples_;
    missed_ += other.missed_;
    score_ += other.score_;
    quality_ += other.quality_;
    with_customers_.add(other.with_customers_);
    monitors_.resize(std::max(monitors_.size(), other.monitors_.size()));
    for (std::size_t m = 0; m < other.monitors_.size(); ++m) {
        monitors_[m].samples += other.monitors_[m].samples;
        monitors_[m].error += other.monitors_[m].error;
        monitors_[m].squares += other.monitors_[m].squares;
    }
}

SpreadSums QualityTally::spread_sums() const {
    SpreadSums sums;
    double monitors = 0;
    double samples = 0;
    double error = 0;
    double means_squared = 0;
    double samples_squared = 0;
    for (const OfMonitor& monitor : monitors_) {
        if (monitor.samples == 0) continue;
        const double of_mean = monitor.error * monitor.error / monitor.samples;
        monitors += 1;
        samples += monitor.samples;
        error += monitor.error;
        means_squared += of_mean;
        samples_squared += monitor.samples * monitor.samples;
        sums.within += monitor.squares - of_mean;
    }
    if (monitors == 0) return sums;
    sums.between = means_squared - error * error / samples;
    sums.between_freedom = monitors - 1;
    sums.within_freedom = samples - monitors;
    sums.weight = samples - samples_squared / samples;
    return sums;
}

}  // namespace floorwalker::measure
