#include "tests/support/journey/simpler.hpp"

#include <algorithm>

#include "tests/support/builders.hpp"
#include "tests/support/journey/simpler_parts.hpp"

namespace floorwalker::support {

std::vector<Scenario> simpler(const Scenario& scenario) {
    simpler_parts::Variants variants{scenario};
    without_features(variants);
    without_entries(variants);
    of_call_types(variants);
    of_groups(variants);
    return variants.take();
}

namespace simpler_parts {
namespace {

bool is_later(const Decision& decision) { return decision.day.value_or(0) > 0; }

void make_one_day(Scenario& scenario) {
    scenario.centre.days = 1;
    scenario.centre.warm_up_days = 0;
    std::erase_if(scenario.decisions, is_later);
    if (!scenario.replay) return;
    std::erase_if(*scenario.replay, [](const RecordedCall& call) { return call.at.time_since_epoch() >= kDay; });
}

bool has_weekdays(const Centre& centre) {
    return std::any_of(centre.weekday_hours.begin(), centre.weekday_hours.end(),
                       [](const auto& hours) { return hours.has_value(); });
}

void of_centre(Variants& variants) {
    const Centre& centre = variants.scenario().centre;
    variants.add(centre.days > 1, make_one_day);
    variants.add(has_weekdays(centre), [](Scenario& s) { s.centre.weekday_hours = {}; });
    variants.add(!centre.special_days.empty(), [](Scenario& s) { s.centre.special_days.clear(); });
    variants.add(centre.lines.has_value(), [](Scenario& s) { s.centre.lines.reset(); });
    variants.add(centre.queue_places.has_value(), [](Scenario& s) { s.centre.queue_places.reset(); });
    variants.add(centre.ivr_ports.has_value(), [](Scenario& s) { s.centre.ivr_ports.reset(); });
    variants.add(centre.busyness.has_value(), [](Scenario& s) { s.centre.busyness.reset(); });
    variants.add(centre.warm_up_days > 0, [](Scenario& s) { s.centre.warm_up_days = 0; });
    variants.add(centre.after_close != AfterClose::drain,
                 [](Scenario& s) { s.centre.after_close = AfterClose::drain; });
}

}  // namespace

void without_features(Variants& variants) {
    const Scenario& scenario = variants.scenario();
    variants.add(scenario.replay.has_value(), [](Scenario& s) { s.replay.reset(); });
    variants.add(scenario.monitoring.has_value(), [](Scenario& s) { s.monitoring.reset(); });
    variants.add(!scenario.decisions.empty(), [](Scenario& s) { s.decisions.clear(); });
    variants.add(!scenario.campaigns.empty(), [](Scenario& s) { s.campaigns.clear(); });
    variants.add(!scenario.numbers.empty(), [](Scenario& s) {
        while (!s.numbers.empty()) drop_number(s, s.numbers.size() - 1);
    });
    variants.add(!scenario.flows.empty(), [](Scenario& s) {
        while (!s.flows.empty()) drop_flow(s, s.flows.size() - 1);
    });
    variants.add(!scenario.tiers.empty(), [](Scenario& s) {
        while (!s.tiers.empty()) drop_tier(s, s.tiers.size() - 1);
    });
    of_centre(variants);
}

void without_entries(Variants& variants) {
    const Scenario& scenario = variants.scenario();
    for (std::size_t i = scenario.call_types.size(); i-- > 1;)
        variants.add(true, [i](Scenario& s) { drop_call_type(s, i); });
    for (std::size_t i = scenario.groups.size(); i-- > 0;)
        variants.add(scenario.groups.size() > 1, [i](Scenario& s) { drop_group(s, i); });
    for (std::size_t i = 0; i < scenario.tiers.size(); ++i) variants.add(true, [i](Scenario& s) { drop_tier(s, i); });
    for (std::size_t i = 0; i < scenario.numbers.size(); ++i)
        variants.add(true, [i](Scenario& s) { drop_number(s, i); });
    for (std::size_t i = 0; i < scenario.flows.size(); ++i) variants.add(true, [i](Scenario& s) { drop_flow(s, i); });
    for (std::size_t i = 0; i < scenario.decisions.size(); ++i)
        variants.add(true, [i](Scenario& s) { erase_at(s.decisions, i); });
    for (std::size_t i = 0; i < scenario.campaigns.size(); ++i) {
        variants.add(true, [i](Scenario& s) { erase_at(s.campaigns, i); });
        variants.add(scenario.campaigns[i].list > 1, [i](Scenario& s) { s.campaigns[i].list /= 2; });
    }
    if (!scenario.replay) return;
    const std::size_t calls = scenario.replay->size();
    variants.add(calls > 1, [calls](Scenario& s) { s.replay->resize(calls / 2); });
    for (std::size_t i = 0; i < calls && calls < 20; ++i)
        variants.add(true, [i](Scenario& s) { erase_at(*s.replay, i); });
}

}  // namespace simpler_parts
}  // namespace floorwalker::support
