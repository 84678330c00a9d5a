#include "sim/measure/wait_histogram.hpp"

#include <cmath>

namespace floorwalker::measure {

double WaitHistogram::middle_s(std::size_t bucket) {
    constexpr double kSecondsPerMs = 1e-3;
    if (bucket < kPerOctave) return (static_cast<double>(bucket) + 0.5) * kSecondsPerMs;
    const std::size_t octave = bucket / kPerOctave - 1;
    const double position = static_cast<double>(bucket - kPerOctave * octave) + 0.5;
    return std::ldexp(position, static_cast<int>(octave)) * kSecondsPerMs;
}

std::optional<double> WaitHistogram::quantile_s(double share, std::uint64_t without_wait) const {
    const std::uint64_t all = total_ + without_wait;
    if (all == 0) return std::nullopt;
    const double wanted = std::ceil(share * static_cast<double>(all));
    const auto rank = std::clamp<std::uint64_t>(static_cast<std::uint64_t>(wanted), 1, all);
    if (rank <= without_wait) return 0.0;
    std::uint64_t seen = without_wait;
    for (std::size_t bucket = 0; bucket < counts_.size(); ++bucket) {
        seen += counts_[bucket];
        if (seen >= rank) return middle_s(bucket);
    }
    return std::nullopt;
}

}  // namespace floorwalker::measure
