// How it stands: a few figures, each beside its target, with how it went in the last half-hour and where it is going.
#include <algorithm>

#include <fmt/format.h>

#include "viz/panels/cards.hpp"

namespace floorwalker::viz {
namespace {

ImU32 colour_of(const Theme& theme, Verdict verdict, ImU32 without) {
    switch (verdict) {
    case Verdict::none: return without;
    case Verdict::good: return theme.good;
    case Verdict::close: return theme.warning;
    case Verdict::missed: return theme.bad;
    }
    return without;
}

void draw_trend(const Stage& stage, const Box& box, const std::vector<float>& trend, ImU32 colour) {
    if (trend.empty()) return;
    const auto [low, high] = std::minmax_element(trend.begin(), trend.end());
    // So that a steady figure is a row of equal bars, not of none.
    const float base = *low - std::max(0.25F * (*high - *low), 0.02F * std::abs(*high) + 1e-6F);
    const float range = std::max(*high - base, 1e-6F);
    const float step = box.w / static_cast<float>(trend.size());
    for (std::size_t i = 0; i < trend.size(); ++i) {
        const float height = std::max(1.0F, box.h * (trend[i] - base) / range);
        fill(stage.draw, {box.x + step * static_cast<float>(i), box.bottom() - height, step - stage.px(2), height},
             colour);
    }
}

// How high what a card says is.
constexpr float kContent = 82;
constexpr float kShortContent = 44;

/// Where it goes and what was wanted.
void draw_foot(const Stage& stage, const Box& inside, float y, const Card& card, const std::string& suffix) {
    const Fonts& fonts = stage.fonts();
    const Theme& theme = stage.theme();
    const float used = draw_text(stage.draw, *fonts.small, {inside.right(), y}, theme.faint, card.target, Align::right);
    if (card.prediction.empty()) return;
    draw_text(stage.draw, *fonts.small, {inside.x, y}, colour_of(theme, card.prediction_verdict, theme.text),
              fitting(*fonts.small, "→ " + card.prediction, inside.w - used - stage.px(8)));
    stage.widgets.show("predicted_" + card.name + suffix, card.prediction);
}

/// Two lines, where there is no room for more.
void draw_short_card(const Stage& stage, const Box& box, const Card& card, const std::string& suffix) {
    const Fonts& fonts = stage.fonts();
    const Theme& theme = stage.theme();
    fill(stage.draw, box, theme.card, stage.px(6));
    Box inside = box.inner(stage.px(12));
    inside.y = box.y + (box.h - stage.px(kShortContent)) / 2;
    const float used = draw_text(stage.draw, *fonts.strong, {inside.right(), inside.y - stage.px(2)},
                                 colour_of(theme, card.verdict, theme.text), card.value, Align::right);
    draw_text(stage.draw, *fonts.small, inside.min(), theme.faint,
              fitting(*fonts.small, card.title, inside.w - used - stage.px(8)));
    stage.widgets.show(card.name + suffix, card.value);
    draw_foot(stage, inside, inside.y + stage.px(22), card, suffix);
}

void draw_card(const Stage& stage, const Box& box, const Card& card, const std::string& suffix) {
    const Fonts& fonts = stage.fonts();
    const Theme& theme = stage.theme();
    fill(stage.draw, box, theme.card, stage.px(6));
    Box inside = box.inner(stage.px(12));
    inside.y = box.y + (box.h - stage.px(kContent)) / 2;
    const ImU32 colour = colour_of(theme, card.verdict, theme.text);
    const Box right{inside.right() - stage.px(104), inside.y, stage.px(104), inside.h};
    draw_text(stage.draw, *fonts.small, inside.min(), theme.faint,
              fitting(*fonts.small, card.title, inside.w - right.w - stage.px(8)));
    draw_text(stage.draw, *fonts.large, {inside.x, inside.y + stage.px(18)}, colour, card.value);
    stage.widgets.show(card.name + suffix, card.value);
    draw_trend(stage, {right.x, right.y + stage.px(6), right.w, stage.px(34)}, card.trend, faded(colour, 0.85F));
    draw_foot(stage, inside, inside.y + stage.px(57), card, suffix);
}

/// The second side says by how much it is above the first, in points.
void tell_differences(std::vector<Card>& cards, const std::vector<Card>& others) {
    for (Card& card : cards) {
        const auto other =
            std::find_if(others.begin(), others.end(), [&card](const Card& one) { return one.name == card.name; });
        if (other == others.end() || !card.figure || !other->figure) continue;
        const double points = (*card.figure - *other->figure) * 100;
        card.title += fmt::format(" ({:+.1f})", points);
    }
}

}  // namespace

void draw_wallboard(const Stage& stage, const Box& box, std::size_t side) {
    stage.widgets.place(side == 0 ? "panel_wallboard" : "panel_wallboard_2", box);
    Box rest = draw_panel(stage, box, tr("NOW / TARGET"));
    std::vector<Card> cards = cards_of(stage, side);
    if (side > 0) tell_differences(cards, cards_of(stage, 0));
    // Cards grow with the room there is, within reason; where it is too little, the last ones are left out.
    const float share = rest.h / static_cast<float>(cards.size()) - stage.px(8);
    const bool is_short = share < stage.px(kContent + 6);
    const float height =
        std::clamp(share, stage.px(kShortContent + 10), is_short ? stage.px(kShortContent + 26) : stage.px(108));
    for (const Card& card : cards) {
        if (rest.h < height) return;
        const Box place = rest.take_top(height);
        const std::string suffix = side == 0 ? "" : "_2";
        if (is_short) {
            draw_short_card(stage, place, card, suffix);
        } else {
            draw_card(stage, place, card, suffix);
        }
        rest.take_top(stage.px(8));
    }
}

}  // namespace floorwalker::viz
