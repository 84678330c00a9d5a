#include "tests/support/journey/journey_inspector.hpp"

/// JourneyInspector: the phones of agents.
namespace floorwalker::support {

void JourneyInspector::operator()(const RingBegan& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, fact.queued ? ContactPlace::waiting : ContactPlace::asking, "ringing");
    AgentNow& who = agent(fact.agent, fact.group);
    check(scenario_.groups[index(fact.group)].ring && is_call(one.ref), "rings where nothing rings", one.ref);
    check(fact.queued == one.has_queued, "rings for one who is not where it says", one.ref);
    check(who.state != AgentState::signed_out && !who.is_wrapping_up && !who.is_serving() && !who.rings,
          "rings at an agent who is not free", one.ref);
    check(may_take(index(fact.agent), one), "rings at somebody who may not take it", one.ref);
    check(!one.is_return, "rings at the agent who expects it", one.ref);
    check(fact.waited == fact.at - one.asked && fact.waited <= one.patience, "a wait of another length", one.ref);
    move(one, ContactPlace::ringing);
    one.has_rung = true;
    one.agent = fact.agent;
    who.rings = one.ref;
    who.since = fact.at;
}

/// It is taken, missed, or given up.
void JourneyInspector::stop_ringing(ContactNow& one, bool queued) {
    AgentNow& who = agents_[index(one.agent)];
    check(who.rings && who.rings->id == one.ref.id && who.state == AgentState::ringing, "rings elsewhere", one.ref);
    check(queued == one.has_queued, "was not where it says", one.ref);
    const Ring& ring = *scenario_.groups[index(who.group)].ring;
    check(now_ - who.since <= ring.longest(), "rings too long", one.ref);
    who.rings.reset();
    one.agent = kNoAgent;
    move(one, queued ? ContactPlace::waiting : ContactPlace::asking);
}

void JourneyInspector::operator()(const RingMissed& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::ringing, "not taken");
    const AgentNow& who = agent(fact.agent, fact.group);
    const Ring& ring = *scenario_.groups[index(fact.group)].ring;
    check(one.agent == fact.agent, "not taken by another", one.ref);
    check(fact.rang == fact.at - who.since && fact.rang == ring.longest(), "rang for another time", one.ref);
    check(ring.not_answered > 0, "not taken where all are", one.ref);
    stop_ringing(one, one.has_queued);
}

}  // namespace floorwalker::support
