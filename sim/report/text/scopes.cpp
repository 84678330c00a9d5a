#include "sim/report/text/scopes.hpp"

namespace floorwalker::report {
namespace {

/// Marks the call types whose service level misses their target.
void mark_missed(Column& levels, const Page& page) {
    for (std::size_t t = 0; t < levels.cells.size(); ++t) {
        const CallType& type = page.scenario.call_types[t];
        const double share = type.answer_target.value_or(page.scenario.centre.answer_target).share;
        const auto& level = page.result.call_types[t].kpis[Kpi::service_level].mean;
        if (type.channel != Channel::mail && level && *level < share) levels.cells[t].tone = Tone::bad;
    }
}

/// Nobody waits for the answer to a letter.
std::vector<Estimate> of_those_who_wait(std::vector<Estimate> values, const Page& page) {
    for (std::size_t t = 0; t < values.size(); ++t) {
        if (page.scenario.call_types[t].channel == Channel::mail) values[t] = {};
    }
    return values;
}

}  // namespace

std::vector<Estimate> estimates_of(const std::vector<NamedKpis>& all, Kpi kpi) {
    std::vector<Estimate> values;
    values.reserve(all.size());
    for (const NamedKpis& named : all) values.push_back(named.kpis[kpi]);
    return values;
}

void add_if_any(std::vector<Column>& columns, std::string header, const std::vector<Estimate>& values, Unit unit,
                double scale) {
    if (any_above_zero(values)) columns.push_back(estimates(std::move(header), values, unit, scale));
}

Cell mark_of(std::optional<bool> met) {
    if (!met) return {};
    return *met ? Cell{"✓", "", Tone::good} : Cell{"✗", "", Tone::bad};
}

std::string call_type_lines(const Page& page) {
    const auto& types = page.result.call_types;
    const auto of = [&](Kpi kpi) { return estimates_of(types, kpi); };
    const auto of_waits = [&](Kpi kpi) { return of_those_who_wait(of(kpi), page); };
    std::vector<Column> columns{names("Call types", page.scenario.call_types)};
    columns.push_back(estimates("offered", of(Kpi::offered), Unit::count, page.per_day()));
    columns.push_back(estimates("service level %", of_waits(Kpi::service_level), Unit::percent));
    mark_missed(columns.back(), page);
    if (page.loses_callers()) columns.push_back(estimates("abandoned %", of_waits(Kpi::abandonment), Unit::percent));
    columns.push_back(estimates("ASA s", of_waits(Kpi::asa_s), Unit::seconds));
    columns.push_back(estimates("95 % wait s", of_waits(Kpi::wait_p95_s), Unit::seconds));
    columns.back().expendable = 2;
    columns.push_back(estimates("AHT s", of(Kpi::aht_s), Unit::seconds));
    columns.back().expendable = 1;
    return table(std::move(columns), page.table_options());
}

std::string group_lines(const Page& page) {
    const auto& groups = page.result.groups;
    const auto of = [&](Kpi kpi) { return estimates_of(groups, kpi); };
    std::vector<Column> columns{names("Groups", page.scenario.groups)};
    columns.push_back(estimates("present", of(Kpi::mean_agents), Unit::count));
    columns.push_back(estimates("answered", of(Kpi::answered), Unit::count, page.per_day()));
    add_if_any(columns, "called back", of(Kpi::callbacks_reached), Unit::count, page.per_day());
    columns.push_back(estimates("occupancy %", of(Kpi::occupancy), Unit::percent));
    columns.push_back(estimates("AHT s", of(Kpi::aht_s), Unit::seconds));
    add_if_any(columns, "ring s", of(Kpi::ring_s), Unit::seconds);
    add_if_any(columns, "not taken", of(Kpi::ring_missed), Unit::count, page.per_day());
    columns.push_back(estimates("paid hours", of(Kpi::paid_hours), Unit::count, page.per_day()));
    columns.back().expendable = 1;
    add_if_any(columns, "shrinkage %", of(Kpi::shrinkage), Unit::percent);
    add_if_any(columns, "cost " + page.scenario.centre.currency, of(Kpi::cost), Unit::count, page.per_day());
    return table(std::move(columns), page.table_options());
}

/// How people keep to their plan, where there is more to it than to be there, and how they feel.
std::string load_lines(const Page& page) {
    const auto& groups = page.result.groups;
    const auto of = [&](Kpi kpi) { return estimates_of(groups, kpi); };
    std::vector<Column> columns{names("At work", page.scenario.groups)};
    if (page.result.overall[Kpi::planned_shrinkage].mean || page.result.overall[Kpi::sick_hours].mean) {
        add_if_any(columns, "adherence %", of(Kpi::adherence), Unit::percent);
        add_if_any(columns, "conformance %", of(Kpi::conformance), Unit::percent);
    }
    add_if_any(columns, "fatigue", of(Kpi::fatigue), Unit::ratio);
    add_if_any(columns, "stress", of(Kpi::stress), Unit::ratio);
    add_if_any(columns, "leader hours", of(Kpi::leader_hours), Unit::count, page.per_day());
    add_if_any(columns, "leaders busy %", of(Kpi::leader_utilisation), Unit::percent);
    if (columns.size() == 1) return {};
    return table(std::move(columns), page.table_options());
}

std::string away_lines(const Page& page) {
    const auto& groups = page.result.groups;
    const auto of = [&](Kpi kpi) { return estimates_of(groups, kpi); };
    std::vector<Column> columns{names("Away, hours", page.scenario.groups)};
    add_if_any(columns, "breaks", of(Kpi::break_hours), Unit::count, page.per_day());
    add_if_any(columns, "meals", of(Kpi::meal_hours), Unit::count, page.per_day());
    add_if_any(columns, "meetings", of(Kpi::meeting_hours), Unit::count, page.per_day());
    add_if_any(columns, "coaching", of(Kpi::coaching_hours), Unit::count, page.per_day());
    add_if_any(columns, "training", of(Kpi::training_hours), Unit::count, page.per_day());
    add_if_any(columns, "leave", of(Kpi::leave_hours), Unit::count, page.per_day());
    add_if_any(columns, "sick", of(Kpi::sick_hours), Unit::count, page.per_day());
    add_if_any(columns, "late", of(Kpi::late_hours), Unit::count, page.per_day());
    add_if_any(columns, "moments", of(Kpi::unplanned_hours), Unit::count, page.per_day());
    add_if_any(columns, "systems", of(Kpi::system_down_hours), Unit::count, page.per_day());
    add_if_any(columns, "overtime", of(Kpi::overtime_hours), Unit::count, page.per_day());
    add_if_any(columns, "do not disturb", of(Kpi::do_not_disturb_hours), Unit::count, page.per_day());
    if (columns.size() == 1) return {};
    add_if_any(columns, "planned %", of(Kpi::planned_shrinkage), Unit::percent);
    add_if_any(columns, "unplanned %", of(Kpi::unplanned_shrinkage), Unit::percent);
    return table(std::move(columns), page.table_options());
}

}  // namespace floorwalker::report
