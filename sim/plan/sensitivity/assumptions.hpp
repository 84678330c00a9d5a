#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include <floorwalker/scenario.hpp>

/// What a plan rests on and nobody knows exactly.
namespace floorwalker::plan {

enum class Assumption : std::uint8_t {
    volume,         ///< arrivals of all call types and access numbers, and of rushes
    handling_time,  ///< talk and wrap-up of all call types
    shrinkage,      ///< leave, illness, lateness and small absences; length of breaks, meetings and the like
    patience,       ///< of all call types whose customers give up
    server_work,    ///< of all look-ups: how long servers take for them
};
inline constexpr std::array<Assumption, 5> kAssumptions{Assumption::volume, Assumption::handling_time,
                                                        Assumption::shrinkage, Assumption::patience,
                                                        Assumption::server_work};

/// "handling_time"
std::string_view name_of(Assumption input);

/// The scenario with the input multiplied by `factor`, which is above 0. The luck of customers and of agents stays what
/// it was: who comes, talks and waits the longest is the same person. None: there is nothing of it in the scenario.
///
/// Longer meals need more people away at once where only so many may be: as many as it takes for the window to hold as
/// many of them as before. Shares of absence stay below what their chains allow.
std::optional<Scenario> scaled(const Scenario& scenario, Assumption input, double factor);

}  // namespace floorwalker::plan
