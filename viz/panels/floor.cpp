// Seats by team, each a tile with the sign and the colour of what its agent does.
#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "viz/panels/floor_layout.hpp"
#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

constexpr float kTile = 46;
constexpr float kLeastForNumber = 38;
constexpr float kLeastForGlyph = 18;
constexpr float kLeastForTile = 10;
constexpr float kPi = std::numbers::pi_v<float>;

/// How long a state may last before it is worth a look. Talks and wrap-ups: three times the mean of the call types.
Duration limit_of(const Scenario& scenario, const Seat& seat) {
    using namespace std::chrono_literals;
    switch (seat.state) {
    case AgentState::talking: {
        const bool is_known = seat.contact && seat.contact->call_type != kNoCallType;
        if (!is_known) return 15min;
        const Distribution& talk = scenario.call_types[index(seat.contact->call_type)].talk;
        return std::max<Duration>(1min, from_seconds(std::min(1e6, 3 * mean_of(talk))));
    }
    case AgentState::wrap_up: return 3min;
    case AgentState::on_hold: return 1min;
    case AgentState::ringing:
    case AgentState::dialling: return 30s;
    case AgentState::on_break: return 20min;
    case AgentState::meal: return 45min;
    case AgentState::unplanned:
    case AgentState::do_not_disturb: return 10min;
    case AgentState::system_down: return 5min;
    default: return kForever;
    }
}

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

/// Of listed people; empty for the others.
std::string listed_name(const Scenario& scenario, const Seat& seat) {
    const Group& group = scenario.groups[index(seat.group)];
    std::int64_t unnamed = 0;
    for (const auto& shift : group.shifts) unnamed += shift.agents;
    const std::int64_t listed = std::int64_t{seat.number} - 1 - unnamed;
    if (listed < 0 || listed >= static_cast<std::int64_t>(group.listed.size())) return {};
    return group.listed[static_cast<std::size_t>(listed)].id;
}

std::string name_of_seat(const Scenario& scenario, const Seat& seat) {
    const Group& group = scenario.groups[index(seat.group)];
    const std::string team = group.name.empty() ? group.id : group.name;
    const std::string name = listed_name(scenario, seat);
    return name.empty() ? fmt::format("{} {}", team, seat.number) : name + ", " + team;
}

class Tiles {
public:
    Tiles(const Stage& stage, const FloorLayout& layout, std::size_t side)
        : stage_{stage}, layout_{layout}, side_{side} {}

    /// From so far away that single seats hardly tell anything.
    bool are_dots() const { return layout_.tile < std::max(kLeastForTile, stage_.px(kLeastForTile)); }

    void draw(const Team& team, const TeamBox& box) const {
        const float step = layout_.tile + layout_.gap;
        for (std::size_t i = 0; i < team.seats.size(); ++i) {
            const auto column = static_cast<float>(i % box.columns);
            const auto row = static_cast<float>(i / box.columns);
            draw_seat(*team.seats[i],
                      {box.seats.x + column * step, box.seats.y + row * step, layout_.tile, layout_.tile});
        }
    }

private:
    void draw_seat(const Seat& seat, const Box& box) const {
        stage_.ui.places[side_].seats[index(seat.agent)] = box.centre();
        const Scenario& scenario = stage_.scenario(side_);
        const ImU32 colour = colour_of(stage_.theme(), seat.state);
        const Following& following = stage_.ui.following;
        // A customer is followed on both sides.
        const bool is_followed = following.customer ? seat.contact && seat.contact->customer == *following.customer
                                                    : following.side == side_ && following.agent == seat.agent;
        if (are_dots()) {
            stage_.draw.AddCircleFilled(box.centre(), std::max(1.5F, layout_.tile / 2), colour);
        } else {
            draw_tile(seat, box, colour, scenario);
        }
        if (is_followed)
            outline(stage_.draw, box.inner(-stage_.px(2)), stage_.theme().text, stage_.px(2), stage_.px(9));
        const std::string name = fmt::format("seat_{}{}", index(seat.agent) + 1, side_ == 0 ? "" : "_2");
        if (stage_.widgets.hovered(box)) draw_tooltip(stage_, lines_of(seat, scenario));
        if (stage_.widgets.clicked(name, box)) stage_.ui.following = {seat.agent, std::nullopt, side_};
    }

    void draw_tile(const Seat& seat, const Box& box, ImU32 colour, const Scenario& scenario) const {
        const float rounding = layout_.tile * 0.18F;
        fill(stage_.draw, box, colour, rounding);
        const bool is_out = seat.state == AgentState::signed_out;
        const ImU32 ink = is_out ? stage_.theme().faint : stage_.theme().ink;
        if (layout_.tile >= stage_.px(kLeastForGlyph))
            draw_glyph(stage_.draw, seat.state, {box.centre().x, box.centre().y - layout_.tile * 0.03F},
                       layout_.tile * 0.5F, ink);
        draw_number(seat, box, ink, scenario);
        if (is_out) return;
        draw_fatigue(seat, box);
        draw_time_in_state(seat, box, scenario, rounding);
    }

    /// The number within the team, or the name of who is listed, where there is room.
    void draw_number(const Seat& seat, const Box& box, ImU32 ink, const Scenario& scenario) const {
        if (layout_.tile < stage_.px(kLeastForNumber)) return;
        const std::string name = listed_name(scenario, seat);
        ImFont& font = *stage_.fonts().small;
        const float size = layout_.tile * 0.24F;
        const std::string text = name.empty() ? std::to_string(seat.number) : name.substr(0, 5);
        stage_.draw.AddText(&font, size, {box.x + layout_.tile * 0.08F, box.y + layout_.tile * 0.02F}, faded(ink, 0.8F),
                            text.c_str());
    }

    void draw_fatigue(const Seat& seat, const Box& box) const {
        if (!seat.fatigue || layout_.tile < stage_.px(kLeastForGlyph)) return;
        const float height = std::max(2.0F, layout_.tile * 0.07F);
        const Box bar{box.x + layout_.tile * 0.12F, box.bottom() - 2.2F * height, layout_.tile * 0.76F, height};
        draw_bar(stage_.draw, bar, *seat.fatigue, stage_.theme().ink, faded(stage_.theme().ink, 0.22F));
    }

    /// A ring that fills until the state's limit, and is an outline past it.
    void draw_time_in_state(const Seat& seat, const Box& box, const Scenario& scenario, float rounding) const {
        const Duration limit = limit_of(scenario, seat);
        if (limit == kForever) return;
        // One who chats talks all day; what may last too long is each chat.
        const bool is_with_somebody = seat.state == AgentState::talking && seat.contact;
        const TimePoint since = is_with_somebody ? std::max(seat.since, seat.contact_since) : seat.since;
        const auto share = static_cast<float>(to_seconds(stage_.frame.now - since) / to_seconds(limit));
        if (share >= 1) {
            const float width = std::max(1.5F, layout_.tile * 0.06F);
            return outline(stage_.draw, box.inner(-width * 0.7F), stage_.theme().bad, width, rounding + width);
        }
        if (layout_.tile < stage_.px(kLeastForGlyph)) return;
        stage_.draw.PathArcTo(box.centre(), layout_.tile * 0.4F, -kPi / 2, -kPi / 2 + 2 * kPi * share, 24);
        stage_.draw.PathStroke(faded(stage_.theme().ink, 0.45F), 0, std::max(1.0F, layout_.tile * 0.045F));
    }

    std::vector<std::string> lines_of(const Seat& seat, const Scenario& scenario) const {
        std::vector<std::string> lines{name_of_seat(scenario, seat)};
        lines.push_back(
            fmt::format(fmt::runtime(tr("{} for {}")), viz::name_of(seat.state), span(stage_.frame.now - seat.since)));
        lines.push_back(fmt::format(fmt::runtime(tr("contacts today: {}")), seat.handled));
        if (seat.fatigue) lines.push_back(fmt::format(fmt::runtime(tr("fatigue {:.2f}")), *seat.fatigue));
        if (seat.stress) lines.push_back(fmt::format(fmt::runtime(tr("stress {:.2f}")), *seat.stress));
        lines.push_back(tr("click to follow"));
        return lines;
    }

    const Stage& stage_;
    const FloorLayout& layout_;
    std::size_t side_;
};

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
    tiles.draw(team, box);
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

void draw_legend(const Stage& stage, const Box& box, const std::vector<bool>& used, bool has_fatigue) {
    const Fonts& fonts = stage.fonts();
    float x = box.x;
    const float tile = stage.px(18);
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
    if (!stage.widgets.hovered(area)) return;
    Ui& ui = stage.ui;
    if (io.MouseWheel != 0) {
        const float before = ui.zoom;
        ui.zoom = std::clamp(ui.zoom * std::pow(1.15F, io.MouseWheel), 1.0F, 12.0F);
        // What is under the mouse stays there.
        const float change = ui.zoom / before;
        ui.pan.x = (io.MousePos.x - area.x) * (1 - change) + ui.pan.x * change;
        ui.pan.y = (io.MousePos.y - area.y) * (1 - change) + ui.pan.y * change;
    }
    if (ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
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
    draw_legend(stage, rest.take_bottom(stage.px(18)), used, has_fatigue);
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
