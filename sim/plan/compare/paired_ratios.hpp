#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "sim/measure/service_level.hpp"

/// The difference of one KPI between two variants that had the same customers.
namespace floorwalker::plan {

/// How much more a KPI is in the other variant than in the base.
struct Difference {
    std::int64_t replications = 0;       ///< that both had
    std::optional<double> mean{};        ///< none: one of the two has nothing to divide by
    std::optional<double> half_width{};  ///< none: fewer than two replications
    std::optional<double> standard_error{};
    /// Variance that the difference would have if the two had independent customers, over the one that it has. None:
    /// fewer than two replications, or the difference does not vary at all.
    std::optional<double> variance_reduction{};
};

/// Σx₂/Σy₂ − Σx₁/Σy₁ over replications in which both variants had the same luck.
///
/// A ratio R = x̄/ȳ moves, to first order, with the mean of (x − R y)/ȳ (delta method: Law, "Simulation Modeling and
/// Analysis", 5th ed. 2015, section 9.5). So the difference of two ratios moves with the mean of
///
///   z = (x₂ − R₂ y₂)/ȳ₂ − (x₁ − R₁ y₁)/ȳ₁,
///
/// whose variance, s²/n with the sample variance s² of z, has the covariance of the pair in it; Student's t with n − 1
/// degrees of freedom. With y = 1 on both sides it is the paired t interval (Law, section 10.2.1).
class PairedRatios {
public:
    void add(const measure::Fraction& base, const measure::Fraction& other);

    std::int64_t count() const { return count_; }
    Difference difference(double confidence) const;

    /// Of the base and of the other: Σx/Σy.
    std::optional<double> base() const { return ratio(0); }
    std::optional<double> other() const { return ratio(2); }

private:
    static constexpr std::size_t kValues = 4;  // x and y of the base, x and y of the other

    std::optional<double> ratio(std::size_t part) const;
    /// Σ of the products of what z takes from the values `from` to `to`.
    double squares(const std::array<double, kValues>& weights, std::size_t from, std::size_t to) const;

    // Sums for the ratios, which are exact for whole numbers; means and centred products for the variance, brought up
    // to date one replication at a time (Welford, Technometrics 4, 1962).
    std::int64_t count_ = 0;
    std::array<double, kValues> sums_{};
    std::array<double, kValues> means_{};
    std::array<std::array<double, kValues>, kValues> products_{};
};

}  // namespace floorwalker::plan
