#include "sim/report/text/figures.hpp"

#include <algorithm>

namespace floorwalker::report {
namespace {

Block contacts(const Page& page) {
    Figures figures{page, page.title("Contacts")};
    const double per_day = page.per_day();
    figures.count("offered", Kpi::offered, per_day);
    figures.count("answered", Kpi::answered, per_day);
    if (page.loses_callers()) {
        figures.count("abandoned", Kpi::abandoned, per_day);
        figures.percent("· share", Kpi::abandonment);
    }
    figures.count_if_any("· left at once", Kpi::left_at_once, per_day);
    figures.count_if_any("· dismissed", Kpi::dismissed, per_day);
    if (figures.is_above_zero(Kpi::blocked)) {
        figures.count("blocked", Kpi::blocked, per_day);
        figures.percent("· share", Kpi::blocking);
    }
    figures.percent("service level", Kpi::service_level);
    figures.percent("intervals met", Kpi::intervals_in_target);
    return figures.take();
}

Block waiting(const Page& page) {
    Figures figures{page, "Waiting"};
    figures.duration("mean (ASA)", Kpi::asa_s);
    figures.percent("had to wait", Kpi::wait_probability);
    if (figures.is_above_zero(Kpi::wait_probability)) {
        figures.duration("50 % within", Kpi::wait_p50_s);
        figures.duration("80 % within", Kpi::wait_p80_s);
        figures.duration("95 % within", Kpi::wait_p95_s);
        figures.duration("max per run", Kpi::longest_wait_s);
        figures.count("mean queue", Kpi::mean_queue);
        figures.count("most queued", Kpi::longest_queue);
    }
    return figures.take();
}

Block agents(const Page& page) {
    Figures figures{page, "Agents"};
    figures.count("present", Kpi::mean_agents);
    figures.percent("occupancy", Kpi::occupancy);
    if (figures.is_above_zero(Kpi::shrinkage)) {
        figures.percent("utilisation", Kpi::utilisation);
        figures.percent("shrinkage", Kpi::shrinkage);
        if (figures.is_above_zero(Kpi::planned_shrinkage)) figures.percent("· planned", Kpi::planned_shrinkage);
    }
    figures.duration("AHT", Kpi::aht_s);
    if (figures.is_above_zero(Kpi::wrap_up_s)) {
        figures.duration("· talk", Kpi::talk_s);
        figures.duration("· wrap-up", Kpi::wrap_up_s);
    }
    if (figures.is_above_zero(Kpi::hold_s)) figures.duration("· on hold", Kpi::hold_s);
    figures.count(page.has_several_days() ? "hours a day" : "paid hours", Kpi::paid_hours, page.per_day());
    if (figures.is_above_zero(Kpi::cost)) {
        figures.money(page.has_several_days() ? "cost a day" : "cost", Kpi::cost, page.per_day());
        figures.money("per contact", Kpi::cost_per_contact);
    }
    return figures.take();
}

/// The blocks as columns of one table, with an empty one between them where they are `set_apart`.
std::vector<Column> columns_of(const std::vector<Block>& blocks, bool set_apart) {
    std::size_t rows = 0;
    for (const Block& block : blocks) rows = std::max(rows, block.labels.cells.size());
    std::vector<Column> columns;
    for (const Block& block : blocks) {
        if (set_apart && !columns.empty()) columns.push_back({.cells = std::vector<Cell>(rows)});
        for (const Column* column : {&block.labels, &block.values}) {
            columns.push_back(*column);
            columns.back().cells.resize(rows);
        }
    }
    return columns;
}

}  // namespace

std::string beside_each_other(std::vector<Block> blocks, const Page& page) {
    std::erase_if(blocks, [](const Block& block) { return block.is_empty(); });
    if (blocks.empty()) return {};
    const TableOptions options = page.table_options();
    std::vector<Column> wide = columns_of(blocks, true);
    if (natural_width(wide, options) <= options.width) return table(std::move(wide), options);
    // Rather closer together than without half-widths.
    std::vector<Column> close = columns_of(blocks, false);
    return table(natural_width(close, options) <= options.width ? std::move(close) : std::move(wide), options);
}

std::string figure_lines(const Page& page) {
    return beside_each_other({contacts(page), waiting(page), agents(page)}, page);
}

}  // namespace floorwalker::report
