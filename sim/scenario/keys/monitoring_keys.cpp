#include <fmt/format.h>

#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/units.hpp"

/// Quality monitoring.
namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

constexpr double kMostPoints = 100.0;

Format<Calibration> calibration() {
    return table_of<Calibration>({
        key("every", duration_above(0s, kLongestDuration), &Calibration::every, "\"28d\"", "How often they meet."),
        key("shrinks", share(), &Calibration::shrinks, "\"50%\"",
            "The share of each monitor's bias that a meeting takes away."),
    });
}

Format<QualityWeights> weights() {
    return table_of<QualityWeights>(
        {
            key("politeness", number(0, 1000), &QualityWeights::politeness, "0.4", "How polite the agent was."),
            key("solved", number(0, 1000), &QualityWeights::solved, "0.3", "That the matter is solved."),
            key("right", number(0, 1000), &QualityWeights::right, "0.3", "That nothing was wrong."),
        },
        [](QualityWeights& weights, const Node& node, Context& context) -> std::optional<QualityWeights> {
            if (weights.politeness + weights.solved + weights.right > 0) return weights;
            context.problem(node, "all weights are 0: every contact would be as good as any other");
            return std::nullopt;
        });
}

std::optional<Monitoring> finish_monitoring(Monitoring& monitoring, const Node& node, Context& context) {
    if (monitoring.per_day >= monitoring.per_sample) return monitoring;
    const PathPart part{context, "minutes_per_sample"};
    const Node* const place = find(node, "minutes_per_sample");
    context.problem(place != nullptr ? *place : node,
                    fmt::format("a sample takes {}, but a monitor has {} a day", format_duration(monitoring.per_sample),
                                format_duration(monitoring.per_day)));
    return std::nullopt;
}

}  // namespace

Format<Monitoring> monitoring() {
    return table_of<Monitoring>(
        {
            key("samples_per_agent", number_above(0, 10'000), &Monitoring::samples_per_agent, "5",
                "How many contacts of each agent are judged in 30 days."),
            key("method",
                choice<MonitoringMethod>({{"silent", MonitoringMethod::silent},
                                          {"recorded", MonitoringMethod::recorded},
                                          {"side_by_side", MonitoringMethod::side_by_side}}),
                &Monitoring::method, "\"recorded\"",
                "silent: listened to without the agent's knowing. recorded: listened to later. side_by_side: the "
                "monitor sits beside the agent, who hears about it at once."),
            key("monitors", integer(1, 100'000), &Monitoring::monitors, "1", "How many people judge, in turn."),
            key("time_per_day", duration_above(0s, 24h), &Monitoring::per_day, "\"6h\"",
                "How long each of them has for it on a day."),
            key("minutes_per_sample", duration_above(0s, 24h), &Monitoring::per_sample, "\"20min\"",
                "How long one judgement takes; samples for which there is no time are missed."),
            key("bias", number(0, kMostPoints), &Monitoring::bias, "5",
                "How much monitors differ: standard deviation of what one adds to every score, in points of 100."),
            key("noise", number(0, kMostPoints), &Monitoring::noise, "8",
                "Standard deviation of a single judgement, in points of 100."),
            key("calibration", calibration(), &Monitoring::calibration, "none",
                "Meetings in which monitors compare their scores, from the first day on."),
            key("feedback", boolean(), &Monitoring::feedback, "true",
                "Whether the agent hears about it; always, side by side."),
            key("weights", weights(), &Monitoring::weights, "as its keys say", "What makes a contact good."),
        },
        finish_monitoring);
}

}  // namespace floorwalker::scenario
