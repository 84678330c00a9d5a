#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Sites, servers and look-ups for small centres, and what became of them.
namespace floorwalker::support {

/// A site "office", where everybody sits, with a server "crm"; one failure is enough for all to know.
inline void add_crm(Scenario& scenario) {
    scenario.infrastructure.sites.push_back({"office", "", ""});
    Server crm;
    crm.id = "crm";
    scenario.infrastructure.servers.push_back(crm);
    scenario.infrastructure.paper.failures = 1;
}

/// At the first server.
inline LookUp look_up(LookUpMoment when, Duration work, std::int64_t times = 1) {
    LookUp one;
    one.when = when;
    one.work = constant(work);
    one.times = times;
    return one;
}

inline Decision server_down(Duration at, Duration until, ServerId server = ServerId{0}) {
    return {at, {}, ServerDown{server, until}};
}

inline Decision site_lost(Duration at, Duration until, bool drops_calls, SiteId site = SiteId{0}) {
    return {at, {}, SiteLost{site, drops_calls, until}};
}

/// Talks and all that has to do with machines.
inline Lines machine_story(const Scenario& scenario) {
    Lines lines;
    for (const Fact& fact : facts_of(scenario)) {
        const bool is_one = std::holds_alternative<Answered>(fact) || std::holds_alternative<TalkEnded>(fact) ||
                            std::holds_alternative<WrapUpEnded>(fact) || std::holds_alternative<HoldEnded>(fact) ||
                            std::holds_alternative<LookedUp>(fact) || std::holds_alternative<MachineChanged>(fact) ||
                            std::holds_alternative<WentToPaper>(fact) ||
                            std::holds_alternative<EnteredFromPaper>(fact) ||
                            std::holds_alternative<CallDropped>(fact) || std::holds_alternative<CallbackKept>(fact) ||
                            std::holds_alternative<CalledBack>(fact) || std::holds_alternative<LeftIvr>(fact);
        if (is_one) lines.push_back(text_of(scenario, fact));
    }
    return lines;
}

}  // namespace floorwalker::support
