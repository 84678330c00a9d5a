#include "sim/report/trace_report.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/report/clock.hpp"
#include "sim/report/text/fact_words.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/table.hpp"

namespace floorwalker::report {
namespace {

TimePoint time_of(const Fact& fact) {
    return std::visit([](const auto& one) { return one.at; }, fact);
}

std::int64_t day_of(TimePoint at) { return at.time_since_epoch() / kDay; }

/// "10:31:05.3"; the day stands on a line of its own.
std::string clock_of(TimePoint at) {
    const Duration of_day = at.time_since_epoch() % kDay;
    const auto tenths = of_day.count() / 100'000;
    return fmt::format("{:02}:{:02}:{:02}.{}", tenths / 36'000, tenths / 600 % 60, tenths / 10 % 60, tenths % 10);
}

std::string_view rule_of(AgentChoice choose) {
    switch (choose) {
    case AgentChoice::preference: return "preference";
    case AgentChoice::longest_idle: return "longest_idle";
    case AgentChoice::fewest_skills: return "fewest_skills";
    case AgentChoice::least_occupied: return "least_occupied";
    case AgentChoice::most_proficient: return "most_proficient";
    case AgentChoice::weighted_random: return "weighted_random";
    case AgentChoice::local_site: return "local_site";
    }
    return {};
}

std::string_view rule_of(ContactChoice take) {
    switch (take) {
    case ContactChoice::priority: return "priority";
    case ContactChoice::longest_wait: return "longest_wait";
    case ContactChoice::weighted_wait: return "weighted_wait";
    case ContactChoice::accumulating: return "accumulating";
    case ContactChoice::queue_ratio: return "queue_ratio";
    }
    return {};
}

bool compares_worth(ContactChoice take) {
    return take == ContactChoice::weighted_wait || take == ContactChoice::accumulating ||
           take == ContactChoice::queue_ratio;
}

std::string_view name_of(Condition::Of of) {
    switch (of) {
    case Condition::Of::queue_length: return "contacts waiting";
    case Condition::Of::expected_wait: return "expected wait";
    case Condition::Of::free_agents: return "agents free";
    case Condition::Of::queue_per_agent: return "waiting per agent";
    }
    return {};
}

class TraceText {
public:
    TraceText(const Scenario& scenario, const TextOptions& options)
        : scenario_{scenario}, options_{options}, names_{scenario} {}

    std::string operator()(const std::vector<TraceEntry>& entries) {
        std::string text;
        for (const TraceEntry& entry : entries) {
            const std::string what = words(scenario_, entry.fact);
            if (what.empty()) continue;
            const TimePoint at = time_of(entry.fact);
            if (day_of(at) != day_) text += fmt::format("\n  Day {}\n", (day_ = day_of(at)) + 1);
            text += fmt::format("  {}  {}\n", paint(clock_of(at), Tone::faint, options_.colour), what);
            text += groups(entry) + queues(entry) + conditions(entry);
            if (entry.by_last_agent) text += reason("it asked for the agent who knows it");
        }
        return text;
    }

private:
    std::string reason(std::string_view text) const {
        return fmt::format("              {}\n", paint(text, Tone::faint, options_.colour));
    }

    std::string lines(std::vector<Column> columns) const {
        std::string text;
        const std::string rows = table(std::move(columns), {options_.width - 14, 2, options_.colour});
        for (std::size_t begin = 0; begin < rows.size();) {
            const std::size_t end = rows.find('\n', begin) + 1;
            text += "            " + rows.substr(begin, end - begin);
            begin = end;
        }
        return text;
    }

    static Cell mark(bool is_chosen) { return {is_chosen ? "►" : " ", "", Tone::good}; }

    std::string groups(const TraceEntry& entry) const {
        if (entry.groups.empty()) return {};
        Column marks{.align = Column::Align::left}, groups{.align = Column::Align::left}, free,
            notes{.align = Column::Align::left};
        for (const GroupLook& look : entry.groups) {
            marks.cells.push_back(mark(look.is_chosen));
            groups.cells.push_back({names_.group(look.group)});
            free.cells.push_back({fmt::format("{} of {} free", look.free, look.present)});
            const bool is_kept_back = look.free > 0 && !look.may_take;
            notes.cells.push_back({is_kept_back ? fmt::format("keeps {} free for others", look.kept) : ""});
        }
        return reason(fmt::format("looked for an agent by {}:", rule_of(*entry.choose))) +
               lines({marks, groups, free, notes});
    }

    static std::string note(const QueueLook& look) {
        std::string text = look.is_quiet ? "callbacks for a quiet time" : "";
        if (look.is_kept_back) text += text.empty() ? "agents are kept free for others" : "; too few agents are free";
        return text;
    }

    std::string queues(const TraceEntry& entry) const {
        if (entry.queues.empty()) return {};
        Column marks{.align = Column::Align::left}, queues{.align = Column::Align::left}, waiting, priorities, waits,
            worths, notes{.align = Column::Align::left};
        const bool has_worth = compares_worth(*entry.take);
        for (const QueueLook& look : entry.queues) {
            marks.cells.push_back(mark(look.is_chosen));
            queues.cells.push_back(
                {names_.call_type(look.call_type) + (scenario_.tiers.empty() ? "" : ", " + names_.tier(look.tier))});
            waiting.cells.push_back({fmt::format("{} waiting", look.waiting)});
            priorities.cells.push_back({look.is_quiet ? "behind all" : fmt::format("priority {}", look.priority)});
            waits.cells.push_back({"first " + duration(to_seconds(look.credited_wait))});
            worths.cells.push_back({fmt::format("worth {:.2f}", look.worth)});
            notes.cells.push_back({note(look)});
        }
        std::vector<Column> columns{marks, queues, waiting, waits};
        if (*entry.take == ContactChoice::priority) columns.push_back(priorities);
        if (has_worth) columns.push_back(worths);
        columns.push_back(notes);
        return reason(fmt::format("the agent took by {}:", rule_of(*entry.take))) + lines(std::move(columns));
    }

    std::string conditions(const TraceEntry& entry) const {
        std::string text;
        for (const ConditionLook& look : entry.conditions) {
            const bool is_time = look.condition.of == Condition::Of::expected_wait;
            const auto shown = [&](double value) { return is_time ? duration(value) : fmt::format("{:g}", value); };
            std::string bounds;
            if (std::isfinite(look.condition.at_least)) bounds += " at least " + shown(look.condition.at_least);
            if (std::isfinite(look.condition.at_most))
                bounds += (bounds.empty() ? "" : " and") + (" at most " + shown(look.condition.at_most));
            text += reason(fmt::format("{} {}: {}; asked for{}", look.holds ? "✓" : "✗", name_of(look.condition.of),
                                       shown(look.value), bounds));
        }
        return text;
    }

    const Scenario& scenario_;
    TextOptions options_;
    Names names_;
    std::int64_t day_ = -1;
};

using Json = nlohmann::ordered_json;

Json to_json(const GroupLook& look, const Names& names) {
    return {{"group", names.group(look.group)}, {"free", look.free},
            {"present", look.present},          {"kept", look.kept},
            {"may_take", look.may_take},        {"chosen", look.is_chosen}};
}

Json to_json(const QueueLook& look, const Names& names) {
    return {{"call_type", names.call_type(look.call_type)},
            {"tier", names.tier(look.tier)},
            {"waiting", look.waiting},
            {"priority", look.priority},
            {"credited_wait_s", to_seconds(look.credited_wait)},
            {"worth", std::isfinite(look.worth) ? Json(look.worth) : Json(nullptr)},
            {"quiet_callbacks", look.is_quiet},
            {"kept_back", look.is_kept_back},
            {"chosen", look.is_chosen}};
}

Json to_json(const ConditionLook& look) {
    Json json{{"of", name_of(look.condition.of)}, {"value", look.value}, {"holds", look.holds}};
    if (std::isfinite(look.condition.at_least)) json["at_least"] = look.condition.at_least;
    if (std::isfinite(look.condition.at_most)) json["at_most"] = look.condition.at_most;
    return json;
}

Json to_json(const Scenario& scenario, const Names& names, const TraceEntry& entry) {
    const TimePoint at = time_of(entry.fact);
    Json json{{"day", day_of(at) + 1},
              {"at", clock_of(at)},
              {"at_s", to_seconds(at.time_since_epoch())},
              {"fact", kind_of(entry.fact)},
              {"text", words(scenario, entry.fact)}};
    if (entry.choose) json["choose"] = rule_of(*entry.choose);
    for (const GroupLook& look : entry.groups) json["groups"].push_back(to_json(look, names));
    if (entry.take) json["take"] = rule_of(*entry.take);
    for (const QueueLook& look : entry.queues) json["queues"].push_back(to_json(look, names));
    for (const ConditionLook& look : entry.conditions) json["conditions"].push_back(to_json(look));
    if (entry.by_last_agent) json["by_last_agent"] = true;
    return json;
}

}  // namespace

std::string trace_text(const Scenario& scenario, const TraceOf& of, const std::vector<TraceEntry>& entries,
                       const TextOptions& options) {
    const std::string head = fmt::format("Customer {}", Names{scenario}.customer(of.customer));
    return paint(head, Tone::strong, options.colour) +
           paint(fmt::format(" · seed {} · replication {}", of.seed, of.replication + 1), Tone::faint, options.colour) +
           "\n" + TraceText{scenario, options}(entries);
}

std::string trace_json(const Scenario& scenario, const TraceOf& of, const std::vector<TraceEntry>& entries) {
    const Names names{scenario};
    Json json{{"schema", "floorwalker/trace/1"},
              {"customer", names.customer(of.customer)},
              {"seed", of.seed},
              {"replication", of.replication + 1},
              {"entries", Json::array()}};
    for (const TraceEntry& entry : entries) json["entries"].push_back(to_json(scenario, names, entry));
    return json.dump(2) + "\n";
}

}  // namespace floorwalker::report
