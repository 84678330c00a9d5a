#include "sim/measure/summary.hpp"

#include <array>
#include <utility>

#include "sim/measure/kpi_reader.hpp"
#include "sim/measure/risk.hpp"
#include "sim/measure/service_level.hpp"

namespace floorwalker::measure {
namespace {

// Fewer batches give intervals that are themselves too uncertain (Schmeiser, Operations Research 30, 1982: 10 to 30).
constexpr std::size_t kFewestBatches = 10;

std::vector<std::string> names_of_agents(const Group& group) {
    std::size_t unnamed = 0;
    for (const auto& shift : group.shifts) unnamed += static_cast<std::size_t>(shift.agents);
    std::vector<std::string> names(unnamed);
    for (const Agent& agent : group.listed) names.push_back(agent.id);
    return names;
}

std::optional<double> share(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

void fill_outcomes(AgentResult& agent, const OutcomeCell& sums, std::int64_t replications) {
    const auto per_replication = [&](std::int64_t sum) {
        return static_cast<double>(sum) / static_cast<double>(replications);
    };
    agent.outcomes = per_replication(sums.known);
    agent.solved = per_replication(sums.solved);
    agent.complaints = per_replication(sums.complaints);
    agent.surveyed = per_replication(sums.surveyed);
    agent.satisfied = per_replication(sums.satisfied);
    agent.monitored = per_replication(sums.monitored);
    agent.monitor_points = per_replication(sums.monitor_millipoints) / 1000.0;
}

}  // namespace

void Summary::Scopes::add(std::string id, Scope scope) {
    ids.push_back(std::move(id));
    states.emplace_back(scope);
}

std::vector<NamedKpis> Summary::Scopes::kpis(double confidence) const {
    std::vector<NamedKpis> all;
    for (std::size_t i = 0; i < ids.size(); ++i) all.push_back({ids[i], states[i].kpis(confidence)});
    return all;
}

Summary::Summary(const Scenario& scenario)
    : settings_{settings_of(scenario)},
      name_{scenario.centre.name},
      scenario_days_{scenario.centre.days},
      intervals_(scenario.intervals_per_day() + 1, ScopeState{Scope::interval}),
      journeys_{scenario},
      quality_{scenario},
      standards_{scenario},
      machines_{scenario},
      risks_{scenario.risks},
      risk_scale_{scenario.risk_scale} {
    for (const CallType& type : scenario.call_types) call_types_.add(type.id, Scope::call_type);
    for (const Group& group : scenario.groups) {
        groups_.add(group.id, Scope::group);
        agent_names_.push_back(names_of_agents(group));
    }
    for (const Tier& tier : scenario.tiers) tiers_.add(tier.id, Scope::tier);
    if (settings_.tiers > 0) tiers_.add("standard", Scope::tier);
    for (std::size_t m = 0; m < settings_.months; ++m) months_.emplace_back(Scope::overall);
    for (std::size_t c = 0; c < settings_.channels; ++c) channels_.add(std::string{kChannelIds[c]}, Scope::channel);
}

void Summary::add(const Recorder& recorder, std::uint64_t digest) {
    const BatchTotals all = sum_of(recorder.batches(), settings_);
    add_totals(all);
    add_intervals(recorder);
    add_waits(recorder, all);
    add_agents(recorder);
    for (std::size_t m = 0; m < months_.size(); ++m) months_[m].add(settings_, recorder.months()[m]);
    journeys_.add(recorder, all);
    quality_.add(recorder);
    standards_.add(recorder.standards());
    if (recorder.machines().is_used()) machines_.add(recorder.machines(), settings_.machines);
    if (replications_ == 0) batches_ = recorder.batches();
    digest_.append(digest);
    contacts_ += recorder.contacts();
    ++replications_;
}

void Summary::add_totals(const BatchTotals& all) {
    overall_.totals.add(settings_, all.overall);
    const auto add_each = [&](Scopes& scopes, const std::vector<Totals>& totals) {
        for (std::size_t i = 0; i < totals.size(); ++i) scopes.states[i].totals.add(settings_, totals[i]);
    };
    add_each(call_types_, all.call_types);
    add_each(groups_, all.groups);
    add_each(tiers_, all.tiers);
    add_each(channels_, all.channels);
}

void Summary::add_intervals(const Recorder& recorder) {
    for (std::size_t i = 0; i < intervals_.size(); ++i) {
        const Totals& totals = recorder.intervals()[i].overall;
        intervals_[i].totals.add(settings_, totals);
        intervals_[i].answered.add(recorder.interval_waits()[i], awaited(totals));
    }
}

void Summary::add_waits(const Recorder& recorder, const BatchTotals& all) {
    const auto add = [&](ScopeState& state, const Totals& totals, Scope scope, std::size_t place) {
        WaitHistogram answered;
        WaitHistogram abandoned;
        for (std::size_t c = 0; c < settings_.columns.size(); ++c) {
            if (!has_waits_of(settings_, scope, place, c)) continue;
            answered.merge(recorder.answered_waits()[c]);
            abandoned.merge(recorder.abandoned_waits()[c]);
        }
        state.answered.add(answered, awaited(totals));
        state.abandoned.add(abandoned, totals.abandoned);
    };
    const auto add_each = [&](Scopes& scopes, const std::vector<Totals>& totals, Scope scope) {
        for (std::size_t i = 0; i < scopes.states.size(); ++i) add(scopes.states[i], totals[i], scope, i);
    };
    add(overall_, all.overall, Scope::overall, 0);
    add_each(call_types_, all.call_types, Scope::call_type);
    add_each(tiers_, all.tiers, Scope::tier);
    add_each(channels_, all.channels, Scope::channel);
    for (std::size_t g = 0; g < groups_.states.size(); ++g)
        groups_.states[g].answered.add(recorder.group_waits()[g], all.groups[g].answered);
}

void Summary::add_agents(const Recorder& recorder) {
    if (agents_.size() < recorder.agents().size()) agents_.resize(recorder.agents().size());
    const auto& outcomes = recorder.agent_outcomes();
    if (agent_outcomes_.size() < outcomes.size()) agent_outcomes_.resize(outcomes.size());
    for (std::size_t a = 0; a < outcomes.size(); ++a) agent_outcomes_[a].add(outcomes[a]);
    for (std::size_t a = 0; a < recorder.agents().size(); ++a) {
        const AgentTally& agent = recorder.agents()[a];
        agents_[a].group = agent.group;
        agents_[a].answered += agent.answered;
        agents_[a].talk += agent.talk;
        agents_[a].wrap_up += agent.wrap_up;
        for (std::size_t s = 0; s < kAgentStates; ++s) agents_[a].in_state[s] += agent.in_state[s];
        agents_[a].adherence.add(agent.adherence);
    }
}

RunResult Summary::result(double confidence) const {
    RunResult result;
    result.scenario_name = name_;
    result.replications = replications_;
    result.digest = digest_.value();
    result.contacts = contacts_;
    result.confidence = confidence;
    if (replications_ >= 2) result.method = ConfidenceMethod::replications;
    result.overall = overall_.kpis(confidence);
    result.call_types = call_types_.kpis(confidence);
    result.groups = groups_.kpis(confidence);
    result.tiers = tiers_.kpis(confidence);
    result.channels = channels_.kpis(confidence);
    fill_intervals(result, confidence);
    journeys_.fill(result, confidence);
    if (replications_ == 1) fill_from_batches(result, confidence);
    fill_agents(result);
    fill_months(result, scenario_days_, confidence);
    leave_out_unused_channels(result);
    quality_.fill(result, confidence);
    result.standards = standards_.results(confidence);
    result.machines = machines_.result(confidence);
    if (!risks_.empty()) result.risk = risk_of(risks_, risk_scale_, result.call_types);
    return result;
}

void Summary::fill_intervals(RunResult& result, double confidence) const {
    for (std::size_t i = 0; i < intervals_.size(); ++i) {
        const bool after_close = i == settings_.intervals;
        const Duration start =
            after_close ? settings_.close : settings_.open + settings_.interval * static_cast<std::int64_t>(i);
        const Duration end = after_close ? settings_.open + kDay : start + settings_.length_of(i);
        result.intervals.push_back({start, end, after_close, intervals_[i].kpis(confidence)});
    }
}

void Summary::fill_from_batches(RunResult& result, double confidence) const {
    // A last batch that is not full would weigh too much.
    std::size_t count = batches_.size();
    if (count >= 2 && batches_.back().days < batches_.front().days) --count;
    if (count < kFewestBatches) return;
    result.method = ConfidenceMethod::batch_means;
    result.batches = static_cast<std::int64_t>(count);
    const auto widen_by = [&](KpiSet& kpis, Scope scope, const auto& totals_of) {
        ScopeSummary batches{scope};
        for (std::size_t b = 0; b < count; ++b) batches.add(settings_, totals_of(batches_[b]));
        widen(kpis, batches, count, confidence);
    };
    widen_by(result.overall, Scope::overall, [](const BatchTotals& batch) -> const Totals& { return batch.overall; });
    const auto widen_each = [&](std::vector<NamedKpis>& scopes, Scope scope, auto BatchTotals::*totals) {
        for (std::size_t i = 0; i < scopes.size(); ++i) {
            widen_by(scopes[i].kpis, scope,
                     [&](const BatchTotals& batch) -> const Totals& { return (batch.*totals)[i]; });
        }
    };
    widen_each(result.call_types, Scope::call_type, &BatchTotals::call_types);
    widen_each(result.groups, Scope::group, &BatchTotals::groups);
    widen_each(result.tiers, Scope::tier, &BatchTotals::tiers);
    widen_each(result.channels, Scope::channel, &BatchTotals::channels);
}

void Summary::fill_months(RunResult& result, std::int64_t days, double confidence) const {
    for (std::size_t m = 0; m < months_.size(); ++m) {
        const std::int64_t first = settings_.warm_up_days + kDaysOfAMonth * static_cast<std::int64_t>(m);
        const std::int64_t last = std::min(first + kDaysOfAMonth, days);
        result.months.push_back({std::to_string(first + 1) + "–" + std::to_string(last), months_[m].kpis(confidence)});
    }
}

void Summary::leave_out_unused_channels(RunResult& result) const {
    std::array<bool, kChannels> is_used{};
    for (const Channel channel : settings_.channel) is_used[static_cast<std::size_t>(channel)] = true;
    for (std::size_t c = result.channels.size(); c-- > 0;) {
        if (!is_used[c]) result.channels.erase(result.channels.begin() + static_cast<std::ptrdiff_t>(c));
    }
}

void Summary::fill_agents(RunResult& result) const {
    std::vector<std::uint32_t> seen(groups_.ids.size());
    const auto per_replication = [&](Duration sum) { return to_seconds(sum) / static_cast<double>(replications_); };
    for (const AgentTally& tally : agents_) {
        const std::size_t group = index(tally.group);
        const auto in_state = [&](AgentState state) {
            return per_replication(tally.in_state[static_cast<std::size_t>(state)]);
        };
        AgentResult agent;
        agent.group = groups_.ids[group];
        agent.number = ++seen[group];
        const auto& names = agent_names_[group];
        if (agent.number <= names.size()) agent.name = names[agent.number - 1];
        agent.answered = static_cast<double>(tally.answered) / static_cast<double>(replications_);
        agent.talk_s = per_replication(tally.talk);
        agent.wrap_up_s = per_replication(tally.wrap_up);
        agent.available_s = in_state(AgentState::available);
        agent.dialling_s = in_state(AgentState::dialling);
        for (std::size_t s = 0; s < kAgentStates; ++s) {
            const auto state = static_cast<AgentState>(s);
            if (state != AgentState::signed_out) agent.signed_in_s += in_state(state);
            if (is_away(state)) agent.away_s += in_state(state);
        }
        agent.adherence = share(tally.adherence.adherent_us, tally.adherence.scheduled_us);
        agent.conformance = share(tally.adherence.worked_us, tally.adherence.for_contacts_us);
        const std::size_t place = result.agents.size();
        if (place < agent_outcomes_.size()) fill_outcomes(agent, agent_outcomes_[place], replications_);
        result.agents.push_back(std::move(agent));
    }
}

}  // namespace floorwalker::measure
