#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/measure/service_level.hpp"

namespace floorwalker::store {

/// A file that a scenario names, and what was in it.
struct DataFile {
    std::string name;
    std::string digest;

    friend bool operator==(const DataFile&, const DataFile&) = default;
};

/// All that the outcomes of a sweep depend on. Two sweeps with equal definitions have equal outcomes.
struct SweepDefinition {
    std::string scenario_name;
    std::string scenario_file;  ///< as it was named; nothing depends on it
    std::string scenario_toml;
    std::vector<std::string> overrides;  ///< of all variants, each "path=value"
    std::optional<std::string> decisions_toml;
    std::vector<DataFile> data_files;
    std::vector<std::string> paths;   ///< of the keys that are varied
    std::vector<std::string> varied;  ///< for each of them, what was written behind --vary
    std::string design;
    std::int64_t variants = 0;
    std::int64_t replications = 1;  ///< of each variant
    std::uint64_t seed = 1;
    std::vector<std::string> metrics;
    std::string program_version;  ///< another one may come to other outcomes
};

/// One of several parts that are done apart, from 1.
struct Shard {
    std::int64_t number = 1;
    std::int64_t of = 1;

    friend bool operator==(const Shard&, const Shard&) = default;
};

/// One replication of one variant, both from 0.
struct KeptOutcome {
    std::int64_t variant = 0;
    std::int64_t replication = 0;
    std::uint64_t digest = 0;
    std::vector<measure::Fraction> values;  ///< in the order of the metrics
};

using TakeOutcome = std::function<void(const KeptOutcome&)>;
/// The value of each key that is varied.
using ValuesOfVariant = std::function<std::vector<std::string>(std::int64_t variant)>;

}  // namespace floorwalker::store
