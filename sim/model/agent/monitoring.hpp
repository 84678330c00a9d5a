#pragma once

#include <vector>

#include "sim/model/agent/load.hpp"
#include "sim/model/floor.hpp"

/// Quality monitoring: which contacts are picked out, and how they are judged. Each agent has a number of samples due
/// by the end of each day; of the contacts that end with it on that day those with the smallest luck are taken.
namespace floorwalker::model {

/// A contact with a known outcome has ended with the agent.
void pick_out(const Model& model, World& world, const ContactRef& contact, AgentId agent, const Outcome& outcome);

/// All that was picked out since the last time, in random order, and counted as done.
std::vector<Sample> take_samples(World& world);

/// How many samples all monitors together can take in a day.
std::size_t monitoring_capacity(const Monitoring& monitoring);

/// What the monitor makes of a sample.
Monitored judged(const Model& model, const World& world, const Sample& sample, std::uint32_t monitor);

/// The day is over: monitors take turns, beginning with another each day.
template <class Observer>
void monitoring_ends(Floor<Observer>& floor, std::uint32_t day) {
    const Monitoring& monitoring = *floor.model.monitoring;
    const std::size_t capacity = monitoring_capacity(monitoring);
    const auto monitors = static_cast<std::size_t>(monitoring.monitors);
    const std::vector<Sample> samples = take_samples(floor.world);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        Monitored fact = judged(floor.model, floor.world, samples[i], static_cast<std::uint32_t>((day + i) % monitors));
        if (i >= capacity) {
            fact.taken = fact.with_feedback = false;
            fact.score = 0.0;
        }
        floor.observe(fact);
        if (fact.taken && floor.uses(&Features::load))
            feel_monitored(floor.model, floor.world, fact.agent, fact.with_feedback);
    }
}

/// The samples of a day are judged at the midnight after it. The last day may reach into the next.
template <class Observer>
void plan_monitoring(Floor<Observer>& floor, std::uint32_t day) {
    floor.schedule(floor.model.midnight(day + 1), EventKind::monitoring_ends, day);
    const bool is_last = std::int64_t{day} + 1 >= floor.model.days;
    if (is_last && floor.model.close > kDay)
        floor.schedule(floor.model.midnight(day + 2), EventKind::monitoring_ends, day + 1);
}

}  // namespace floorwalker::model
