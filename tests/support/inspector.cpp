#include "tests/support/inspector.hpp"

#include <algorithm>
#include <tuple>

#include "sim/model/contact/customer.hpp"

namespace floorwalker::support {
namespace {

std::string name(const Scenario& scenario, const Customer& customer) {
    return scenario.call_types[index(customer.source)].id + std::to_string(customer.number);
}

}  // namespace

Inspector::Inspector(const Scenario& scenario, std::shared_ptr<const model::Model> model, kernel::StreamKey key)
    : scenario_{scenario},
      model_{std::move(model)},
      key_{key},
      roster_{scenario},
      interval_{scenario.intervals_per_day()},
      lanes_(scenario.call_types.size() * (scenario.tiers.size() + 1)),
      waiting_of_type_(scenario.call_types.size()),
      groups_(scenario.groups.size()) {
    for (std::size_t a = 0; a < roster_.size(); ++a) {
        agents_.emplace_back();
        agents_.back().group = roster_.known(a).group;
    }
}

void Inspector::check(bool holds, const std::string& rule) const {
    constexpr std::size_t kEnough = 5;
    if (holds || violations_.size() >= kEnough) return;
    const Duration of_day = now_.time_since_epoch() % kDay;
    violations_.push_back("day " + std::to_string(now_.time_since_epoch() / kDay) + ", " +
                          std::to_string(to_hours(of_day)) + " h: " + rule);
}

void Inspector::advance(TimePoint at) {
    check(at >= now_, "time goes backwards");
    if (at > now_) check_staffing();
    now_ = at;
}

Inspector::Contact& Inspector::contact(const ContactRef& ref, Place expected, const std::string& doing) {
    if (index(ref.id) >= contacts_.size()) contacts_.resize(index(ref.id) + 1);
    Contact& contact = contacts_[index(ref.id)];
    check(contact.place == expected, name(scenario_, ref.customer) + " cannot be " + doing + " now");
    if (expected != Place::gone) {
        check(contact.ref.customer == ref.customer && contact.ref.tier == ref.tier &&
                  contact.ref.interval == ref.interval,
              "another contact is " + doing);
    }
    return contact;
}

Inspector::Agent& Inspector::agent(AgentId id, GroupId group) {
    check(index(id) < agents_.size() && agents_[index(id)].group == group, "somebody nobody has hired");
    if (index(id) >= agents_.size()) agents_.resize(index(id) + 1);
    return agents_[index(id)];
}

void Inspector::operator()(const DayOpened& fact) {
    advance(fact.at);
    check(fact.day == (has_opened_ ? day_ + 1 : 0), "a day is left out");
    check(fact.at == TimePoint{kDay * fact.day + scenario_.centre.open}, "the centre opens at another time");
    day_ = fact.day;
    has_opened_ = true;
    draining_since_.reset();
}

void Inspector::operator()(const IntervalBegan& fact) {
    advance(fact.at);
    const Centre& centre = scenario_.centre;
    const std::size_t intervals = scenario_.intervals_per_day();
    check(fact.day == day_, "an interval of another day begins");
    check(fact.interval == 0 ? !is_open_ || interval_ + 1 == intervals : fact.interval == interval_ + 1,
          "an interval is left out");
    const Duration planned = fact.interval == intervals ? centre.close : centre.open + centre.interval * fact.interval;
    check(fact.at == TimePoint{kDay * fact.day + planned}, "an interval begins at another time");
    interval_ = fact.interval;
    is_open_ = fact.interval < intervals;
    has_just_closed_ = !is_open_;
    for (std::size_t g = 0; g < groups_.size(); ++g) hire(GroupId(static_cast<std::uint16_t>(g)));
}

void Inspector::operator()(const Offered& fact) {
    advance(fact.at);
    check(in_centre() < scenario_.centre.lines.value_or(model::kUnlimited), "more contacts than lines");
    Contact& one = contact(fact.contact, Place::gone, "offered");
    one = {Place::arrived, fact.contact, fact.at, {}};
    ++offered_;
    check(++seen_[fact.contact.customer] == 1, "a customer comes twice");
    check(fact.contact.customer.day == day_, "a customer of another day");
    check(fact.contact.interval == interval_, "a customer of another interval");
}

void Inspector::operator()(const Blocked& fact) {
    advance(fact.at);
    const CallTypeId type = fact.contact.call_type;
    const bool no_line = in_centre() >= scenario_.centre.lines.value_or(model::kUnlimited);
    const bool no_place =
        waiting_ >= scenario_.centre.queue_places.value_or(model::kUnlimited) ||
        waiting_of_type_[index(type)] >= scenario_.call_types[index(type)].queue_places.value_or(model::kUnlimited);
    check(no_line || (no_place && !agent_by_rule(type)), "blocked without need");
    check(fact.contact.id == kNoContact, "a blocked contact has a place");
    check(++seen_[fact.contact.customer] == 1, "a customer comes twice");
}

void Inspector::operator()(const Queued& fact) {
    advance(fact.at);
    Contact& one = contact(fact.contact, Place::arrived, "queued");
    const CallTypeId call_type = fact.contact.call_type;
    check(!agent_by_rule(call_type), "queued though an agent is free");
    one.place = Place::waiting;
    one.patience = fact.patience;
    check(fact.patience == model::patience_of(*model_, key_, fact.contact), "not the customer's own patience");
    lanes_[index(model_->lane(call_type, fact.contact.tier))].push_back(index(fact.contact.id));
    const CallType& type = scenario_.call_types[index(call_type)];
    check(++waiting_of_type_[index(call_type)] <= type.queue_places.value_or(model::kUnlimited),
          "too many of a type wait");
    check(++waiting_ <= scenario_.centre.queue_places.value_or(model::kUnlimited), "too many wait");
}

void Inspector::leave_queue(const ContactRef& ref) {
    auto& lane = lanes_[index(model_->lane(ref.call_type, ref.tier))];
    const auto found = std::find(lane.begin(), lane.end(), index(ref.id));
    check(found != lane.end(), "not in its lane");
    if (found != lane.end()) lane.erase(found);
    --waiting_;
    --waiting_of_type_[index(ref.call_type)];
}

void Inspector::operator()(const Abandoned& fact) {
    advance(fact.at);
    Contact& one = contact(fact.contact, fact.queued ? Place::waiting : Place::arrived, "abandoning");
    check(fact.waited == fact.at - one.arrived, "a wait of another length");
    if (fact.queued) {
        check(one.patience == fact.waited, "gave up before or after its patience");
        leave_queue(fact.contact);
    } else {
        check(fact.waited == Duration{0} && !agent_by_rule(fact.contact.call_type), "left at once without need");
    }
    one.place = Place::gone;
    ++abandoned_;
}

void Inspector::operator()(const Dismissed& fact) {
    advance(fact.at);
    Contact& one = contact(fact.contact, Place::waiting, "dismissed");
    check(fact.waited == fact.at - one.arrived && fact.waited <= one.patience, "a wait of another length");
    const bool at_close = has_just_closed_ && scenario_.centre.after_close == AfterClose::clear;
    const TimePoint last{kDay * scenario_.centre.days + scenario_.centre.close};
    check(!is_open_ && (at_close || fact.at == last), "dismissed at another time than the end");
    leave_queue(fact.contact);
    one.place = Place::gone;
    ++dismissed_;
}

void Inspector::operator()(const Answered& fact) {
    advance(fact.at);
    Contact& one = contact(fact.contact, fact.queued ? Place::waiting : Place::arrived, "answered");
    Agent& who = agent(fact.agent, fact.group);
    const CallTypeId type = fact.contact.call_type;
    check(!who.talking && !who.to_wrap_up, "the agent has another contact");
    check(can_take(index(fact.agent), type), "answered by somebody who may not");
    check(fact.waited == fact.at - one.arrived, "a wait of another length");
    if (fact.queued) {
        check(fact.waited <= one.patience, "waited longer than its patience");
        check_choice_of_contact(fact);
        leave_queue(fact.contact);
    } else {
        check(fact.waited == Duration{0}, "waited without being queued");
        check(agent_by_rule(type) == index(fact.agent), "answered by another agent than the routing rule says");
    }
    one.place = Place::talking;
    who.talking = fact.contact;
    who.since = fact.at;
    ++answered_;
}

void Inspector::check_handling(const ContactRef& ref, AgentId id, Duration took, double need_s,
                               const std::string& what) {
    const double proficiency = skills_of(index(id)).at(ref.call_type);
    check(took == model::drawn_duration(need_s * (1.0 / proficiency)), what + " is not what the customer needs");
    check(took == now_ - agents_[index(id)].since, what + " of another length");
}

void Inspector::operator()(const TalkEnded& fact) {
    advance(fact.at);
    contact(fact.contact, Place::talking, "talking").place = Place::gone;
    Agent& who = agent(fact.agent, fact.group);
    check(who.talking && who.talking->id == fact.contact.id, "the agent talked with another");
    check_handling(fact.contact, fact.agent, fact.talk, model::talk_need(*model_, key_, fact.contact), "the talk");
    who.to_wrap_up = std::exchange(who.talking, std::nullopt);
    who.since = fact.at;
    const double need = model::wrap_up_need(*model_, key_, fact.contact);
    const double proficiency = skills_of(index(fact.agent)).at(fact.contact.call_type);
    if (model::drawn_duration(need * (1.0 / proficiency)) == Duration{0}) who.to_wrap_up.reset();
    ++talks_ended_;
}

void Inspector::operator()(const WrapUpEnded& fact) {
    advance(fact.at);
    Agent& who = agent(fact.agent, fact.group);
    check(who.state == AgentState::wrap_up && who.to_wrap_up && who.to_wrap_up->customer == fact.contact.customer,
          "wraps up after another");
    check_handling(fact.contact, fact.agent, fact.wrap_up, model::wrap_up_need(*model_, key_, fact.contact),
                   "the wrap-up");
    who.to_wrap_up.reset();
}

void Inspector::operator()(const AgentChanged& fact) {
    advance(fact.at);
    Agent& who = agent(fact.agent, fact.group);
    check(fact.from == who.state && fact.from != fact.to, "an agent is in two states");
    switch (fact.to) {
    case AgentState::talking: check(who.talking && fact.from != AgentState::signed_out, "talks with nobody"); break;
    case AgentState::wrap_up:
        check(who.to_wrap_up && !who.talking && fact.from == AgentState::talking, "wraps up after nobody");
        break;
    default: check(!who.talking && !who.to_wrap_up, "interrupted");
    }
    if (fact.to == AgentState::available) who.idle_order = idle_counter_++;
    who.state = fact.to;
}

void Inspector::operator()(const DutyChanged& fact) {
    advance(fact.at);
    check(fact.agents != groups_[index(fact.group)].paid && fact.agents >= 0, "duty does not change");
    groups_[index(fact.group)].paid = fact.agents;
}

void Inspector::operator()(const DecisionApplied& fact) {
    advance(fact.at);
    const std::int64_t sign = fact.ended ? -1 : 1;
    const Decision& decision = scenario_.decisions[fact.decision];
    if (const auto* absent = std::get_if<Absent>(&decision.what)) {
        groups_[index(absent->group)].absent += sign * absent->agents;
        hire(absent->group);
    }
    if (const auto* extra = std::get_if<Extra>(&decision.what)) {
        groups_[index(extra->group)].extra += sign * extra->agents;
        hire(extra->group);
    }
    if (const auto* keep_off = std::get_if<KeepOff>(&decision.what)) {
        auto& off = groups_[index(keep_off->group)].kept_off;
        const auto found = std::find(off.begin(), off.end(), keep_off->call_type);
        check(!fact.ended || found != off.end(), "a decision ends that has not begun");
        if (!fact.ended) off.push_back(keep_off->call_type);
        if (fact.ended && found != off.end()) off.erase(found);
    }
}

}  // namespace floorwalker::support
