#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include <floorwalker/distribution.hpp>
#include <floorwalker/ids.hpp>

/// How the rules of scenarios built in code say no.
namespace floorwalker::model {

inline void require(bool holds, const std::string& rule) {
    if (!holds) throw std::invalid_argument{"scenario: " + rule};
}

inline void require_share(double share, const std::string& name) {
    require(share >= 0 && share <= 1, name + " must be a share");
}

inline void require_sound(const std::optional<Distribution>& distribution, const std::string& name) {
    if (!distribution) return;
    if (const auto fault = fault_of(*distribution)) throw std::invalid_argument{"scenario: " + name + ": " + *fault};
}

template <class Ids>
void require_known(const Ids& ids, std::size_t count, const std::string& name) {
    for (const auto id : ids) require(index(id) < count, name + " names something that is not there");
}

}  // namespace floorwalker::model
