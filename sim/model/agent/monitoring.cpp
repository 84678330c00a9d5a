#include "sim/model/agent/monitoring.hpp"

#include <algorithm>
#include <cmath>

#include "sim/kernel/random/sampler.hpp"

namespace floorwalker::model {
namespace {

constexpr double kDaysOfAMonth = 30.0;

std::uint32_t day_of(TimePoint at) { return static_cast<std::uint32_t>(at.time_since_epoch() / kDay); }

/// Its phase spreads the days on which samples are due evenly over agents.
void begin(MonitoredAgent& state, const World& world, AgentId id) {
    const GroupId group = world.agents[index(id)].group;
    const std::vector<AgentId>& agents = world.groups[index(group)].agents;
    const auto number = static_cast<std::uint32_t>(std::find(agents.begin(), agents.end(), id) - agents.begin());
    auto luck = luck_of_agent(world.key, group, number, 0, Purpose::monitoring_phase);
    state.phase = kernel::unit_interval(luck());
    state.since = day_of(world.now);
    state.is_known = true;
}

/// By the end of today, in all.
std::int64_t samples_due(const Monitoring& monitoring, const MonitoredAgent& state, std::uint32_t today) {
    const double months = (today - state.since + 1U) / kDaysOfAMonth;
    return static_cast<std::int64_t>(std::floor(monitoring.samples_per_agent * months + state.phase));
}

bool is_before(const Sample& a, const Sample& b) { return a.luck < b.luck; }

}  // namespace

void pick_out(const Model& model, World& world, const ContactRef& contact, AgentId agent, const Outcome& outcome) {
    if (world.monitored.size() < world.agents.size()) world.monitored.resize(world.agents.size());
    MonitoredAgent& state = world.monitored[index(agent)];
    if (!state.is_known) begin(state, world, agent);
    const std::int64_t wanted = samples_due(*model.monitoring, state, day_of(world.now)) - state.picked;
    if (wanted <= 0) return;
    Sample sample;
    sample.luck = chance(world.key, contact.customer, Purpose::monitored, turn_of(contact));
    sample.contact = contact;
    sample.contact.id = kNoContact;
    sample.agent = agent;
    sample.group = world.agents[index(agent)].group;
    sample.quality = quality_of(outcome, model.monitoring->weights);
    sample.survey_score = outcome.survey_score;
    state.today.insert(std::upper_bound(state.today.begin(), state.today.end(), sample, is_before), sample);
    if (static_cast<std::int64_t>(state.today.size()) > wanted) state.today.pop_back();
}

std::vector<Sample> take_samples(World& world) {
    std::vector<Sample> samples;
    for (MonitoredAgent& state : world.monitored) {
        state.picked += static_cast<std::int64_t>(state.today.size());
        samples.insert(samples.end(), state.today.begin(), state.today.end());
        state.today.clear();
    }
    std::stable_sort(samples.begin(), samples.end(), is_before);
    return samples;
}

std::size_t monitoring_capacity(const Monitoring& monitoring) {
    return static_cast<std::size_t>(monitoring.monitors * (monitoring.per_day / monitoring.per_sample));
}

Monitored judged(const Model& model, const World& world, const Sample& sample, std::uint32_t monitor) {
    const Monitoring& monitoring = *model.monitoring;
    const auto& calibration = monitoring.calibration;
    Monitored fact;
    fact.at = world.now;
    fact.contact = sample.contact;
    fact.agent = sample.agent;
    fact.group = sample.group;
    fact.monitor = monitor;
    if (calibration) fact.meetings = static_cast<std::uint32_t>(world.now.time_since_epoch() / calibration->every);
    fact.with_feedback = monitoring.feedback || monitoring.method == MonitoringMethod::side_by_side;
    fact.quality = sample.quality;
    fact.survey_score = sample.survey_score;
    auto of_monitor = luck_of_agent(world.key, GroupId{0}, monitor, 0, Purpose::monitor_bias);
    const double left = calibration ? std::pow(1.0 - calibration->shrinks, fact.meetings) : 1.0;
    const double bias = monitoring.bias * left * kernel::prepared::unit_normal(of_monitor);
    auto of_sample = luck_of(world.key, sample.contact.customer, Purpose::monitor_noise, turn_of(sample.contact));
    const double noise = monitoring.noise * kernel::prepared::unit_normal(of_sample);
    fact.score = std::clamp(sample.quality + bias + noise, 0.0, 100.0);
    return fact;
}

}  // namespace floorwalker::model
