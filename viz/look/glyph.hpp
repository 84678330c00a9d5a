#pragma once

#include "viz/look/theme.hpp"

/// Signs for states and tiers, drawn as shapes: no font has them all, and they must read without colour.
namespace floorwalker::viz {

/// In a square of that size around the centre.
void draw_glyph(ImDrawList& draw, AgentState state, ImVec2 centre, float size, ImU32 colour);

/// Of the n-th of several tiers, the highest first, and at last the standard one: ◆ ■ ▲ … ●.
void draw_customer(ImDrawList& draw, std::size_t tier, std::size_t tiers, ImVec2 centre, float radius, ImU32 colour);

enum class Button { play, pause, to_begin, to_end, step, theme, help, close };
void draw_button_sign(ImDrawList& draw, Button button, ImVec2 centre, float size, ImU32 colour);

}  // namespace floorwalker::viz
