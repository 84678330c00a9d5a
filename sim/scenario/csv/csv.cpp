#include "sim/scenario/csv/csv.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>

#include "sim/scenario/text/suggest.hpp"
#include "sim/scenario/text/text_file.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

constexpr std::size_t kMostRowsShown = 20;

char most_frequent_separator(std::string_view header) {
    constexpr std::array<char, 3> kSeparators{',', ';', '\t'};
    return *std::max_element(kSeparators.begin(), kSeparators.end(), [&](char a, char b) {
        return std::count(header.begin(), header.end(), a) < std::count(header.begin(), header.end(), b);
    });
}

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

}  // namespace

RowProblems::~RowProblems() {
    if (count_ > kMostRowsShown) {
        problems_.add_in_file(file_, 0, fmt::format("… and {} more bad rows", count_ - kMostRowsShown));
    }
}

void RowProblems::add(int line, std::string message) {
    if (++count_ <= kMostRowsShown) problems_.add_in_file(file_, line, std::move(message));
}

/// Where the splitting of a text has come to.
struct Csv::Cursor {
    std::string_view rest;
    int line = 1;
    bool row_ended = false;

    bool at_line_end() const { return rest.empty() || rest.front() == '\n' || rest.front() == '\r'; }

    void end_line() {
        if (rest.starts_with('\r')) rest.remove_prefix(1);
        if (rest.starts_with('\n')) rest.remove_prefix(1);
        ++line;
        row_ended = true;
    }
};

std::string_view Csv::take_cell(Cursor& cursor) {
    std::string_view cell;
    if (cursor.rest.starts_with('"')) {
        cursor.rest.remove_prefix(1);
        std::string content;
        while (!cursor.rest.empty()) {
            const char c = cursor.rest.front();
            cursor.rest.remove_prefix(1);
            if (c == '\n') ++cursor.line;
            if (c == '"') {
                if (!cursor.rest.starts_with('"')) break;
                cursor.rest.remove_prefix(1);
            }
            content += c;
        }
        cell = unquoted_.emplace_back(std::move(content));
    }
    const char ends[] = {separator_, '\n', '\r', '\0'};
    const auto length = std::min(cursor.rest.find_first_of(ends), cursor.rest.size());
    if (cell.empty()) cell = without_blanks(cursor.rest.substr(0, length));
    cursor.rest.remove_prefix(length);
    if (cursor.rest.starts_with(separator_)) {
        cursor.rest.remove_prefix(1);
    } else {
        cursor.end_line();
    }
    return cell;
}

bool Csv::take_row(Cursor& cursor, std::vector<std::string_view>& cells) {
    while (!cursor.rest.empty() && cursor.at_line_end()) cursor.end_line();
    if (cursor.rest.empty()) return false;
    cells.clear();
    cursor.row_ended = false;
    while (!cursor.row_ended) cells.push_back(take_cell(cursor));
    return true;
}

bool Csv::split(RowProblems& problems) {
    Cursor cursor{text_};
    if (cursor.rest.starts_with("\xEF\xBB\xBF")) cursor.rest.remove_prefix(3);
    separator_ = most_frequent_separator(cursor.rest.substr(0, cursor.rest.find('\n')));
    std::vector<std::string_view> cells;
    if (!take_row(cursor, cells)) {
        problems.add(0, "is empty; it must begin with a line of column names");
        return false;
    }
    header_.assign(cells.begin(), cells.end());
    while (!cursor.rest.empty()) {
        const int line = cursor.line;
        if (!take_row(cursor, cells)) break;
        if (cells.size() != header_.size()) {
            problems.add(line, fmt::format("the row has {} cell{}, the header has {}", cells.size(),
                                           cells.size() == 1 ? "" : "s", header_.size()));
            continue;
        }
        lines_.push_back(line);
        cells_.insert(cells_.end(), cells.begin(), cells.end());
    }
    if (lines_.empty() && !problems.any()) problems.add(0, "has a header, but no rows");
    return !problems.any();
}

std::optional<double> Csv::number(std::size_t row, std::size_t column) const {
    const auto written = cell(row, column);
    if (separator_ == ',' || written.find(',') == std::string_view::npos) return parse_number(written);
    std::string with_point{written};
    std::replace(with_point.begin(), with_point.end(), ',', '.');
    return parse_number(with_point);
}

std::optional<std::size_t> Csv::column(std::string_view name) const {
    const auto found = std::find(header_.begin(), header_.end(), name);
    if (found == header_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header_.begin());
}

std::optional<std::size_t> Csv::need_column(std::string_view name, RowProblems& problems) const {
    const auto found = column(name);
    if (!found) {
        const auto near = nearest(name, header_);
        problems.add(1, fmt::format("there is no column \"{}\"; the file has {}{}", name, quoted_list(header_, "and"),
                                    near ? fmt::format("; did you mean \"{}\"?", *near) : ""));
    }
    return found;
}

std::unique_ptr<Csv> read_csv(const std::string& name, const Node& node, Context& context) {
    const auto path = context.file_beside(name);
    DataFiles once;
    const auto content = (context.data_files == nullptr ? once : *context.data_files).read(path);
    if (!content->mistake.empty()) {
        context.problem(node, fmt::format("{} {}", path.string(), content->mistake));
        return nullptr;
    }
    auto csv = std::make_unique<Csv>(path.string(), content);
    RowProblems problems{context.problems, csv->file()};
    if (!csv->split(problems)) return nullptr;
    return csv;
}

}  // namespace floorwalker::scenario
