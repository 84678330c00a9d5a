#include "viz/look/theme.hpp"

namespace floorwalker::viz {
namespace {

// Okabe and Ito.
constexpr unsigned kOrange = 0xE69F00;
constexpr unsigned kSky = 0x56B4E9;
constexpr unsigned kGreen = 0x009E73;
constexpr unsigned kYellow = 0xF0E442;
constexpr unsigned kBlue = 0x0072B2;
constexpr unsigned kVermilion = 0xD55E00;
constexpr unsigned kPurple = 0xCC79A7;

}  // namespace

ImU32 rgb(unsigned hex, float alpha) {
    const auto a = static_cast<unsigned>(alpha * 255.0F + 0.5F);
    return IM_COL32((hex >> 16U) & 0xFFU, (hex >> 8U) & 0xFFU, hex & 0xFFU, a);
}

ImU32 faded(ImU32 colour, float alpha) {
    ImVec4 rgba = ImGui::ColorConvertU32ToFloat4(colour);
    rgba.w *= alpha;
    return ImGui::ColorConvertFloat4ToU32(rgba);
}

ImU32 between(ImU32 from, ImU32 to, float share) {
    const ImVec4 a = ImGui::ColorConvertU32ToFloat4(from);
    const ImVec4 b = ImGui::ColorConvertU32ToFloat4(to);
    const auto mix = [share](float x, float y) { return x + (y - x) * share; };
    return ImGui::ColorConvertFloat4ToU32({mix(a.x, b.x), mix(a.y, b.y), mix(a.z, b.z), mix(a.w, b.w)});
}

Theme Theme::dark() {
    Theme theme;
    theme.background = rgb(0x14171B);
    theme.panel = rgb(0x1C2026);
    theme.card = rgb(0x21262D);
    theme.empty = rgb(0x2D333C);
    theme.text = rgb(0xECEFF3);
    theme.faint = rgb(0x98A1AD);
    theme.line = rgb(0x343B45);
    theme.accent = rgb(kBlue);
    // A little lighter than in the palette, for text: 4.5 : 1 on cards.
    theme.good = rgb(0x10AA7E);
    theme.warning = rgb(kOrange);
    theme.bad = rgb(0xEC7016);
    theme.leaving = rgb(0xF0508C);
    theme.ink = rgb(0x14171B);
    return theme;
}

Theme Theme::light() {
    Theme theme;
    theme.is_dark = false;
    theme.background = rgb(0xE9ECEF);
    theme.panel = rgb(0xF7F8FA);
    theme.card = rgb(0xFFFFFF);
    theme.empty = rgb(0xD9DEE4);
    theme.text = rgb(0x1A1E23);
    theme.faint = rgb(0x59636F);
    theme.line = rgb(0xCCD2D9);
    theme.accent = rgb(kBlue);
    theme.good = rgb(0x00704F);
    theme.warning = rgb(0x8F5C00);
    theme.bad = rgb(0xA94600);
    theme.leaving = rgb(0xA8123E);
    theme.ink = rgb(0x14171B);
    return theme;
}

ImU32 colour_of(const Theme& theme, AgentState state) {
    switch (state) {
    case AgentState::available: return rgb(kGreen);
    case AgentState::talking: return rgb(kSky);
    case AgentState::ringing: return rgb(0xA8D8F5);
    case AgentState::dialling: return rgb(0x86C7EF);
    case AgentState::on_hold: return rgb(kYellow);
    case AgentState::wrap_up: return rgb(kOrange);
    case AgentState::on_break:
    case AgentState::meal: return rgb(0x8F99A6);
    case AgentState::coaching:
    case AgentState::training: return rgb(kPurple);
    case AgentState::meeting: return rgb(0xBD6CA5);
    case AgentState::do_not_disturb:
    case AgentState::unplanned: return rgb(0x7D8692);
    case AgentState::system_down: return rgb(kVermilion);
    case AgentState::signed_out: break;
    }
    return theme.empty;
}

}  // namespace floorwalker::viz
