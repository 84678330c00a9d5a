// Seats: what each agent does, by colour and sign; for how long; and how tired.
#include "viz/panels/tiles.hpp"

#include <algorithm>
#include <numbers>

#include <fmt/format.h>

namespace floorwalker::viz {
namespace {

// Pixels of a tile, as wide as a reader needs it: no smaller where the window is.
constexpr float kLeastForNumber = 38;
// At 1080p.
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

}  // namespace

Tiles::Tiles(const Stage& stage, const FloorLayout& layout, std::size_t side)
    : stage_{stage}, layout_{layout}, side_{side}, scenario_{stage.scenario(side)} {}

bool Tiles::are_dots() const { return layout_.tile < std::max(kLeastForTile, stage_.px(kLeastForTile)); }

bool Tiles::has_room_for_glyphs() const { return layout_.tile >= stage_.px(kLeastForGlyph); }

void Tiles::draw(const std::vector<const Seat*>& seats, const TeamBox& box) const {
    const float step = layout_.tile + layout_.gap;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const auto column = static_cast<float>(i % box.columns);
        const auto row = static_cast<float>(i / box.columns);
        draw_seat(*seats[i], {box.seats.x + column * step, box.seats.y + row * step, layout_.tile, layout_.tile});
    }
}

void Tiles::draw_seat(const Seat& seat, const Box& box) const {
    stage_.ui.places[side_].seats[index(seat.agent)] = box.centre();
    const Following& following = stage_.ui.following;
    // A customer is followed on both sides.
    const bool is_followed = following.customer ? seat.contact && seat.contact->customer == *following.customer
                                                : following.side == side_ && following.agent == seat.agent;
    if (are_dots()) {
        draw_dot(seat, box);
    } else {
        draw_tile(seat, box);
    }
    draw_difference(seat, box);
    if (is_followed) outline(stage_.draw, box.inner(-stage_.px(2)), stage_.theme().text, stage_.px(2), stage_.px(9));
    const std::string name = fmt::format("seat_{}{}", index(seat.agent) + 1, side_ == 0 ? "" : "_2");
    if (stage_.widgets.hovered(box)) draw_tooltip(stage_, lines_of(seat));
    if (stage_.widgets.clicked(name, box)) stage_.ui.following = {seat.agent, std::nullopt, side_};
}

/// Full when busy, a ring when free, small when away or not here.
void Tiles::draw_dot(const Seat& seat, const Box& box) const {
    const ImU32 colour = colour_of(stage_.theme(), seat.state);
    const float radius = std::max(1.5F, layout_.tile / 2);
    switch (presence_of(seat.state)) {
    case Presence::busy: return stage_.draw.AddCircleFilled(box.centre(), radius, colour);
    case Presence::free: {
        const float width = std::max(1.0F, radius * 0.4F);
        return stage_.draw.AddCircle(box.centre(), radius - width / 2, colour, 0, width);
    }
    case Presence::away:
    case Presence::gone: return stage_.draw.AddCircleFilled(box.centre(), std::max(1.0F, radius * 0.6F), colour);
    }
}

void Tiles::draw_tile(const Seat& seat, const Box& box) const {
    const float rounding = layout_.tile * 0.18F;
    const bool is_out = seat.state == AgentState::signed_out;
    const ImU32 ink = is_out ? stage_.theme().faint : stage_.theme().ink;
    draw_surface(seat, box, rounding);
    if (has_room_for_glyphs())
        draw_glyph(stage_.draw, seat.state, {box.centre().x, box.centre().y - layout_.tile * 0.03F},
                   layout_.tile * 0.5F, ink);
    draw_number(seat, box, ink);
    if (is_out) return;
    draw_fatigue(seat, box);
    draw_time_in_state(seat, box, rounding);
}

/// Where there is no room for a sign the shape tells whether an agent is busy (full), free (a frame), away (the lower
/// half) or not here (a dot).
void Tiles::draw_surface(const Seat& seat, const Box& box, float rounding) const {
    const ImU32 colour = colour_of(stage_.theme(), seat.state);
    if (has_room_for_glyphs()) return fill(stage_.draw, box, colour, rounding);
    const float edge = std::max(1.5F, layout_.tile * 0.2F);
    switch (presence_of(seat.state)) {
    case Presence::busy: return fill(stage_.draw, box, colour, rounding);
    case Presence::free: return outline(stage_.draw, box.inner(edge / 2), colour, edge, rounding);
    case Presence::away: return fill(stage_.draw, {box.x, box.y + box.h / 2, box.w, box.h / 2}, colour, rounding);
    case Presence::gone: return stage_.draw.AddCircleFilled(box.centre(), layout_.tile * 0.2F, colour);
    }
}

/// The number within the team, or the name of who is listed, where there is room.
void Tiles::draw_number(const Seat& seat, const Box& box, ImU32 ink) const {
    if (layout_.tile < kLeastForNumber) return;
    const std::string name = listed_name(scenario_, seat);
    ImFont& font = *stage_.fonts().small;
    const float size = layout_.tile * 0.25F;
    const std::string text = name.empty() ? std::to_string(seat.number) : name.substr(0, 5);
    stage_.draw.AddText(&font, size, {box.x + layout_.tile * 0.08F, box.y + layout_.tile * 0.02F}, faded(ink, 0.85F),
                        text.c_str());
}

void Tiles::draw_fatigue(const Seat& seat, const Box& box) const {
    if (!seat.fatigue || !has_room_for_glyphs()) return;
    const float height = std::max(2.0F, layout_.tile * 0.07F);
    const Box bar{box.x + layout_.tile * 0.12F, box.bottom() - 2.2F * height, layout_.tile * 0.76F, height};
    draw_bar(stage_.draw, bar, *seat.fatigue, stage_.theme().ink, faded(stage_.theme().ink, 0.22F));
}

/// A ring that fills until the state's limit, and is an outline past it.
void Tiles::draw_time_in_state(const Seat& seat, const Box& box, float rounding) const {
    const Duration limit = limit_of(scenario_, seat);
    if (limit == kForever) return;
    // One who chats talks all day; what may last too long is each chat.
    const bool is_with_somebody = seat.state == AgentState::talking && seat.contact;
    const TimePoint since = is_with_somebody ? std::max(seat.since, seat.contact_since) : seat.since;
    const auto share = static_cast<float>(to_seconds(stage_.frame.now - since) / to_seconds(limit));
    if (share >= 1) {
        const float width = std::max(1.5F, layout_.tile * 0.06F);
        return outline(stage_.draw, box.inner(-width * 0.7F), stage_.theme().bad, width, rounding + width);
    }
    if (!has_room_for_glyphs()) return;
    stage_.draw.PathArcTo(box.centre(), layout_.tile * 0.4F, -kPi / 2, -kPi / 2 + 2 * kPi * share, 24);
    stage_.draw.PathStroke(faded(stage_.theme().ink, 0.45F), 0, std::max(1.0F, layout_.tile * 0.045F));
}

void Tiles::draw_difference(const Seat& seat, const Box& box) const {
    if (stage_.differences.empty() || !stage_.differences[side_].seats[index(seat.agent)]) return;
    if (are_dots()) {
        stage_.draw.AddCircle(box.centre(), layout_.tile / 2 + 1, stage_.theme().text, 0, 1.0F);
    } else {
        draw_difference_sign(stage_.draw, box, stage_.theme().text);
    }
}

std::vector<std::string> Tiles::lines_of(const Seat& seat) const {
    std::vector<std::string> lines{name_of_seat(scenario_, seat)};
    lines.push_back(
        fmt::format(fmt::runtime(tr("{} for {}")), viz::name_of(seat.state), span(stage_.frame.now - seat.since)));
    lines.push_back(fmt::format(fmt::runtime(tr("contacts today: {}")), seat.handled));
    if (seat.fatigue) lines.push_back(fmt::format(fmt::runtime(tr("fatigue {:.2f}")), *seat.fatigue));
    if (seat.stress) lines.push_back(fmt::format(fmt::runtime(tr("stress {:.2f}")), *seat.stress));
    lines.push_back(tr("click to follow"));
    return lines;
}

void draw_difference_sign(ImDrawList& draw, const Box& tile, ImU32 colour) {
    const float size = std::max(4.0F, tile.w * 0.3F);
    draw.AddTriangleFilled({tile.right() - size, tile.y}, {tile.right(), tile.y}, {tile.right(), tile.y + size},
                           colour);
}

}  // namespace floorwalker::viz
