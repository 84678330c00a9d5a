#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/csv/data_files.hpp"
#include "sim/scenario/keys/context.hpp"

namespace floorwalker::scenario {

/// Mistakes in the rows of one data file: the first few in full, then how many more there are.
class RowProblems {
public:
    RowProblems(Problems& problems, std::string file) : problems_{problems}, file_{std::move(file)} {}
    ~RowProblems();
    RowProblems(const RowProblems&) = delete;
    RowProblems& operator=(const RowProblems&) = delete;

    void add(int line, std::string message);
    bool any() const { return count_ > 0; }

private:
    Problems& problems_;
    std::string file_;
    std::size_t count_ = 0;
};

/// A CSV file: a header line, then rows of as many cells. Cells are separated by commas, semicolons or tabs, whichever
/// the header has most of, and may be in double quotes. Blank lines are skipped.
class Csv {
public:
    /// `file` is what messages call it.
    Csv(std::string file, std::shared_ptr<const TextFile> content)
        : file_{std::move(file)}, content_{std::move(content)}, text_{content_->text} {}
    Csv(Csv&&) = delete;

    /// Splits the text. False when the rows cannot be used; the mistakes are reported.
    bool split(RowProblems& problems);

    std::size_t rows() const { return lines_.size(); }
    int line(std::size_t row) const { return lines_[row]; }
    std::string_view cell(std::size_t row, std::size_t column) const { return cells_[row * header_.size() + column]; }

    /// Reads a decimal comma too where it does not separate cells.
    std::optional<double> number(std::size_t row, std::size_t column) const;

    std::optional<std::size_t> column(std::string_view name) const;
    /// Reports a column that is missing, with those that are there.
    std::optional<std::size_t> need_column(std::string_view name, RowProblems& problems) const;

    const std::string& file() const { return file_; }

private:
    std::string file_;
    std::shared_ptr<const TextFile> content_;
    std::string_view text_;
    std::deque<std::string> unquoted_;  ///< cells whose quotes had to be undone
    std::vector<std::string> header_;
    std::vector<std::string_view> cells_;
    std::vector<int> lines_;
    char separator_ = ',';

    struct Cursor;
    std::string_view take_cell(Cursor& cursor);
    bool take_row(Cursor& cursor, std::vector<std::string_view>& cells);
};

/// Reads a CSV file that a key names; reports at the key when it cannot be read, else in the file. Null after a report.
std::unique_ptr<Csv> read_csv(const std::string& name, const Node& node, Context& context);

}  // namespace floorwalker::scenario
