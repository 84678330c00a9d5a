#include <fmt/format.h>

#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

enum class Deed { absent, extra };

/// A decision as written, flat.
struct WrittenDecision {
    Duration at{0};
    std::optional<std::int64_t> day;
    Deed deed = Deed::absent;
    GroupId group{};
    std::int64_t agents = 1;
    std::optional<Duration> until;
};

/// Who is ill does not come back to empty the queue after closing; extra people stay for that of themselves.
Duration until_by_default(Deed deed, const Context& context) {
    if (!context.centre) return 2 * kDay;
    return deed == Deed::absent ? context.centre->open + kDay : context.centre->close;
}

std::optional<Decision> build(WrittenDecision& written, const Node& node, Context& context) {
    if (written.day && context.centre && *written.day > context.centre->days) {
        const PathPart part{context, "day"};
        context.problem(*find(node, "day"), fmt::format("there is no day {}; the scenario has {} day{}", *written.day,
                                                        context.centre->days, context.centre->days == 1 ? "" : "s"));
        return std::nullopt;
    }
    if (context.is_past_midnight(written.at)) written.at += kDay;
    auto until = written.until.value_or(until_by_default(written.deed, context));
    if (until <= written.at && context.centre && until + kDay <= context.centre->close) until += kDay;
    if (until <= written.at) {
        const Node* const place = find(node, "until");
        const PathPart part{context, "until"};
        context.problem(place != nullptr ? *place : node,
                        fmt::format("{} is not after the decision's time, {}; for the next day, write \"{}\"",
                                    format_clock(until), format_clock(written.at), format_clock(until + kDay)));
        return std::nullopt;
    }
    Decision decision{.at = written.at, .day = std::nullopt, .what = Absent{written.group, written.agents, until}};
    if (written.day) decision.day = static_cast<std::uint32_t>(*written.day - 1);
    if (written.deed == Deed::extra) decision.what = Extra{written.group, written.agents, until};
    return decision;
}

}  // namespace

Format<Decision> decision() {
    static const Keys<WrittenDecision> kKeys{
        key("at", clock(), &WrittenDecision::at, "", "When it takes effect.").required(),
        key("day", integer(1, 1'000'000), &WrittenDecision::day, "every day", "On which day, counted from 1."),
        key("do", choice<Deed>({{"absent", Deed::absent}, {"extra", Deed::extra}}), &WrittenDecision::deed, "",
            "absent: agents of the group stay away; who talks finishes first. extra: more agents with the group's "
            "skills come in.")
            .required(),
        key("group", reference<GroupId>(&Context::groups, "group"), &WrittenDecision::group, "", "Which group.")
            .required(),
        key("agents", integer(1, 1'000'000), &WrittenDecision::agents, "1", "How many people."),
        key("until", clock(), &WrittenDecision::until, "closing time; for absent, the next day's opening",
            "When it ends; \"26:00\" is 2 o'clock in the night that follows."),
    };
    return table_of<WrittenDecision, Decision>(kKeys, build);
}

}  // namespace floorwalker::scenario
