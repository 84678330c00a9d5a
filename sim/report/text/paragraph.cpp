#include "sim/report/text/paragraph.hpp"

#include "sim/report/text/display_width.hpp"

namespace floorwalker::report {

std::string paragraph(std::string_view text, std::size_t width) {
    std::string lines;
    std::string line;
    for (std::string_view rest = text; !rest.empty();) {
        const auto space = rest.find(' ');
        const std::string_view word = rest.substr(0, space);
        rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
        if (word.empty()) continue;
        if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
            lines += line + '\n';
            line.clear();
        }
        line += (line.empty() ? "  " : " ") + std::string{word};
    }
    return line.empty() ? lines : lines + line + '\n';
}

}  // namespace floorwalker::report
