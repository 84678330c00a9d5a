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

}  // namespace

std::string csv(const RunResult& result) {
    std::string text = "scope,id,interval_start,kpi,mean,half_width\r\n";
    add(text, "overall", "", "", result.overall);
    for (const NamedKpis& type : result.call_types) add(text, "call_type", type.id, "", type.kpis);
    for (const NamedKpis& group : result.groups) add(text, "group", group.id, "", group.kpis);
    for (const IntervalKpis& interval : result.intervals) {
        add(text, interval.after_close ? "after_close" : "interval", "", clock(interval.start), interval.kpis);
    }
    return text;
}

}  // namespace floorwalker::report
