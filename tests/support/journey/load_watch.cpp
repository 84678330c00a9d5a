#include "tests/support/journey/load_watch.hpp"

#include <algorithm>
#include <cmath>

#include "tests/support/builders.hpp"

namespace floorwalker::support {

LoadWatch::Feeling& LoadWatch::of(AgentId agent, GroupId group) {
    if (index(agent) >= agents_.size()) agents_.resize(index(agent) + 1);
    agents_[index(agent)].group = group;
    return agents_[index(agent)];
}

void LoadWatch::move_on(Feeling& who, TimePoint at) const {
    const Group& group = scenario_.groups[index(who.group)];
    const Fatigue& fatigue = group.fatigue;
    const Stress stress = group.stress.value_or(Stress{});
    const double hours = to_hours(at - who.at);
    who.at = at;
    const auto recover = [&](double of_fatigue, double of_stress) {
        who.fatigue *= std::exp(-of_fatigue * hours);
        who.stress *= std::exp(-of_stress * hours);
    };
    if (who.state == AgentState::signed_out && hours >= 6) {
        const double nights = std::max(1.0, std::round(hours / 24));
        who.fatigue *= std::pow(1 - fatigue.overnight, nights);
        who.stress *= std::pow(1 - stress.overnight, nights);
    } else if (is_handling(who.state)) {
        const double rate = fatigue.rise * (1 + fatigue.stress * who.stress);
        who.fatigue = 1 - (1 - who.fatigue) * std::exp(-rate * hours);
    } else if (who.state == AgentState::available) {
        recover(fatigue.recovery_idle, stress.recovery_idle);
    } else {
        recover(fatigue.recovery_break, stress.recovery_break);
    }
}

/// For groups that plan no coaching. Who takes a contact at once answers before its state changes.
void LoadWatch::end_attention(Feeling& who, TimePoint at) const {
    const auto& leaders = scenario_.groups[index(who.group)].leaders;
    if (who.state != AgentState::coaching || !leaders || who.is_relieved || at - who.entered != leaders->attention)
        return;
    who.stress *= 1 - leaders->relief;
    who.is_relieved = true;
}

void LoadWatch::changed(const AgentChanged& fact) {
    Feeling& who = of(fact.agent, fact.group);
    move_on(who, fact.at);
    end_attention(who, fact.at);
    who.state = fact.to;
    who.entered = fact.at;
    who.is_relieved = false;
}

void LoadWatch::abused(const Abused& fact) {
    Feeling& who = of(fact.agent, fact.group);
    move_on(who, fact.at);
    who.stress += scenario_.call_types[index(fact.contact.call_type)].abuse->stress * (1 - who.stress);
}

void LoadWatch::monitored(const Monitored& fact) {
    const Stress stress = scenario_.groups[index(fact.group)].stress.value_or(Stress{});
    Feeling& who = of(fact.agent, fact.group);
    if (who.state != AgentState::signed_out) move_on(who, fact.at);
    if (fact.with_feedback) {
        who.stress *= 1 - stress.feedback;
    } else {
        who.stress += stress.monitored * (1 - who.stress);
    }
}

void LoadWatch::joined(const PersonJoined& fact) {
    Feeling& who = of(fact.agent, fact.group);
    who.fatigue = 0;
    who.stress = 0;
}

double LoadWatch::multiple(AgentId agent, GroupId id, TimePoint at) {
    const Group& group = scenario_.groups[index(id)];
    Feeling& who = of(agent, id);
    move_on(who, at);
    end_attention(who, at);
    const Stress stress = group.stress.value_or(Stress{});
    return (1 + group.fatigue.handling * who.fatigue) * (1 + stress.handling * who.stress);
}

bool LoadWatch::is_felt(const LoadFelt& fact) {
    Feeling& who = of(fact.agent, fact.group);
    move_on(who, fact.at);
    const Stress stress = scenario_.groups[index(fact.group)].stress.value_or(Stress{});
    who.stress += stress.per_contact * (1 - who.stress);
    constexpr double kRounding = 1e-9;
    return std::abs(fact.fatigue - who.fatigue) < kRounding && std::abs(fact.stress - who.stress) < kRounding &&
           fact.fatigue >= 0 && fact.fatigue <= 1 && fact.stress >= 0 && fact.stress <= 1;
}

bool LoadWatch::leaders_agree() const {
    std::vector<LeadersNow> now(leaders_.size());
    for (const Feeling& who : agents_) {
        const auto& leaders = scenario_.groups[index(who.group)].leaders;
        if (!leaders || who.state == AgentState::signed_out) continue;
        now[index(who.group)].present = leaders->count;
        now[index(who.group)].busy += who.state == AgentState::coaching ? 1 : 0;
    }
    for (std::size_t g = 0; g < now.size(); ++g) {
        if (now[g].present != leaders_[g].present || now[g].busy != leaders_[g].busy || now[g].busy > now[g].present)
            return false;
    }
    return true;
}

}  // namespace floorwalker::support
