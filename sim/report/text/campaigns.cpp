#include <algorithm>

#include "sim/report/text/numbers.hpp"
#include "sim/report/text/scopes.hpp"

namespace floorwalker::report {
namespace {

std::vector<Estimate> values_of(const Page& page, Estimate CampaignResult::*figure) {
    std::vector<Estimate> values;
    for (const CampaignResult& campaign : page.result.campaigns) values.push_back(campaign.*figure);
    return values;
}

/// The answered calls that found no agent; beside the limit of those dialers that have one.
void add_mismatches(std::vector<Column>& columns, const Page& page) {
    const auto& campaigns = page.scenario.campaigns;
    const auto values = values_of(page, &CampaignResult::mismatch_share);
    const auto has_limit = [](const Campaign& campaign) { return campaign.dialer == Dialer::predictive; };
    const bool any_limit = std::any_of(campaigns.begin(), campaigns.end(), has_limit);
    if (!any_limit && !any_above_zero(values)) return;
    columns.push_back(estimates("no agent %", values, Unit::percent));
    if (!any_limit) return;
    Column marks{.align = Column::Align::left};
    Column limits{.header = "limit", .align = Column::Align::left};
    for (std::size_t c = 0; c < campaigns.size(); ++c) {
        marks.cells.emplace_back();
        limits.cells.emplace_back();
        if (!has_limit(campaigns[c])) continue;
        limits.cells.back().text = target_percent(campaigns[c].abandonment_limit);
        if (!values[c].mean) continue;
        marks.cells.back() = mark_of(*values[c].mean <= campaigns[c].abandonment_limit);
        if (*values[c].mean > campaigns[c].abandonment_limit) columns.back().cells[c].tone = Tone::bad;
    }
    columns.push_back(std::move(marks));
    columns.push_back(std::move(limits));
}

}  // namespace

std::string campaign_lines(const Page& page) {
    if (page.result.campaigns.empty()) return {};
    const auto of = [&](Estimate CampaignResult::*figure) { return values_of(page, figure); };
    std::vector<Column> columns{names("Campaigns", page.scenario.campaigns)};
    columns.push_back(estimates("dials", of(&CampaignResult::dials), Unit::count, page.per_day()));
    columns.push_back(estimates("answered %", of(&CampaignResult::answer_share), Unit::percent));
    columns.push_back(estimates("right party", of(&CampaignResult::right_party), Unit::count, page.per_day()));
    columns.back().expendable = 1;
    add_mismatches(columns, page);
    columns.push_back(estimates("talked", of(&CampaignResult::talked), Unit::count, page.per_day()));
    columns.push_back(estimates("per agent hour", of(&CampaignResult::talked_per_agent_hour), Unit::ratio));
    return table(std::move(columns), page.table_options());
}

}  // namespace floorwalker::report
