#pragma once

#include <filesystem>
#include <stdexcept>

#include "viz/window/app.hpp"

/// Input that is played, and what must then be shown: a line a step.
///
///     seek 10:30                   to that time of the first day
///     settle                       until all that was asked for is done
///     key Space                    as if pressed
///     click seat_7                 a named place
///     expect clock is 10:30:00     what is shown under a name
///     expect following has talking
///     expect play is shown         a named place is there
///     remember digest              what is shown under a name …
///     expect digest is remembered  … is shown again
///     expect digest is changed     … is not what is shown now
///     frames 3                     that many pictures
///     until playing is no          pictures until that is shown
///     picture floor.png
///
/// Beside the texts of the panels (clock, following, service_level, queue_ID, decisions, table, message) there are
/// playing (yes, no), speed, theme (dark, light), language (en, zh), overlay (none, help, charts, decisions), chart (1
/// … 4), presentation, digest (of all facts so far) and live (decisions taken in the window); those of the second side
/// end in _2.
///
/// Empty lines and those that begin with # are left out.
namespace floorwalker::viz {

/// `what()` is "file:line: …".
class ScriptError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Throws ScriptError when a line says nothing known, or what it expects is not so.
void play_script(App& app, const std::filesystem::path& file);

/// "10:30" or "10:30:15" as a time of day; none when it is no time.
std::optional<Duration> parse_time(const std::string& text);

}  // namespace floorwalker::viz
