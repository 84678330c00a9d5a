#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// How many columns UTF-8 text takes on a terminal: two for Chinese, Japanese and Korean characters, none for combining
/// marks. Bytes that are no UTF-8 take one column each.
namespace floorwalker::report {

std::size_t display_width(std::string_view text);

/// The text with spaces before or after it up to `width` columns. Wider text stays as it is.
std::string pad_left(std::string_view text, std::size_t width);
std::string pad_right(std::string_view text, std::size_t width);

/// The text, or as much of its beginning as fits into `width` columns together with "…". Control characters become
/// spaces, and bytes that are no UTF-8 become "?".
std::string fit(std::string_view text, std::size_t width);

}  // namespace floorwalker::report
