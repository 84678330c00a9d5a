#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include <floorwalker/facts.hpp>

/// How far the estimated waits are from those that came of them.
namespace floorwalker::measure {

/// Of one estimator and the contacts of one call type.
struct WaitErrors {
    std::int64_t contacts = 0;
    std::int64_t error_us = 0;  // estimate − wait
    double squares_s2 = 0;
    std::int64_t wait_us = 0;
};

/// Keeps the estimates of the contacts that wait. Those who are lost teach nothing: nobody knows how long they would
/// have waited.
class WaitAccuracy {
public:
    using ByEstimator = std::array<WaitErrors, kWaitEstimators>;

    explicit WaitAccuracy(std::size_t call_types) : errors_(call_types) {}

    bool is_empty() const { return pending_.empty(); }

    void estimated(const WaitEstimated& fact) { pending_[index(fact.contact.id)] = fact.estimates; }
    /// The contact is answered; `is_measured`: the wait counts.
    void answered(const Answered& fact, bool is_measured);
    void forget(ContactId contact) { pending_.erase(index(contact)); }

    /// By call type.
    const std::vector<ByEstimator>& errors() const { return errors_; }

private:
    std::unordered_map<std::size_t, std::array<Duration, kWaitEstimators>> pending_;
    std::vector<ByEstimator> errors_;
};

}  // namespace floorwalker::measure
