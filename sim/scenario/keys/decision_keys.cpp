#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/keys/kinds.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

/// A decision as written, flat.
struct WrittenDecision {
    Duration at{0};
    std::optional<std::int64_t> day;
    std::string deed;
    std::optional<GroupId> group;
    std::int64_t agents = 1;
    std::optional<Duration> until;
    std::optional<CallTypeId> call_type;
    std::optional<NumberId> number;
    double contacts = Peak{}.contacts;
    std::optional<Duration> half_life;
    bool self_service_fails = false;
    double solved_odds = KnowledgeGap{}.solved;
    double defect_odds = KnowledgeGap{}.defects;
    std::optional<TierId> tier;
    std::int64_t by = Prioritise{}.by;
    std::optional<ServerId> server;
    double speed = ServerSlow{}.speed;
    std::optional<LinkId> link;
    std::optional<SiteId> site;
    bool drops_calls = SiteLost{}.drops_calls;
};

const std::vector<EntryKind>& kinds() {
    static const std::vector<EntryKind> all{
        {"absent", {"group"}, {"agents"}},
        {"extra", {"group"}, {"agents"}},
        {"peak", {}, {"call_type", "number", "contacts", "half_life"}},
        {"outage", {}, {"call_type", "self_service_fails"}},
        {"system_down", {}, {"group"}},
        {"knowledge_gap", {}, {"call_type", "solved_odds", "defect_odds"}},
        {"priority", {"call_type"}, {"tier", "by"}},
        {"keep_off", {"group", "call_type"}, {}},
        {"server_slow", {"server"}, {"speed"}},
        {"server_down", {"server"}, {}},
        {"link_down", {"link"}, {}},
        {"site_lost", {"site"}, {"calls"}},
    };
    return all;
}

/// Who is ill, or whose site is lost, does not come back to empty the queue after closing; extra people stay for that
/// of themselves.
Duration until_by_default(const WrittenDecision& written, const Context& context) {
    if (!context.centre) return 2 * kDay;
    const bool stays_away = written.deed == "absent" || written.deed == "site_lost";
    return stays_away ? context.centre->open + kDay : context.centre->close;
}

bool check_day(const WrittenDecision& written, const Node& node, Context& context) {
    if (!written.day || !context.centre || *written.day <= context.centre->days) return true;
    const PathPart part{context, "day"};
    context.problem(*find(node, "day"), fmt::format("there is no day {}; the scenario has {} day{}", *written.day,
                                                    context.centre->days, context.centre->days == 1 ? "" : "s"));
    return false;
}

bool check_deed(const Node& node, Context& context) {
    if (!check_kind(kinds(), node, context)) return false;
    const EntryKind* const kind = kind_of(node, kinds());
    const bool has_type = find(node, "call_type") != nullptr;
    if (kind == nullptr || kind->name != "peak" || has_type != (find(node, "number") != nullptr)) return true;
    context.problem(node, has_type ? "a peak is of either a call_type or a number, not both"
                                   : "do = \"peak\" needs a \"call_type\" or a \"number\" too");
    return false;
}

/// Who calls while the centre is closed hears no more than that.
bool check_peak_hours(const WrittenDecision& written, Duration until, const Node& node, Context& context) {
    if (written.deed != "peak" || !context.centre) return true;
    const Centre& centre = *context.centre;
    std::optional<OpenHours> hours{{centre.open, centre.close}};
    if (written.day) hours = centre.hours_on(*written.day - 1);
    if (hours && written.at < hours->close && until > hours->open) return true;
    const auto opening = hours
                             ? fmt::format("open from {} to {}", format_clock(hours->open), format_clock(hours->close))
                             : fmt::format("closed on day {}", *written.day);
    context.problem(node, fmt::format("nobody comes to a peak from {} to {}; the centre is {}",
                                      format_clock(written.at), format_clock(until), opening));
    return false;
}

/// The end; nothing when it is not after the beginning.
std::optional<Duration> find_end(const WrittenDecision& written, const Node& node, Context& context) {
    auto until = written.until.value_or(until_by_default(written, context));
    if (until <= written.at && context.centre && until + kDay <= context.centre->close) until += kDay;
    if (until > written.at) return until;
    const Node* const place = find(node, "until");
    const PathPart part{context, "until"};
    context.problem(place != nullptr ? *place : node,
                    fmt::format("{} is not after the decision's time, {}; for the next day, write \"{}\"",
                                format_clock(until), format_clock(written.at), format_clock(until + kDay)));
    return std::nullopt;
}

using Deed = decltype(Decision::what);

/// Of those about machines; else nothing.
std::optional<Deed> machine_deed(const WrittenDecision& written, Duration until) {
    const std::string& deed = written.deed;
    std::optional<Deed> what;
    if (deed == "server_slow") what.emplace(ServerSlow{written.server.value_or(ServerId{}), written.speed, until});
    if (deed == "server_down") what.emplace(ServerDown{written.server.value_or(ServerId{}), until});
    if (deed == "link_down") what.emplace(LinkDown{written.link.value_or(LinkId{}), until});
    if (deed == "site_lost") what.emplace(SiteLost{written.site.value_or(SiteId{}), written.drops_calls, until});
    return what;
}

// In place: what is moved into a variant of so many kinds confuses the compiler's warnings.
Deed what_of(const WrittenDecision& written, Duration until) {
    if (const auto machine = machine_deed(written, until)) return *machine;
    const GroupId group = written.group.value_or(GroupId{});
    const CallTypeId call_type = written.call_type.value_or(CallTypeId{});
    const std::string& deed = written.deed;
    Deed what{std::in_place_type<Absent>, Absent{group, written.agents, until}};
    if (deed == "extra") what.emplace<Extra>(Extra{group, written.agents, until});
    if (deed == "peak") what.emplace<Peak>(Peak{call_type, written.number, written.contacts, until, written.half_life});
    if (deed == "outage") what.emplace<Outage>(Outage{written.call_type, written.self_service_fails, until});
    if (deed == "system_down") what.emplace<SystemDown>(SystemDown{written.group, until});
    if (deed == "knowledge_gap")
        what.emplace<KnowledgeGap>(KnowledgeGap{written.call_type, written.solved_odds, written.defect_odds, until});
    if (deed == "priority")
        what.emplace<Prioritise>(Prioritise{call_type, written.tier, static_cast<int>(written.by), until});
    if (deed == "keep_off") what.emplace<KeepOff>(KeepOff{group, call_type, until});
    return what;
}

std::optional<Decision> build(WrittenDecision& written, const Node& node, Context& context) {
    if (!check_day(written, node, context)) return std::nullopt;
    if (context.is_past_midnight(written.at)) written.at += kDay;
    const auto until = find_end(written, node, context);
    if (!until || !check_peak_hours(written, *until, node, context)) return std::nullopt;
    if (written.deed == "priority" && written.by == 0) {
        const PathPart part{context, "by"};
        context.problem(*find(node, "by"), "changes nothing; write by = 1 to put them before others, -1 after");
        return std::nullopt;
    }
    Decision decision{.at = written.at, .day = std::nullopt, .what = what_of(written, *until)};
    if (written.day) decision.day = static_cast<std::uint32_t>(*written.day - 1);
    return decision;
}

Keys<WrittenDecision> when_keys() {
    using Written = WrittenDecision;
    return {
        key("at", clock(), &Written::at, "", "When it takes effect.").required(),
        key("day", integer(1, 1'000'000), &Written::day, "every day", "On which day, counted from 1."),
        key("do", kind_name(kinds()), &Written::deed, "",
            "absent: agents of the group stay away; who talks finishes first. extra: more agents with the group's "
            "skills come in. peak: more contacts than usual come. outage: the systems are down; agents write requests "
            "down and call back when it is over, by the call type's callback. system_down: the agents of the group can "
            "do nothing. knowledge_gap: what agents look up does not fit; for call types with an outcome. priority: "
            "contacts of a call type come before others, or after them. keep_off: agents of the group take no contacts "
            "of the call type. server_slow, server_down, link_down: a machine is slow, off, or lets nothing through. "
            "site_lost: its servers are off, nothing gets there, and its agents sign out.")
            .required(),
        key("until", clock(), &Written::until, "closing time; for absent and site_lost, the next day's opening",
            "When it ends; \"26:00\" is 2 o'clock in the night that follows."),
    };
}

Keys<WrittenDecision> what_keys() {
    using Written = WrittenDecision;
    return {
        key("group", reference<GroupId>(&Context::groups, "group"), &Written::group, "",
            "absent, extra, system_down, keep_off: which group; of system_down left out: all."),
        key("agents", integer(1, 1'000'000), &Written::agents, "1", "absent, extra: how many people."),
        key("call_type", reference<CallTypeId>(&Context::call_types, "call type"), &Written::call_type, "",
            "peak: the call type that they are of. outage: the call type that cannot be dealt with; left out, all with "
            "a callback. knowledge_gap: the call type concerned; left out, all. priority, keep_off: the call type."),
        key("tier", reference<TierId>(&Context::tiers, "tier"), &Written::tier, "",
            "priority: its customers of this tier alone."),
        key("by", integer(-1000, 1000), &Written::by, "1", "priority: by how much it changes."),
        key("number", reference<NumberId>(&Context::numbers, "number"), &Written::number, "",
            "peak: the number that they call, instead of a call type."),
        key("contacts", number_above(0, 1e7), &Written::contacts, "100", "peak: how many contacts come, on average."),
        key("half_life", duration_above(0s, 24h), &Written::half_life, "an even rush",
            "peak: they come fast at first, half as fast after each such time."),
        key("self_service_fails", boolean(), &Written::self_service_fails, "false",
            "outage: whether nobody is served by an IVR either."),
        key("solved_odds", number_above(0, 1000), &Written::solved_odds, "0.4",
            "knowledge_gap: a factor on the odds that a contact is solved."),
        key("defect_odds", number_above(0, 1000), &Written::defect_odds, "3",
            "knowledge_gap: a factor on the odds of a defect of knowledge."),
    };
}

Keys<WrittenDecision> machine_keys() {
    return {
        key("server", reference<ServerId>(&Context::servers, "server"), &WrittenDecision::server, "",
            "server_slow, server_down: which server."),
        key("speed", share_above(0, 1), &WrittenDecision::speed, "\"25%\"",
            "server_slow: what it has of its own speed, for all who use it."),
        key("link", reference<LinkId>(&Context::links, "link"), &WrittenDecision::link, "", "link_down: which link."),
        key("site", reference<SiteId>(&Context::sites, "site"), &WrittenDecision::site, "", "site_lost: which site."),
        key("calls", choice<bool>({{"drop", true}, {"survive", false}}), &WrittenDecision::drops_calls, "\"drop\"",
            "site_lost: whether calls in progress there are cut off, or finished first."),
    };
}

}  // namespace

Format<Decision> decision() {
    static const Keys<WrittenDecision> keys = [] {
        auto all = when_keys();
        for (auto& key : what_keys()) all.push_back(std::move(key));
        for (auto& key : machine_keys()) all.push_back(std::move(key));
        return all;
    }();
    return table_of<WrittenDecision, Decision>(keys, build, Kind::table, check_deed);
}

}  // namespace floorwalker::scenario
