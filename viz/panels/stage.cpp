#include "viz/panels/stage.hpp"

#include <algorithm>
#include <utility>

namespace floorwalker::viz {
namespace {

constexpr float kRounding = 8;

}  // namespace

Box draw_panel(const Stage& stage, const Box& box, const std::string& title) {
    fill(stage.draw, box, stage.theme().panel, stage.px(kRounding));
    Box rest = box.inner(stage.px(16));
    if (title.empty()) return rest;
    draw_text(stage.draw, *stage.fonts().small, rest.min(), stage.theme().faint,
              fitting(*stage.fonts().small, title, rest.w));
    rest.take_top(stage.px(26));
    return rest;
}

bool draw_button(const Stage& stage, const std::string& name, const Box& box, const std::string& text, bool is_on) {
    const bool is_clicked = stage.widgets.clicked(name, box);
    const Theme& theme = stage.theme();
    const bool is_hovered = stage.widgets.hovered(box);
    if (is_on) fill(stage.draw, box, theme.accent, stage.px(6));
    if (!is_on && is_hovered) fill(stage.draw, box, theme.empty, stage.px(6));
    if (!is_on) outline(stage.draw, box, theme.line, stage.px(1), stage.px(6));
    ImFont& font = *stage.fonts().small;
    const ImU32 ink = is_on ? rgb(0xFFFFFF) : theme.text;
    draw_text(stage.draw, font, {box.centre().x, box.centre().y - font.FontSize / 2}, ink, text, Align::centre);
    return is_clicked;
}

bool draw_button(const Stage& stage, const std::string& name, const Box& box, Button sign, bool is_on) {
    const bool is_clicked = draw_button(stage, name, box, "", is_on);
    draw_button_sign(stage.draw, sign, box.centre(), stage.px(16), is_on ? rgb(0xFFFFFF) : stage.theme().text);
    return is_clicked;
}

void draw_tooltip(const Stage& stage, const std::vector<std::string>& lines) {
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    ImFont& font = *stage.fonts().small;
    const float line_height = font.FontSize * 1.4F;
    float width = 0;
    for (const std::string& line : lines) width = std::max(width, width_of(font, line));
    const float margin = stage.px(10);
    Box box{0, 0, width + 2 * margin, line_height * static_cast<float>(lines.size()) + 2 * margin};
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    box.x = std::min(mouse.x + stage.px(16), size.x - box.w - stage.px(8));
    box.y = std::min(mouse.y + stage.px(16), size.y - box.h - stage.px(8));
    fill(draw, box, stage.theme().card, stage.px(6));
    outline(draw, box, stage.theme().line, stage.px(1), stage.px(6));
    float y = box.y + margin;
    for (const std::string& line : lines) {
        draw_text(draw, font, {box.x + margin, y}, &line == &lines.front() ? stage.theme().text : stage.theme().faint,
                  line);
        y += line_height;
    }
}

namespace {

/// Around what the keyboard is at.
void draw_focus(const Stage& stage) {
    const auto& boxes = stage.widgets.boxes();
    const auto found = boxes.find(stage.widgets.focus());
    stage.widgets.show("focus", found == boxes.end() ? "" : found->first);
    if (found == boxes.end()) return;
    const float width = stage.px(3);
    outline(*ImGui::GetForegroundDrawList(), found->second.inner(-width), stage.theme().warning, width, stage.px(8));
}

}  // namespace

void draw_window(const Stage& stage, const Box& window) {
    fill(stage.draw, window, stage.theme().background);
    stage.widgets.begin();
    stage.widgets.block_below(stage.ui.overlay != Overlay::none);
    const float gap = stage.px(8);
    Box rest = window.inner(gap);
    draw_top_bar(stage, rest.take_top(stage.px(72)));
    rest.take_top(gap);
    draw_timeline(stage, rest.take_bottom(std::min(stage.px(232), window.h * 0.23F)));
    rest.take_bottom(gap);
    const std::size_t sides = stage.frame.sides.size();
    Box column = rest.take_right(stage.px(332));
    rest.take_right(gap);
    const bool follows = stage.ui.following.agent || stage.ui.following.customer;
    if (follows) {
        draw_following(stage, column.take_bottom(std::min(stage.px(250), column.h * 0.46F)));
        column.take_bottom(gap);
    }
    Box boards = column;
    for (std::size_t side = 0; side < sides; ++side) {
        Box board = boards.take_top((column.h - gap * static_cast<float>(sides - 1)) / static_cast<float>(sides));
        boards.take_top(gap);
        draw_wallboard(stage, board, side);
    }
    draw_caption(stage, rest);
    Box halves = rest;
    for (std::size_t side = 0; side < sides; ++side) {
        Box half = halves.take_top((rest.h - gap * static_cast<float>(sides - 1)) / static_cast<float>(sides));
        halves.take_top(gap);
        draw_way_in(stage, half.take_left(stage.px(332)), side);
        half.take_left(gap);
        draw_floor(stage, half, side);
    }
    draw_motion(stage);
    draw_tour(stage, window);
    if (stage.ui.overlay == Overlay::none) return draw_focus(stage);
    stage.widgets.block_below(false);
    fill(stage.draw, window, faded(stage.theme().background, 0.7F));
    if (stage.ui.overlay == Overlay::help) draw_help(stage, window);
    if (stage.ui.overlay == Overlay::charts) draw_charts(stage, window);
    if (stage.ui.overlay == Overlay::decisions) draw_decisions(stage, window);
    draw_focus(stage);
}

}  // namespace floorwalker::viz
