#include "viz/day/deciding.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace floorwalker::viz {
namespace {

using Seconds = std::chrono::seconds;

/// The latest that a scenario file can say.
constexpr Duration kLatest = 2 * kDay;

Duration& until_of(Decision& decision) {
    return std::visit([](auto& what) -> Duration& { return what.until; }, decision.what);
}

bool belongs_to_the_day_before(Duration clock, const Centre& centre) {
    return clock < centre.open && clock + kDay < centre.close;
}

std::string clock_text(Duration time) {
    const auto seconds = std::chrono::floor<Seconds>(time).count();
    return fmt::format("\"{:02}:{:02}:{:02}\"", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/// As a TOML string.
std::string quoted(const std::string& text) {
    std::string all = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') all += '\\';
        all += letter;
    }
    return all + '"';
}

/// A [[decision]] table.
class Table {
public:
    explicit Table(const Scenario& scenario) : scenario_{scenario} {}

    std::string of(const Decision& decision) {
        text_ = "\n[[decision]]\n";
        if (decision.day) line("day", std::to_string(*decision.day + 1));
        line("at", clock_text(decision.at));
        std::visit(*this, decision.what);
        std::visit([this](const auto& what) { line("until", clock_text(what.until)); }, decision.what);
        return text_;
    }

    void operator()(const Absent& what) {
        deed("absent");
        group(what.group);
        line("agents", std::to_string(what.agents));
    }
    void operator()(const Extra& what) {
        deed("extra");
        group(what.group);
        line("agents", std::to_string(what.agents));
    }
    void operator()(const Peak& what) {
        deed("peak");
        if (what.number) {
            line("number", quoted(scenario_.numbers[index(*what.number)].id));
        } else {
            call_type(what.call_type);
        }
        line("contacts", fmt::format("{}", what.contacts));
        if (what.half_life) line("half_life", fmt::format("\"{:.6f}s\"", to_seconds(*what.half_life)));
    }
    void operator()(const Outage& what) {
        deed("outage");
        if (what.call_type) call_type(*what.call_type);
        if (what.self_service_fails) line("self_service_fails", "true");
    }
    void operator()(const SystemDown& what) {
        deed("system_down");
        if (what.group) group(*what.group);
    }
    void operator()(const KnowledgeGap& what) {
        deed("knowledge_gap");
        if (what.call_type) call_type(*what.call_type);
        line("solved_odds", fmt::format("{}", what.solved));
        line("defect_odds", fmt::format("{}", what.defects));
    }
    void operator()(const Prioritise& what) {
        deed("priority");
        call_type(what.call_type);
        if (what.tier) line("tier", quoted(scenario_.tiers[index(*what.tier)].id));
        line("by", std::to_string(what.by));
    }
    void operator()(const KeepOff& what) {
        deed("keep_off");
        group(what.group);
        call_type(what.call_type);
    }
    void operator()(const ServerSlow& what) {
        deed("server_slow");
        line("server", quoted(machines().servers[index(what.server)].id));
        line("speed", fmt::format("{}", what.speed));
    }
    void operator()(const ServerDown& what) {
        deed("server_down");
        line("server", quoted(machines().servers[index(what.server)].id));
    }
    void operator()(const LinkDown& what) {
        deed("link_down");
        line("link", quoted(machines().links[index(what.link)].id));
    }
    void operator()(const SiteLost& what) {
        deed("site_lost");
        line("site", quoted(machines().sites[index(what.site)].id));
        line("calls", quoted(what.drops_calls ? "drop" : "survive"));
    }

private:
    void line(const char* key, const std::string& value) { text_ += fmt::format("{} = {}\n", key, value); }
    void deed(const char* name) { line("do", quoted(name)); }
    void group(GroupId id) { line("group", quoted(scenario_.groups[index(id)].id)); }
    void call_type(CallTypeId id) { line("call_type", quoted(scenario_.call_types[index(id)].id)); }

    const Infrastructure& machines() const { return scenario_.infrastructure; }

    const Scenario& scenario_;
    std::string text_;
};

/// In single quotes for a shell, and in one line.
std::string shell_word(const std::string& text) {
    std::string word = "'";
    for (const char letter : text) {
        if (letter == '\'') {
            word += "'\\''";
        } else {
            word += letter == '\n' || letter == '\r' ? ' ' : letter;
        }
    }
    return word + '\'';
}

/// What must be given beside the file to make the run again.
std::string how_to_run(const RunOf& run) {
    std::string text =
        fmt::format("\n# With decisions that were taken in the window. The same day again: --replication {} --seed {}",
                    run.replication + 1, run.seed);
    for (const std::string& change : run.origin->overrides) text += " --set " + shell_word(change);
    return text + '\n';
}

}  // namespace

RunOf::Live taken_at(TimePoint now, Decision decision, const Centre& centre) {
    const auto next_second = std::chrono::ceil<Seconds>(now.time_since_epoch());
    const Duration today = std::chrono::floor<std::chrono::days>(now.time_since_epoch());
    const Duration written = decision.day ? kDay * std::int64_t{*decision.day} : today;
    Duration& until = until_of(decision);
    Duration end = written + std::chrono::ceil<Seconds>(until);
    const Duration begin = std::max<Duration>(next_second, written + std::chrono::ceil<Seconds>(decision.at));
    end = std::max<Duration>(end, begin + Seconds{1});
    auto day = begin / kDay;
    if (day > 0 && belongs_to_the_day_before(begin - kDay * day, centre)) --day;
    decision.day = static_cast<std::uint32_t>(day);
    decision.at = begin - kDay * day;
    until = std::min(end - kDay * day, std::max<Duration>(kLatest, decision.at + Seconds{1}));
    return {TimePoint{next_second}, std::move(decision)};
}

std::string scenario_text(const RunOf& run) {
    if (!run.origin) throw std::invalid_argument{"a scenario that was built in code has no text to be saved"};
    std::string text = run.origin->text;
    if (!text.empty() && text.back() != '\n') text += '\n';
    text += how_to_run(run);
    Table table{run.scenario};
    const auto& decisions = run.scenario.decisions;
    for (std::size_t i = run.origin->own_decisions; i < decisions.size(); ++i) text += table.of(decisions[i]);
    for (const RunOf::Live& live : run.live) text += table.of(live.decision);
    return text;
}

}  // namespace floorwalker::viz
