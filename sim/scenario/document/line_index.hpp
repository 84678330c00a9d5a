#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace floorwalker::scenario {

/// Where the characters of a text are. Lines and columns count from 1; columns count characters, not bytes.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);

    std::string_view text() const { return text_; }

    /// The byte at that place, or the end of its line or of the text. Fast when asked in the order of the text.
    std::size_t offset(std::size_t line, std::size_t column);

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
    std::size_t offset_ = 0;
};

}  // namespace floorwalker::scenario
