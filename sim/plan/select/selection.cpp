#include "sim/plan/select/selection.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "sim/plan/compare/paired_ratios.hpp"

namespace floorwalker::plan {
namespace {

/// h² of KN with c = 1, where customers are shared. With two variants and α = ½ there is nothing to secure.
double h_squared(std::size_t variants, const SelectionOptions& options) {
    const auto degrees = static_cast<double>(options.first_stage - 1);
    const double share = 2 * (1 - options.confidence) / static_cast<double>(variants - 1);
    return std::max(0.0, degrees * (std::pow(share, -2 / degrees) - 1));
}

}  // namespace

Selection::Selection(std::size_t variants, const SelectionOptions& options)
    : options_{options}, candidates_(variants), sums_(variants) {
    if (variants < 1) throw std::invalid_argument{"there is nothing to select from"};
    if (!(options.indifference > 0)) throw std::invalid_argument{"the indifference zone must be above 0"};
    if (options.first_stage < 2) throw std::invalid_argument{"the first stage needs two replications"};
    if (!(options.confidence > 0 && options.confidence < 1)) {
        throw std::invalid_argument{"the confidence must be between 0 and 1"};
    }
}

void Selection::add(const std::vector<measure::Fraction>& row) {
    ++replications_;
    for (const std::size_t variant : those_left()) {
        ++candidates_[variant].replications;
        sums_[variant].part += row.at(variant).part;
        sums_[variant].whole += row.at(variant).whole;
    }
    if (replications_ <= options_.first_stage) first_rows_.push_back(row);
    if (replications_ == options_.first_stage) end_first_stage();
    if (replications_ >= options_.first_stage) screen();
}

void Selection::end_first_stage() {
    const std::size_t variants = candidates_.size();
    variance_.assign(variants, std::vector<double>(variants, 0));
    for (std::size_t i = 0; i < variants; ++i) {
        for (std::size_t l = i + 1; l < variants; ++l) {
            PairedRatios pairs;
            for (const auto& row : first_rows_) pairs.add(row[i], row[l]);
            const double error = pairs.difference(options_.confidence).standard_error.value_or(0);
            variance_[i][l] = variance_[l][i] = static_cast<double>(options_.first_stage) * error * error;
        }
    }
    first_rows_.clear();
}

void Selection::screen() {
    const auto before = those_left();
    for (const std::size_t one : before) {
        for (const std::size_t other : before) {
            if (one == other || !is_behind(one, other)) continue;
            candidates_[one].beaten_by = other;
            break;
        }
    }
}

bool Selection::is_behind(std::size_t one, std::size_t other) const {
    const auto mine = value(one);
    const auto others = value(other);
    if (!mine || !others) return !mine && (others || other < one);  // without a value nothing can be best
    const double lead = options_.largest_is_best ? *others - *mine : *mine - *others;
    const auto r = static_cast<double>(replications_);
    const double delta = options_.indifference;
    const double span = h_squared(candidates_.size(), options_) * variance_[one][other] / (delta * delta);
    const double allowed = std::max(0.0, delta / (2 * r) * (span - r));
    // At the end of the way one of two that are level must go: the later one.
    if (allowed == 0 && lead == 0) return other < one;
    return lead > allowed;
}

std::vector<std::size_t> Selection::those_left() const {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        if (is_candidate(i)) left.push_back(i);
    }
    return left;
}

std::optional<std::size_t> Selection::best() const {
    const auto left = those_left();
    if (left.size() != 1) return std::nullopt;
    return left.front();
}

std::optional<double> Selection::value(std::size_t variant) const {
    if (sums_[variant].whole == 0) return std::nullopt;
    return sums_[variant].part / sums_[variant].whole;
}

}  // namespace floorwalker::plan
