#include <algorithm>
#include <cmath>

#include "tests/support/builders.hpp"
#include "tests/support/journey/simpler_parts.hpp"

/// Less of a call type, or of a group.
namespace floorwalker::support::simpler_parts {
namespace {

bool is_constant(const Distribution& distribution) {
    return std::holds_alternative<Constant>(distribution.shape) && !distribution.atom;
}

/// Whole seconds near the mean.
void make_constant(Distribution& distribution) { distribution = {Constant{std::round(mean_of(distribution))}, {}}; }

/// Offers variants of one entry of a list.
template <class Entry>
class Edits {
public:
    Edits(Variants& variants, std::vector<Entry> Scenario::*list, std::size_t place)
        : variants_{variants}, list_{list}, place_{place} {}

    const Entry& entry() const { return (variants_.scenario().*list_)[place_]; }

    template <class Edit>
    void add(bool is_there, Edit edit) {
        variants_.add(is_there, [&](Scenario& scenario) { edit((scenario.*list_)[place_]); });
    }

    /// Back to how the member is when nothing is said.
    template <class Member>
    void reset(Member Entry::*member) {
        const Member usual = Entry{}.*member;
        if constexpr (requires(Member a) { a == a; }) {
            add(!(entry().*member == usual), [&](Entry& one) { one.*member = usual; });
        }
    }

private:
    Variants& variants_;
    std::vector<Entry> Scenario::*list_;
    std::size_t place_;
};

void without_journeys(Edits<CallType>& edits) {
    const CallType& type = edits.entry();
    edits.add(!type.transfers.empty(), [](CallType& one) { one.transfers.clear(); });
    edits.add(type.callback.has_value(), [](CallType& one) { one.callback.reset(); });
    edits.add(type.redial.has_value(), [](CallType& one) { one.redial.reset(); });
    edits.add(type.repeat.has_value(), [](CallType& one) { one.repeat.reset(); });
    edits.add(type.hold.has_value(), [](CallType& one) { one.hold.reset(); });
    edits.add(type.abuse.has_value(), [](CallType& one) { one.abuse.reset(); });
    edits.add(type.outcome.has_value(), [](CallType& one) { one.outcome.reset(); });
    edits.add(!type.steps.empty(), [](CallType& one) { one.steps.clear(); });
    edits.add(type.expected.has_value(), [](CallType& one) { one.expected.reset(); });
    edits.add(type.patience.has_value(), [](CallType& one) { one.patience.reset(); });
    edits.add(!type.arrivals.per_interval.empty() && type.arrivals.factor > 0,
              [](CallType& one) { one.arrivals.factor = 0; });
    edits.add(type.arrivals.factor > 0.01, [](CallType& one) { one.arrivals.factor /= 2; });
    edits.reset(&CallType::flow);
    edits.reset(&CallType::last_agent);
}

void of_steps(Edits<CallType>& edits) {
    const auto& steps = edits.entry().steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        edits.add(steps.size() > 1, [i](CallType& one) { erase_at(one.steps, i); });
        edits.add(!steps[i].when.empty(), [i](CallType& one) { one.steps[i].when.clear(); });
    }
}

void of_transfers(Edits<CallType>& edits) {
    const auto& transfers = edits.entry().transfers;
    for (std::size_t i = 0; i < transfers.size(); ++i) {
        const auto edit = [&](bool is_there, auto change) {
            edits.add(is_there, [&](CallType& one) { change(one.transfers[i]); });
        };
        edits.add(transfers.size() > 1, [i](CallType& one) { erase_at(one.transfers, i); });
        edit(transfers[i].kind != TransferKind::cold, [](Transfer& one) { one.kind = TransferKind::cold; });
        edit(transfers[i].returns, [](Transfer& one) { one.returns = false; });
        edit(transfers[i].keeps_wait, [](Transfer& one) { one.keeps_wait = false; });
        edit(transfers[i].is_escalation, [](Transfer& one) { one.is_escalation = false; });
        edit(!transfers[i].share_by_group.empty(), [](Transfer& one) { one.share_by_group.clear(); });
        edit(!is_constant(transfers[i].briefing), [](Transfer& one) { make_constant(one.briefing); });
    }
}

void of_other_parts(Edits<CallType>& edits) {
    const CallType& type = edits.entry();
    const auto edit_callback = [&](bool is_there, auto change) {
        edits.add(type.callback && is_there, [&](CallType& one) { change(*one.callback); });
    };
    const Callback callback = type.callback.value_or(Callback{});
    edit_callback(callback.when == Callback::When::quiet, [](Callback& one) { one.when = Callback::When::in_turn; });
    edit_callback(callback.missed_calls > 0, [](Callback& one) { one.missed_calls = 0; });
    edit_callback(callback.attempts > 1, [](Callback& one) { one.attempts = 1; });
    edit_callback(!is_constant(callback.dialling), [](Callback& one) { make_constant(one.dialling); });
    edits.add(type.expected && type.expected->closed, [](CallType& one) { one.expected->closed.reset(); });
    edits.add(type.expected && type.expected->announced, [](CallType& one) { one.expected->announced = false; });
    edits.add(type.redial && type.redial->becomes, [](CallType& one) { one.redial->becomes.reset(); });
    edits.add(type.repeat && type.repeat->becomes, [](CallType& one) { one.repeat->becomes.reset(); });
    edits.add(type.redial && !is_constant(type.redial->delay), [](CallType& one) { make_constant(one.redial->delay); });
    edits.add(type.repeat && !is_constant(type.repeat->delay), [](CallType& one) { make_constant(one.repeat->delay); });
    edits.add(type.wrap_up.atom || mean_of(type.wrap_up) > 0, [](CallType& one) { one.wrap_up = {Constant{0.0}, {}}; });
    edits.add(!is_constant(type.talk), [](CallType& one) { make_constant(one.talk); });
    edits.add(type.patience && !is_constant(*type.patience), [](CallType& one) { make_constant(*one.patience); });
    edits.reset(&CallType::interruptible);
    edits.reset(&CallType::due);
}

void of_numbers(Edits<CallType>& edits) {
    edits.reset(&CallType::leave_at_once);
    edits.reset(&CallType::priority);
    edits.reset(&CallType::waiting_credit);
    edits.reset(&CallType::queue_places);
    edits.reset(&CallType::groups);
    edits.reset(&CallType::choose);
    edits.reset(&CallType::group_weights);
    edits.reset(&CallType::handling_factor);
    edits.reset(&CallType::patience_factor);
    edits.reset(&CallType::weight);
    edits.reset(&CallType::points);
    edits.reset(&CallType::points_per_second);
    edits.reset(&CallType::queue_share);
}

}  // namespace

void of_call_types(Variants& variants) {
    for (std::size_t i = 0; i < variants.scenario().call_types.size(); ++i) {
        Edits<CallType> edits{variants, &Scenario::call_types, i};
        without_journeys(edits);
        of_steps(edits);
        of_transfers(edits);
        of_other_parts(edits);
        of_numbers(edits);
    }
    for (std::size_t i = 0; i < variants.scenario().tiers.size(); ++i) {
        Edits<Tier> edits{variants, &Scenario::tiers, i};
        edits.reset(&Tier::priority);
        edits.reset(&Tier::waiting_credit);
        edits.reset(&Tier::groups);
        edits.reset(&Tier::flow);
        edits.reset(&Tier::weight);
        edits.reset(&Tier::points);
        edits.reset(&Tier::points_per_second);
    }
}

void of_groups(Variants& variants) {
    for (std::size_t i = 0; i < variants.scenario().groups.size(); ++i) {
        Edits<Group> edits{variants, &Scenario::groups, i};
        const Group& group = edits.entry();
        edits.add(!group.reserves.empty(), [](Group& one) { one.reserves.clear(); });
        edits.add(group.agents.empty(), [](Group& one) {
            one.shifts.clear();
            one.listed.clear();
            one.attrition.reset();
            one.hiring.clear();
            one.away.clear();
            one.absence = {};
            one.overtime.reset();
            one.handover.reset();
            one.agents = {2};
        });
        edits.add(group.agents.size() > 1, [](Group& one) { one.agents = {one.agents.front()}; });
        edits.add(group.agents.size() == 1 && group.agents.front() > 1, [](Group& one) { --one.agents.front(); });
        edits.add(group.shifts.size() > 1, [](Group& one) { one.shifts.pop_back(); });
        edits.add(!group.listed.empty() && !group.shifts.empty(), [](Group& one) { one.listed.clear(); });
        edits.add(!group.hiring.empty(), [](Group& one) { one.hiring.clear(); });
        edits.add(group.attrition && group.hiring.empty(), [](Group& one) { one.attrition.reset(); });
        edits.add(group.fatigue.makes_a_difference(), [](Group& one) { one.fatigue = {}; });
        edits.add(group.stress.has_value(), [](Group& one) { one.stress.reset(); });
        edits.add(group.leaders.has_value(), [](Group& one) { one.leaders.reset(); });
        edits.add(group.ring.has_value(), [](Group& one) { one.ring.reset(); });
        edits.add(!group.away.empty(), [](Group& one) { one.away.clear(); });
        edits.add(group.absence.keeps_from_coming() || group.absence.unplanned, [](Group& one) { one.absence = {}; });
        edits.add(group.overtime.has_value(), [](Group& one) { one.overtime.reset(); });
        edits.add(group.handover.has_value(), [](Group& one) { one.handover.reset(); });
        edits.add(group.listed.size() > 1, [](Group& one) { one.listed.pop_back(); });
        edits.add(group.chat.windows > 1 || !group.chat.slowdown.empty(), [](Group& one) { one.chat = {}; });
        for (const auto& [type, proficiency] : group.skills) {
            edits.add(group.skills.size() > 1, [&](Group& one) { one.skills.erase(type); });
            edits.add(proficiency != 1.0, [&](Group& one) { one.skills[type] = 1.0; });
        }
        edits.reset(&Group::take);
        edits.reset(&Group::site);
        edits.reset(&Group::cost_per_hour);
    }
}

}  // namespace floorwalker::support::simpler_parts
