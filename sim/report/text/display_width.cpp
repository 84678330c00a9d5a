#include "sim/report/text/display_width.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace floorwalker::report {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Unicode 15, EastAsianWidth.txt: the blocks of wide and fullwidth characters, and the emoji that terminals show wide.
constexpr std::array<Range, 14> kWide{{{0x1100, 0x115F},
                                       {0x2E80, 0x303E},
                                       {0x3041, 0x33FF},
                                       {0x3400, 0x4DBF},
                                       {0x4E00, 0x9FFF},
                                       {0xA000, 0xA4CF},
                                       {0xA960, 0xA97F},
                                       {0xAC00, 0xD7A3},
                                       {0xF900, 0xFAFF},
                                       {0xFE30, 0xFE6F},
                                       {0xFF00, 0xFF60},
                                       {0xFFE0, 0xFFE6},
                                       {0x1F300, 0x1FAFF},
                                       {0x20000, 0x3FFFD}}};

// Combining marks, zero-width spaces and joiners, variation selectors, byte order mark.
constexpr std::array<Range, 9> kZero{{{0x0300, 0x036F},
                                      {0x0483, 0x0489},
                                      {0x0591, 0x05BD},
                                      {0x064B, 0x065F},
                                      {0x1AB0, 0x1AFF},
                                      {0x200B, 0x200F},
                                      {0x20D0, 0x20FF},
                                      {0xFE00, 0xFE0F},
                                      {0xFEFF, 0xFEFF}}};

template <std::size_t Count>
bool contains(const std::array<Range, Count>& ranges, char32_t c) {
    return std::any_of(ranges.begin(), ranges.end(), [c](Range range) { return c >= range.first && c <= range.last; });
}

struct Character {
    std::size_t bytes = 1;
    std::size_t columns = 1;
    bool is_text = true;  // not a control character, and valid UTF-8
};

std::size_t length_of_sequence(unsigned char lead) {
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    return 1;
}

Character first_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {1, 1, lead >= 0x20 && lead != 0x7F};
    const std::size_t bytes = length_of_sequence(lead);
    if (bytes == 1 || bytes > text.size()) return {1, 1, false};
    char32_t c = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80) return {1, 1, false};
        c = (c << 6U) | (next & 0x3FU);
    }
    if (c < 0xA0) return {bytes, 1, false};
    return {bytes, contains(kZero, c) ? 0U : contains(kWide, c) ? 2U : 1U, true};
}

std::string shown(std::string_view text, Character character) {
    if (character.is_text) return std::string{text.substr(0, character.bytes)};
    const auto lead = static_cast<unsigned char>(text.front());
    return lead < 0x80 || character.bytes > 1 ? " " : "?";
}

std::string spaces(std::string_view text, std::size_t width) {
    const std::size_t used = display_width(text);
    return std::string(width > used ? width - used : 0, ' ');
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const Character character = first_character(text);
        columns += character.columns;
        text.remove_prefix(character.bytes);
    }
    return columns;
}

std::string pad_left(std::string_view text, std::size_t width) { return spaces(text, width).append(text); }

std::string pad_right(std::string_view text, std::size_t width) { return std::string{text} + spaces(text, width); }

std::string fit(std::string_view text, std::size_t width) {
    const bool cut = display_width(text) > width;
    const std::size_t room = cut ? std::max<std::size_t>(width, 1) - 1 : width;
    std::string fitting;
    std::size_t columns = 0;
    while (!text.empty()) {
        const Character character = first_character(text);
        columns += character.columns;
        if (columns > room) break;
        fitting += shown(text, character);
        text.remove_prefix(character.bytes);
    }
    return cut ? fitting + "…" : fitting;
}

}  // namespace floorwalker::report
