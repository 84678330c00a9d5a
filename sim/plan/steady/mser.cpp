#include "sim/plan/steady/mser.hpp"

#include <cmath>

namespace floorwalker::plan {
namespace {

constexpr std::size_t kFewest = 5;

std::vector<double> batch_means(const std::vector<double>& series, std::size_t batch) {
    std::vector<double> means;
    for (std::size_t first = 0; first + batch <= series.size(); first += batch) {
        double sum = 0;
        for (std::size_t i = first; i < first + batch; ++i) sum += series[i];
        means.push_back(sum / static_cast<double>(batch));
    }
    return means;
}

/// The statistic of every cut, from the end to the start: one value more at a time (Welford).
std::vector<double> statistics(const std::vector<double>& values) {
    std::vector<double> all(values.size());
    double mean = 0;
    double squares = 0;
    for (std::size_t left = 1; left <= values.size(); ++left) {
        const double value = values[values.size() - left];
        const auto n = static_cast<double>(left);
        const double from_mean = value - mean;
        mean += from_mean / n;
        squares += from_mean * (value - mean);
        all[values.size() - left] = squares / (n * n);
    }
    return all;
}

}  // namespace

std::optional<Truncation> mser(const std::vector<double>& series, std::size_t batch) {
    const std::vector<double> values = batch_means(series, batch == 0 ? 1 : batch);
    if (values.size() < kFewest) return std::nullopt;
    const std::vector<double> all = statistics(values);
    // A few values may agree by chance: nothing later than half is taken, and the last quarter is not looked at.
    const std::size_t half = values.size() / 2;
    std::size_t cut = 0;
    for (std::size_t d = 1; d <= half; ++d) {
        if (all[d] < all[cut]) cut = d;
    }
    bool is_reliable = cut < half;
    for (std::size_t d = half + 1; d <= values.size() * 3 / 4; ++d) is_reliable = is_reliable && all[d] >= all[cut];
    return Truncation{cut * (batch == 0 ? 1 : batch), std::sqrt(all[cut]), is_reliable};
}

}  // namespace floorwalker::plan
