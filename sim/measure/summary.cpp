#include "sim/measure/summary.hpp"

namespace floorwalker::measure {
namespace {

constexpr double kMicrosecondsPerSecond = 1e6;
// Fewer batches give intervals that are themselves too uncertain (Schmeiser, Operations Research 30, 1982: 10 to 30).
constexpr std::size_t kFewestBatches = 10;

bool is_quantile(Kpi kpi) { return quantile_share(kpi) > 0; }

Fraction fraction_or_maximum(Kpi kpi, const Settings& settings, const Totals& totals) {
    if (kpi == Kpi::longest_wait_s) return {totals.longest_wait_us / kMicrosecondsPerSecond, 1};
    if (kpi == Kpi::longest_queue) return {totals.longest_queue, 1};
    return fraction_of(kpi, settings, totals);
}

bool is_maximum(Kpi kpi) { return kpi == Kpi::longest_wait_s || kpi == Kpi::longest_queue; }

BatchTotals sum_of(const std::vector<BatchTotals>& batches, const Settings& settings) {
    BatchTotals sum;
    sum.call_types.resize(settings.call_types);
    sum.groups.resize(settings.groups);
    for (const BatchTotals& batch : batches) sum.add(batch);
    return sum;
}

/// Half-widths from batches of equal length; the means are those of the whole run.
void widen(KpiSet& kpis, const ScopeSummary& batches, std::size_t count, double confidence) {
    const KpiSet by_batch = batches.kpis(confidence);
    for (const Kpi kpi : all_kpis()) {
        if (is_quantile(kpi) || is_maximum(kpi) || !by_batch[kpi].half_width) continue;
        const double scale = is_count(kpi) ? static_cast<double>(count) : 1.0;
        kpis[kpi].half_width = *by_batch[kpi].half_width * scale;
    }
}

}  // namespace

void ScopeSummary::add(const Settings& settings, const Totals& totals) {
    for (const Kpi kpi : all_kpis()) {
        if (!applies(kpi, scope_) || is_quantile(kpi)) continue;
        const Fraction fraction = fraction_or_maximum(kpi, settings, totals);
        estimators_[static_cast<std::size_t>(kpi)].add(fraction.part, fraction.whole);
    }
}

KpiSet ScopeSummary::kpis(double confidence) const {
    KpiSet kpis;
    for (const Kpi kpi : all_kpis()) kpis[kpi] = estimators_[static_cast<std::size_t>(kpi)].estimate(confidence);
    return kpis;
}

void WaitSummary::add(const WaitHistogram& waits, double contacts) {
    const std::uint64_t without_wait = static_cast<std::uint64_t>(contacts) -
                                       std::min<std::uint64_t>(waits.total(), static_cast<std::uint64_t>(contacts));
    waits_.merge(waits);
    without_wait_ += without_wait;
    for (const Kpi kpi : all_kpis()) {
        if (!is_quantile(kpi)) continue;
        if (const auto quantile = waits.quantile_s(quantile_share(kpi), without_wait)) {
            of_replications_[static_cast<std::size_t>(kpi)].add(*quantile, 1.0);
        }
    }
}

void WaitSummary::fill(KpiSet& kpis, Scope scope, bool of_abandoned, double confidence) const {
    for (const Kpi kpi : all_kpis()) {
        if (!is_quantile(kpi) || is_of_abandoned(kpi) != of_abandoned || !applies(kpi, scope)) continue;
        kpis[kpi].mean = waits_.quantile_s(quantile_share(kpi), without_wait_);
        kpis[kpi].half_width = of_replications_[static_cast<std::size_t>(kpi)].estimate(confidence).half_width;
    }
}

Summary::Summary(const Scenario& scenario)
    : settings_{settings_of(scenario)},
      name_{scenario.centre.name},
      call_types_(scenario.call_types.size(), ScopeState{Scope::call_type}),
      groups_(scenario.groups.size(), ScopeState{Scope::group}),
      intervals_(scenario.intervals_per_day() + 1, ScopeState{Scope::interval}) {
    for (const CallType& type : scenario.call_types) call_type_ids_.push_back(type.id);
    for (const Group& group : scenario.groups) {
        group_ids_.push_back(group.id);
        std::size_t unnamed = 0;
        for (const auto& shift : group.shifts) unnamed += static_cast<std::size_t>(shift.agents);
        std::vector<std::string> names(unnamed);
        for (const Agent& agent : group.listed) names.push_back(agent.id);
        agent_names_.push_back(std::move(names));
    }
}

void Summary::add(const Recorder& recorder, std::uint64_t digest) {
    const BatchTotals all = sum_of(recorder.batches(), settings_);
    overall_.totals.add(settings_, all.overall);
    for (std::size_t t = 0; t < call_types_.size(); ++t) call_types_[t].totals.add(settings_, all.call_types[t]);
    for (std::size_t g = 0; g < groups_.size(); ++g) groups_[g].totals.add(settings_, all.groups[g]);
    for (std::size_t i = 0; i < intervals_.size(); ++i) {
        intervals_[i].totals.add(settings_, recorder.intervals()[i].overall);
    }
    add_waits(recorder, all);
    add_agents(recorder);
    if (replications_ == 0) batches_ = recorder.batches();
    digest_.append(digest);
    contacts_ += recorder.contacts();
    ++replications_;
}

void Summary::add_waits(const Recorder& recorder, const BatchTotals& all) {
    WaitHistogram answered;
    WaitHistogram abandoned;
    for (std::size_t t = 0; t < call_types_.size(); ++t) {
        call_types_[t].answered.add(recorder.answered_waits()[t], all.call_types[t].answered);
        call_types_[t].abandoned.add(recorder.abandoned_waits()[t], all.call_types[t].abandoned);
        answered.merge(recorder.answered_waits()[t]);
        abandoned.merge(recorder.abandoned_waits()[t]);
    }
    overall_.answered.add(answered, all.overall.answered);
    overall_.abandoned.add(abandoned, all.overall.abandoned);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        groups_[g].answered.add(recorder.group_waits()[g], all.groups[g].answered);
    }
    for (std::size_t i = 0; i < intervals_.size(); ++i) {
        intervals_[i].answered.add(recorder.interval_waits()[i], recorder.intervals()[i].overall.answered);
    }
}

void Summary::add_agents(const Recorder& recorder) {
    if (agents_.size() < recorder.agents().size()) agents_.resize(recorder.agents().size());
    for (std::size_t a = 0; a < recorder.agents().size(); ++a) {
        const AgentTally& agent = recorder.agents()[a];
        agents_[a].group = agent.group;
        agents_[a].answered += agent.answered;
        agents_[a].talk += agent.talk;
        agents_[a].wrap_up += agent.wrap_up;
        for (std::size_t s = 0; s < kAgentStates; ++s) agents_[a].in_state[s] += agent.in_state[s];
    }
}

KpiSet Summary::kpis(const ScopeState& state, double confidence) const {
    KpiSet kpis = state.totals.kpis(confidence);
    state.answered.fill(kpis, state.totals.scope(), false, confidence);
    state.abandoned.fill(kpis, state.totals.scope(), true, confidence);
    return kpis;
}

RunResult Summary::result(double confidence) const {
    RunResult result;
    result.scenario_name = name_;
    result.replications = replications_;
    result.digest = digest_.value();
    result.contacts = contacts_;
    result.confidence = confidence;
    if (replications_ >= 2) result.method = ConfidenceMethod::replications;
    result.overall = kpis(overall_, confidence);
    for (std::size_t t = 0; t < call_types_.size(); ++t) {
        result.call_types.push_back({call_type_ids_[t], kpis(call_types_[t], confidence)});
    }
    for (std::size_t g = 0; g < groups_.size(); ++g)
        result.groups.push_back({group_ids_[g], kpis(groups_[g], confidence)});
    for (std::size_t i = 0; i < intervals_.size(); ++i) {
        const bool after_close = i == settings_.intervals;
        const Duration start =
            after_close ? settings_.close : settings_.open + settings_.interval * static_cast<std::int64_t>(i);
        const Duration end = after_close ? settings_.open + kDay : start + settings_.length_of(i);
        result.intervals.push_back({start, end, after_close, kpis(intervals_[i], confidence)});
    }
    if (replications_ == 1) fill_from_batches(result, confidence);
    fill_agents(result);
    return result;
}

void Summary::fill_from_batches(RunResult& result, double confidence) const {
    // A last batch that is not full would weigh too much.
    std::size_t count = batches_.size();
    if (count >= 2 && batches_.back().days < batches_.front().days) --count;
    if (count < kFewestBatches) return;
    ScopeSummary overall{Scope::overall};
    std::vector<ScopeSummary> call_types(call_types_.size(), ScopeSummary{Scope::call_type});
    std::vector<ScopeSummary> groups(groups_.size(), ScopeSummary{Scope::group});
    for (std::size_t b = 0; b < count; ++b) {
        overall.add(settings_, batches_[b].overall);
        for (std::size_t t = 0; t < call_types.size(); ++t) call_types[t].add(settings_, batches_[b].call_types[t]);
        for (std::size_t g = 0; g < groups.size(); ++g) groups[g].add(settings_, batches_[b].groups[g]);
    }
    result.method = ConfidenceMethod::batch_means;
    result.batches = static_cast<std::int64_t>(count);
    widen(result.overall, overall, count, confidence);
    for (std::size_t t = 0; t < call_types.size(); ++t)
        widen(result.call_types[t].kpis, call_types[t], count, confidence);
    for (std::size_t g = 0; g < groups.size(); ++g) widen(result.groups[g].kpis, groups[g], count, confidence);
}

void Summary::fill_agents(RunResult& result) const {
    std::vector<std::uint32_t> seen(groups_.size());
    const auto per_replication = [&](Duration sum) { return to_seconds(sum) / static_cast<double>(replications_); };
    for (const AgentTally& tally : agents_) {
        const std::size_t group = index(tally.group);
        AgentResult agent;
        agent.group = group_ids_[group];
        agent.number = ++seen[group];
        const auto& names = agent_names_[group];
        if (agent.number <= names.size()) agent.name = names[agent.number - 1];
        agent.answered = static_cast<double>(tally.answered) / static_cast<double>(replications_);
        agent.talk_s = per_replication(tally.talk);
        agent.wrap_up_s = per_replication(tally.wrap_up);
        agent.available_s = per_replication(tally.in_state[static_cast<std::size_t>(AgentState::available)]);
        agent.signed_in_s = agent.available_s +
                            per_replication(tally.in_state[static_cast<std::size_t>(AgentState::talking)]) +
                            per_replication(tally.in_state[static_cast<std::size_t>(AgentState::wrap_up)]);
        result.agents.push_back(std::move(agent));
    }
}

}  // namespace floorwalker::measure
