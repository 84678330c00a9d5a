#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/report/text/numbers.hpp"
#include "sim/report/text/page.hpp"

/// Key figures of the centre: labelled values in blocks, several blocks beside each other.
namespace floorwalker::report {

/// Labelled values under a title: two columns of a table.
struct Block {
    Column labels{.align = Column::Align::left, .header_tone = Tone::strong};
    Column values{};

    bool is_empty() const { return labels.cells.empty(); }
};

/// Fills a block with KPIs of the centre as a whole. What has no mean is left out.
class Figures {
public:
    Figures(const Page& page, std::string title) : page_{page} { block_.labels.header = std::move(title); }

    void count(std::string label, Kpi kpi, double scale = 1.0) {
        add(std::move(label), kpi, shown_count(at(kpi), scale));
    }
    void percent(std::string label, Kpi kpi) { add(std::move(label), kpi, shown_percent(at(kpi))); }
    void duration(std::string label, Kpi kpi) { add(std::move(label), kpi, shown_duration(at(kpi))); }
    void ratio(std::string label, Kpi kpi) { add(std::move(label), kpi, shown_ratio(at(kpi))); }
    void money(std::string label, Kpi kpi, double scale = 1.0) {
        Shown shown = shown_money(at(kpi), scale);
        shown.mean = page_.scenario.centre.currency + " " + shown.mean;
        add(std::move(label), kpi, std::move(shown));
    }
    /// The same, but only of what has happened.
    void count_if_any(std::string label, Kpi kpi, double scale = 1.0) {
        if (is_above_zero(kpi)) count(std::move(label), kpi, scale);
    }
    void percent_if_any(std::string label, Kpi kpi) {
        if (is_above_zero(kpi)) percent(std::move(label), kpi);
    }

    bool is_above_zero(Kpi kpi) const { return at(kpi).mean.value_or(0) > 0; }

    Block take() { return std::move(block_); }

private:
    const Estimate& at(Kpi kpi) const { return page_.result.overall[kpi]; }

    void add(std::string label, Kpi kpi, Shown shown) {
        if (!at(kpi).mean) return;
        block_.labels.cells.push_back({std::move(label)});
        block_.values.cells.push_back({std::move(shown.mean), std::move(shown.half_width), Tone::plain});
    }

    const Page& page_;
    Block block_;
};

/// The blocks that are not empty, beside each other.
std::string beside_each_other(std::vector<Block> blocks, const Page& page);

}  // namespace floorwalker::report
