#include "viz/look/glyph.hpp"

#include <cmath>
#include <initializer_list>
#include <numbers>

namespace floorwalker::viz {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

/// A square in which a glyph is drawn: coordinates from −1 to 1.
class Canvas {
public:
    Canvas(ImDrawList& draw, ImVec2 centre, float size, ImU32 colour)
        : draw_{draw}, centre_{centre}, half_{size / 2}, colour_{colour} {}

    ImVec2 at(float x, float y) const { return {centre_.x + x * half_, centre_.y + y * half_}; }

    void line(float x1, float y1, float x2, float y2, float width = 0.22F) {
        draw_.AddLine(at(x1, y1), at(x2, y2), colour_, width * half_);
    }
    void disc(float x, float y, float radius) { draw_.AddCircleFilled(at(x, y), radius * half_, colour_); }
    void circle(float x, float y, float radius, float width = 0.2F) {
        draw_.AddCircle(at(x, y), radius * half_, colour_, 0, width * half_);
    }
    void box(float x1, float y1, float x2, float y2, float rounding = 0.0F) {
        draw_.AddRectFilled(at(x1, y1), at(x2, y2), colour_, rounding * half_);
    }
    void frame(float x1, float y1, float x2, float y2, float width = 0.18F) {
        draw_.AddRect(at(x1, y1), at(x2, y2), colour_, 0.1F * half_, 0, width * half_);
    }
    void arc(float x, float y, float radius, float from, float to, float width = 0.22F) {
        draw_.PathArcTo(at(x, y), radius * half_, from, to);
        draw_.PathStroke(colour_, 0, width * half_);
    }
    template <std::size_t kCount>
    void shape(const ImVec2 (&points)[kCount]) {
        for (const ImVec2& point : points) draw_.PathLineTo(at(point.x, point.y));
        draw_.PathFillConvex(colour_);
    }

private:
    ImDrawList& draw_;
    ImVec2 centre_;
    float half_;
    ImU32 colour_;
};

/// A receiver, held aslant: a curved handle, and an ear and a mouth piece that turn to its hollow side.
void handset(Canvas& canvas) {
    canvas.arc(0.52F, -0.52F, 1.17F, kPi * 0.54F, kPi * 0.96F, 0.32F);
    canvas.shape({{-0.86F, -0.72F}, {-0.42F, -0.9F}, {-0.16F, -0.34F}, {-0.62F, -0.12F}});
    canvas.shape({{0.72F, 0.86F}, {0.9F, 0.42F}, {0.34F, 0.16F}, {0.12F, 0.62F}});
}

void note(Canvas& canvas) {
    canvas.disc(-0.3F, 0.55F, 0.32F);
    canvas.line(-0.02F, 0.55F, -0.02F, -0.75F, 0.16F);
    canvas.line(-0.02F, -0.72F, 0.5F, -0.3F, 0.2F);
}

void pencil(Canvas& canvas) {
    canvas.shape({{-0.72F, 0.72F}, {-0.58F, 0.24F}, {-0.24F, 0.58F}});
    canvas.shape({{-0.5F, 0.14F}, {0.42F, -0.78F}, {0.78F, -0.42F}, {-0.14F, 0.5F}});
}

void cup(Canvas& canvas) {
    canvas.box(-0.62F, -0.15F, 0.38F, 0.6F, 0.2F);
    canvas.circle(0.42F, 0.18F, 0.26F, 0.14F);
    canvas.line(-0.3F, -0.72F, -0.3F, -0.36F, 0.12F);
    canvas.line(0.06F, -0.72F, 0.06F, -0.36F, 0.12F);
}

void knife_and_fork(Canvas& canvas) {
    canvas.line(-0.35F, -0.75F, -0.35F, 0.75F, 0.18F);
    canvas.line(-0.6F, -0.75F, -0.6F, -0.2F, 0.12F);
    canvas.line(-0.1F, -0.75F, -0.1F, -0.2F, 0.12F);
    canvas.line(-0.6F, -0.2F, -0.1F, -0.2F, 0.14F);
    canvas.line(0.45F, -0.75F, 0.45F, 0.75F, 0.2F);
    canvas.box(0.28F, -0.75F, 0.5F, 0.05F, 0.1F);
}

void two_heads(Canvas& canvas) {
    canvas.disc(-0.38F, -0.3F, 0.27F);
    canvas.disc(0.42F, -0.3F, 0.27F);
    canvas.box(-0.8F, 0.08F, -0.02F, 0.62F, 0.22F);
    canvas.box(0.1F, 0.08F, 0.86F, 0.62F, 0.22F);
}

void book(Canvas& canvas) {
    canvas.shape({{-0.06F, -0.4F}, {-0.06F, 0.68F}, {-0.85F, 0.45F}, {-0.85F, -0.62F}});
    canvas.shape({{0.06F, -0.4F}, {0.85F, -0.62F}, {0.85F, 0.45F}, {0.06F, 0.68F}});
}

void table(Canvas& canvas) {
    canvas.frame(-0.7F, -0.62F, 0.7F, 0.62F);
    for (const float y : {-0.22F, 0.06F, 0.34F}) canvas.line(-0.45F, y, 0.45F, y, 0.14F);
}

void bolt(Canvas& canvas) {
    canvas.shape({{0.18F, -0.9F}, {-0.5F, 0.12F}, {0.02F, 0.12F}});
    canvas.shape({{-0.18F, 0.9F}, {0.5F, -0.12F}, {-0.02F, -0.12F}});
}

}  // namespace

void draw_glyph(ImDrawList& draw, AgentState state, ImVec2 centre, float size, ImU32 colour) {
    Canvas canvas{draw, centre, size, colour};
    switch (state) {
    case AgentState::available: return canvas.disc(0, 0, 0.4F);
    case AgentState::talking: return handset(canvas);
    case AgentState::ringing: return note(canvas);
    case AgentState::dialling:
        for (const float x : {-0.5F, 0.0F, 0.5F}) {
            for (const float y : {-0.5F, 0.0F, 0.5F}) canvas.disc(x, y, 0.15F);
        }
        return;
    case AgentState::on_hold:
        canvas.box(-0.5F, -0.62F, -0.14F, 0.62F, 0.08F);
        return canvas.box(0.14F, -0.62F, 0.5F, 0.62F, 0.08F);
    case AgentState::wrap_up: return pencil(canvas);
    case AgentState::on_break: return cup(canvas);
    case AgentState::meal: return knife_and_fork(canvas);
    case AgentState::meeting: return table(canvas);
    case AgentState::coaching: return two_heads(canvas);
    case AgentState::training: return book(canvas);
    case AgentState::do_not_disturb: canvas.circle(0, 0, 0.62F); return canvas.line(-0.44F, 0.44F, 0.44F, -0.44F, 0.2F);
    case AgentState::system_down: return bolt(canvas);
    case AgentState::unplanned:
        for (const float x : {-0.5F, 0.0F, 0.5F}) canvas.disc(x, 0, 0.17F);
        return;
    case AgentState::signed_out: return canvas.line(-0.3F, 0, 0.3F, 0, 0.16F);
    }
}

void draw_customer(ImDrawList& draw, std::size_t tier, std::size_t tiers, ImVec2 centre, float radius, ImU32 colour) {
    if (tier + 1 >= tiers) return draw.AddCircleFilled(centre, radius, colour);
    const std::size_t corners = tier == 0 ? 4 : (tier == 1 ? 3 : 4 + tier);
    const float turn = tier == 1 ? -kPi / 2 : 0.0F;
    const float reach = radius * 1.2F;
    for (std::size_t i = 0; i < corners; ++i) {
        const float angle = turn + 2 * kPi * static_cast<float>(i) / static_cast<float>(corners);
        draw.PathLineTo({centre.x + reach * std::cos(angle), centre.y + reach * std::sin(angle)});
    }
    draw.PathFillConvex(colour);
}

void draw_button_sign(ImDrawList& draw, Button button, ImVec2 centre, float size, ImU32 colour) {
    Canvas canvas{draw, centre, size, colour};
    switch (button) {
    case Button::play: return canvas.shape({{-0.5F, -0.7F}, {0.75F, 0.0F}, {-0.5F, 0.7F}});
    case Button::pause: canvas.box(-0.55F, -0.7F, -0.15F, 0.7F); return canvas.box(0.15F, -0.7F, 0.55F, 0.7F);
    case Button::to_begin:
        canvas.box(-0.8F, -0.7F, -0.55F, 0.7F);
        return canvas.shape({{0.7F, -0.7F}, {0.7F, 0.7F}, {-0.5F, 0.0F}});
    case Button::to_end:
        canvas.box(0.55F, -0.7F, 0.8F, 0.7F);
        return canvas.shape({{-0.7F, -0.7F}, {0.5F, 0.0F}, {-0.7F, 0.7F}});
    case Button::step:
        canvas.disc(0.55F, 0.0F, 0.25F);
        return canvas.shape({{-0.8F, -0.6F}, {0.15F, 0.0F}, {-0.8F, 0.6F}});
    case Button::theme:
        canvas.circle(0, 0, 0.62F, 0.16F);
        draw.PathArcTo(canvas.at(0, 0), 0.62F * size / 2, kPi / 2, kPi * 1.5F);
        return draw.PathFillConvex(colour);
    case Button::help:
        canvas.arc(0, -0.3F, 0.36F, -kPi, kPi * 0.4F, 0.2F);
        canvas.line(0.06F, 0.05F, 0.06F, 0.3F, 0.2F);
        return canvas.disc(0.06F, 0.62F, 0.13F);
    case Button::close: canvas.line(-0.5F, -0.5F, 0.5F, 0.5F, 0.2F); return canvas.line(-0.5F, 0.5F, 0.5F, -0.5F, 0.2F);
    }
}

}  // namespace floorwalker::viz
