#pragma once

#include <floorwalker/scenario.hpp>

/// What can happen in a scenario: what cannot is not measured, nor reported.
namespace floorwalker::measure {

enum class Feature : unsigned {
    ivr = 1,
    callbacks = 2,
    transfers = 4,
    escalations = 8,
    call_agains = 16,
    repeats = 32,
    chat = 64,
    mail = 128,
    interruptions = 256,
    campaigns = 512,
    away = 1024,
    absences = 2048,
    slips = 4096,
    systems_down = 8192,
    overtime = 16384,
    outcomes = 1U << 20U,
    monitoring = 1U << 21U,
    ringing = 1U << 15U,
    abuse = 1U << 16U,
    turnover = 1U << 17U,
    hold = 1U << 18U,
    load = 1U << 19U,
    leaders = 1U << 23U,
    standards = 1U << 24U,
    machines = 1U << 25U,  ///< servers, or links that calls share
    schedule = 1U << 22U,  ///< groups that work by shift
};

class Features {
public:
    Features() = default;

    void add(Feature feature) { bits_ |= static_cast<unsigned>(feature); }
    bool has(Feature feature) const { return (bits_ & static_cast<unsigned>(feature)) != 0; }
    /// A schedule alone changes nothing for contacts.
    bool any() const { return any_of(~static_cast<unsigned>(Feature::schedule)); }
    /// Whether there is any of those whose bits are set in `mask`.
    bool any_of(unsigned mask) const { return (bits_ & mask) != 0; }

private:
    unsigned bits_ = 0;
};

Features features_of(const Scenario& scenario);

}  // namespace floorwalker::measure
