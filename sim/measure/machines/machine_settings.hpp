#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/scenario.hpp>

/// What measuring needs to know of the machines behind the floor.
namespace floorwalker::measure {

struct ServerSettings {
    double cores = 0.0;  ///< 0: only the platform file knows, and nobody how fast they are
    /// Mean work of a look-up ÷ the server's speed, in microseconds: by call type and moment of the talk.
    std::vector<std::array<double, 3>> agents_alone_us;
    double ivr_alone_us = 0.0;
};

struct MachineSettings {
    std::size_t intervals = 1;
    std::int64_t warm_up_days = 0;
    std::vector<ServerSettings> servers;
    std::size_t links = 0;
    std::size_t sites = 0;

    bool is_empty() const { return servers.empty() && links == 0 && sites == 0; }
};

/// Nothing where the scenario does without machines.
MachineSettings machine_settings_of(const Scenario& scenario);

}  // namespace floorwalker::measure
