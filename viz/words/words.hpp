#pragma once

#include <string>

#include <floorwalker/agent_state.hpp>
#include <floorwalker/time.hpp>

/// What the window says, in the language that it speaks. English texts are the keys of the catalogues in viz/po/.
namespace floorwalker::viz {

enum class Language { english, chinese };

/// Looks for catalogues beside the program, where it was built or installed. Call once.
void find_catalogues(const std::string& program);
/// False when there is no catalogue for it; then all stays English.
bool speak(Language language);
Language language();
/// The bytes of the catalogue of the language spoken: all characters that its texts have. Empty for English.
std::string catalogue_text();

/// The text in the language spoken; it lives as long as the program.
const char* tr(const char* english);

/// Marks a text for the catalogue that tr() is given later, from a table.
// NOLINTNEXTLINE(readability-identifier-naming)
constexpr const char* N_(const char* english) { return english; }

const char* name_of(AgentState state);

/// "10:32:15", of the day; from midnight on again from 0:00.
std::string clock(TimePoint at, bool with_seconds = true);
/// "0:14", "2:41", "1:05:00"
std::string span(Duration length);
/// "71.4 %"
std::string percent(double share, int decimals = 1);
/// "1,411"
std::string count(double value);

}  // namespace floorwalker::viz
