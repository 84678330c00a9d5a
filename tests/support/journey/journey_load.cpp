#include "sim/model/contact/luck.hpp"
#include "sim/model/floor.hpp"
#include "tests/support/journey/journey_inspector.hpp"

/// JourneyInspector: abusive contacts, and how work wears people down.
namespace floorwalker::support {

void JourneyInspector::operator()(const Abused& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::with_agent, "abuses");
    const auto& abuse = type_of(one.ref).abuse;
    check(abuse.has_value(), "abuses though its type does not", one.ref);
    check(!fact.ended || abuse->ends > 0, "is ended though nobody ends", one.ref);
    if (fact.ended) one.most_talk = abuse->warned_after + abuse->warning;
    load_.abused(fact);
}

void JourneyInspector::operator()(const LoadFelt& fact) {
    begin(fact);
    const Group& group = scenario_.groups[index(fact.group)];
    check(group.fatigue.rise > 0 || group.stress, "says how it feels though nobody asks");
    check(load_.is_felt(fact), "feels otherwise than it should");
}

void JourneyInspector::operator()(const LeadersChanged& fact) {
    begin(fact);
    const auto& leaders = scenario_.groups[index(fact.group)].leaders;
    check(leaders && fact.busy >= 0 && fact.busy <= leaders->count, "more leaders are busy than there are");
    load_.leaders(fact);
}

/// A handling time of so many seconds by the customer's need and the agent's proficiency; fatigue is worked out in
/// another way than the model's, so the last microseconds may differ.
bool JourneyInspector::is_handled_in(Duration length, double seconds, const AgentNow& who) const {
    const Duration expected = model::handling_duration(seconds * who.pace);
    constexpr Duration kRounding{2};
    return length >= expected - kRounding && length <= expected + kRounding;
}

}  // namespace floorwalker::support
