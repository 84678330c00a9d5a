#include "sim/measure/contact_log.hpp"

#include <map>

#include <catch2/catch.hpp>

#include "tests/support/facts.hpp"
#include "tests/support/random_scenario.hpp"

namespace floorwalker::measure {
namespace {

/// What the facts say of each customer.
struct Fates {
    std::map<Customer, ContactRecord> records;

    void operator()(const DayOpened&) {}
    void operator()(const IntervalBegan&) {}
    void operator()(const AgentChanged&) {}
    void operator()(const DutyChanged&) {}
    void operator()(const Missing&) {}
    void operator()(const StaysOn&) {}
    void operator()(const DecisionApplied&) {}
    void operator()(const Offered& fact) { records[fact.contact.customer].arrived = fact.at; }
    void operator()(const Blocked& fact) {
        records[fact.contact.customer].arrived = fact.at;
        records[fact.contact.customer].outcome = ContactOutcome::blocked;
    }
    void operator()(const Queued& fact) { records[fact.contact.customer].patience = fact.patience; }
    void operator()(const Abandoned& fact) {
        end(fact.contact, fact.queued ? ContactOutcome::abandoned : ContactOutcome::left_at_once, fact.waited);
    }
    void operator()(const Dismissed& fact) { end(fact.contact, ContactOutcome::dismissed, fact.waited); }
    void operator()(const Answered& fact) {
        end(fact.contact, ContactOutcome::answered, fact.waited);
        records[fact.contact.customer].agent = fact.agent;
        records[fact.contact.customer].group = fact.group;
    }
    void operator()(const TalkEnded& fact) { records[fact.contact.customer].talk = fact.talk; }
    void operator()(const WrapUpEnded& fact) { records[fact.contact.customer].wrap_up = fact.wrap_up; }

    /// The centres of this test are plain: nothing else is stated.
    template <class OtherFact>
    void operator()(const OtherFact&) {
        FAIL("a fact that no plain scenario can state");
    }

private:
    void end(const ContactRef& contact, ContactOutcome outcome, Duration waited) {
        records[contact.customer].outcome = outcome;
        records[contact.customer].waited = waited;
    }
};

bool agree(const ContactRecord& logged, const ContactRecord& fate) {
    const bool has_own_patience = fate.patience == Duration{0} || fate.patience == logged.patience;
    const bool left = (logged.outcome == ContactOutcome::left_at_once) <= (logged.patience == Duration{0});
    return has_own_patience && left && logged.arrived == fate.arrived && logged.outcome == fate.outcome &&
           logged.waited == fate.waited && logged.agent == fate.agent && logged.group == fate.group &&
           logged.talk == fate.talk && logged.wrap_up == fate.wrap_up;
}

}  // namespace

TEST_CASE("the contact log says of every customer what the facts say", "[measure]") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        INFO("support::random_scenario(" << seed << ")");
        const Scenario scenario = support::random_scenario(seed);
        ContactLog log{model::prepare(scenario), kernel::stream_key(seed, 0)};
        Fates fates;
        for (const Fact& fact : support::facts_of(scenario, seed)) {
            std::visit([&](const auto& one) { log(one), fates(one); }, fact);
        }
        REQUIRE(log.contacts().size() == fates.records.size());
        std::size_t wrong = 0;
        for (const ContactRecord& logged : log.contacts())
            wrong += agree(logged, fates.records.at(logged.customer)) ? 0 : 1;
        CHECK(wrong == 0);
    }
}

}  // namespace floorwalker::measure
