// A few seconds at the first start that show where to look.
#include <algorithm>
#include <array>

#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

constexpr double kStep_s = 4.0;

struct Stop {
    const char* panel;
    const char* words;
};

constexpr std::array kStops{
    Stop{"panel_way_in", N_("Customers come in here. Queues are oldest first and turn orange-red past their target.")},
    Stop{"panel_floor", N_("Each tile is an agent. Colour and sign say what it does; click one to follow it.")},
    Stop{"panel_wallboard", N_("How it stands now, beside its target.")},
    Stop{"panel_timeline", N_("How the day got here. Drag to any moment, forwards or backwards.")},
    Stop{"play", N_("Space plays and pauses; ? shows all keys.")}};

}  // namespace

void draw_tour(const Stage& stage, const Box& window) {
    Ui& ui = stage.ui;
    if (!ui.tour_since) return;
    const auto step = static_cast<std::size_t>((ImGui::GetTime() - *ui.tour_since) / kStep_s);
    const bool is_ended = ImGui::IsMouseClicked(ImGuiMouseButton_Left) || step >= kStops.size();
    if (is_ended) {
        ui.tour_since.reset();
        return;
    }
    const Stop& stop = kStops[step];
    const auto& boxes = stage.widgets.boxes();
    const auto found = boxes.find(stop.panel);
    if (found == boxes.end()) return;
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    outline(draw, found->second.inner(-stage.px(3)), rgb(0xF0E442), stage.px(3), stage.px(10));
    ImFont& font = *stage.fonts().body;
    const std::string words = tr(stop.words);
    const float width = std::min(window.w * 0.5F, width_of(font, words) + stage.px(40));
    const float height =
        font.CalcTextSizeA(font.FontSize, FLT_MAX, width - stage.px(36), words.data(), words.data() + words.size()).y;
    const Box box{window.centre().x - width / 2, window.centre().y - height, width, height + stage.px(32)};
    fill(draw, box, rgb(0xF0E442), stage.px(8));
    draw_wrapped(draw, font, {box.x + stage.px(18), box.y + stage.px(16)}, width - stage.px(34), rgb(0x14171B), words);
    stage.widgets.show("tour", words);
}

}  // namespace floorwalker::viz
