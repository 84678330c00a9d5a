#include "sim/scenario/keys/weekdays.hpp"

namespace floorwalker::scenario {
namespace {

Format<OpenHours> hours_table() {
    return table_of<OpenHours>({
        key("open", clock(), &OpenHours::open, "", "When the centre opens on that day.").required(),
        key("close", clock(), &OpenHours::close, "", "When it closes.").required(),
    });
}

}  // namespace

const std::vector<std::string>& weekday_names() {
    static const std::vector<std::string> names{"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};
    return names;
}

Format<std::optional<OpenHours>> open_hours() {
    using Day = std::optional<OpenHours>;
    const auto table = hours_table();
    Shape shape{.kind = Kind::hours};
    shape.keys = table.shape.keys;
    return {std::move(shape), [table](const Node& node, Context& context, const Shape& own) -> std::optional<Day> {
                if (node.text() != nullptr && *node.text() == "closed") return std::make_optional(Day{});
                if (node.table() == nullptr) {
                    report_unfit(node, context, own);
                    return std::nullopt;
                }
                const auto hours = table(node, context);
                return hours ? std::make_optional(Day{*hours}) : std::nullopt;
            }};
}

}  // namespace floorwalker::scenario
