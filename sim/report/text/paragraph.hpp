#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace floorwalker::report {

/// The words of the text in lines of at most `width` columns, each indented by two. A word that is wider has a line of
/// its own.
std::string paragraph(std::string_view text, std::size_t width);

}  // namespace floorwalker::report
