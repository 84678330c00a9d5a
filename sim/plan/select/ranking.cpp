#include "sim/plan/select/ranking.hpp"

#include <algorithm>
#include <numeric>

#include "sim/measure/estimate.hpp"

namespace floorwalker::plan {

Ranking::Ranking(std::size_t variants, bool largest_is_best)
    : largest_is_best_{largest_is_best}, sums_(variants), pairs_(variants, std::vector<PairedRatios>(variants)) {}

void Ranking::add(const std::vector<measure::Fraction>& row) {
    for (std::size_t one = 0; one < sums_.size(); ++one) {
        sums_[one].part += row.at(one).part;
        sums_[one].whole += row[one].whole;
        for (std::size_t other = one + 1; other < sums_.size(); ++other)
            pairs_[one][other].add(row[one], row.at(other));
    }
}

std::optional<double> Ranking::value(std::size_t variant) const {
    if (sums_[variant].whole == 0) return std::nullopt;
    return sums_[variant].part / sums_[variant].whole;
}

bool Ranking::is_beaten(std::size_t one, std::size_t other, double confidence) const {
    const PairedRatios& pair = pairs_[std::min(one, other)][std::max(one, other)];
    // A one-sided level of 1 − α / (k − 1) is a two-sided one of 1 − 2 α / (k − 1).
    const double share = 2 * (1 - confidence) / static_cast<double>(sums_.size() - 1);
    const Difference difference = pair.difference(std::max(0.0, 1 - share));
    if (!difference.mean || !difference.half_width) return false;
    const double lead = one < other ? *difference.mean : -*difference.mean;
    return (largest_is_best_ ? lead : -lead) > *difference.half_width;
}

std::vector<bool> Ranking::may_be_best(double confidence) const {
    std::vector<bool> may(sums_.size());
    for (std::size_t one = 0; one < sums_.size(); ++one) {
        may[one] = value(one).has_value();
        for (std::size_t other = 0; other < sums_.size() && may[one]; ++other) {
            if (other != one) may[one] = !is_beaten(one, other, confidence);
        }
    }
    return may;
}

std::vector<std::size_t> Ranking::order() const {
    std::vector<std::size_t> places(sums_.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        const auto of_a = value(a);
        const auto of_b = value(b);
        if (!of_a || !of_b) return of_a.has_value() && !of_b;
        return largest_is_best_ ? *of_a > *of_b : *of_a < *of_b;
    });
    return places;
}

}  // namespace floorwalker::plan
