#include <utility>

#include "sim/report/text/numbers.hpp"
#include "sim/report/text/page.hpp"

namespace floorwalker::report {
namespace {

/// A list of labelled values under a title: two columns of the table of key figures.
struct Block {
    Column labels{.align = Column::Align::left, .header_tone = Tone::strong};
    Column values;

    void add(std::string label, Shown shown) {
        labels.cells.push_back({std::move(label)});
        values.cells.push_back({std::move(shown.mean), std::move(shown.half_width), Tone::plain});
    }
};

/// Adds figures to a block and leaves out those that say nothing.
class Figures {
public:
    Figures(const Page& page, std::string title) : page_{page} { block_.labels.header = std::move(title); }

    void count(std::string label, Kpi kpi, double scale = 1.0) {
        add(std::move(label), kpi, shown_count(at(kpi), scale));
    }
    void percent(std::string label, Kpi kpi) { add(std::move(label), kpi, shown_percent(at(kpi))); }
    void duration(std::string label, Kpi kpi) { add(std::move(label), kpi, shown_duration(at(kpi))); }
    void money(std::string label, Kpi kpi, double scale = 1.0) {
        Shown shown = shown_money(at(kpi), scale);
        shown.mean = page_.scenario.centre.currency + " " + shown.mean;
        add(std::move(label), kpi, std::move(shown));
    }

    bool is_above_zero(Kpi kpi) const { return at(kpi).mean.value_or(0) > 0; }

    Block take() { return std::move(block_); }

private:
    const Estimate& at(Kpi kpi) const { return page_.result.overall[kpi]; }

    void add(std::string label, Kpi kpi, Shown shown) {
        if (at(kpi).mean) block_.add(std::move(label), std::move(shown));
    }

    const Page& page_;
    Block block_;
};

Block contacts(const Page& page) {
    Figures figures{page, page.measured_days() > 1 ? "Contacts a day" : "Contacts"};
    const double per_day = page.per_day();
    figures.count("offered", Kpi::offered, per_day);
    figures.count("answered", Kpi::answered, per_day);
    if (page.loses_callers()) {
        figures.count("abandoned", Kpi::abandoned, per_day);
        figures.percent("· share", Kpi::abandonment);
    }
    if (figures.is_above_zero(Kpi::left_at_once)) figures.count("· left at once", Kpi::left_at_once, per_day);
    if (figures.is_above_zero(Kpi::dismissed)) figures.count("· dismissed", Kpi::dismissed, per_day);
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
    }
    figures.duration("AHT", Kpi::aht_s);
    if (figures.is_above_zero(Kpi::wrap_up_s)) {
        figures.duration("· talk", Kpi::talk_s);
        figures.duration("· wrap-up", Kpi::wrap_up_s);
    }
    const bool several = page.measured_days() > 1;
    figures.count(several ? "hours a day" : "paid hours", Kpi::paid_hours, page.per_day());
    if (figures.is_above_zero(Kpi::cost)) {
        figures.money(several ? "cost a day" : "cost", Kpi::cost, page.per_day());
        figures.money("per contact", Kpi::cost_per_contact);
    }
    return figures.take();
}

}  // namespace

std::string figure_lines(const Page& page) {
    std::vector<Block> blocks{contacts(page), waiting(page), agents(page)};
    std::size_t rows = 0;
    for (const Block& block : blocks) rows = std::max(rows, block.labels.cells.size());
    std::vector<Column> columns;
    for (Block& block : blocks) {
        if (!columns.empty()) columns.push_back({.cells = std::vector<Cell>(rows)});
        for (Column* column : {&block.labels, &block.values}) {
            column->cells.resize(rows);
            columns.push_back(std::move(*column));
        }
    }
    return table(std::move(columns), page.table_options());
}

}  // namespace floorwalker::report
