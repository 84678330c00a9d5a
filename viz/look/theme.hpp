#pragma once

#include <imgui.h>

#include <floorwalker/agent_state.hpp>

/// Colours, sizes and fonts: one place for how the window looks.
namespace floorwalker::viz {

/// The palette of Okabe and Ito (2008), which people with any colour vision tell apart, on near-black or near-white.
/// Colour means a state or trouble, and nothing else.
struct Theme {
    bool is_dark = true;
    ImU32 background = 0;
    ImU32 panel = 0;
    ImU32 card = 0;
    ImU32 empty = 0;  ///< what is not filled: the rest of a bar, an empty seat
    ImU32 text = 0;
    ImU32 faint = 0;   ///< labels
    ImU32 line = 0;    ///< borders and grids
    ImU32 accent = 0;  ///< what is switched on
    ImU32 good = 0;
    ImU32 warning = 0;
    ImU32 bad = 0;      ///< past its limit, a target missed
    ImU32 leaving = 0;  ///< about to give up
    ImU32 ink = 0;      ///< glyphs on coloured tiles

    static Theme dark();
    static Theme light();
};

ImU32 rgb(unsigned hex, float alpha = 1.0F);
ImU32 faded(ImU32 colour, float alpha);
/// Between two colours: 0 is the first.
ImU32 between(ImU32 from, ImU32 to, float share);

/// The colour of a tile.
ImU32 colour_of(const Theme& theme, AgentState state);

struct Fonts {
    ImFont* small = nullptr;
    ImFont* body = nullptr;
    ImFont* strong = nullptr;  ///< the size of the body, bold
    ImFont* large = nullptr;
    ImFont* clock = nullptr;
};

/// Handed to all that draws.
struct Look {
    Theme theme;
    Fonts fonts;
    float scale = 1.0F;  ///< 1 at 1920 × 1080

    /// Of the 8-pixel grid.
    float px(float at_1080p) const { return at_1080p * scale; }
};

}  // namespace floorwalker::viz
