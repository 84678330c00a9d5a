// The service-risk model: a table by business and defect, and the map of impact against likelihood.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/measure/risk.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/scopes.hpp"

namespace floorwalker::report {
namespace {

constexpr int kMapSteps = 10;

/// "24.0", and how bad that is.
Cell risk_cell(double risk, std::optional<RiskZone> zone) {
    Cell cell{number(risk, 1)};
    if (zone == RiskZone::high) cell.tone = Tone::bad;
    if (zone == RiskZone::low) cell.tone = Tone::good;
    return cell;
}

const RiskCell* find(const RiskResult::Business& business, DefectKind kind) {
    const auto found = std::find_if(business.defects.begin(), business.defects.end(),
                                    [kind](const RiskCell& cell) { return cell.defect == kind; });
    return found == business.defects.end() ? nullptr : &*found;
}

/// "I 8.0 × P 6.0 = 48.0"
Cell described(const RiskCell& cell) {
    Cell described = risk_cell(cell.risk, cell.zone);
    described.text = fmt::format("{} × {} = {}", number(cell.impact, 1), number(cell.likelihood, 1), described.text);
    return described;
}

/// Businesses are called A, B, … on the map.
std::string letter_of(std::size_t business) {
    constexpr std::size_t kLetters = 26;
    return business < kLetters ? std::string(1, static_cast<char>('A' + business)) : "+";
}

std::string risk_table(const Page& page, const RiskResult& risk) {
    const bool totals = risk.businesses.size() > 1;
    Column letters{.align = Column::Align::left};
    Column businesses = name_column("Risk, impact × likelihood");
    Column importance{.header = "importance", .align = Column::Align::left};
    Column sums{.header = "in all"};
    for (std::size_t b = 0; b < risk.businesses.size(); ++b) {
        const auto& business = risk.businesses[b];
        letters.cells.push_back({letter_of(b), "", Tone::strong});
        businesses.cells.push_back({business.call_type});
        importance.cells.push_back({std::string{name_of(business.importance)}});
        sums.cells.push_back(risk_cell(business.risk, std::nullopt));
    }
    if (totals) {
        letters.cells.emplace_back();
        businesses.cells.push_back({"all"});
        importance.cells.emplace_back();
        sums.cells.push_back(risk_cell(risk.total, std::nullopt));
    }
    std::vector<Column> columns{letters, businesses, importance};
    for (std::size_t k = 0; k < kDefectKinds; ++k) {
        const auto kind = static_cast<DefectKind>(k);
        Column column{.header = std::string{name_of(kind)}};
        for (const auto& business : risk.businesses) {
            const RiskCell* const cell = find(business, kind);
            column.cells.push_back(cell != nullptr ? described(*cell) : Cell{"–"});
        }
        if (totals) column.cells.push_back(risk_cell(risk.by_defect[k], std::nullopt));
        columns.push_back(std::move(column));
    }
    columns.push_back(std::move(sums));
    return table(std::move(columns), page.table_options());
}

/// What of the map lies at a step of impact and one of likelihood: letters of businesses with s, k or a for the
/// defect.
std::string marks_at(const RiskResult& risk, int impact, int likelihood) {
    std::string marks;
    for (std::size_t b = 0; b < risk.businesses.size(); ++b) {
        for (const RiskCell& cell : risk.businesses[b].defects) {
            if (std::lround(cell.impact) != impact || std::lround(cell.likelihood) != likelihood) continue;
            marks += (marks.empty() ? "" : " ") + letter_of(b) + std::string(name_of(cell.defect).substr(0, 1));
        }
    }
    return marks;
}

/// Likelihood to the right, impact upwards; "·", "+" and "#" for low, medium and high where nothing is.
std::string risk_map(const Page& page, const RiskResult& risk) {
    Column axis{.header = "impact"};
    std::vector<Column> columns;
    for (int p = 0; p <= kMapSteps; ++p)
        columns.push_back({.header = fmt::format("{:<2}", p), .align = Column::Align::left});
    for (int i = kMapSteps; i >= 0; --i) {
        axis.cells.push_back({fmt::format("{}", i), "", Tone::faint});
        for (int p = 0; p <= kMapSteps; ++p) {
            const RiskZone zone = measure::zone_of(i * p, page.scenario.risk_scale);
            const std::string marks = marks_at(risk, i, p);
            constexpr std::array kEmpty{"·", "+", "#"};
            const Tone tone = zone == RiskZone::high ? Tone::bad : (zone == RiskZone::low ? Tone::faint : Tone::plain);
            Cell cell{marks.empty() ? kEmpty[static_cast<std::size_t>(zone)] : marks, "", tone};
            columns[static_cast<std::size_t>(p)].cells.push_back(std::move(cell));
        }
    }
    columns.insert(columns.begin(), std::move(axis));
    const std::string key = page.paint(
        "  likelihood from 0 to 10; · low, + medium, # high risk; As: defect of system in business A\n", Tone::faint);
    return table(std::move(columns), page.table_options(1)) + key;
}

}  // namespace

std::string risk_lines(const Page& page) {
    if (!page.result.risk) return {};
    return risk_table(page, *page.result.risk) + '\n' + risk_map(page, *page.result.risk);
}

}  // namespace floorwalker::report
