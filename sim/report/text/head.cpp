#include <fmt/format.h>

#include "sim/report/clock.hpp"
#include "sim/report/targets.hpp"
#include "sim/report/text/display_width.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/page.hpp"
#include "sim/report/text/scopes.hpp"

namespace floorwalker::report {
namespace {

std::string counted(std::int64_t count, std::string_view thing) {
    return fmt::format("{} {}{}", whole(count), thing, count == 1 ? "" : "s");
}

std::string days(const Page& page) {
    const Centre& centre = page.scenario.centre;
    const std::string measured = counted(page.measured_days(), "day");
    return centre.warm_up_days > 0 ? fmt::format("{} after {} of warm-up", measured, whole(centre.warm_up_days))
                                   : measured;
}

template <class Entries>
std::string name_in(const Entries& entries, const std::string& id) {
    for (const auto& entry : entries) {
        if (entry.id == id) return entry.name.empty() ? entry.id : entry.name;
    }
    return id;
}

/// The name of the call type or the tier whose target it is; empty: of the centre.
std::string owner_of(const Page& page, const Target& target) {
    if (!target.call_type.empty()) return name_in(page.scenario.call_types, target.call_type);
    return target.tier.empty() ? "" : name_in(page.scenario.tiers, target.tier);
}

std::string title(const Page& page, const Target& target) {
    std::string what = "Service level";
    if (target.kpi == Kpi::service_level && target.within)
        what = "Answered within " + duration(to_seconds(*target.within));
    if (target.kpi == Kpi::abandonment) what = "Abandoned";
    if (target.kpi == Kpi::asa_s) what = "Mean wait (ASA)";
    if (target.kpi == Kpi::occupancy) what = "Occupancy";
    const std::string owner = owner_of(page, target);
    if (owner.empty()) return what;
    constexpr std::size_t kName = 24;
    return fit(owner, kName) + ": " + static_cast<char>(std::tolower(what[0])) + what.substr(1);
}

std::string goal(const Target& target) {
    const std::string value = target.kpi == Kpi::asa_s ? duration(target.value) : target_percent(target.value);
    return (target.at_least ? "at least " : "at most ") + value;
}

Cell mark(const Target& target) {
    const auto met = target.met();
    return met ? mark_of(met) : Cell{"–", "", Tone::faint};
}

std::string_view remark(const Target& target) {
    if (!target.met()) return "no contacts";
    return target.is_uncertain() ? "too close to be sure" : "";
}

}  // namespace

std::string head_lines(const Page& page) {
    const Centre& centre = page.scenario.centre;
    const RunResult& result = page.result;
    std::string text = page.paint(fit(result.scenario_name, page.options.width), Tone::strong) + '\n';
    const std::string facts =
        fmt::format("{}, {}–{} · {} · seed {} · digest {:016x}", days(page), clock(centre.open), clock(centre.close),
                    counted(result.replications, "replication"), result.seed, result.digest);
    text += page.paint(fit(facts, page.options.width), Tone::faint) + '\n';
    if (result.replications < result.replications_asked) {
        text += page.paint(fmt::format("Stopped after {} of {} replications.", whole(result.replications),
                                       whole(result.replications_asked)),
                           Tone::bad) +
                '\n';
    }
    return text;
}

std::string target_lines(const Page& page) {
    Column titles{.header = "Targets", .align = Column::Align::left, .header_tone = Tone::strong};
    Column results;
    Column marks{.align = Column::Align::left};
    Column goals{.align = Column::Align::left};
    Column remarks{.align = Column::Align::left, .expendable = 1};
    for (const Target& target : targets(page.scenario, page.result)) {
        const Shown shown = target.kpi == Kpi::asa_s ? shown_duration(target.result) : shown_percent(target.result);
        titles.cells.push_back({title(page, target)});
        results.cells.push_back({shown.mean, shown.half_width, target.met() == false ? Tone::bad : Tone::strong});
        marks.cells.push_back(mark(target));
        goals.cells.push_back({goal(target)});
        remarks.cells.push_back({std::string{remark(target)}, "", Tone::faint});
    }
    return table({titles, results, marks, goals, remarks}, page.table_options(3));
}

}  // namespace floorwalker::report
