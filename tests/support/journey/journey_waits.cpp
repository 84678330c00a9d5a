#include <algorithm>

#include "sim/model/contact/customer.hpp"
#include "tests/support/journey/journey_inspector.hpp"

/// JourneyInspector: waiting, giving up, callbacks.
namespace floorwalker::support {

void JourneyInspector::operator()(const Queued& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::asking, "queued");
    check(!one.has_queued, "queues twice for one agent", one.ref);
    one.has_queued = true;
    one.patience = fact.patience;
    move(one, ContactPlace::waiting);
    if (!may_wait_for_one(one)) check_nobody_free_for(one);
    const bool is_too_late = fact.patience == Duration{0};  // comes after hours, and is dismissed
    const bool is_mismatch = is_outbound(one.ref.customer) && one.ref.leg == 0;
    if (is_too_late || is_mismatch || one.is_return) return;
    check(fact.patience == model::patience_of(*model_, key_, fact.contact), "not its own patience", one.ref);
}

void JourneyInspector::operator()(const WaitEstimated& fact) {
    begin(fact);
    const ContactNow& one = contact(fact.contact, ContactPlace::waiting, "told the wait");
    check(one.asked == fact.at || one.has_rung, "told the wait later", one.ref);
    for (const Duration estimate : fact.estimates) check(estimate >= Duration{0}, "a negative wait", one.ref);
    if (!type_of(one.ref).expected->announced) return;
    const auto estimator = static_cast<std::size_t>(type_of(one.ref).expected->estimator);
    check(fact.estimates[estimator] <= one.patience, "stays though that is too long for it", one.ref);
}

void JourneyInspector::operator()(const StepTaken& fact) {
    begin(fact);
    const ContactPlace place =
        index(fact.contact.id) < contacts_.size() ? contacts_[index(fact.contact.id)].place : ContactPlace::gone;
    const bool is_asking = place == ContactPlace::asking;
    ContactNow& one = contact(fact.contact, is_asking ? ContactPlace::asking : ContactPlace::waiting, "taking a step");
    const auto& steps = type_of(one.ref).steps;
    check(fact.step == one.next_step && fact.step < steps.size(), "a step is left out or taken twice", one.ref);
    if (fact.step >= steps.size()) return;
    one.next_step = static_cast<std::uint16_t>(fact.step + 1);
    const RouteStep& step = steps[fact.step];
    check(fact.at - one.asked >= step.after, "a step too early", one.ref);
    check(fact.taken || !step.when.empty(), "a step without conditions is not taken", one.ref);
    if (!fact.taken) return;
    if (const auto* open = std::get_if<OpenGroups>(&step.what))
        one.opened.insert(one.opened.end(), open->groups.begin(), open->groups.end());
    one.is_sent_away = std::holds_alternative<SendAway>(step.what);
}

void JourneyInspector::operator()(const Abandoned& fact) {
    begin(fact);
    const bool rings =
        index(fact.contact.id) < contacts_.size() && contacts_[index(fact.contact.id)].place == ContactPlace::ringing;
    if (rings) stop_ringing(contacts_[index(fact.contact.id)], fact.queued);
    ContactNow& one = contact(fact.contact, fact.queued ? ContactPlace::waiting : ContactPlace::asking, "abandoning");
    check(channel_of(one.ref.call_type) != Channel::mail, "mail gives up", one.ref);
    check(fact.waited == fact.at - one.asked, "a wait of another length", one.ref);
    check(fact.waited <= one.patience, "waited longer than its patience", one.ref);
    if (!fact.queued && !rings) {
        check(one.has_rung || fact.waited == Duration{0}, "waited without being queued", one.ref);
        check_nobody_free_for(one);
    }
    leave(one, &Flow::abandoned);
    end_try(one.ref, CallAgainReason::abandoned);
}

void JourneyInspector::operator()(const Dismissed& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::waiting, "dismissed");
    check(channel_of(one.ref.call_type) != Channel::mail, "mail is lost", one.ref);
    check(fact.waited == fact.at - one.asked, "a wait of another length", one.ref);
    check(one.is_sent_away || !is_open_, "dismissed while the centre is open", one.ref);
    const bool is_last = day_ + 1 == scenario_.centre.days;
    check(one.is_sent_away || is_last || scenario_.centre.after_close != AfterClose::carry_over, "is not kept",
          one.ref);
    leave(one, &Flow::abandoned);
    end_try(one.ref, CallAgainReason::abandoned);
}

void JourneyInspector::operator()(const CallbackOffered& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::waiting, "offered a callback");
    check(type_of(one.ref).callback.has_value(), "no callback to offer", one.ref);
    check(!one.was_offered_callback, "offered a callback twice", one.ref);
    one.was_offered_callback = true;
    one.has_accepted = fact.accepted;
}

/// One who waits hangs up; one who has just given up is put on the list, and so comes back; or its request was written
/// down.
void JourneyInspector::operator()(const CallbackKept& fact) {
    begin(fact);
    const bool was_missed = fact.reason == CallbackReason::missed;
    const bool is_on_paper = fact.reason == CallbackReason::on_paper;
    const ContactPlace place = was_missed    ? ContactPlace::gone
                               : is_on_paper ? ContactPlace::asking
                                             : ContactPlace::waiting;
    ContactNow& one = contact(fact.contact, place, "kept");
    check(!was_missed || one.left == fact.at, "has not given up now", one.ref);
    check(fact.reason != CallbackReason::accepted || one.has_accepted, "has not agreed to be called", one.ref);
    check(!is_on_paper || one.is_on_paper || one.has_paper, "was not written down", one.ref);
    check(one.holder == kNoAgent, "hangs up while an agent holds it for another", one.ref);
    check(is_call(one.ref) && type_of(one.ref).callback, "cannot be called back", one.ref);
    if (was_missed) {
        --flow_of(one.ref).abandoned;
        present_.insert(index(one.ref.id));
        ++inside_;
        last_end_.reset();
    }
    if (!is_on_paper) one.felt += fact.at - one.asked;
    move(one, ContactPlace::kept);
    one.is_on_paper = false;
    one.kept_since = fact.at;
    one.dialled = 0;
}

void JourneyInspector::operator()(const CallbackMissed& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::kept, "missed");
    const bool is_over = day_ + 1 == scenario_.centre.days && !is_open_;
    check(is_over || one.dialled == type_of(one.ref).callback->attempts, "given up before the last attempt", one.ref);
    leave(one, &Flow::missed);
}

/// Those who may count against the places: not mail, and not those who have hung up until the centre is quiet.
std::int64_t JourneyInspector::waiting_for_places(std::optional<CallTypeId> type) const {
    return std::count_if(present_.begin(), present_.end(), [&](std::size_t place) {
        const ContactNow& one = contacts_[place];
        if ((type && one.ref.call_type != *type) || channel_of(one.ref.call_type) == Channel::mail) return false;
        if (one.place != ContactPlace::kept) return one.place == ContactPlace::waiting;
        const Callback& rules = *type_of(one.ref).callback;
        return rules.when == Callback::When::in_turn || now_ - one.kept_since >= rules.latest;
    });
}

}  // namespace floorwalker::support
