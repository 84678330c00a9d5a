#include <algorithm>

#include <fmt/format.h>

#include "sim/model/machine_rules.hpp"
#include "sim/model/machines/ways.hpp"
#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/text/units.hpp"

/// Look-ups that could never be answered.
namespace floorwalker::scenario {
namespace {

bool is_off_all_day(const std::vector<MachinePhase>& phases) {
    return !phases.empty() && phases.front().at == Duration{0} &&
           std::all_of(phases.begin(), phases.end(), [](const MachinePhase& phase) { return phase.speed == 0.0; });
}

/// Of every day, from before anybody comes until nobody does.
bool is_for_good(const Decision& decision, Duration until, const Centre& centre) {
    return (!decision.day || centre.days + centre.warm_up_days == 1) && decision.at <= centre.open &&
           until >= centre.close;
}

/// A machine that nothing ever comes through.
struct NeverUp {
    std::string what;     ///< "server \"crm\""
    std::string because;  ///< "its phases leave it no speed at any time"
};

class Search {
public:
    explicit Search(const Scenario& scenario) : scenario_{scenario}, all_{scenario.infrastructure} {}

    std::optional<NeverUp> on_way(const model::WayNeeded& way) const {
        const Server& server = all_.servers[index(way.server)];
        const std::string name = fmt::format("server \"{}\"", server.id);
        if (is_off_all_day(server.phases)) return NeverUp{name, "its phases leave it no speed at any time"};
        if (const auto number = decision_on<ServerDown>(&ServerDown::server, way.server)) return by(*number, name);
        if (const auto number = decision_on<SiteLost>(&SiteLost::site, server.site))
            return by(*number, fmt::format("site \"{}\" of {}", all_.sites[index(server.site)].id, name));
        return all_.platform ? std::nullopt : on_links(way.from, server);
    }

private:
    std::optional<NeverUp> on_links(SiteId from, const Server& server) const {
        for (const LinkId link : model::way_between(all_, from, server.site).value_or(std::vector<LinkId>{})) {
            const std::string name = fmt::format("link \"{}\" to server \"{}\"", all_.links[index(link)].id, server.id);
            if (is_off_all_day(all_.links[index(link)].phases))
                return NeverUp{name, "its phases leave it no bandwidth at any time"};
            if (const auto number = decision_on<LinkDown>(&LinkDown::link, link)) return by(*number, name);
        }
        return std::nullopt;
    }

    template <class Deed, class Id>
    std::optional<std::size_t> decision_on(Id Deed::*member, Id id) const {
        for (std::size_t i = 0; i < scenario_.decisions.size(); ++i) {
            const auto* deed = std::get_if<Deed>(&scenario_.decisions[i].what);
            if (deed != nullptr && deed->*member == id &&
                is_for_good(scenario_.decisions[i], deed->until, scenario_.centre))
                return i;
        }
        return std::nullopt;
    }

    static NeverUp by(std::size_t decision, std::string what) {
        return {std::move(what), fmt::format("decision {} is for all opening hours of every day", decision + 1)};
    }

    const Scenario& scenario_;
    const Infrastructure& all_;
};

}  // namespace

void check_never_up(const Scenario& scenario, const Node& root, Context& context) {
    if (context.problems.size() > 0) return;  // ways that are not there have been reported
    const Search search{scenario};
    for (const model::WayNeeded& way : model::ways_needed(scenario)) {
        const auto found = search.on_way(way);
        if (!found) continue;
        const auto [path, entry] = look_up_at(way, scenario, root);
        const PathPart part{context, path};
        context.problem(*find(entry, "server"),
                        fmt::format("{} is never up: {}; leave the look-up out for that", found->what, found->because));
        return;
    }
}

}  // namespace floorwalker::scenario
