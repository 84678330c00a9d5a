// What the machines behind the floor did, and what it did to the contacts.
#include <algorithm>

#include <fmt/format.h>

#include "sim/report/clock.hpp"
#include "sim/report/text/figures.hpp"
#include "sim/report/text/machine_columns.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/paragraph.hpp"
#include "sim/report/text/scopes.hpp"
#include "sim/report/text/server_rows.hpp"

namespace floorwalker::report {
namespace {

constexpr double kSecondsPerHour = 3600.0;

std::vector<Estimate> values_of(const std::vector<ServerResult>& servers, Estimate ServerResult::*figure) {
    std::vector<Estimate> values;
    for (const ServerResult& server : servers) values.push_back(server.*figure);
    return values;
}

Column busy(const std::vector<ServerResult>& servers) {
    Column column = estimates("busy %", values_of(servers, &ServerResult::utilisation), Unit::percent);
    for (std::size_t s = 0; s < servers.size(); ++s) {
        if (servers[s].utilisation.mean.value_or(0) > kHot) column.cells[s].tone = Tone::bad;
    }
    return column;
}

/// "10 min", "1 h 30 min"
std::string rounded(double seconds) {
    constexpr double kMinute = 60.0;
    if (seconds < kMinute || seconds >= kSecondsPerHour - kMinute / 2) return duration(seconds);
    return fmt::format("{:.0f} min", seconds / kMinute);
}

/// Times of a day, as somebody says them.
Column times_of_day(std::string header, const std::vector<Estimate>& hours, double per_day) {
    Column column{.header = std::move(header)};
    for (const Estimate& one : hours) {
        const double seconds = one.mean.value_or(0) * kSecondsPerHour * per_day;
        column.cells.push_back(seconds > 0 ? Cell{rounded(seconds)} : Cell{"–", "", Tone::faint});
    }
    return column;
}

std::string server_table(const Page& page) {
    const auto& servers = page.result.machines->servers;
    if (servers.empty()) return {};
    const auto of = [&](Estimate ServerResult::*figure) { return values_of(servers, figure); };
    std::vector<Column> columns{names("Machines", page.scenario.infrastructure.servers)};
    columns.push_back(estimates(page.title("look-ups"), of(&ServerResult::look_ups), Unit::count, page.per_day()));
    add_if_any(columns, "failed %", of(&ServerResult::failed_share), Unit::percent);
    const ResponseUnit unit = unit_for(of(&ServerResult::response_p95_s));
    columns.push_back(responses("response", of(&ServerResult::response_s), unit));
    columns.push_back(responses("P95", of(&ServerResult::response_p95_s), unit));
    if (any_above_zero(of(&ServerResult::work_alone_s)))
        columns.push_back(responses("alone", of(&ServerResult::work_alone_s), unit));
    columns.push_back(busy(servers));
    columns.push_back(estimates("at once", of(&ServerResult::present), Unit::ratio));
    columns.push_back(estimates("most", of(&ServerResult::most_present), Unit::count));
    columns.back().expendable = 1;
    const auto add_times = [&](const char* header, Estimate ServerResult::*figure) {
        if (any_above_zero(of(figure))) columns.push_back(times_of_day(header, of(figure), page.per_day()));
    };
    add_times("down", &ServerResult::down_hours);
    add_times("slow", &ServerResult::slow_hours);
    return table(std::move(columns), page.table_options());
}

Block waiting(const Page& page) {
    Figures figures{page, "Waits for systems"};
    figures.percent("of handling time", Kpi::system_wait_share);
    figures.duration("per contact", Kpi::system_wait_s);
    return figures.take();
}

Block faults(const Page& page) {
    Figures figures{page, page.title("Faults")};
    const double per_day = page.per_day();
    if (!figures.is_above_zero(Kpi::fault_touched)) return {};
    figures.count("contacts touched", Kpi::fault_touched, per_day);
    figures.percent("· of the offered", Kpi::fault_touched_share);
    figures.count_if_any("look-ups failed in the IVR", Kpi::ivr_look_ups_failed, per_day);
    figures.count_if_any("talks cut off", Kpi::dropped, per_day);
    return figures.take();
}

Block paper(const Page& page) {
    Figures figures{page, page.title("On paper")};
    if (!figures.is_above_zero(Kpi::paper_contacts)) return {};
    figures.count("contacts", Kpi::paper_contacts, page.per_day());
    figures.percent("· of the handled", Kpi::paper_share);
    figures.count("entered since", Kpi::paper_entries, page.per_day());
    Block block = figures.take();
    Shown open = shown_count(page.result.machines->paper_open);
    block.labels.cells.push_back({"open at the end"});
    block.values.cells.push_back({std::move(open.mean), std::move(open.half_width)});
    return block;
}

std::string from_to(const ServerRow& row) {
    return row.after_close ? "after closing" : fmt::format("from {} to {}", clock(row.start), clock(row.end));
}

std::string further(std::size_t others) {
    return others == 0 ? "" : fmt::format(", and at {} other {} of the day", others, others == 1 ? "time" : "times");
}

std::string about_load(const std::string& name, const ServerResult& server, const ServerSpan& span) {
    const ServerResult::Interval& at = span.all.at;
    std::string text = fmt::format("{} is {:.0f} % busy {}", name, 100 * *at.utilisation.mean, from_to(span.all));
    if (at.response_s.mean) {
        text += fmt::format(": a look-up takes {}", response(*at.response_s.mean));
        if (server.work_alone_s.mean) text += fmt::format(", its work alone {}", response(*server.work_alone_s.mean));
    }
    return text + further(span.others) + ".";
}

std::string about_slowness(const std::string& name, const ServerResult& server, const ServerSpan& span) {
    return fmt::format("{} answers slowly {}{}: a look-up takes {}, over the day {}.", name, from_to(span.all),
                       further(span.others), response(*span.all.at.response_s.mean), response(*server.response_s.mean));
}

std::string look_ups(const Estimate& number, const Page& page) {
    const std::string text = count(number.mean.value_or(0) * page.per_day());
    return fmt::format("{} {}{}", text, text == "1" ? "look-up" : "look-ups", page.has_several_days() ? " a day" : "");
}

std::string about_failures(const std::string& name, const ServerResult& server, const ServerRow& most,
                           const Page& page) {
    return fmt::format("{} fails {}, {} of them {}.", name, look_ups(server.failed, page),
                       count(most.at.failed.mean.value_or(0) * page.per_day()), from_to(most));
}

void add_states(std::vector<std::string>& remarks, const char* kind, const char* down,
                const std::vector<MachineResult>& machines, const Page& page) {
    const auto add = [&](const std::string& id, const char* how, const Estimate& hours) {
        const double seconds = hours.mean.value_or(0) * kSecondsPerHour * page.per_day();
        if (seconds <= 0) return;
        remarks.push_back(fmt::format("{} {} is {} for {}{}.", kind, id, how, rounded(seconds),
                                      page.has_several_days() ? " a day" : ""));
    };
    for (const MachineResult& machine : machines) {
        add(machine.id, down, machine.down_hours);
        add(machine.id, "slow", machine.slow_hours);
    }
}

std::vector<std::string> remarks_on(const Page& page) {
    const MachineResults& machines = *page.result.machines;
    // The mean of a hundred exponential times is right to a tenth.
    const double least = 100.0 / static_cast<double>(std::max<std::int64_t>(1, page.result.replications));
    std::vector<std::string> remarks;
    for (std::size_t s = 0; s < machines.servers.size(); ++s) {
        const ServerResult& server = machines.servers[s];
        const Server& known = page.scenario.infrastructure.servers[s];
        const std::string name = shown_name(known.name, known.id);
        const auto rows = rows_of(server, page.result.intervals);
        if (const auto hot = hottest(rows))
            remarks.push_back(about_load(name, server, *hot));
        else if (const auto slow = slowest(rows, server.response_s.mean.value_or(0), least))
            remarks.push_back(about_slowness(name, server, *slow));
        if (const auto* most = most_failed(rows)) remarks.push_back(about_failures(name, server, *most, page));
    }
    add_states(remarks, "Link", "down", machines.links, page);
    add_states(remarks, "Site", "lost", machines.sites, page);
    return remarks;
}

}  // namespace

std::string machine_lines(const Page& page) {
    if (!page.result.machines) return {};
    std::string text = server_table(page);
    for (const std::string& remark : remarks_on(page)) text += paragraph(remark, page.options.width);
    const std::string blocks = beside_each_other({waiting(page), faults(page), paper(page)}, page);
    if (!text.empty() && !blocks.empty()) text += '\n';
    return text + blocks;
}

}  // namespace floorwalker::report
