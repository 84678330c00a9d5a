#include "sim/scenario/keys/machine_parts.hpp"

#include <fmt/format.h>

#include "sim/scenario/keys/entries.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

constexpr double kMostPhaseSpeed = 100;

std::optional<MachinePhase> finish_phase(MachinePhase& phase, const Node& node, Context& context) {
    if (phase.at < kDay) return phase;
    const PathPart part{context, "at"};
    context.problem(*find(node, "at"), shown(*find(node, "at")) +
                                           " is on the next day; phases are those of each day, from 00:00:00 to "
                                           "23:59:59");
    return std::nullopt;
}

Format<MachinePhase> machine_phase() {
    return table_of<MachinePhase>(
        {
            key("at", clock(), &MachinePhase::at, "", "From when on, each day.").required(),
            key("speed", share(0, kMostPhaseSpeed), &MachinePhase::speed, "\"100%\"",
                "So much of its speed, or bandwidth; 0: it is down."),
        },
        finish_phase);
}

bool are_in_order(const std::vector<MachinePhase>& phases, const Node& list, Context& context) {
    for (std::size_t i = 1; i < phases.size(); ++i) {
        if (phases[i - 1].at < phases[i].at) continue;
        const PathPart part{context, fmt::format("{}.at", i + 1)};
        context.problem(*find((*list.list())[i], "at"),
                        fmt::format("{} is not after {}, when the phase before begins; write them in the order of "
                                    "their times",
                                    format_clock(phases[i].at), format_clock(phases[i - 1].at)));
        return false;
    }
    return true;
}

/// A machine that breaks again and again without any time between.
std::optional<Breakdowns> finish_breakdowns(Breakdowns& written, const Node& node, Context& context) {
    const auto is_some_time = [&](const Distribution& length, std::string_view name) {
        if (mean_of(length) > 0) return true;
        const PathPart part{context, name};
        context.problem(*find(node, name), name == "up" ? "is no time at all, so that it would always be broken"
                                                        : "is no time at all, so that it would never be broken; leave "
                                                          "breakdowns out for that");
        return false;
    };
    const bool up = is_some_time(written.up, "up");
    return is_some_time(written.down, "down") && up ? std::optional{written} : std::nullopt;
}

}  // namespace

Format<std::vector<MachinePhase>> machine_phases() {
    auto format = tables_of(machine_phase());
    format.read = [read = format.read](const Node& node, Context& context, const Shape& own) {
        auto phases = read(node, context, own);
        if (phases && !are_in_order(*phases, node, context)) phases.reset();
        return phases;
    };
    return format;
}

Format<Breakdowns> breakdowns() {
    return table_of<Breakdowns>(
        {
            key("up", distribution_of_durations(), &Breakdowns::up, "{ dist = \"exponential\", mean = \"30d\" }",
                "How long it works from a repair to the next breakdown."),
            key("down", distribution_of_durations(), &Breakdowns::down, "{ dist = \"exponential\", mean = \"1h\" }",
                "How long a repair takes."),
        },
        finish_breakdowns);
}

}  // namespace floorwalker::scenario
