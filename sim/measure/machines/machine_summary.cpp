#include "sim/measure/machines/machine_summary.hpp"

#include "sim/measure/machines/server_formulas.hpp"

namespace floorwalker::measure {
namespace {

constexpr double kMicrosecondsPerSecond = 1e6;
constexpr double kMicrosecondsPerHour = 3.6e9;

void add(RatioEstimator& estimator, Fraction fraction) { estimator.add(fraction.part, fraction.whole); }

void count(RatioEstimator& estimator, std::int64_t value) { estimator.add(static_cast<double>(value), 1); }

void hours(RatioEstimator& estimator, std::int64_t us) {
    estimator.add(static_cast<double>(us) / kMicrosecondsPerHour, 1);
}

template <class Id>
Id id_at(std::size_t place) {
    return Id{static_cast<std::uint16_t>(place)};
}

}  // namespace

void ServerSummary::Row::add(const ServerCell& cell, const ServerSettings& settings) {
    count(look_ups, cell.look_ups);
    count(failed, cell.failed);
    measure::add(response_s, response_of(cell));
    measure::add(utilisation, utilisation_of(cell, settings));
    measure::add(present, present_of(cell));
}

void ServerSummary::add(const MachineTally& machines, const MachineSettings& settings, ServerId server) {
    const ServerSettings& own = settings.servers[index(server)];
    const auto& rows = machines.rows(server);
    for (std::size_t r = 0; r < rows.size(); ++r) rows_[r].add(rows[r], own);
    const ServerCell all = machines.sum(server);
    all_.add(all, own);
    measure::add(failed_share_, failed_share_of(all));
    count(given_up_, all.given_up);
    tries_.add(static_cast<double>(all.tries), static_cast<double>(all.look_ups));
    if (own.cores > 0)
        work_alone_s_.add(all.alone_us / kMicrosecondsPerSecond, static_cast<double>(all.look_ups - all.failed));
    count(most_present_, all.most_present);
    hours(down_hours_, all.state.down_us);
    hours(slow_hours_, all.state.slow_us);
    responses_.merge(machines.responses(server));
    for (std::size_t q = 0; q < kQuantiles.size(); ++q) {
        if (const auto value = response_quantile_s(machines.responses(server), kQuantiles[q]))
            quantiles_[q].add(*value, 1);
    }
}

Estimate ServerSummary::quantile(std::size_t which, double confidence) const {
    return {response_quantile_s(responses_, kQuantiles[which]), quantiles_[which].estimate(confidence).half_width};
}

ServerResult ServerSummary::result(double confidence) const {
    const auto of = [confidence](const RatioEstimator& estimator) { return estimator.estimate(confidence); };
    ServerResult result{.id = id_,
                        .look_ups = of(all_.look_ups),
                        .failed = of(all_.failed),
                        .failed_share = of(failed_share_),
                        .given_up = of(given_up_),
                        .tries = of(tries_),
                        .response_s = of(all_.response_s),
                        .response_p50_s = quantile(0, confidence),
                        .response_p90_s = quantile(1, confidence),
                        .response_p95_s = quantile(2, confidence),
                        .response_p99_s = quantile(3, confidence),
                        .work_alone_s = of(work_alone_s_),
                        .utilisation = of(all_.utilisation),
                        .present = of(all_.present),
                        .most_present = of(most_present_),
                        .down_hours = of(down_hours_),
                        .slow_hours = of(slow_hours_),
                        .intervals = {}};
    for (const Row& row : rows_) {
        result.intervals.push_back({.look_ups = of(row.look_ups),
                                    .failed = of(row.failed),
                                    .response_s = of(row.response_s),
                                    .utilisation = of(row.utilisation),
                                    .present = of(row.present)});
    }
    return result;
}

void StateSummary::add(const StateCell& cell) {
    hours(down_hours_, cell.down_us);
    hours(slow_hours_, cell.slow_us);
}

MachineResult StateSummary::result(double confidence) const {
    return {id_, down_hours_.estimate(confidence), slow_hours_.estimate(confidence)};
}

MachineSummary::MachineSummary(const Scenario& scenario) {
    const Infrastructure& all = scenario.infrastructure;
    if (all.is_empty()) return;
    for (const Server& server : all.servers) servers_.emplace_back(server.id, scenario.intervals_per_day() + 1);
    for (const Link& link : all.links) links_.emplace_back(link.id);
    for (const Site& site : all.sites) sites_.emplace_back(site.id);
}

void MachineSummary::add(const MachineTally& machines, const MachineSettings& settings) {
    for (std::size_t s = 0; s < servers_.size(); ++s) servers_[s].add(machines, settings, id_at<ServerId>(s));
    for (std::size_t l = 0; l < links_.size(); ++l) links_[l].add(machines.link(id_at<LinkId>(l)));
    for (std::size_t s = 0; s < sites_.size(); ++s) sites_[s].add(machines.site(id_at<SiteId>(s)));
    count(paper_open_, machines.paper_open());
}

std::optional<MachineResults> MachineSummary::result(double confidence) const {
    if (servers_.empty() && links_.empty() && sites_.empty()) return std::nullopt;
    MachineResults result;
    for (const ServerSummary& server : servers_) result.servers.push_back(server.result(confidence));
    for (const StateSummary& link : links_) result.links.push_back(link.result(confidence));
    for (const StateSummary& site : sites_) result.sites.push_back(site.result(confidence));
    result.paper_open = paper_open_.estimate(confidence);
    return result;
}

}  // namespace floorwalker::measure
