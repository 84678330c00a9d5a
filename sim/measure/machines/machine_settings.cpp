#include "sim/measure/machines/machine_settings.hpp"

#include <optional>

namespace floorwalker::measure {
namespace {

constexpr double kMicrosecondsPerSecond = 1e6;

/// Mean work in seconds of those look-ups that ask the server, at that moment if one is given.
class MeanWork {
public:
    MeanWork(ServerId server, std::optional<LookUpMoment> when) : server_{server}, when_{when} {}

    void add(const std::vector<LookUp>& look_ups) {
        for (const LookUp& one : look_ups) {
            if (one.server != server_ || (when_ && one.when != *when_)) continue;
            const double often = one.share * static_cast<double>(one.times);
            work_ += often * mean_of(one.work);
            often_ += often;
        }
    }

    double value() const { return often_ > 0 ? work_ / often_ : 0.0; }

private:
    ServerId server_;
    std::optional<LookUpMoment> when_;
    double work_ = 0;
    double often_ = 0;
};

ServerSettings settings_of_server(const Scenario& scenario, std::size_t place) {
    const Server& server = scenario.infrastructure.servers[place];
    const ServerId id{static_cast<std::uint16_t>(place)};
    const double us_of_work = kMicrosecondsPerSecond / server.speed;
    ServerSettings settings;
    if (!scenario.infrastructure.platform) settings.cores = static_cast<double>(server.cores);
    for (const CallType& type : scenario.call_types) {
        auto& alone = settings.agents_alone_us.emplace_back();
        for (std::size_t when = 0; when < alone.size(); ++when) {
            MeanWork work{id, static_cast<LookUpMoment>(when)};
            work.add(type.look_ups);
            alone[when] = work.value() * us_of_work;
        }
    }
    MeanWork of_ivr{id, std::nullopt};
    for (const IvrFlow& flow : scenario.flows) {
        for (const IvrNode& node : flow.nodes) {
            if (const auto* task = std::get_if<SelfService>(&node.what)) of_ivr.add(task->look_ups);
        }
    }
    settings.ivr_alone_us = of_ivr.value() * us_of_work;
    return settings;
}

}  // namespace

MachineSettings machine_settings_of(const Scenario& scenario) {
    const Infrastructure& all = scenario.infrastructure;
    MachineSettings settings;
    if (all.is_empty()) return settings;
    settings.intervals = scenario.intervals_per_day();
    settings.warm_up_days = scenario.centre.warm_up_days;
    for (std::size_t s = 0; s < all.servers.size(); ++s) settings.servers.push_back(settings_of_server(scenario, s));
    settings.links = all.links.size();
    settings.sites = all.sites.size();
    return settings;
}

}  // namespace floorwalker::measure
