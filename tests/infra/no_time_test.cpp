#include <string>

#include <catch2/catch.hpp>

#include "sim/infra/prepare.hpp"
#include "tests/support/engines.hpp"
#include "tests/support/journey/random_machines.hpp"
#include "tests/support/shipped.hpp"

/// Machines that are infinitely fast change nothing, in every scenario that is shipped.
namespace floorwalker::infra {
namespace {

constexpr double kNoLimit = 1e18;

/// One day of it at most: what takes no time on one takes none on the others.
Scenario first_day(Scenario scenario) {
    scenario.centre.days = 1;
    scenario.centre.warm_up_days = 0;
    std::erase_if(scenario.decisions, [](const Decision& one) { return one.day && *one.day > 0; });
    if (scenario.replay) std::erase_if(*scenario.replay, [](const auto& call) { return call.at >= TimePoint{kDay}; });
    return scenario;
}

Scenario without_machines(Scenario scenario) {
    for (CallType& type : scenario.call_types) type.look_ups.clear();
    for (IvrFlow& flow : scenario.flows) {
        for (IvrNode& node : flow.nodes) {
            if (auto* const service = std::get_if<SelfService>(&node.what)) service->look_ups.clear();
        }
    }
    std::erase_if(scenario.decisions, [](const Decision& one) {
        return std::holds_alternative<ServerSlow>(one.what) || std::holds_alternative<ServerDown>(one.what) ||
               std::holds_alternative<LinkDown>(one.what) || std::holds_alternative<SiteLost>(one.what);
    });
    scenario.infrastructure = {};
    return scenario;
}

Scenario infinitely_fast(const Scenario& plain, std::uint64_t seed) {
    Scenario scenario = support::with_machines(plain, seed, 60.0);
    for (Server& server : scenario.infrastructure.servers) server.speed = kNoLimit;
    for (Link& link : scenario.infrastructure.links) link.bytes_per_second = kNoLimit;
    return scenario;
}

std::uint64_t digest_of(const Scenario& scenario, std::size_t& look_ups) {
    model::Engine<measure::Digest> engine{prepare(scenario), 1, 0};
    if (const auto& log = engine.world().machines.log) look_ups += log->size();
    engine.run();
    return engine.observer().value();
}

}  // namespace

TEST_CASE("infinitely fast machines leave the digest of every shipped scenario as it is", "[infra]") {
    std::size_t looked_up = 0;
    std::size_t none = 0;
    std::uint64_t seed = 0;
    for (const std::string& name : support::shipped_names()) {
        INFO(name);
        const Scenario plain = without_machines(first_day(support::shipped(name)));
        CHECK(digest_of(infinitely_fast(plain, ++seed), looked_up) == digest_of(plain, none));
    }
    CHECK(looked_up > 20'000);
    CHECK(none == 0);
}

}  // namespace floorwalker::infra
