#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/machine_results.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/measure/estimate.hpp"
#include "sim/measure/machines/machine_tally.hpp"

/// Brings together what replications say of the machines behind the floor.
namespace floorwalker::measure {

class ServerSummary {
public:
    ServerSummary(std::string id, std::size_t rows) : id_{std::move(id)}, rows_(rows) {}

    void add(const MachineTally& machines, const MachineSettings& settings, ServerId server);
    ServerResult result(double confidence) const;

private:
    static constexpr std::array<double, 4> kQuantiles{0.50, 0.90, 0.95, 0.99};

    /// The estimate of a quantile is that of all responses together, as of waits (scope_summary.hpp).
    Estimate quantile(std::size_t which, double confidence) const;

    struct Row {
        RatioEstimator look_ups, failed, response_s, utilisation, present;

        void add(const ServerCell& cell, const ServerSettings& settings);
    };

    std::string id_;
    std::vector<Row> rows_;
    Row all_;
    RatioEstimator failed_share_, given_up_, tries_, work_alone_s_, most_present_, down_hours_, slow_hours_;
    WaitHistogram responses_;
    std::array<RatioEstimator, kQuantiles.size()> quantiles_;
};

/// Of a link or a site.
class StateSummary {
public:
    explicit StateSummary(std::string id) : id_{std::move(id)} {}

    void add(const StateCell& cell);
    MachineResult result(double confidence) const;

private:
    std::string id_;
    RatioEstimator down_hours_, slow_hours_;
};

class MachineSummary {
public:
    explicit MachineSummary(const Scenario& scenario);

    void add(const MachineTally& machines, const MachineSettings& settings);
    /// None of a scenario without machines.
    std::optional<MachineResults> result(double confidence) const;

private:
    std::vector<ServerSummary> servers_;
    std::vector<StateSummary> links_;
    std::vector<StateSummary> sites_;
    RatioEstimator paper_open_;
};

}  // namespace floorwalker::measure
