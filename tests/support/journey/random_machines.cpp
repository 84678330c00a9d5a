#include "tests/support/journey/random_machines.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/dice.hpp"

namespace floorwalker::support {
namespace {

LookUp random_look_up(Dice& dice, const Scenario& scenario, double longest_s) {
    LookUp one;
    one.server = ServerId(static_cast<std::uint16_t>(dice.below(scenario.infrastructure.servers.size())));
    one.when = dice.one_of({LookUpMoment::before, LookUpMoment::during, LookUpMoment::after});
    one.share = dice.one_of({1.0, 0.5});
    one.times = dice.between(1, 3);
    one.work = {Constant{longest_s * dice.share()}, {}};
    return one;
}

/// Where groups sit already, and other places. Groups are not moved where calls look for the nearest.
std::vector<std::string> site_names(Dice& dice, Scenario& scenario) {
    std::vector<std::string> names;
    for (const Group& group : scenario.groups) {
        if (!group.site.empty() && std::find(names.begin(), names.end(), group.site) == names.end())
            names.push_back(group.site);
    }
    const auto least = static_cast<std::size_t>(dice.between(1, 3));
    while (names.size() < least) names.push_back("site" + std::to_string(names.size()));
    const bool is_near = std::any_of(scenario.call_types.begin(), scenario.call_types.end(),
                                     [](const CallType& type) { return type.choose == AgentChoice::local_site; });
    for (Group& group : scenario.groups) {
        if (!is_near && dice.happens(0.8)) group.site = names[dice.below(names.size())];
    }
    return names;
}

void add_machines(Dice& dice, Scenario& scenario) {
    Infrastructure& all = scenario.infrastructure;
    const auto names = site_names(dice, scenario);
    const auto sites = static_cast<std::uint16_t>(names.size());
    for (std::uint16_t i = 0; i < sites; ++i) {
        all.sites.push_back({names[i], "", ""});
        if (i == 0) continue;
        Link link;
        link.id = "link" + std::to_string(i);
        link.from = SiteId(static_cast<std::uint16_t>(dice.below(i)));
        link.to = SiteId{i};
        all.links.push_back(link);
    }
    const auto servers = static_cast<std::uint16_t>(dice.between(1, 2));
    for (std::uint16_t i = 0; i < servers; ++i) {
        Server server;
        server.id = "server" + std::to_string(i);
        server.site = SiteId(static_cast<std::uint16_t>(dice.below(sites)));
        all.servers.push_back(server);
    }
    all.retries = dice.between(0, 1);
    all.paper.failures = dice.between(1, 3);
}

Decision random_fault(Dice& dice, const Scenario& scenario) {
    const Infrastructure& all = scenario.infrastructure;
    Decision decision;
    const Duration open = scenario.centre.close - scenario.centre.open;
    decision.at = scenario.centre.open + open * dice.between(0, 80) / 100;
    const Duration until = decision.at + open * dice.between(1, 40) / 100;
    const auto server = ServerId(static_cast<std::uint16_t>(dice.below(all.servers.size())));
    switch (dice.below(4)) {
    case 0: decision.what = ServerSlow{server, dice.one_of({0.1, 0.5}), until}; break;
    case 1: decision.what = ServerDown{server, until}; break;
    case 2:
        decision.what =
            SiteLost{SiteId(static_cast<std::uint16_t>(dice.below(all.sites.size()))), dice.happens(0.5), until};
        break;
    default:
        if (all.links.empty()) {
            decision.what = ServerDown{server, until};
        } else {
            decision.what = LinkDown{LinkId(static_cast<std::uint16_t>(dice.below(all.links.size()))), until};
        }
    }
    return decision;
}

}  // namespace

Scenario with_machines(Scenario scenario, std::uint64_t seed, double longest_s) {
    Dice dice{seed};
    add_machines(dice, scenario);
    for (CallType& type : scenario.call_types) {
        if (type.channel != Channel::voice || type.hold) continue;
        for (auto count = dice.between(0, 3); count > 0; --count)
            type.look_ups.push_back(random_look_up(dice, scenario, longest_s));
    }
    for (IvrFlow& flow : scenario.flows) {
        for (IvrNode& node : flow.nodes) {
            auto* const service = std::get_if<SelfService>(&node.what);
            if (service != nullptr && dice.happens(0.6))
                service->look_ups.push_back(random_look_up(dice, scenario, longest_s));
        }
    }
    return scenario;
}

Scenario with_faults(Scenario scenario, std::uint64_t seed) {
    Dice dice{seed + 1};
    for (auto count = dice.between(1, 4); count > 0; --count)
        scenario.decisions.push_back(random_fault(dice, scenario));
    if (dice.happens(0.3)) {
        scenario.infrastructure.servers.front().breakdowns =
            Breakdowns{{Exponential{20'000.0}, {}}, {Exponential{2'000.0}, {}}};
    }
    return scenario;
}

}  // namespace floorwalker::support
