#include <stdexcept>

#include <catch2/catch.hpp>

#include "sim/measure/digest.hpp"
#include "sim/measure/observers.hpp"
#include "sim/measure/recorder.hpp"
#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/random_scenario.hpp"

/// A scenario that uses nothing beside the plain way of a contact runs on an engine that has nothing else.
namespace floorwalker::measure {
namespace {

struct Watched {
    std::uint64_t digest = 0;
    std::uint64_t steps = 0;
    BatchTotals sum;
};

template <class OneRecorder>
Watched watched(const Scenario& scenario, std::shared_ptr<const model::Model> model, std::uint64_t seed) {
    using Observer = Observers<OneRecorder, Digest>;
    OneRecorder recorder{std::make_shared<const Settings>(settings_of(scenario))};
    model::Engine<Observer> engine{std::move(model), seed, 0, Observer{std::move(recorder), {}}};
    engine.run();
    engine.observer().template get<OneRecorder>().finish(engine.world().now);
    Watched result{engine.observer().template get<Digest>().value(), engine.world().steps, {}};
    for (const BatchTotals& batch : engine.observer().template get<OneRecorder>().batches()) result.sum.add(batch);
    return result;
}

/// A random centre with nothing in it that is not plain.
Scenario random_plain_scenario(std::uint64_t seed) {
    Scenario scenario = support::random_scenario(seed);
    scenario.tiers.clear();
    for (CallType& type : scenario.call_types) {
        type.waiting_credit = Duration{0};
        if (type.choose != AgentChoice::longest_idle) type.choose = AgentChoice::preference;
    }
    if (scenario.replay) {
        for (RecordedCall& call : *scenario.replay) call.tier.reset();
    }
    return scenario;
}

}  // namespace

TEST_CASE("plain worlds run alike on the whole engine and on the one for them", "[plan][model]") {
    int plain = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        INFO("random_plain_scenario(" << seed << ")");
        const Scenario scenario = random_plain_scenario(seed);
        const auto model = model::prepare(scenario);
        if (!model->is_plain()) continue;
        ++plain;
        const auto whole = watched<Recorder>(scenario, model, seed);
        const auto only = watched<PlainRecorder>(scenario, model, seed);
        CHECK(whole.digest == only.digest);
        CHECK(whole.steps == only.steps);
        CHECK(whole.sum.overall.answered == only.sum.overall.answered);
        CHECK(whole.sum.overall.wait_answered_us == only.sum.overall.wait_answered_us);
        CHECK(whole.sum.overall.abandoned_in_target == only.sum.overall.abandoned_in_target);
        CHECK(whole.sum.overall.queue_us == only.sum.overall.queue_us);
        CHECK(whole.sum.overall.longest_queue == only.sum.overall.longest_queue);
        CHECK(whole.sum.overall.talk_us == only.sum.overall.talk_us);
        CHECK(whole.sum.overall.wrap_up_us == only.sum.overall.wrap_up_us);
    }
    CHECK(plain >= 50);
}

TEST_CASE("an engine for plain worlds refuses a scenario with more", "[plan][model]") {
    Scenario scenario = support::random_scenario(1);
    scenario.call_types.front().redial = Redial{};
    const auto settings = std::make_shared<const Settings>(settings_of(scenario));
    CHECK_THROWS_AS((model::Engine<PlainRecorder>{model::prepare(scenario), 1, 0, PlainRecorder{settings}}),
                    std::invalid_argument);
}

}  // namespace floorwalker::measure
