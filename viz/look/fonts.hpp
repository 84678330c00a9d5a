#pragma once

#include <string>

#include "viz/look/theme.hpp"

/// Fonts found by fontconfig, with as many characters as the window needs.
namespace floorwalker::viz {

/// "/usr/share/fonts/…/OpenSans-Regular.ttf"; empty when there is none at all.
std::string font_file(const std::string& families, bool is_bold);
/// One that has Chinese characters; empty when there is none.
std::string chinese_font_file();

struct FontChoice {
    std::string chinese;  ///< a file that the user names; empty: fontconfig's
    std::string text;     ///< all that may have to be shown, for its characters
};

/// Makes the fonts for that scale; the atlas is built anew. Throws std::runtime_error when no font is found.
Fonts load_fonts(float scale, const FontChoice& choice);

}  // namespace floorwalker::viz
