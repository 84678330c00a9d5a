#include <array>
#include <string>
#include <variant>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/journey/journey_inspector.hpp"
#include "tests/support/journey/property.hpp"
#include "tests/support/journey/random_machines.hpp"
#include "tests/support/journey/world_audit.hpp"
#include "tests/support/steady_room.hpp"

/// Centres that use everything, thrown together by chance, with machines that answer, fail and come back.
namespace floorwalker::model {
namespace {

using support::JourneyInspector;

std::uint64_t digest_of(const Scenario& scenario, std::uint64_t seed) {
    return support::run_on(support::engine_for(scenario, seed));
}

/// Nothing that was written down is lost: it waits on a pile, with its contact, or with who enters it just now.
std::int64_t on_paper(const World& world) {
    std::int64_t count = 0;
    for (const std::uint32_t pile : world.machines.on_paper) count += pile;
    for (const ContactLookUps& contact : world.machines.contacts) count += contact.owes_entry ? 1 : 0;
    return count;
}

std::int64_t entering(const JourneyInspector& inspector) {
    std::int64_t count = 0;
    for (const support::AgentNow& agent : inspector.agents()) count += agent.state == AgentState::wrap_up ? 1 : 0;
    return count;
}

std::string first_broken_rule(const Scenario& scenario, std::uint64_t seed,
                              std::array<std::uint64_t, std::variant_size_v<Fact>>& facts) {
    const auto prepared = prepare(scenario, support::steady_room());
    Engine<JourneyInspector> engine{prepared, seed, 0,
                                    JourneyInspector{scenario, prepared, kernel::stream_key(seed, 0)}};
    JourneyInspector& inspector = engine.observer();
    while (engine.step()) {
        if (engine.world().fresh_look_ups > 0) continue;  // the event is not over
        inspector.check_between_events();
        if (!inspector.violations().empty()) return inspector.violations().front();
        if (const std::string wrong = support::audit(*prepared, engine.world(), inspector); !wrong.empty())
            return wrong;
        const std::int64_t open = inspector.on_paper() - on_paper(engine.world());
        if (open < 0 || open > entering(inspector)) return "what is on paper is lost";
    }
    inspector.check_at_the_end();
    if (inspector.on_paper() != on_paper(engine.world())) return "what is on paper at the end is lost";
    for (std::size_t i = 0; i < facts.size(); ++i) facts[i] += inspector.counts()[i];
    return inspector.violations().empty() ? "" : inspector.violations().front();
}

template <class OneFact>
std::uint64_t count_of(const std::array<std::uint64_t, std::variant_size_v<Fact>>& facts) {
    return facts[Fact{OneFact{}}.index()];
}

}  // namespace

TEST_CASE("machines: those that take no time leave every run as it is", "[model][machines][property]") {
    std::uint64_t asked = 0;
    support::check_for_all("no time", 1000, [&](const Scenario& plain, std::uint64_t seed) -> std::string {
        const Scenario scenario = support::with_machines(plain, seed, 0.0);
        support::DigestEngine engine = support::engine_for(scenario, seed);
        if (engine.world().machines.log) asked += engine.world().machines.log->size();
        return support::run_on(std::move(engine)) == digest_of(plain, seed) ? "" : "another digest";
    });
    CHECK(asked > 10'000);
}

TEST_CASE("machines: nobody and nothing is lost, whatever fails at whatever moment", "[model][machines][property]") {
    std::array<std::uint64_t, std::variant_size_v<Fact>> facts{};
    support::check_for_all("faults", 1000, [&](const Scenario& plain, std::uint64_t seed) {
        const Scenario scenario = support::with_faults(support::with_machines(plain, seed, 20.0), seed);
        return first_broken_rule(scenario, seed, facts);
    });
    CHECK(count_of<LookedUp>(facts) > 10'000);
    CHECK(count_of<MachineChanged>(facts) > 300);
    CHECK(count_of<WentToPaper>(facts) > 300);
    CHECK(count_of<EnteredFromPaper>(facts) > 300);
    CHECK(count_of<CallDropped>(facts) > 50);
}

TEST_CASE("machines: a copy of the world goes on as the world does", "[model][machines][property]") {
    support::check_for_all("copies", 100, [&](const Scenario& plain, std::uint64_t seed) -> std::string {
        const Scenario scenario = support::with_faults(support::with_machines(plain, seed, 20.0), seed);
        support::DigestEngine engine = support::engine_for(scenario, seed);
        const support::Uninterrupted whole = support::at_once(scenario, seed);
        engine.run_steps(whole.steps / 2);
        return support::run_on(engine) == whole.digest && support::run_on(std::move(engine)) == whole.digest
                   ? ""
                   : "another digest";
    });
}

TEST_CASE("machines: a decision taken live is as one that was scripted", "[model][machines][property]") {
    support::check_for_all("live", 500, [&](const Scenario& plain, std::uint64_t seed) -> std::string {
        Scenario scripted = support::with_machines(plain, seed, 20.0);
        Scenario live = scripted;
        scripted = support::with_faults(std::move(scripted), seed);
        for (const floorwalker::Server& server : scripted.infrastructure.servers) {
            if (server.breakdowns) return "";  // which are no decisions
        }
        support::DigestEngine engine = support::engine_for(live, seed);
        // All at once before the first event: those of each day have to wait for theirs.
        if (!scripted.decisions.empty() && scripted.centre.days > 1) return "";
        for (std::size_t i = live.decisions.size(); i < scripted.decisions.size(); ++i) {
            Decision decision = scripted.decisions[i];
            decision.day = 0;
            scripted.decisions[i].day = 0;
            engine.apply(decision);
        }
        return support::run_on(std::move(engine)) == digest_of(scripted, seed) ? "" : "another digest";
    });
}

}  // namespace floorwalker::model
