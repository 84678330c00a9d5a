#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/infrastructure.hpp>

#include "sim/kernel/random/sampler.hpp"

/// Look-ups and the machines that answer them, ready for running.
namespace floorwalker::model {

struct LookUpModel {
    LookUp rules;
    kernel::Sampler work;  // in seconds on a core of speed 1
};

/// A server, link or site, by its place in the table of its kind.
struct Machine {
    MachineKind kind{};
    std::uint16_t place = 0;

    friend bool operator==(const Machine&, const Machine&) = default;
};

struct PhaseModel {
    Machine machine;
    MachinePhase phase;
};

struct BreakdownModel {
    Machine machine;
    kernel::Sampler up;
    kernel::Sampler down;
};

/// Empty where a scenario has no sites.
struct MachinesModel {
    std::shared_ptr<const Infrastructure> all;
    std::vector<SiteId> site_of_group;
    std::vector<std::vector<LinkId>>
        ways;  // from site to site, row by row; with a platform file, which knows them, empty
    std::vector<PhaseModel> phases;
    std::vector<BreakdownModel> breakdowns;
    std::optional<kernel::Sampler> entry;  // of what is on paper
    std::vector<std::int64_t> most_calls;  // by site; empty where calls need no bandwidth

    std::size_t servers() const { return all->servers.size(); }
    const std::vector<LinkId>* way(SiteId from, SiteId to) const {
        return ways.empty() ? nullptr : &ways[index(from) * all->sites.size() + index(to)];
    }
};

}  // namespace floorwalker::model
