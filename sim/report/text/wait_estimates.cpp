#include <algorithm>

#include "sim/report/text/scopes.hpp"

namespace floorwalker::report {
namespace {

using Rows = std::vector<WaitEstimateResult>;

const char* words_for(WaitEstimator estimator) {
    switch (estimator) {
    case WaitEstimator::last_wait: return "last wait";
    case WaitEstimator::moving_average: return "moving average";
    case WaitEstimator::queue_length: return "queue length";
    case WaitEstimator::head_wait: return "wait of the head";
    }
    return "";
}

const CallType* type_of(const Page& page, const WaitEstimateResult& row) {
    const auto& types = page.scenario.call_types;
    const auto found =
        std::find_if(types.begin(), types.end(), [&](const CallType& type) { return type.id == row.call_type; });
    return found == types.end() ? nullptr : &*found;
}

bool begins_type(const Rows& rows, std::size_t i) { return i == 0 || rows[i].call_type != rows[i - 1].call_type; }

/// Of its call type the nearest to the truth.
bool is_best(const Rows& rows, const WaitEstimateResult& row) {
    return std::none_of(rows.begin(), rows.end(), [&](const WaitEstimateResult& other) {
        return other.call_type == row.call_type && other.rmse_s.mean.value_or(0) < row.rmse_s.mean.value_or(0);
    });
}

std::vector<Estimate> values_of(const Rows& rows, Estimate WaitEstimateResult::*figure, bool once_a_type) {
    std::vector<Estimate> values;
    for (std::size_t i = 0; i < rows.size(); ++i)
        values.push_back(once_a_type && !begins_type(rows, i) ? Estimate{} : rows[i].*figure);
    return values;
}

/// A column that has a value for each call type, in the first of its rows.
Column once_a_type(Column column, const Rows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!begins_type(rows, i)) column.cells[i] = {};
    }
    return column;
}

}  // namespace

std::string wait_estimate_lines(const Page& page) {
    const Rows& rows = page.result.wait_estimates;
    if (rows.empty()) return {};
    Column types = name_column("Expected waits");
    Column estimators{.header = "estimator", .align = Column::Align::left};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const CallType* const type = type_of(page, rows[i]);
        types.cells.push_back(
            {begins_type(rows, i) ? shown_name(type != nullptr ? type->name : "", rows[i].call_type) : ""});
        const bool is_used = type != nullptr && type->expected && type->expected->estimator == rows[i].estimator;
        estimators.cells.push_back({std::string{is_used ? "• " : "  "} + words_for(rows[i].estimator)});
    }
    const auto of = [&](Estimate WaitEstimateResult::*figure) { return values_of(rows, figure, false); };
    const auto once = [&](std::string header, Estimate WaitEstimateResult::*figure, Unit unit, double scale) {
        return once_a_type(estimates(std::move(header), values_of(rows, figure, true), unit, scale), rows);
    };
    std::vector<Column> columns{std::move(types), std::move(estimators)};
    columns.push_back(estimates("mean error s", of(&WaitEstimateResult::mean_error_s), Unit::seconds));
    columns.push_back(estimates("rms error s", of(&WaitEstimateResult::rmse_s), Unit::seconds));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (is_best(rows, rows[i])) columns.back().cells[i].tone = Tone::good;
    }
    columns.push_back(once("mean wait s", &WaitEstimateResult::mean_wait_s, Unit::seconds, 1.0));
    columns.push_back(once("contacts", &WaitEstimateResult::contacts, Unit::count, page.per_day()));
    return table(std::move(columns), page.table_options()) +
           page.paint(
               "  • the one that the scenario uses. Error: estimate − wait, of those who waited and were answered.",
               Tone::faint) +
           '\n';
}

}  // namespace floorwalker::report
