#include "sim/scenario/checks/ways_in.hpp"

#include <fmt/format.h>

namespace floorwalker::scenario {
namespace {

void add_from_type(const CallType& from, CallTypeId to, std::vector<std::string>& ways) {
    for (std::size_t i = 0; i < from.transfers.size(); ++i) {
        if (from.transfers[i].to == to) ways.push_back(fmt::format("call_type.{}.transfer.{}", from.id, i + 1));
    }
    if (from.redial && from.redial->becomes == to) ways.push_back(fmt::format("call_type.{}.redial", from.id));
    if (from.repeat && from.repeat->becomes == to) ways.push_back(fmt::format("call_type.{}.repeat", from.id));
}

void add_from_flow(const IvrFlow& flow, CallTypeId to, std::vector<std::string>& ways) {
    for (const auto& node : flow.nodes) {
        const auto* const queue = std::get_if<ToQueue>(&node.what);
        if (queue != nullptr && queue->call_type == to) ways.push_back(fmt::format("ivr.{}.node.{}", flow.id, node.id));
    }
}

bool is_peak_of(const Decision& decision, CallTypeId type) {
    const auto* const peak = std::get_if<Peak>(&decision.what);
    return peak != nullptr && !peak->number && peak->call_type == type;
}

}  // namespace

std::vector<std::string> ways_into(const Scenario& scenario, CallTypeId type) {
    std::vector<std::string> ways;
    for (const auto& from : scenario.call_types) add_from_type(from, type, ways);
    for (const auto& flow : scenario.flows) add_from_flow(flow, type, ways);
    for (const auto& number : scenario.numbers) {
        if (number.redial && number.redial->becomes == type) ways.push_back(fmt::format("number.{}.redial", number.id));
    }
    for (std::size_t i = 0; i < scenario.decisions.size(); ++i) {
        if (is_peak_of(scenario.decisions[i], type)) ways.push_back(fmt::format("decision.{}", i + 1));
    }
    return ways;
}

}  // namespace floorwalker::scenario
