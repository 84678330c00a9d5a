#include "sim/report/csv_report.hpp"

#include <string_view>

#include <fmt/format.h>

#include "sim/report/clock.hpp"

namespace floorwalker::report {
namespace {

std::string quoted(std::string_view field) {
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{field};
    std::string text = "\"";
    for (const char c : field) text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

void add(std::string& text, std::string_view scope, std::string_view id, std::string_view start, const KpiSet& kpis) {
    const std::string head = fmt::format("{},{},{}", scope, quoted(id), start);
    for (const Kpi kpi : all_kpis()) {
        const Estimate& estimate = kpis[kpi];
        if (!estimate.mean) continue;
        text += fmt::format("{},{},{},", head, name_of(kpi), *estimate.mean);
        if (estimate.half_width) text += fmt::format("{}", *estimate.half_width);
        text += "\r\n";
    }
}

/// Totals of a person in a replication; who is not listed by name is GROUP/NUMBER.
void add(std::string& text, const AgentResult& agent) {
    const std::string id = agent.name.empty() ? fmt::format("{}/{}", agent.group, agent.number) : agent.name;
    const std::string head = fmt::format("agent,{},", quoted(id));
    text += fmt::format("{},answered,{},\r\n", head, agent.answered);
    text += fmt::format("{},talk_time_s,{},\r\n", head, agent.talk_s);
    text += fmt::format("{},wrap_up_time_s,{},\r\n", head, agent.wrap_up_s);
    text += fmt::format("{},available_time_s,{},\r\n", head, agent.available_s);
    text += fmt::format("{},signed_in_time_s,{},\r\n", head, agent.signed_in_s);
}

}  // namespace

std::string csv(const RunResult& result) {
    std::string text = "scope,id,interval_start,kpi,mean,half_width\r\n";
    add(text, "overall", "", "", result.overall);
    for (const NamedKpis& type : result.call_types) add(text, "call_type", type.id, "", type.kpis);
    for (const NamedKpis& group : result.groups) add(text, "group", group.id, "", group.kpis);
    for (const IntervalKpis& interval : result.intervals) {
        add(text, interval.after_close ? "after_close" : "interval", "", clock(interval.start), interval.kpis);
    }
    for (const AgentResult& agent : result.agents) add(text, agent);
    return text;
}

}  // namespace floorwalker::report
