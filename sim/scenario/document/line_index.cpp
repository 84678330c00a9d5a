#include "sim/scenario/document/line_index.hpp"

#include <algorithm>

namespace floorwalker::scenario {

LineIndex::LineIndex(std::string_view text) : text_{text}, starts_{0} {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') starts_.push_back(i + 1);
    }
    // toml++ does not count a byte order mark as a character.
    if (text.starts_with("\xEF\xBB\xBF")) starts_.front() = 3;
    offset_ = starts_.front();
}

std::size_t LineIndex::offset(std::size_t line, std::size_t column) {
    line = std::clamp<std::size_t>(line, 1, starts_.size());
    if (line != line_ || column < column_) {
        line_ = line;
        column_ = 1;
        offset_ = starts_[line - 1];
    }
    while (column_ < column && offset_ < text_.size() && text_[offset_] != '\n') {
        ++offset_;
        while (offset_ < text_.size() && (static_cast<unsigned char>(text_[offset_]) & 0xC0U) == 0x80U) ++offset_;
        ++column_;
    }
    return offset_;
}

}  // namespace floorwalker::scenario
