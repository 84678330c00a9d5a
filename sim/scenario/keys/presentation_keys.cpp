#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/keys/tables.hpp"

/// How a centre is shown in a window.
namespace floorwalker::scenario {
namespace {

struct WrittenCaption : Caption {
    std::optional<std::int64_t> written_day;
};

std::optional<Caption> finish_caption(WrittenCaption& written, const Node& node, Context& context) {
    if (!written.written_day) return written;
    const std::int64_t day = *written.written_day;
    if (context.centre && day > context.centre->days) {
        const PathPart part{context, "day"};
        context.problem(*find(node, "day"), fmt::format("there is no day {}; the scenario has {} day{}", day,
                                                        context.centre->days, context.centre->days == 1 ? "" : "s"));
        return std::nullopt;
    }
    written.day = static_cast<std::uint32_t>(day - 1);
    return written;
}

std::optional<FloorPlan> finish_floor(FloorPlan& plan, const Node& node, Context& context) {
    std::vector<GroupId> seen;
    for (const auto& row : plan.rows) {
        for (const GroupId group : row) {
            if (std::find(seen.begin(), seen.end(), group) != seen.end()) {
                const PathPart part{context, "rows"};
                context.problem(*find(node, "rows"), "names a group twice; a team has one place on the floor");
                return std::nullopt;
            }
            seen.push_back(group);
        }
    }
    constexpr std::size_t kMostFigures = 8;
    if (plan.wallboard.size() > kMostFigures) {
        const PathPart part{context, "wallboard"};
        context.problem(*find(node, "wallboard"), "shows 8 figures at the most; nobody reads more from afar");
        return std::nullopt;
    }
    return plan;
}

}  // namespace

Format<Caption> caption() {
    static const Keys<WrittenCaption> kKeys{
        key<WrittenCaption>("at", clock(), &WrittenCaption::at, "", "When it is shown.").required(),
        key("day", integer(1, 1'000'000), &WrittenCaption::written_day, "every day", "On which day, from 1."),
        key<WrittenCaption>("text", text(), &WrittenCaption::text, "", "What the window says then.").required(),
        key<WrittenCaption>("text_zh", text(), &WrittenCaption::text_zh, "the same", "The same in Chinese."),
        key<WrittenCaption>("pauses", boolean(), &WrittenCaption::pauses, "true", "Whether playing stops there."),
    };
    return table_of<WrittenCaption, Caption>(kKeys, finish_caption);
}

Format<FloorPlan> floor_plan() {
    return table_of<FloorPlan>(
        {
            key("rows", list_of(list_of(reference<GroupId>(&Context::groups, "group"))), &FloorPlan::rows,
                "as they fit", "Teams in rows, from the back; those that are left out come last."),
            key("wallboard",
                list_of(choice<BoardFigure>({{"service_level", BoardFigure::service_level},
                                             {"abandonment", BoardFigure::abandonment},
                                             {"longest_wait", BoardFigure::longest_wait},
                                             {"tier", BoardFigure::tier},
                                             {"occupancy", BoardFigure::occupancy},
                                             {"asa", BoardFigure::asa}})),
                &FloorPlan::wallboard,
                "[\"service_level\", \"abandonment\", \"asa\", \"longest_wait\", \"tier\", \"occupancy\"]",
                "The figures on the wall, from above."),
        },
        finish_floor);
}

}  // namespace floorwalker::scenario
