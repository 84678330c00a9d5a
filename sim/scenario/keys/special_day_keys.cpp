#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/keys/tables.hpp"

namespace floorwalker::scenario {
namespace {

constexpr double kMostVolume = 10.0;

struct WrittenDay {
    std::chrono::year_month_day date;
    bool closed = false;
    std::optional<Duration> open;
    std::optional<Duration> close;
    double volume = 1.0;
};

/// The day's own hours; `good` turns false when they do not fit the centre's.
std::optional<OpenHours> hours_of(const WrittenDay& written, const Node& node, Context& context, bool& good) {
    if (written.closed || !context.centre) return std::nullopt;
    auto hours = usual_hours(*context.centre, std::chrono::sys_days{written.date});
    if (!written.open && !written.close) return hours;
    if (!hours) hours = OpenHours{context.centre->open, context.centre->close};
    hours->open = written.open.value_or(hours->open);
    hours->close = written.close.value_or(hours->close);
    good = fit_open_hours(*hours, *context.centre, node, context);
    return hours;
}

std::optional<SpecialDay> build(WrittenDay& written, const Node& node, Context& context) {
    const bool has_hours = written.open || written.close;
    if (written.closed && has_hours) {
        const PathPart part{context, "closed"};
        context.problem(*find(node, "closed"), "a day that is closed has no hours; keep one of them");
        return std::nullopt;
    }
    bool good = true;
    SpecialDay day{written.date, hours_of(written, node, context, good), written.volume};
    return good ? std::optional{day} : std::nullopt;
}

}  // namespace

Format<SpecialDay> special_day() {
    static const Keys<WrittenDay> keys{
        key("date", date(), &WrittenDay::date, "", "Which day.").required(),
        key("closed", boolean(), &WrittenDay::closed, "false", "Whether the centre is closed all day."),
        key("open", clock(), &WrittenDay::open, "as usual on that weekday", "When the centre opens on that day."),
        key("close", clock(), &WrittenDay::close, "as usual on that weekday",
            "When it closes; hours lie within those of the centre and are whole intervals."),
        key("volume", share(0.0, kMostVolume), &WrittenDay::volume, "\"100%\"", "A factor on all arrivals of the day."),
    };
    return table_of<WrittenDay, SpecialDay>(keys, build);
}

}  // namespace floorwalker::scenario
