#include "sim/measure/standards_tally.hpp"

namespace floorwalker::measure {

StandardSettings standards_of(const Scenario& scenario) {
    StandardSettings settings;
    settings.warm_up_days = scenario.centre.warm_up_days;
    settings.standards = scenario.standards;
    for (const Group& group : scenario.groups)
        settings.ring_length.push_back(group.ring ? group.ring->ring_length : Duration{0});
    for (const CallType& type : scenario.call_types) settings.channel.push_back(type.channel);
    return settings;
}

StandardsTally::StandardsTally(const StandardSettings& settings)
    : settings_{&settings}, counts_(settings.standards.size() * (settings.ring_length.size() + 1)) {}

template <class IsKept>
void StandardsTally::judge(StandardOf what, const ContactRef& contact, std::optional<GroupId> group,
                           const IsKept& is_kept) {
    if (contact.day < settings_->warm_up_days) return;
    for (std::size_t s = 0; s < settings_->standards.size(); ++s) {
        const Standard& standard = settings_->standards[s];
        if (standard.of != what || standard.call_type.value_or(contact.call_type) != contact.call_type) continue;
        const std::int64_t kept = is_kept(standard) ? 1 : 0;
        const auto count = [&](Count& one) {
            ++one.cases;
            one.kept += kept;
        };
        count(counts_[s * columns()]);
        if (group) count(counts_[s * columns() + 1 + index(*group)]);
    }
}

void StandardsTally::add(const Answered& fact) {
    if (fact.rang == Duration{0}) return;
    const Duration length = settings_->ring_length[index(fact.group)];
    judge(StandardOf::rings, fact.contact, fact.group,
          [&](const Standard& standard) { return fact.rang <= length * standard.rings; });
}

void StandardsTally::add(const RingMissed& fact) {
    judge(StandardOf::rings, fact.contact, fact.group, [](const Standard&) { return false; });
}

void StandardsTally::add(const HoldEnded& fact) {
    judge(StandardOf::hold, fact.contact, fact.group,
          [&](const Standard& standard) { return fact.held <= standard.within; });
    judge(StandardOf::report_back, fact.contact, fact.group,
          [&](const Standard& standard) { return fact.silence <= standard.within; });
}

void StandardsTally::add(const CalledBack& fact) {
    if (!fact.reached) return;
    judge(StandardOf::callback, fact.contact, fact.group,
          [&](const Standard& standard) { return fact.waited <= standard.within; });
}

void StandardsTally::add(const CallbackMissed& fact) {
    judge(StandardOf::callback, fact.contact, std::nullopt, [](const Standard&) { return false; });
}

void StandardsTally::add(const TalkEnded& fact) {
    if (settings_->channel[index(fact.contact.call_type)] != Channel::voice) return;
    judge(StandardOf::talk, fact.contact, fact.group,
          [&](const Standard& standard) { return fact.talk <= standard.within; });
}

}  // namespace floorwalker::measure
