// How it stands: a few figures, each beside its target, with how it went in the last half-hour.
#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

constexpr Duration kHalfHour = std::chrono::minutes{30};

struct Card {
    std::string name;  ///< for scripts
    std::string title;
    std::string value;
    std::string target;
    std::optional<bool> is_good;     ///< none: nothing to judge
    bool is_close = false;           ///< good, but hardly
    std::vector<float> trend;        ///< oldest first
    std::optional<double> figure{};  ///< a share, to be held against the other side's
};

std::vector<float> trend_of(const Stage& stage, const Side& side, const std::function<double(const Sample&)>& figure) {
    std::vector<float> trend;
    if (!side.outcome) return trend;
    for (const Sample& sample : side.outcome->samples) {
        if (sample.at <= stage.frame.now && sample.at > stage.frame.now - kHalfHour)
            trend.push_back(static_cast<float>(figure(sample)));
    }
    return trend;
}

std::function<double(const Sample&)> overall(Kpi kpi) {
    return [kpi](const Sample& sample) { return sample.kpis[kpi].mean.value_or(0); };
}

std::string shown_share(const Estimate& estimate) { return estimate.mean ? percent(*estimate.mean) : "–"; }

Card service_level(const Stage& stage, const Side& side) {
    const AnswerTarget& target = side.run->scenario.centre.answer_target;
    const Estimate& level = side.result.overall[Kpi::service_level];
    Card card{"service_level",
              tr("Service level"),
              shown_share(level),
              {},
              {},
              false,
              trend_of(stage, side, overall(Kpi::service_level))};
    card.target = fmt::format(fmt::runtime(tr("{} in {} s")), percent(target.share, 0), to_seconds(target.within));
    if (level.mean) card.is_good = *level.mean >= target.share;
    if (level.mean) card.is_close = *level.mean < target.share + 0.02;
    card.figure = level.mean;
    return card;
}

/// A share that is to stay below a limit, if there is one; close from `close` on.
Card limited_share(const Stage& stage, const Side& side, Kpi kpi, std::string title, std::optional<double> limit,
                   double close) {
    const Estimate& share = side.result.overall[kpi];
    Card card{std::string{name_of(kpi)},          std::move(title), shown_share(share), {}, {}, false,
              trend_of(stage, side, overall(kpi))};
    card.figure = share.mean;
    if (!limit) return card;
    card.target = "≤ " + percent(*limit, 0);
    if (share.mean) card.is_good = *share.mean <= *limit;
    if (share.mean) card.is_close = *share.mean > close;
    return card;
}

Card abandonment(const Stage& stage, const Side& side) {
    const auto limit = side.run->scenario.centre.abandonment_target;
    return limited_share(stage, side, Kpi::abandonment, tr("Gave up"), limit, limit.value_or(1) * 0.8);
}

Card occupancy(const Stage& stage, const Side& side) {
    const auto limit = side.run->scenario.centre.occupancy_target;
    return limited_share(stage, side, Kpi::occupancy, tr("Occupancy"), limit, limit.value_or(1) - 0.03);
}

Card longest_wait(const Stage& stage, const Side& side) {
    Duration longest{0};
    const auto& types = side.run->scenario.call_types;
    for (std::size_t t = 0; t < types.size(); ++t) {
        const auto& queue = side.scene.queues()[t];
        if (types[t].channel != Channel::mail && !queue.empty())
            longest = std::max(longest, stage.frame.now - queue.front().since);
    }
    Card card{"longest_wait",
              tr("Longest wait now"),
              span(longest),
              {},
              {},
              false,
              trend_of(stage, side, [](const Sample& sample) { return static_cast<double>(sample.waiting); })};
    card.target = fmt::format(fmt::runtime(tr("{} waiting")), side.scene.waiting_people());
    return card;
}

/// Of the first tier with a target of its own.
std::optional<Card> first_tier(const Stage& stage, const Side& side) {
    const auto& tiers = side.run->scenario.tiers;
    for (std::size_t i = 0; i < tiers.size() && i < side.result.tiers.size(); ++i) {
        if (!tiers[i].answer_target) continue;
        const Estimate& level = side.result.tiers[i].kpis[Kpi::service_level];
        Card card{"tier_" + tiers[i].id,
                  tiers[i].name.empty() ? tiers[i].id : tiers[i].name,
                  shown_share(level),
                  {},
                  {},
                  false,
                  trend_of(stage, side, [i](const Sample& sample) {
                      return i < sample.tiers.size() ? sample.tiers[i][Kpi::service_level].mean.value_or(0) : 0;
                  })};
        card.target = fmt::format(fmt::runtime(tr("{} in {} s")), percent(tiers[i].answer_target->share, 0),
                                  to_seconds(tiers[i].answer_target->within));
        if (level.mean) card.is_good = *level.mean >= tiers[i].answer_target->share;
        card.figure = level.mean;
        return card;
    }
    return std::nullopt;
}

std::optional<Card> prediction(const Stage& stage, const Side& side) {
    const auto expected = stage.forecast.expected();
    if (!expected) return std::nullopt;
    const Duration of_day = stage.frame.now.time_since_epoch() % kDay;
    const auto level = predicted_service_level(side.result.overall, *expected, of_day);
    if (!level) return std::nullopt;
    const double target = side.run->scenario.centre.answer_target.share;
    return Card{"predicted",
                tr("End of day, predicted"),
                percent(*level),
                percent(target, 0),
                *level >= target,
                *level < target + 0.02,
                {}};
}

ImU32 colour_of(const Theme& theme, const Card& card) {
    if (!card.is_good) return theme.text;
    if (!*card.is_good) return theme.bad;
    return card.is_close ? theme.warning : theme.good;
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

void draw_card(const Stage& stage, const Box& box, const Card& card, const std::string& suffix) {
    const Fonts& fonts = stage.fonts();
    fill(stage.draw, box, stage.theme().card, stage.px(6));
    Box inside = box.inner(stage.px(12));
    inside.y += (box.h - stage.px(76)) / 2;
    const ImU32 colour = colour_of(stage.theme(), card);
    draw_text(stage.draw, *fonts.small, {inside.x, inside.y - stage.px(3)}, stage.theme().faint,
              fitting(*fonts.small, card.title, inside.w));
    const float value_y = inside.y + stage.px(16);
    const float used = draw_text(stage.draw, *fonts.large, {inside.x, value_y}, colour, card.value);
    stage.widgets.show(card.name + suffix, card.value);
    const Box right{inside.right() - stage.px(104), inside.y, stage.px(104), inside.h};
    draw_trend(stage, {right.x, right.y + stage.px(2), right.w, stage.px(26)}, card.trend, faded(colour, 0.85F));
    draw_text(stage.draw, *fonts.small, {right.right(), inside.y + stage.px(34)}, stage.theme().faint,
              fitting(*fonts.small, card.target, inside.w - used - stage.px(8)), Align::right);
}

Card asa(const Stage& stage, const Side& side) {
    const auto limit = side.run->scenario.centre.asa_target;
    const Estimate& wait = side.result.overall[Kpi::asa_s];
    Card card{"asa", tr("Mean wait"), wait.mean ? span(from_seconds(*wait.mean)) : "–", {},
              {},    false,           trend_of(stage, side, overall(Kpi::asa_s))};
    if (!limit) return card;
    card.target = "≤ " + span(*limit);
    if (wait.mean) card.is_good = from_seconds(*wait.mean) <= *limit;
    return card;
}

std::optional<Card> card_of(const Stage& stage, const Side& side, BoardFigure figure) {
    switch (figure) {
    case BoardFigure::service_level: return service_level(stage, side);
    case BoardFigure::abandonment: return abandonment(stage, side);
    case BoardFigure::longest_wait: return longest_wait(stage, side);
    case BoardFigure::tier: return first_tier(stage, side);
    case BoardFigure::occupancy: return occupancy(stage, side);
    case BoardFigure::asa: return asa(stage, side);
    case BoardFigure::predicted: return prediction(stage, side);
    }
    return std::nullopt;
}

std::vector<Card> cards_of(const Stage& stage, const Side& side) {
    std::vector<BoardFigure> wanted = side.run->scenario.floor.wallboard;
    if (wanted.empty())
        wanted = {BoardFigure::service_level, BoardFigure::abandonment, BoardFigure::longest_wait,
                  BoardFigure::tier,          BoardFigure::occupancy,   BoardFigure::predicted};
    std::vector<Card> cards;
    for (const BoardFigure figure : wanted) {
        if (auto card = card_of(stage, side, figure)) cards.push_back(std::move(*card));
    }
    return cards;
}

/// The second side says by how much it is above the first, in points.
void tell_differences(std::vector<Card>& cards, const std::vector<Card>& others) {
    for (Card& card : cards) {
        const auto other =
            std::find_if(others.begin(), others.end(), [&card](const Card& one) { return one.name == card.name; });
        if (other == others.end() || !card.figure || !other->figure) continue;
        const double points = (*card.figure - *other->figure) * 100;
        card.target += fmt::format(" ({:+.1f})", points);
    }
}

}  // namespace

void draw_wallboard(const Stage& stage, const Box& box, std::size_t side_number) {
    stage.widgets.place(side_number == 0 ? "panel_wallboard" : "panel_wallboard_2", box);
    Box rest = draw_panel(stage, box, tr("NOW / TARGET"));
    std::vector<Card> cards = cards_of(stage, stage.frame.sides[side_number]);
    if (side_number > 0) tell_differences(cards, cards_of(stage, stage.frame.sides.front()));
    // Cards grow with the room there is, within reason; where it is too little, the last ones are left out.
    const float height =
        std::clamp(rest.h / static_cast<float>(cards.size()) - stage.px(8), stage.px(76), stage.px(92));
    for (const Card& card : cards) {
        if (rest.h < height) return;
        draw_card(stage, rest.take_top(height), card, side_number == 0 ? "" : "_2");
        rest.take_top(stage.px(8));
    }
}

}  // namespace floorwalker::viz
