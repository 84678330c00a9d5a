#include "tests/support/journey/journey_inspector.hpp"

/// JourneyInspector: machines, and what is done without them.
namespace floorwalker::support {

void JourneyInspector::change_site(const SiteLost& lost, std::int64_t sign) {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const std::string& site = scenario_.groups[g].site;
        const std::string& name = scenario_.infrastructure.sites[index(lost.site)].id;
        const bool is_at_ivr = site.empty() && lost.site == scenario_.infrastructure.ivr_site;
        if (site == name || is_at_ivr) groups_[g].lost += sign;
    }
}

void JourneyInspector::operator()(const LookedUp& fact) {
    begin(fact);
    const auto& servers = scenario_.infrastructure.servers;
    check(index(fact.server) < servers.size(), "looks something up at no server", fact.contact);
    check(fact.took >= Duration{0} && fact.tries >= 1, "looks up in no time", fact.contact);
    check(fact.end != LookUpEnd::answered || fact.took > Duration{0}, "states what took no time", fact.contact);
    if (fact.by == LookUpBy::ivr) {
        contact(fact.contact, ContactPlace::in_ivr, "looked up for in the IVR");
        return;
    }
    const AgentNow& who = agent(fact.agent, fact.group);
    if (fact.when == LookUpMoment::after) {
        check(who.state == AgentState::wrap_up, "looks up after the talk, and does not wrap up", fact.contact);
        return;
    }
    check(who.state == AgentState::on_hold && who.call && who.call->customer == fact.contact.customer,
          "looks up for a customer who is not on hold", fact.contact);
}

void JourneyInspector::operator()(const ServerLoad& fact) { begin(fact); }

void JourneyInspector::operator()(const MachineChanged& fact) {
    begin(fact);
    check(fact.speed >= 0, "a machine goes backwards");
}

void JourneyInspector::operator()(const WentToPaper& fact) {
    begin(fact);
    ++on_paper_;
    check(looks_up(fact.contact), "is on paper without need", fact.contact);
    ContactNow& one = contacts_[index(fact.contact.id)];
    const bool is_here = one.is_inside() && one.ref.customer == fact.contact.customer && one.agent == fact.agent;
    if (is_here) one.is_on_paper = one.has_paper = true;
}

void JourneyInspector::operator()(const EnteredFromPaper& fact) {
    begin(fact);
    --on_paper_;
    check(on_paper_ >= 0, "enters what nobody has written down");
    AgentNow& who = agent(fact.agent, fact.group);
    check(who.state == AgentState::wrap_up && !who.is_serving(), "enters something while it does something else");
    who.is_wrapping_up = false;
}

void JourneyInspector::operator()(const CallDropped& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::with_agent, "dropped");
    check(groups_[index(fact.group)].lost > 0, "is dropped at a site that is not lost", fact.contact);
    one.is_dropped = true;
}

}  // namespace floorwalker::support
