// Seats by team, each a tile with the sign and the colour of what its agent does.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "viz/panels/floor_layout.hpp"
#include "viz/panels/stage.hpp"
#include "viz/panels/tiles.hpp"

namespace floorwalker::viz {
namespace {

constexpr float kTile = 46;

struct Team {
    std::vector<const Seat*> seats;
    std::size_t present = 0;
    std::size_t busy = 0;
};

std::vector<Team> teams_of(const Scenario& scenario, const Scene& scene) {
    std::vector<Team> teams(scenario.groups.size());
    for (const Seat& seat : scene.seats()) {
        if (seat.number == 0) continue;
        Team& team = teams[index(seat.group)];
        team.seats.push_back(&seat);
        const bool is_present = seat.state != AgentState::signed_out && !is_away(seat.state);
        team.present += is_present ? 1 : 0;
        team.busy += is_handling(seat.state) ? 1 : 0;
    }
    return teams;
}

/// The tint of a team's card: none while half of it is free, the colour of trouble when all are busy.
ImU32 heat(const Theme& theme, float occupied) {
    constexpr float kCool = 0.5F;
    constexpr float kStrongest = 0.4F;
    const float share = std::clamp((occupied - kCool) / (1 - kCool), 0.0F, 1.0F);
    return between(theme.card, rgb(0xD55E00), kStrongest * share);
}

void draw_team(const Stage& stage, const Tiles& tiles, const Group& group, const Team& team, const TeamBox& box) {
    const float rounding = stage.px(6);
    const float occupied = team.present == 0 ? 0 : static_cast<float>(team.busy) / static_cast<float>(team.present);
    const bool is_far = tiles.are_dots() && team.present > 0;
    fill(stage.draw, box.card, is_far ? heat(stage.theme(), occupied) : stage.theme().card, rounding);
    const Fonts& fonts = stage.fonts();
    const Box inside = box.card.inner(stage.px(12));
    std::string words = team.present == 0
                            ? tr("nobody here")
                            : fmt::format(fmt::runtime(tr("{} here · {:.0f} % busy")), team.present, occupied * 100);
    const std::string name = group.name.empty() ? group.id : group.name;
    // A narrow card has room for the share alone, and a very narrow one for its name.
    const float wanted = width_of(*fonts.small, name) + width_of(*fonts.small, words) + stage.px(16);
    if (inside.w < wanted) words = team.present == 0 ? "" : percent(occupied, 0);
    float used = 0;
    if (inside.w > stage.px(100))
        used = draw_text(stage.draw, *fonts.small, {inside.right(), inside.y - stage.px(2)},
                         is_far ? stage.theme().text : stage.theme().faint, words, Align::right);
    draw_text(stage.draw, *fonts.small, {inside.x, inside.y - stage.px(2)}, stage.theme().text,
              fitting(*fonts.small, name, inside.w - used - stage.px(8)));
    tiles.draw(team.seats, box);
}

/// As the scenario places the teams; those that it leaves out in a row of their own. Empty: it says nothing.
std::vector<std::vector<std::size_t>> rows_of(const Scenario& scenario) {
    std::vector<std::vector<std::size_t>> rows;
    if (scenario.floor.rows.empty()) return rows;
    std::vector<bool> has_place(scenario.groups.size());
    for (const auto& written : scenario.floor.rows) {
        auto& row = rows.emplace_back();
        for (const GroupId group : written) {
            row.push_back(index(group));
            has_place[index(group)] = true;
        }
    }
    std::vector<std::size_t> rest;
    for (std::size_t g = 0; g < has_place.size(); ++g) {
        if (!has_place[g]) rest.push_back(g);
    }
    if (!rest.empty()) rows.push_back(std::move(rest));
    std::erase_if(rows, [](const auto& row) { return row.empty(); });
    return rows;
}

/// What only one of two floors has comes first, and what all have last.
void draw_legend(const Stage& stage, const Box& box, const std::vector<bool>& used, bool has_fatigue,
                 std::size_t side) {
    const Fonts& fonts = stage.fonts();
    float x = box.x;
    const float tile = stage.px(18);
    if (!stage.differences.empty()) {
        const std::size_t differing = stage.differences[side].differing_seats;
        const std::string words = fmt::format(fmt::runtime(tr("otherwise on the other floor: {}")), differing);
        const Box sign{x, box.y, tile, tile};
        outline(stage.draw, sign, stage.theme().line, stage.px(1), tile * 0.18F);
        draw_difference_sign(stage.draw, sign, stage.theme().text);
        x += tile + stage.px(6);
        x += draw_text(stage.draw, *fonts.small, {x, box.y + (tile - fonts.small->FontSize) / 2}, stage.theme().text,
                       words);
        x += stage.px(16);
        stage.widgets.show(side == 0 ? "differing_seats" : "differing_seats_2", std::to_string(differing));
    }
    for (std::size_t s = 0; s < used.size(); ++s) {
        if (!used[s]) continue;
        const auto state = static_cast<AgentState>(s);
        const std::string name = viz::name_of(state);
        const float width = tile + stage.px(6) + width_of(*fonts.small, name) + stage.px(16);
        if (x + width > box.right()) return;
        const Box sign{x, box.y, tile, tile};
        fill(stage.draw, sign, colour_of(stage.theme(), state), tile * 0.18F);
        draw_glyph(stage.draw, state, sign.centre(), tile * 0.6F,
                   state == AgentState::signed_out ? stage.theme().faint : stage.theme().ink);
        draw_text(stage.draw, *fonts.small, {x + tile + stage.px(6), box.y + (tile - fonts.small->FontSize) / 2},
                  stage.theme().faint, name);
        x += width;
    }
    const Box sign{x + stage.px(2), box.y + stage.px(2), tile - stage.px(4), tile - stage.px(4)};
    const std::string name = tr("past its limit");
    if (x + tile + width_of(*fonts.small, name) > box.right()) return;
    outline(stage.draw, sign, stage.theme().bad, stage.px(2), tile * 0.2F);
    x += tile + stage.px(6);
    x +=
        draw_text(stage.draw, *fonts.small, {x, box.y + (tile - fonts.small->FontSize) / 2}, stage.theme().faint, name);
    x += stage.px(16);
    const std::string bar = tr("fatigue");
    if (!has_fatigue || x + tile + stage.px(6) + width_of(*fonts.small, bar) > box.right()) return;
    draw_bar(stage.draw, {x, box.centre().y, tile, stage.px(4)}, 0.6F, stage.theme().faint, stage.theme().empty);
    draw_text(stage.draw, *fonts.small, {x + tile + stage.px(6), box.y + (tile - fonts.small->FontSize) / 2},
              stage.theme().faint, bar);
}

void zoom_and_pan(const Stage& stage, const Box& area) {
    const ImGuiIO& io = ImGui::GetIO();
    Ui& ui = stage.ui;
    const bool is_pointed_at = stage.widgets.hovered(area);
    if (is_pointed_at && io.MouseWheel != 0) {
        const float before = ui.zoom;
        ui.zoom = std::clamp(ui.zoom * std::pow(1.15F, io.MouseWheel), 1.0F, 12.0F);
        // What is under the mouse stays there.
        const float change = ui.zoom / before;
        ui.pan.x = (io.MousePos.x - area.x) * (1 - change) + ui.pan.x * change;
        ui.pan.y = (io.MousePos.y - area.y) * (1 - change) + ui.pan.y * change;
    }
    if (is_pointed_at && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
        ui.pan.x += io.MouseDelta.x;
        ui.pan.y += io.MouseDelta.y;
    }
    ui.pan.x = std::clamp(ui.pan.x, area.w * (1 - ui.zoom), 0.0F);
    ui.pan.y = std::clamp(ui.pan.y, area.h * (1 - ui.zoom), 0.0F);
}

}  // namespace

void draw_floor(const Stage& stage, const Box& box, std::size_t side) {
    const Side& shown = stage.frame.sides[side];
    const Scenario& scenario = shown.run->scenario;
    const std::vector<Team> teams = teams_of(scenario, shown.scene);
    std::size_t here = 0;
    std::size_t busy = 0;
    std::vector<bool> used(kAgentStates);
    std::vector<std::size_t> sizes;
    for (const Team& team : teams) {
        here += team.present;
        busy += team.busy;
        sizes.push_back(team.seats.size());
        for (const Seat* seat : team.seats) used[static_cast<std::size_t>(seat->state)] = true;
    }
    const std::string title =
        fmt::format(fmt::runtime(tr("THE FLOOR · {} HERE · {} BUSY · {} FREE")), here, busy, here - busy);
    stage.widgets.place(side == 0 ? "panel_floor" : "panel_floor_2", box);
    Box rest = draw_panel(stage, box, stage.frame.sides.size() > 1 ? scenario.centre.name + " · " + title : title);
    const auto& seats = shown.scene.seats();
    const bool has_fatigue =
        std::any_of(seats.begin(), seats.end(), [](const Seat& seat) { return seat.fatigue.has_value(); });
    draw_legend(stage, rest.take_bottom(stage.px(18)), used, has_fatigue, side);
    rest.take_bottom(stage.px(10));
    zoom_and_pan(stage, rest);
    const Box area{rest.x + stage.ui.pan.x, rest.y + stage.ui.pan.y, rest.w * stage.ui.zoom, rest.h * stage.ui.zoom};
    const CardMeasures measures{stage.px(34), stage.px(12), stage.px(8)};
    const float largest = stage.px(kTile) * std::sqrt(stage.ui.zoom);
    const auto rows = rows_of(scenario);
    const FloorLayout layout = rows.empty() ? lay_out_floor(sizes, area, largest, measures)
                                            : lay_out_rows(sizes, rows, area, largest, measures);
    const Tiles tiles{stage, layout, side};
    stage.draw.PushClipRect(rest.min(), rest.max(), true);
    for (std::size_t g = 0; g < teams.size(); ++g)
        draw_team(stage, tiles, scenario.groups[g], teams[g], layout.teams[g]);
    stage.draw.PopClipRect();
}

}  // namespace floorwalker::viz
