#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/ids.hpp>
#include <floorwalker/traits.hpp>

/// How the people of a group differ and learn, prepared.
namespace floorwalker::model {

/// 1 + beyond · 2^(−x / half_life), with x in the units of the half-life.
struct LearningCurve {
    double beyond = 0.0;  // 0: nothing to learn
    double half_life = 1.0;

    double at(double x) const { return 1.0 + beyond * std::exp2(-x / half_life); }
};

struct SkillModel {
    double sigma = 0.0;        // of the logarithm of handling time between unnamed agents
    double persistence = 1.0;  // of an agent's pace, from week to week
    LearningCurve by_tenure;   // in days
    LearningCurve by_calls;    // in contacts
    double calls_before = 0.0;
    LearningCurve errors;              // of beginners, in days
    std::optional<ProfileId> profile;  // none: all average
    double peers = 0.0;
    double experienced_days = 0.0;
    std::uint32_t quality = 0;  // place among the model's, and so is the next; of agents who come by decision
    std::uint32_t tenure = 0;
};

struct PersonModel {
    std::uint32_t tenure = 0;
    bool is_listed = false;
    std::uint32_t quality = 0;
    std::optional<ProfileId> profile{};
};

}  // namespace floorwalker::model
