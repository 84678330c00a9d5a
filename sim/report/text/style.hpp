#pragma once

#include <string>
#include <string_view>

/// Few colours, for what matters: faint for half-widths, green and red for targets.
namespace floorwalker::report {

enum class Tone { plain, strong, faint, good, bad };

/// The text in the tone's ANSI colours, or as it is when `colour` is false.
inline std::string paint(std::string_view text, Tone tone, bool colour) {
    if (!colour || tone == Tone::plain || text.find_first_not_of(' ') == std::string_view::npos)
        return std::string{text};
    const auto code = [tone]() -> std::string_view {
        switch (tone) {
        case Tone::strong: return "1";
        case Tone::faint: return "2";
        case Tone::good: return "32";
        case Tone::bad: return "31";
        case Tone::plain: break;
        }
        return "0";
    }();
    return std::string{"\033["}.append(code).append("m").append(text).append("\033[0m");
}

}  // namespace floorwalker::report
