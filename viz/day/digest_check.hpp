#pragma once

#include <string>

#include "viz/day/player.hpp"

/// Whether a kept run, made again, is what it was.
namespace floorwalker::viz {

enum class DigestCheck {
    none,     ///< no kept run; or decisions were taken, which make another of it
    pending,  ///< not all of it is made yet
    same,
    differs,
};

DigestCheck check_of(const Side& side);

/// What is wrong with one that differs, in a sentence.
std::string difference_of(const Side& side);

}  // namespace floorwalker::viz
