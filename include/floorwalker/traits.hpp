#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

/// Competencies: what people bring along, in standard deviations of the population. docs/model/agents.md
namespace floorwalker {

enum class Trait : std::uint8_t { knowledge, skill, self_control, service, learning, accuracy };
inline constexpr std::size_t kTraits = 6;

struct TraitSpread {
    double mean = 0.0;
    double sd = 1.0;  ///< not negative
};

/// What kind of people are hired. The same person has the same luck by every profile.
struct Profile {
    std::string id{};
    std::string name{};
    std::array<TraitSpread, kTraits> traits{};
};

/// What one standard deviation more of a trait does: all are logarithms of a multiple.
struct TraitWeights {
    double knowledge = 0.3;     ///< on the odds that the agent knows the answer
    double skill = 0.1;         ///< off handling time
    double self_control = 0.3;  ///< off the stress of an abusive contact
    double service = 0.3;       ///< on the odds that the customer finds the agent friendly
    double learning = 0.2;      ///< off the half-life of learning by tenure
    double accuracy = 0.3;      ///< off the odds of a mistake
};

}  // namespace floorwalker
