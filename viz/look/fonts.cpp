#include "viz/look/fonts.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

#include <fontconfig/fontconfig.h>

namespace floorwalker::viz {
namespace {

/// Families with tabular figures, the best first.
constexpr const char* kFamilies[] = {"Open Sans", "Noto Sans", "DejaVu Sans"};

/// Pixels; smaller ones are a strain to read.
constexpr float kSmallest = 13;

struct PatternDeleter {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternDeleter>;

std::string file_of(FcPattern* wanted) {
    FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result{};
    const Pattern found{FcFontMatch(nullptr, wanted, &result)};
    FcChar8* file = nullptr;
    if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(file);
}

bool has_family(const std::string& family) {
    const Pattern wanted{FcPatternCreate()};
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    FcObjectSet* const objects = FcObjectSetBuild(FC_FILE, nullptr);
    FcFontSet* const fonts = FcFontList(nullptr, wanted.get(), objects);
    const bool has = fonts != nullptr && fonts->nfont > 0;
    if (fonts != nullptr) FcFontSetDestroy(fonts);
    FcObjectSetDestroy(objects);
    return has;
}

/// Characters of the window beside those of the text: the user may type none.
ImVector<ImWchar> glyphs(const std::string& text) {
    ImFontGlyphRangesBuilder builder;
    builder.AddRanges(ImGui::GetIO().Fonts->GetGlyphRangesDefault());
    builder.AddText("–—…×·≤≥±−→←↑↓“”‘’°");
    builder.AddText(text.c_str());
    ImVector<ImWchar> ranges;
    builder.BuildRanges(&ranges);
    return ranges;
}

ImFont* add(const std::string& file, float size, const std::string& chinese, const ImVector<ImWchar>& ranges) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.OversampleH = 2;
    config.OversampleV = 1;
    ImFont* const font = atlas.AddFontFromFileTTF(file.c_str(), size, &config, ranges.Data);
    if (font == nullptr || chinese.empty()) return font;
    config.MergeMode = true;
    // Chinese characters fill their square, so that at the same size they look larger than the letters beside them.
    atlas.AddFontFromFileTTF(chinese.c_str(), std::round(size * 0.93F), &config, ranges.Data);
    return font;
}

}  // namespace

std::string font_file(const std::string& family, bool is_bold) {
    const Pattern wanted{FcPatternCreate()};
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, is_bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddInteger(wanted.get(), FC_WIDTH, FC_WIDTH_NORMAL);
    return file_of(wanted.get());
}

std::string chinese_font_file() {
    const Pattern wanted{FcPatternCreate()};
    FcLangSet* const languages = FcLangSetCreate();
    FcLangSetAdd(languages, reinterpret_cast<const FcChar8*>("zh-cn"));
    FcPatternAddLangSet(wanted.get(), FC_LANG, languages);
    FcObjectSet* const objects = FcObjectSetBuild(FC_FILE, nullptr);
    FcFontSet* const fonts = FcFontList(nullptr, wanted.get(), objects);
    std::string file;
    FcChar8* name = nullptr;
    if (fonts != nullptr && fonts->nfont > 0 && FcPatternGetString(fonts->fonts[0], FC_FILE, 0, &name) == FcResultMatch)
        file = reinterpret_cast<const char*>(name);
    if (fonts != nullptr) FcFontSetDestroy(fonts);
    FcObjectSetDestroy(objects);
    FcLangSetDestroy(languages);
    return file;
}

Fonts load_fonts(float scale, const FontChoice& choice) {
    std::string family = "sans-serif";
    for (const char* const known : kFamilies) {
        if (!has_family(known)) continue;
        family = known;
        break;
    }
    const std::string regular = font_file(family, false);
    const std::string bold = font_file(family, true);
    if (regular.empty()) throw std::runtime_error{"no font is installed; install one, such as fonts-open-sans"};
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    // Must live until the atlas is built.
    static ImVector<ImWchar> ranges;
    ranges = glyphs(choice.text);
    const std::string& chinese = choice.chinese;
    Fonts fonts;
    fonts.small = add(regular, std::max(kSmallest, 18 * scale), chinese, ranges);
    fonts.body = add(regular, 21 * scale, chinese, ranges);
    fonts.strong = add(bold, 22 * scale, chinese, ranges);
    fonts.large = add(bold, 36 * scale, chinese, ranges);
    fonts.clock = add(bold, 54 * scale, chinese, ranges);
    if (fonts.small == nullptr || fonts.clock == nullptr) throw std::runtime_error{"cannot read the font " + regular};
    atlas.Build();
    return fonts;
}

}  // namespace floorwalker::viz
