#include <catch2/catch.hpp>

#include "sim/measure/digest.hpp"
#include "sim/model/engine.hpp"
#include "tests/support/journey/property.hpp"

/// Asking what becomes of contacts, and judging them, changes nothing but who calls again.
namespace floorwalker::model {
namespace {

/// The digest of all facts but those that are about outcomes.
class OtherFacts {
public:
    template <class OneFact>
    void operator()(const OneFact& fact) {
        digest_(fact);
    }
    void operator()(const OutcomeKnown&) { ++outcomes_; }
    void operator()(const Monitored&) { ++judged_; }

    std::uint64_t digest() const { return digest_.value(); }
    std::size_t outcomes() const { return outcomes_; }
    std::size_t judged() const { return judged_; }

private:
    measure::Digest digest_;
    std::size_t outcomes_ = 0;
    std::size_t judged_ = 0;
};

OtherFacts facts_of(const Scenario& scenario, std::uint64_t seed) {
    Engine<OtherFacts> engine{prepare(scenario), seed, 0};
    engine.run();
    return engine.observer();
}

}  // namespace

TEST_CASE("where nobody calls again, outcomes and monitoring change nothing", "[model][property][outcome][luck]") {
    std::size_t outcomes = 0;
    std::size_t judged = 0;
    support::check_for_all("outcomes", 150, [&](Scenario scenario, std::uint64_t seed) -> std::string {
        for (CallType& type : scenario.call_types) {
            if (type.outcome) type.repeat.reset();
        }
        // Who is listened to feels it.
        for (Group& group : scenario.groups) group.stress.reset();
        const OtherFacts with = facts_of(scenario, seed);
        outcomes += with.outcomes();
        judged += with.judged();
        for (CallType& type : scenario.call_types) type.outcome.reset();
        scenario.monitoring.reset();
        const OtherFacts without = facts_of(scenario, seed);
        return with.digest() == without.digest() ? "" : "other facts are others";
    });
    CHECK(outcomes > 1000);
    CHECK(judged > 200);
}

}  // namespace floorwalker::model
