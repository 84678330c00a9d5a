#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/results.hpp>

/// Figures of a wallboard as parts that add up over time.
namespace floorwalker::viz {

/// A figure is sum ÷ weight.
struct Part {
    double sum = 0.0;
    double weight = 0.0;

    std::optional<double> value() const;
};

enum class Figure : std::uint8_t { service_level, abandonment, asa, occupancy };
inline constexpr std::size_t kFigures = 4;

/// How a centre stands: what its figures are made of, from the beginning of the run.
struct Standing {
    std::array<Part, kFigures> figures;
    std::vector<Part> tiers;  ///< the service level of each

    const Part& operator[](Figure figure) const { return figures[static_cast<std::size_t>(figure)]; }
};

/// Of a run of one replication, as if it ended now.
Standing standing_of(const RunResult& result);

/// `into` + `factor` × `other`, part by part.
void add(Standing& into, const Standing& other, double factor = 1.0);

}  // namespace floorwalker::viz
