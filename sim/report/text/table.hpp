#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <floorwalker/results.hpp>

#include "sim/report/text/style.hpp"

/// Tables made of columns, each as wide as what is in it.
namespace floorwalker::report {

struct Cell {
    std::string text{};
    std::string half_width{};  ///< "±0.4", lined up in a column of its own
    Tone tone = Tone::plain;
};

struct Column {
    enum class Align { left, right };

    std::string header{};
    Align align = Align::right;
    std::vector<Cell> cells{};
    int expendable = 0;  ///< the highest goes first when the table is too wide; 0 stays
    Tone header_tone = Tone::faint;
};

enum class Unit { count, seconds, percent, ratio };

/// A column of estimates with as many decimals as the largest needs, and their half-widths unless they round to 0. "–"
/// stands for an estimate that has no mean. `scale` is a factor on all.
Column estimates(std::string header, const std::vector<Estimate>& values, Unit unit, double scale = 1.0);

/// Makes the texts of a column equally wide, so that something can be put before them.
void align(Column& column);

/// Whether there is something to show: a mean that is not 0.
bool any_above_zero(const std::vector<Estimate>& values);

struct TableOptions {
    std::size_t width = 100;
    std::size_t gap = 2;  ///< spaces between columns
    bool colour = false;
};

/// How wide the table would be with everything in it.
std::size_t natural_width(const std::vector<Column>& columns, const TableOptions& options);

/// The table, each line indented by two. A header line comes first, unless no column has a header. All columns have the
/// same number of cells.
std::string table(std::vector<Column> columns, const TableOptions& options);

}  // namespace floorwalker::report
