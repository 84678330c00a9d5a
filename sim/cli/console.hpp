#pragma once

#include <string_view>

/// Results go to stdout, all else to stderr.
namespace floorwalker::cli {

/// Writes a result. A reader who has seen enough (`| head`) is no fault; throws std::runtime_error when it cannot be
/// written otherwise, such as to a full disk.
void print(std::string_view text);

/// Writes a line to stderr.
void tell(std::string_view line);

bool stdout_has_colour();
bool stderr_is_terminal();

}  // namespace floorwalker::cli
