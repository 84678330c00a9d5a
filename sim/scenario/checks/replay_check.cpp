#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {

void check_replay(const Scenario& scenario, const Node& root, Context& context) {
    if (!scenario.replay) return;
    const Centre& centre = scenario.centre;
    for (const RecordedCall& call : *scenario.replay) {
        const Duration since_first_opening = call.at.time_since_epoch() - centre.open;
        const std::int64_t day = since_first_opening / kDay;
        const Duration of_day = since_first_opening % kDay + centre.open;
        const auto hours = centre.hours_on(day);
        if (hours && of_day >= hours->open && of_day < hours->close) continue;
        const PathPart part{context, "replay"};
        context.problem(*find(root, "replay"),
                        fmt::format("a call comes on day {} at {}, when the centre is closed: see weekdays and "
                                    "special_day",
                                    day + 1, format_clock(of_day)));
        return;
    }
}

}  // namespace floorwalker::scenario
