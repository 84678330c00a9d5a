#pragma once

#include <string>
#include <string_view>

namespace floorwalker::report {

/// A field of a CSV file (RFC 4180), in quotes where it needs them.
inline std::string csv_field(std::string_view field) {
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{field};
    std::string text = "\"";
    for (const char c : field) text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

}  // namespace floorwalker::report
