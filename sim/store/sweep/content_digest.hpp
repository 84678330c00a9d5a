#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/measure/digest.hpp"
#include "sim/store/sweep/sweep_definition.hpp"

namespace floorwalker::store {

/// One number that stands for all that a sweep is and has come to, in order: not for when, where, in how many parts and
/// on how many cores it was done, nor for what the scenario's file is called.
class ContentDigest {
public:
    explicit ContentDigest(const SweepDefinition& definition);

    /// All variants in order, then all outcomes in order.
    void add(const std::vector<std::string>& values_of_variant);
    void add(const KeptOutcome& outcome);

    std::uint64_t value() const { return digest_.value(); }

private:
    void add(std::string_view text);
    void add(double number);

    measure::Digest digest_;
};

}  // namespace floorwalker::store
