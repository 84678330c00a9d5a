#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/checks/rounds.hpp"

namespace floorwalker::scenario {
namespace {

/// Customers who all try again at the very moment at which they got nobody would do so until they may not any more.
void check_redials(const Scenario& scenario, const Node& root, Context& context) {
    const auto round = model::endless_redials(scenario);
    if (!round) return;
    const std::size_t types = scenario.call_types.size();
    const auto name = [&](std::size_t i) {
        return i < types ? scenario.call_types[i].id : scenario.numbers[i - types].id;
    };
    const std::size_t first = round->front();
    const bool is_type = first < types;
    const Node& entry = is_type ? entry_at(root, "call_type", first) : entry_at(root, "number", first - types);
    const PathPart part{context, fmt::format("{}.{}.redial", is_type ? "call_type" : "number", name(first))};
    context.problem(*find(entry, "redial"), fmt::format("all try again and at once: {}; give it a delay, such as delay "
                                                        "= \"1min\", or shares below 100%",
                                                        round_text(*round, name)));
}

void check_repeats(const Scenario& scenario, const Node& root, Context& context) {
    const auto round = model::endless_repeats(scenario);
    if (!round) return;
    const auto& type = scenario.call_types[round->front()];
    const PathPart part{context, "call_type." + type.id + ".repeat"};
    context.problem(
        *find(entry_at(root, "call_type", round->front()), "repeat"),
        fmt::format("customers are never content and always call again: {}; {}", round_of_types(scenario, *round),
                    type.outcome ? "the outcome's solved must be above 0%, or calls_again below 100%"
                                 : "unsolved or calls_again must be below 100%"));
}

}  // namespace

void check_calling_again(const Scenario& scenario, const Node& root, Context& context) {
    check_redials(scenario, root, context);
    check_repeats(scenario, root, context);
}

}  // namespace floorwalker::scenario
