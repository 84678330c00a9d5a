#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Builders for what goes beyond the plain way of a contact, and facts picked out of a run.
namespace floorwalker::support {

inline NodeId node(std::uint16_t place) { return NodeId{place}; }

/// Says something, then goes on at node `next`.
inline IvrNode say(std::string id, Duration length, std::uint16_t next) {
    return {std::move(id), Announcement{constant(length), node(next)}};
}

/// A menu whose keys are pressed after `thinking`.
inline Menu menu(Duration thinking, std::vector<Menu::Choice> choices) {
    Menu menu;
    menu.thinking = constant(thinking);
    menu.choices = std::move(choices);
    return menu;
}

inline SelfService self_service(Duration duration, double success = 1.0) {
    return {constant(duration), success, std::nullopt, std::nullopt};
}

inline IvrNode ask(std::string id, std::optional<CallTypeId> type = {}) { return {std::move(id), ToQueue{type}}; }

inline IvrNode end(std::string id, bool contained = true) { return {std::move(id), EndOfCall{contained}}; }

inline FlowId add_flow(Scenario& scenario, std::string id, std::vector<IvrNode> nodes) {
    scenario.flows.push_back({std::move(id), "", std::move(nodes), std::nullopt});
    return FlowId(static_cast<std::uint16_t>(scenario.flows.size() - 1));
}

/// A number that nobody calls until a peak or arrivals are added.
inline NumberId add_number(Scenario& scenario, std::string id, FlowId flow) {
    AccessNumber number;
    number.id = std::move(id);
    number.flow = flow;
    scenario.numbers.push_back(std::move(number));
    return NumberId(static_cast<std::uint16_t>(scenario.numbers.size() - 1));
}

/// Who got nobody calls again three minutes later, by these chances.
inline Redial redial(double after_blocked, double after_abandoned, std::int64_t most_tries = 10) {
    Redial redial;
    redial.after_blocked = after_blocked;
    redial.after_abandoned = after_abandoned;
    redial.most_tries = most_tries;
    redial.delay = constant(3min);
    return redial;
}

/// Every contact goes on to `to`.
inline Transfer transfer_to(CallTypeId to, TransferKind kind = TransferKind::cold) {
    Transfer transfer;
    transfer.to = to;
    transfer.share = 1.0;
    transfer.kind = kind;
    return transfer;
}

/// All facts of one kind, in order.
template <class Kind>
std::vector<Kind> facts_like(const std::vector<Fact>& facts) {
    std::vector<Kind> found;
    for (const Fact& fact : facts) {
        if (const auto* one = std::get_if<Kind>(&fact)) found.push_back(*one);
    }
    return found;
}

template <class Kind>
std::vector<Kind> facts_like(const Scenario& scenario, std::uint64_t seed = 1) {
    return facts_like<Kind>(facts_of(scenario, seed));
}

/// A call centre clock: at(8h + 90s).
inline TimePoint at(Duration since_midnight) { return TimePoint{since_midnight}; }

}  // namespace floorwalker::support
