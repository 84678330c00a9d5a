#include "viz/look/drawing.hpp"

#include <algorithm>
#include <cmath>

namespace floorwalker::viz {

Box Box::take_top(float height) {
    const Box part{x, y, w, height};
    y += height;
    h -= height;
    return part;
}

Box Box::take_left(float width) {
    const Box part{x, y, width, h};
    x += width;
    w -= width;
    return part;
}

Box Box::take_bottom(float height) {
    h -= height;
    return {x, y + h, w, height};
}

Box Box::take_right(float width) {
    w -= width;
    return {x + w, y, width, h};
}

float width_of(ImFont& font, const std::string& text) {
    return font.CalcTextSizeA(font.FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float draw_text(ImDrawList& draw, ImFont& font, ImVec2 at, ImU32 colour, const std::string& text, Align side) {
    const float width = width_of(font, text);
    if (side == Align::centre) at.x -= width / 2;
    if (side == Align::right) at.x -= width;
    // On whole pixels, or it blurs.
    draw.AddText(&font, font.FontSize, {std::round(at.x), std::round(at.y)}, colour, text.data(),
                 text.data() + text.size());
    return width;
}

std::string fitting(ImFont& font, const std::string& text, float width) {
    if (width_of(font, text) <= width) return text;
    const std::string more = "…";
    std::string part = text;
    while (!part.empty() && width_of(font, part + more) > width) {
        // A whole character of UTF-8.
        do part.pop_back();
        while (!part.empty() && (static_cast<unsigned char>(part.back()) & 0xC0U) == 0x80U);
        while (!part.empty() && (static_cast<unsigned char>(part.back()) & 0xC0U) == 0xC0U) part.pop_back();
    }
    return part + more;
}

float draw_wrapped(ImDrawList& draw, ImFont& font, ImVec2 at, float width, ImU32 colour, const std::string& text) {
    draw.AddText(&font, font.FontSize, {std::round(at.x), std::round(at.y)}, colour, text.data(),
                 text.data() + text.size(), width);
    return font.CalcTextSizeA(font.FontSize, FLT_MAX, width, text.data(), text.data() + text.size()).y;
}

void fill(ImDrawList& draw, const Box& box, ImU32 colour, float rounding) {
    draw.AddRectFilled(box.min(), box.max(), colour, rounding);
}

void outline(ImDrawList& draw, const Box& box, ImU32 colour, float width, float rounding) {
    draw.AddRect(box.min(), box.max(), colour, rounding, 0, width);
}

void draw_bar(ImDrawList& draw, const Box& box, float share, ImU32 colour, ImU32 rest) {
    const float rounding = box.h / 2;
    fill(draw, box, rest, rounding);
    const float filled = box.w * std::clamp(share, 0.0F, 1.0F);
    if (filled >= 1) fill(draw, {box.x, box.y, std::max(filled, box.h), box.h}, colour, rounding);
}

}  // namespace floorwalker::viz
