#include <algorithm>
#include <limits>

#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

std::vector<double> mean_gaps(const Arrivals& arrivals, const Model& model) {
    auto volumes = by_interval(arrivals.per_interval, model.intervals);
    volumes.resize(model.intervals, 0.0);
    std::vector<double> gaps;
    for (std::uint16_t i = 0; i < model.intervals; ++i) {
        // A single value is the volume of a whole interval, of which a shorter last one gets its part.
        const Duration own = model.interval_start(0, static_cast<std::uint16_t>(i + 1)) - model.interval_start(0, i);
        const Duration length = arrivals.per_interval.size() == 1 ? model.interval : own;
        const double volume = volumes[i] * arrivals.factor;
        gaps.push_back(volume > 0 ? static_cast<double>(length.count()) / volume
                                  : std::numeric_limits<double>::infinity());
    }
    return gaps;
}

std::vector<double> cumulative(const std::vector<double>& shares) {
    std::vector<double> up_to;
    up_to.reserve(shares.size());
    double sum = 0.0;
    for (const double share : shares) up_to.push_back(sum += share);
    return up_to;
}

std::vector<double> tier_shares(const Scenario& scenario, std::size_t type) {
    std::vector<double> shares;
    for (const Tier& tier : scenario.tiers) shares.push_back(tier.share_by_call_type[type]);
    return shares;
}

/// The flow of each tier's callers: the tier's own, else that of the source; empty where there is none at all.
std::vector<std::optional<FlowId>> flows_by_tier(const Scenario& scenario, std::optional<FlowId> of_source) {
    if (!of_source) return {};
    std::vector<std::optional<FlowId>> flows;
    for (const Tier& tier : scenario.tiers) flows.push_back(tier.flow ? tier.flow : of_source);
    flows.push_back(of_source);
    return flows;
}

void take_arrivals(const Arrivals& arrivals, const Model& model, SourceModel& source) {
    source.mean_gap_us = mean_gaps(arrivals, model);
    source.busyness = sampler_of(arrivals.busyness);
    source.by_weekday = arrivals.by_weekday;
}

bool is_zero(const Distribution& distribution) {
    const auto* constant = std::get_if<Constant>(&distribution.shape);
    return constant != nullptr && constant->value == 0.0 && !distribution.atom;
}

bool is_plain(const CallType& type) {
    return type.channel == Channel::voice && !type.last_agent && type.steps.empty() && !type.expected &&
           !type.callback && !type.redial && !type.repeat && type.transfers.empty() && !type.outcome && !type.hold;
}

void prepare_journey(const CallType& type, CallTypeModel& prepared) {
    prepared.channel = type.channel;
    prepared.is_plain = is_plain(type);
    prepared.mean_handling_s = mean_of(type.talk) + mean_of(type.wrap_up);
    prepared.last_agent = type.last_agent;
    prepared.abuse = type.abuse;
    prepared.steps = type.steps;
    prepared.expected = type.expected;
    if (type.callback) {
        prepared.callback = CallbackModel{*type.callback, kernel::Sampler{type.callback->dialling},
                                          kernel::Sampler{type.callback->on_paper}};
    }
    if (type.redial) prepared.redial = RedialModel{*type.redial, kernel::Sampler{type.redial->delay}};
    if (type.repeat) prepared.repeat = RepeatModel{*type.repeat, kernel::Sampler{type.repeat->delay}};
    for (const Transfer& transfer : type.transfers) {
        prepared.transfers.push_back(
            {transfer, kernel::Sampler{transfer.briefing}, kernel::Sampler{transfer.return_talk}});
    }
    if (type.hold && type.channel == Channel::voice) {
        prepared.hold = HoldModel{type.hold->share, kernel::Sampler{type.hold->length}, {}};
        if (type.hold->report_back) prepared.hold->report_back = kernel::Sampler{*type.hold->report_back};
        prepared.mean_handling_s += type.hold->share * mean_of(type.hold->length);
    }
    if (type.channel == Channel::voice) prepared.look_ups = look_up_models(type.look_ups);
    prepared.outcome = type.outcome;
    prepared.due = type.due;
    prepared.interruptible = type.interruptible && type.channel == Channel::mail;
}

}  // namespace

std::vector<double> by_interval(const std::vector<double>& values, std::size_t intervals) {
    if (values.size() == 1) return std::vector<double>(intervals, values.front());
    return values;
}

void prepare_call_types(const Scenario& scenario, Model& model) {
    for (const CallType& type : scenario.call_types) {
        CallTypeModel prepared;
        prepared.talk = kernel::Sampler{type.talk};
        prepared.wrap_up = kernel::Sampler{type.wrap_up};
        prepared.has_wrap_up = !is_zero(type.wrap_up);
        prepared.is_patient_for_ever = !type.patience.has_value() || type.channel == Channel::mail;
        if (type.patience) prepared.patience = kernel::Sampler{*type.patience};
        prepared.leave_at_once = type.channel == Channel::mail ? 0.0 : type.leave_at_once;
        prepared.queue_places = type.queue_places.value_or(kUnlimited);
        prepared.handling_factor = by_interval(type.handling_factor, model.intervals);
        prepared.patience_factor = by_interval(type.patience_factor, model.intervals);
        prepare_journey(type, prepared);
        // Every contact has to look after what concerns all: waits that are remembered, mail that it may interrupt,
        // agents whose phones ring, sites that may be lost.
        if (model.uses.estimates || model.uses.interruptible || model.uses.ring || model.uses.machines)
            prepared.is_plain = false;
        model.call_types.push_back(std::move(prepared));
    }
}

void prepare_sources(const Scenario& scenario, Model& model) {
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const CallType& type = scenario.call_types[t];
        SourceModel source;
        take_arrivals(type.arrivals, model, source);
        source.call_type = CallTypeId(static_cast<std::uint16_t>(t));
        source.tier_up_to = cumulative(tier_shares(scenario, t));
        source.flows = flows_by_tier(scenario, type.flow);
        source.is_plain = model.call_types[t].is_plain && source.flows.empty();
        model.sources.push_back(std::move(source));
    }
    for (const AccessNumber& number : scenario.numbers) {
        SourceModel source;
        take_arrivals(number.arrivals, model, source);
        source.tier_up_to = cumulative(number.share_by_tier);
        if (!scenario.tiers.empty())
            source.tier_up_to.resize(scenario.tiers.size(), source.tier_up_to.empty() ? 0.0 : source.tier_up_to.back());
        source.flows = flows_by_tier(scenario, number.flow);
        if (number.redial) source.redial = RedialModel{*number.redial, kernel::Sampler{number.redial->delay}};
        if (number.repeat) source.repeat = RepeatModel{*number.repeat, kernel::Sampler{number.repeat->delay}};
        source.is_plain = false;
        model.sources.push_back(std::move(source));
    }
    for (const Campaign& campaign : scenario.campaigns) {
        SourceModel source;
        source.call_type = campaign.call_type;
        source.mean_gap_us.resize(model.intervals, std::numeric_limits<double>::infinity());
        source.is_plain = false;
        model.sources.push_back(std::move(source));
    }
    model.uses.journeys = std::any_of(model.sources.begin(), model.sources.end(),
                                      [](const SourceModel& source) { return !source.is_plain; });
}

}  // namespace floorwalker::model
