// The examples of docs/model/ are run as they stand there, and say what is printed there.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

using namespace floorwalker::cli;

namespace {

using Row = std::vector<std::string>;

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

Row cells(std::string line, const std::string& border) {
    Row row;
    for (std::size_t at = 0; (at = line.find(border)) != std::string::npos; line.erase(0, at + border.size()))
        row.push_back(trimmed(line.substr(0, at)));
    row.push_back(trimmed(line));
    return row;
}

/// The rows of tables as the sqlite3 shell prints them, in boxes or bare.
std::vector<Row> printed_rows(const std::string& text) {
    const std::string border = "│";
    std::vector<Row> rows;
    bool is_header = false;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("┌")) is_header = true;
        if (line.starts_with("┌") || line.starts_with("├") || line.starts_with("└")) continue;
        if (!line.starts_with(border)) {
            rows.push_back(cells(line, "|"));
        } else if (!std::exchange(is_header, false)) {
            Row row = cells(line, border);
            rows.emplace_back(row.begin() + 1, row.end() - 1);
        }
    }
    return rows;
}

/// One page, read line by line. Files are written, commands run; what queries found is held against the text after
/// them.
class Page {
public:
    Page(const std::string& name, const TemporaryFolder& folder)
        : stream_{FLOORWALKER_SOURCE_DIR "/docs/model/" + name}, folder_{folder} {}

    void run() {
        static const std::regex file_name{"`([a-z_]+\\.(toml|csv))`[^`]*:$"};
        std::smatch match;
        for (std::string line; std::getline(stream_, line);) {
            if (line.starts_with("```")) {
                take_block(line.substr(3), block());
            } else if (line.starts_with("    floorwalker ")) {
                simulate(trimmed(line).substr(std::string{"floorwalker"}.size()));
            } else if (line.starts_with("    sqlite3 ")) {
                query(line);
            } else if (std::regex_search(line, match, file_name)) {
                file_ = match[1];
            } else if (line.starts_with("|") || line.starts_with("#")) {
                found_.clear();  // the page tells it in a table of its own
            }
        }
    }

    std::size_t compared() const { return compared_; }

private:
    std::string block() {
        std::string text;
        for (std::string line; std::getline(stream_, line) && !line.starts_with("```");) text += line + "\n";
        return text;
    }

    void take_block(const std::string& kind, const std::string& text) {
        if (!file_.empty() && (kind == "toml" || kind == "text")) {
            folder_.file(std::exchange(file_, {}), text);
        } else if (kind == "text" && !found_.empty()) {
            CHECK(printed_rows(text) == std::exchange(found_, {}));
            ++compared_;
        }
    }

    void simulate(const std::string& arguments) {
        INFO("floorwalker" << arguments);
        const std::string command =
            "cd '" + folder_.path("") + "' && '" + std::string{kProgram} + "'" + arguments + " -q > out 2> err";
        CHECK(std::system(command.c_str()) == 0);
        CHECK(content(folder_.path("err")).empty());
    }

    void query(const std::string& line) {
        const auto first = line.find('"');
        const std::string before = trimmed(line.substr(0, first));
        const std::string file = before.substr(before.rfind(' ') + 1);
        SQLite::Database database{folder_.path(file)};
        SQLite::Statement statement{database, line.substr(first + 1, line.rfind('"') - first - 1)};
        while (statement.executeStep()) {
            Row row;
            for (int column = 0; column < statement.getColumnCount(); ++column)
                row.push_back(statement.getColumn(column).getString());
            found_.push_back(std::move(row));
        }
    }

    std::ifstream stream_;
    const TemporaryFolder& folder_;
    std::string file_;
    std::vector<Row> found_;
    std::size_t compared_ = 0;
};

}  // namespace

TEST_CASE("The examples of docs/model/ print what the pages say", "[docs][slow]") {
    const TemporaryFolder folder;
    std::filesystem::create_directory_symlink(FLOORWALKER_SOURCE_DIR "/scenarios", folder.path("scenarios"));
    std::vector<std::string> pages;
    for (const auto& entry : std::filesystem::directory_iterator{FLOORWALKER_SOURCE_DIR "/docs/model"})
        pages.push_back(entry.path().filename());
    std::sort(pages.begin(), pages.end());  // luck.md uses a file of decisions.md
    std::size_t compared = 0;
    for (const std::string& name : pages) {
        INFO(name);
        Page page{name, folder};
        page.run();
        compared += page.compared();
    }
    CHECK(compared >= 12);
}
