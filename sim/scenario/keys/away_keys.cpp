#include <fmt/format.h>

#include "sim/scenario/keys/group_parts.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

std::optional<Activity> finish_activity(Activity& activity, const Node& node, Context& context) {
    if (activity.until <= activity.from) activity.until += kDay;
    if (activity.until - activity.from >= activity.length) return activity;
    context.problem(node,
                    fmt::format("takes {}, which does not fit between {} and {}", format_duration(activity.length),
                                format_clock(activity.from), format_clock(activity.until)));
    return std::nullopt;
}

}  // namespace

Format<Activity> activity() {
    return table_of<Activity>(
        {
            key("what",
                choice<AgentState>({{"break", AgentState::on_break},
                                    {"meal", AgentState::meal},
                                    {"meeting", AgentState::meeting},
                                    {"coaching", AgentState::coaching},
                                    {"training", AgentState::training}}),
                &Activity::what, "", "What they do instead.")
                .required(),
            key("from", clock(), &Activity::from, "", "Nobody goes before.").required(),
            key("until", clock(), &Activity::until, "",
                "By the plan everybody is back by then. It is for those whose shift holds it all.")
                .required(),
            key("length", duration_above(0s, kDay), &Activity::length, "\"15min\"", "How long each is away."),
            key("paid", boolean(), &Activity::is_paid, "true", "Whether the time is paid."),
            key("at_once", integer(1, 1'000'000), &Activity::at_once, "as many as the plan wants",
                "How many of the group may be away for it at a time."),
            key("keep", integer(0, 1'000'000), &Activity::keep, "0",
                "Relief: nobody goes while fewer than so many others of the group would stay on the floor."),
        },
        finish_activity);
}

}  // namespace floorwalker::scenario
