#include "sim/report/text/table.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/text/display_width.hpp"
#include "sim/report/text/numbers.hpp"

namespace floorwalker::report {
namespace {

constexpr std::size_t kIndent = 2;

struct Widths {
    std::size_t text = 0;
    std::size_t half_width = 0;

    std::size_t all() const { return text + half_width; }
};

Widths widths_of(const Column& column) {
    Widths widths;
    for (const Cell& cell : column.cells) {
        widths.text = std::max(widths.text, display_width(cell.text));
        widths.half_width = std::max(widths.half_width, display_width(cell.half_width));
    }
    widths.half_width += widths.half_width > 0 ? 1 : 0;
    const std::size_t header = display_width(column.header);
    if (widths.all() < header) widths.text = header - widths.half_width;
    return widths;
}

std::size_t total_width(const std::vector<Column>& columns, std::size_t gap) {
    std::size_t total = kIndent;
    for (const Column& column : columns) total += widths_of(column).all() + gap;
    return total - gap;
}

// Whole columns first, then the half-widths of the last ones.
void shrink(std::vector<Column>& columns, const TableOptions& options) {
    const auto is_too_wide = [&] { return total_width(columns, options.gap) > options.width; };
    const auto less_needed = [](const Column& a, const Column& b) { return a.expendable < b.expendable; };
    while (is_too_wide()) {
        const auto least = std::max_element(columns.begin(), columns.end(), less_needed);
        if (least->expendable == 0) break;
        columns.erase(least);
    }
    for (auto column = columns.rbegin(); column != columns.rend() && is_too_wide(); ++column) {
        for (Cell& cell : column->cells) cell.half_width.clear();
    }
}

std::string padded(const Cell& cell, Column::Align align, Widths widths, bool colour) {
    const bool left = align == Column::Align::left;
    const std::string text = left ? pad_right(cell.text, widths.text) : pad_left(cell.text, widths.text);
    const std::string half_width = pad_right((cell.half_width.empty() ? "" : " ") + cell.half_width, widths.half_width);
    return paint(text, cell.tone, colour) + paint(half_width, Tone::faint, colour);
}

void end_line(std::string& text) {
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
}

int decimals_of(const std::vector<Estimate>& values, Unit unit, double scale) {
    if (unit == Unit::percent) return 1;
    if (unit == Unit::ratio) return 2;
    double largest = 0;
    bool whole = true;
    for (const Estimate& value : values) {
        const double mean = scale * value.mean.value_or(0);
        largest = std::max(largest, std::abs(mean));
        whole = whole && std::abs(mean - std::round(mean)) < 0.05;
    }
    if (unit == Unit::seconds) return largest < 20 ? 1 : 0;
    return whole || largest >= 99.5 ? 0 : 1;
}

}  // namespace

Column estimates(std::string header, const std::vector<Estimate>& values, Unit unit, double scale) {
    const double factor = unit == Unit::percent ? 100 * scale : scale;
    const int decimals = decimals_of(values, unit, scale);
    const double visible = 0.5 * std::pow(10, -decimals);
    Column column{.header = std::move(header)};
    for (const Estimate& value : values) {
        Cell cell{"–", "", Tone::faint};
        if (value.mean) cell = {number(*value.mean * factor, decimals), "", Tone::plain};
        const double half_width = value.half_width.value_or(0) * factor;
        if (value.mean && half_width >= visible) cell.half_width = "±" + number(half_width, decimals);
        column.cells.push_back(std::move(cell));
    }
    return column;
}

void align(Column& column) {
    std::size_t width = 0;
    for (const Cell& cell : column.cells) width = std::max(width, display_width(cell.text));
    for (Cell& cell : column.cells) cell.text = pad_left(cell.text, width);
}

bool any_above_zero(const std::vector<Estimate>& values) {
    return std::any_of(values.begin(), values.end(), [](const Estimate& value) { return value.mean.value_or(0) > 0; });
}

std::size_t natural_width(const std::vector<Column>& columns, const TableOptions& options) {
    return total_width(columns, options.gap);
}

std::string table(std::vector<Column> columns, const TableOptions& options) {
    if (columns.empty()) return {};
    shrink(columns, options);
    std::vector<Widths> widths;
    widths.reserve(columns.size());
    for (const Column& column : columns) widths.push_back(widths_of(column));
    std::string text;
    const auto add_line = [&](const auto& cell_of) {
        std::string line(kIndent, ' ');
        for (std::size_t c = 0; c < columns.size(); ++c)
            line += (c > 0 ? std::string(options.gap, ' ') : "") + cell_of(c);
        end_line(line);
        text += line;
    };
    const bool any_header =
        std::any_of(columns.begin(), columns.end(), [](const Column& column) { return !column.header.empty(); });
    if (any_header) {
        add_line([&](std::size_t c) {
            const Cell header{columns[c].header, "", columns[c].header_tone};
            return padded(header, columns[c].align, {widths[c].all(), 0}, options.colour);
        });
    }
    for (std::size_t row = 0; row < columns.front().cells.size(); ++row) {
        add_line(
            [&](std::size_t c) { return padded(columns[c].cells[row], columns[c].align, widths[c], options.colour); });
    }
    return text;
}

}  // namespace floorwalker::report
