#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/keys/entries.hpp"
#include "sim/scenario/keys/group_parts.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

constexpr std::int64_t kMostAgents = 1'000'000;

/// A shift as written, flat.
struct WrittenShift : WorkSpan {
    std::int64_t agents = 1;
    std::optional<Distribution> tenure{};
};

template <class Target>
Keys<Target> span_keys() {
    return {
        key<Target>("start", clock(), &Target::start, "", "When it begins.").required(),
        key<Target>("end", clock(), &Target::end, "", "When it ends; at or before the start: on the next day.")
            .required(),
    };
}

Format<Group::Shift> group_shift() {
    auto keys = span_keys<WrittenShift>();
    keys.push_back(key("agents", integer(1, kMostAgents), &WrittenShift::agents, "1", "How many people work it."));
    keys.push_back(key("tenure", distribution_of_durations(), &WrittenShift::tenure, "the group's",
                       "How long they have been there on the first day of the run; for learning."));
    return table_of<WrittenShift, Group::Shift>(
        keys, [](WrittenShift& shift, const Node& node, Context& context) -> std::optional<Group::Shift> {
            if (!check_work_span(shift, node, context)) return std::nullopt;
            const WorkSpan& span = shift;
            return Group::Shift{span, shift.agents, shift.tenure};
        });
}

Format<WorkSpan> agent_shift() {
    return table_of<WorkSpan>(work_span_keys(),
                              [](WorkSpan& span, const Node& node, Context& context) -> std::optional<WorkSpan> {
                                  if (!check_work_span(span, node, context)) return std::nullopt;
                                  return span;
                              });
}

std::optional<Group> finish_group(Group& group, const Node& node, Context& context) {
    const Node* const shifts = find(node, "shifts");
    if (shifts != nullptr && find(node, "agents") != nullptr) {
        const PathPart part{context, "shifts"};
        context.problem(*shifts, "a group has either agents or shifts, not both");
        return std::nullopt;
    }
    if (group.name.empty()) group.name = group.id;
    if (find(node, "skills") == nullptr) {
        for (std::size_t type = 0; type < context.call_types.entries; ++type) {
            group.skills[static_cast<CallTypeId>(type)] = 1.0;
        }
    }
    return group;
}

/// An agent as written, with its group.
struct WrittenAgent : Agent {
    GroupId group{};
};

void report_overlap(const WorkSpan& earlier, const WorkSpan& later, const Node& node, Context& context) {
    const PathPart part{context, "shifts"};
    context.problem(node, fmt::format("the shifts {}–{} and {}–{} overlap; one person works one at a time",
                                      format_clock(earlier.start), format_clock(earlier.end), format_clock(later.start),
                                      format_clock(later.end)));
}

std::optional<ListedAgent> finish_agent(WrittenAgent& written, const Node& node, Context& context) {
    auto& spans = written.shifts;
    std::sort(spans.begin(), spans.end(), [](const WorkSpan& a, const WorkSpan& b) { return a.start < b.start; });
    for (std::size_t i = 1; i < spans.size(); ++i) {
        if (spans[i - 1].end <= spans[i].start) continue;
        report_overlap(spans[i - 1], spans[i], *find(node, "shifts"), context);
        return std::nullopt;
    }
    // The shift that passes midnight against the next day's first.
    if (!spans.empty() && spans.back().end - kDay > spans.front().start) {
        report_overlap(spans.back(), {spans.front().start + kDay, spans.front().end + kDay}, *find(node, "shifts"),
                       context);
        return std::nullopt;
    }
    if (spans.empty() && context.centre) spans.push_back({context.centre->open, context.centre->close});
    Agent& agent = written;
    return ListedAgent{std::move(agent), written.group};
}

}  // namespace

const Keys<WorkSpan>& work_span_keys() {
    static const Keys<WorkSpan> kKeys = span_keys<WorkSpan>();
    return kKeys;
}

bool check_work_span(WorkSpan& span, const Node& node, Context& context) {
    if (span.end <= span.start) span.end += kDay;
    if (context.is_past_midnight(span.start)) span = {span.start + kDay, span.end + kDay};
    const Duration begins_before = context.centre ? std::max(kDay, context.centre->close) : kDay;
    if (span.start < begins_before && span.end - span.start <= kDay) return true;
    context.problem(node, fmt::format("goes from {} to {}; a shift begins before 24:00 and is at most 24h long",
                                      format_clock(span.start), format_clock(span.end)));
    return false;
}

Format<Skills> skills() { return map_of<CallTypeId>(&Context::call_types, "call type", number(0.001, 100)); }

Format<Group> group() {
    static const Keys<Group> kKeys{
        key("id", id(), &Group::id, "\"general\" when there is one group only",
            "What the rest of the file calls this group.")
            .required(),
        key("name", text(), &Group::name, "the id", "What reports call it."),
        key("agents", one_or_per_interval(integer(0, kMostAgents)), &Group::agents, "",
            "People on duty: a number, or a list with one for each interval of the opening hours."),
        key("shifts", tables_of(group_shift()), &Group::shifts, "",
            "Instead of agents: how many people work from when to when."),
        key("skills", skills(), &Group::skills, "every call type, at 1",
            "Which call types they can serve, and how well: 1 is the call type's own handling time, 0.5 takes twice as "
            "long."),
        key("cost_per_hour", number(0, 1e6), &Group::cost_per_hour, "0", "Cost of one paid hour."),
        key("take", contact_choice(), &Group::take, "\"priority\"",
            "Which waiting contact a freed agent takes. priority: the highest, then the longest wait. longest_wait: "
            "whatever the priority. weighted_wait: the largest weight × wait. accumulating: the most points. "
            "queue_ratio: of the queue that is longest against its share."),
        key("reserve", tables_under("group.reserve", reserve()), &Group::reserves, "none",
            "Free agents kept for some contacts: others get one only while more are free."),
        key("site", text(), &Group::site, "none; with sites, the IVR's",
            "Where its agents work: where there are [[site]]s, one of them; else any name, for local_site."),
        key("away", tables_under("group.away", activity()), &Group::away, "",
            "Breaks, meals, meetings, coaching and training of its shifts."),
        key("absence", group_absence(), &Group::absence, "everybody comes",
            "Who of its shifts does not come, comes late, or is away for a moment."),
        key("overtime", overtime(), &Group::overtime, "nobody", "Who stays after the shift because others wait."),
        key("handover", handover(), &Group::handover, "nobody",
            "Whoever goes home waits for the relief that is late, one for one."),
        key("chat", chat_work(), &Group::chat, "one window", "How its agents handle chats."),
        key("skill", group_skill(), &Group::skill, "all alike", "How its agents differ from one another, and learn."),
        key("ring", ring(), &Group::ring, "calls are answered at once",
            "Calls ring at an agent before they are answered."),
        key("fatigue", fatigue(), &Group::fatigue, "nobody tires", "How its people tire, and how it shows."),
        key("stress", stress(), &Group::stress, "none", "How its people take stress, and how it shows."),
        key("profile", reference<ProfileId>(&Context::profiles, "profile"), &Group::profile, "all average",
            "What kind of people they are."),
        key("leaders", leaders(), &Group::leaders, "as many as it takes",
            "Team leaders, who coach and have time for an agent whom a customer has abused."),
        key("attrition", attrition(), &Group::attrition, "nobody leaves",
            "How people leave for good. Their places are vacant until somebody is hired; only with shifts."),
        key("hiring", tables_under("group.hiring", hiring_class()), &Group::hiring, "nobody comes",
            "Classes of new people, who take vacant places when they are trained."),
    };
    return table_of<Group>(kKeys, finish_group);
}

Format<ListedAgent> agent() {
    static const Keys<WrittenAgent> kKeys{
        key<WrittenAgent>("id", id(), &WrittenAgent::id, "", "Who it is.").required(),
        key<WrittenAgent>("group", reference<GroupId>(&Context::groups, "group"), &WrittenAgent::group, "",
                          "The group that the person belongs to.")
            .required(),
        key<WrittenAgent>("skills", skills(), &WrittenAgent::skills, "the group's", "The person's own skills."),
        key<WrittenAgent>("shifts", tables_of(agent_shift()), &WrittenAgent::shifts, "the opening hours",
                          "When the person works."),
        key<WrittenAgent>("tenure", distribution_of_durations(), &WrittenAgent::tenure, "the group's",
                          "How long the person has been there on the first day of the run; for learning."),
        key<WrittenAgent>("profile", reference<ProfileId>(&Context::profiles, "profile"), &WrittenAgent::profile,
                          "the group's", "What kind of person it is."),
        key<WrittenAgent>("quality", quality(), &WrittenAgent::quality, "the group's",
                          "By call type: a multiple on the odds that a contact is solved."),
    };
    return table_of<WrittenAgent, ListedAgent>(kKeys, finish_agent);
}

}  // namespace floorwalker::scenario
