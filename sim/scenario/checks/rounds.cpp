#include "sim/scenario/checks/rounds.hpp"

namespace floorwalker::scenario {

std::string round_text(const model::Round& round, const std::function<std::string(std::size_t)>& name) {
    std::string text;
    for (const std::size_t position : round) text += (text.empty() ? "" : " -> ") + name(position);
    return text;
}

std::string round_of_types(const Scenario& scenario, const model::Round& round) {
    return round_text(round, [&](std::size_t type) { return scenario.call_types[type].id; });
}

}  // namespace floorwalker::scenario
