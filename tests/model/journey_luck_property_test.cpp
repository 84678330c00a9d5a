#include <map>

#include <catch2/catch.hpp>

#include "sim/measure/contact_log.hpp"
#include "sim/measure/observers.hpp"
#include "sim/model/engine.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/journey/property.hpp"
#include "tests/support/same_customer.hpp"

/// Luck belongs to the customer: whatever the centre does, the same people come at the same time, choose the same in
/// the IVR, are as patient and need as much.
namespace floorwalker::model {
namespace {

using measure::ContactLog;
using support::Dice;

/// What first calls hear in the IVR, and how it ends.
struct IvrWays {
    std::map<Customer, std::vector<std::pair<NodeId, TimePoint>>> nodes;
    std::map<Customer, std::pair<IvrOutcome, Duration>> ends;

    template <class OneFact>
    void operator()(const OneFact&) {}
    void operator()(const EnteredNode& fact) {
        if (fact.contact.attempt == 0) nodes[fact.contact.customer].emplace_back(fact.node, fact.at);
    }
    void operator()(const LeftIvr& fact) {
        if (fact.contact.attempt == 0) ends[fact.contact.customer] = {fact.outcome, fact.spent};
    }
};

struct Seen {
    support::FirstCalls first_calls;
    IvrWays ivr;
};

Seen see(const Scenario& scenario, std::uint64_t seed) {
    using Both = measure::Observers<ContactLog, IvrWays>;
    const auto prepared = prepare(scenario);
    const auto key = kernel::stream_key(seed, 0);
    Engine<Both> engine{prepared, seed, 0, Both{ContactLog{prepared, key}, IvrWays{}}};
    engine.run();
    Seen seen;
    for (const ContactRecord& record : engine.observer().get<ContactLog>().contacts()) {
        support::keep_first_call(seen.first_calls, record);
    }
    seen.ivr = engine.observer().get<IvrWays>();
    return seen;
}

void change_staff(Dice& dice, Group& group) {
    for (std::int64_t& agents : group.agents) agents = dice.between(0, 5);
    for (auto& shift : group.shifts) shift.agents = dice.between(1, 4);
    group.take = static_cast<ContactChoice>(dice.below(5));
    group.reserves.clear();
    group.chat = {dice.between(1, 3), {}};
}

void change_routing(Dice& dice, CallType& type) {
    type.choose = dice.one_of({AgentChoice::preference, AgentChoice::longest_idle, AgentChoice::weighted_random});
    type.groups.clear();
    type.priority = static_cast<int>(dice.between(-1, 1));
    if (dice.happens(0.5)) type.steps.clear();
    if (dice.happens(0.5)) type.expected.reset();
    if (dice.happens(0.5)) type.callback.reset();
    if (dice.happens(0.5)) type.transfers.clear();
    type.queue_places.reset();
    if (dice.happens(0.3)) type.redial.reset();
}

/// The same customers meet another centre.
Scenario with_another_centre(Scenario scenario, std::uint64_t seed) {
    Dice dice{seed};
    for (Group& group : scenario.groups) change_staff(dice, group);
    for (CallType& type : scenario.call_types) change_routing(dice, type);
    scenario.centre.lines = dice.happens(0.5) ? std::optional{dice.between(2, 10)} : std::nullopt;
    scenario.centre.queue_places = dice.happens(0.5) ? std::optional{dice.between(0, 5)} : std::nullopt;
    scenario.centre.ivr_ports = dice.happens(0.5) ? std::optional{dice.between(1, 5)} : std::nullopt;
    scenario.centre.after_close = dice.one_of({AfterClose::drain, AfterClose::clear, AfterClose::carry_over});
    return scenario;
}

std::string difference(const Seen& a, const Seen& b) {
    if (const std::string found = support::difference(a.first_calls, b.first_calls); !found.empty()) return found;
    for (const auto& [customer, nodes] : a.ivr.nodes) {  // those for whom there was a line and a port in both
        const auto other = b.ivr.nodes.find(customer);
        if (other == b.ivr.nodes.end()) continue;
        if (other->second != nodes) return "somebody chooses other ways in the IVR";
        if (a.ivr.ends.at(customer) != b.ivr.ends.at(customer)) return "the IVR ends in another way";
    }
    return "";
}

}  // namespace

TEST_CASE("customers bring along the same to every centre that uses everything", "[model][luck][property]") {
    std::size_t contacts = 0;
    support::check_for_all("luck", 300, [&](const Scenario& scenario, std::uint64_t seed) {
        const Seen seen = see(scenario, seed);
        contacts += seen.first_calls.size();
        return difference(seen, see(with_another_centre(scenario, seed), seed));
    });
    CHECK(contacts > 10'000);
}

}  // namespace floorwalker::model
