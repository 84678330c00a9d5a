#pragma once

#include <string>

#include "viz/look/theme.hpp"

/// Texts and simple shapes at places of their own: the panels are drawn, not laid out by a toolkit.
namespace floorwalker::viz {

struct Box {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    ImVec2 min() const { return {x, y}; }
    ImVec2 max() const { return {x + w, y + h}; }
    ImVec2 centre() const { return {x + w / 2, y + h / 2}; }
    Box inner(float margin) const { return {x + margin, y + margin, w - 2 * margin, h - 2 * margin}; }
    bool holds(ImVec2 point) const { return point.x >= x && point.x < right() && point.y >= y && point.y < bottom(); }
    /// The upper part of that height, which is taken off.
    Box take_top(float height);
    Box take_left(float width);
    Box take_bottom(float height);
    Box take_right(float width);
};

enum class Align { left, centre, right };

/// Width in pixels.
float width_of(ImFont& font, const std::string& text);
/// With its upper left, upper middle or upper right corner there. Returns the width.
float draw_text(ImDrawList& draw, ImFont& font, ImVec2 at, ImU32 colour, const std::string& text,
                Align side = Align::left);
/// As much of the text as fits, with "…" if that is not all.
std::string fitting(ImFont& font, const std::string& text, float width);
/// In lines that are not wider; returns the height.
float draw_wrapped(ImDrawList& draw, ImFont& font, ImVec2 at, float width, ImU32 colour, const std::string& text);

void fill(ImDrawList& draw, const Box& box, ImU32 colour, float rounding = 0);
void outline(ImDrawList& draw, const Box& box, ImU32 colour, float width, float rounding = 0);
/// A bar that is filled from the left.
void draw_bar(ImDrawList& draw, const Box& box, float share, ImU32 colour, ImU32 rest);

}  // namespace floorwalker::viz
