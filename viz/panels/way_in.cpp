// How customers come in: lines, IVR, and the queues, oldest first.
#include <algorithm>

#include <fmt/format.h>

#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

constexpr float kDot = 6.5F;  // radius

Duration target_of(const Scenario& scenario, const ContactRef& contact) {
    const std::size_t tier = index(contact.tier);
    if (tier < scenario.tiers.size() && scenario.tiers[tier].answer_target)
        return scenario.tiers[tier].answer_target->within;
    const CallType& type = scenario.call_types[index(contact.call_type)];
    return type.answer_target.value_or(scenario.centre.answer_target).within;
}

/// From fresh to the answer target, orange-red past it, and crimson where patience is about to end.
ImU32 colour_of(const Stage& stage, const Scenario& scenario, const Waiting& one) {
    const Duration waited = stage.frame.now - one.since;
    const Duration target = target_of(scenario, one.contact);
    const auto share_of = [waited](Duration whole) {
        return static_cast<float>(waited.count()) / static_cast<float>(std::max<std::int64_t>(1, whole.count()));
    };
    const ImU32 by_target =
        waited > target ? stage.theme().bad : between(rgb(0x56B4E9), rgb(0x3F7FA8), share_of(target));
    if (one.patience == kForever) return by_target;
    constexpr float kNear = 0.6F;  // of the patience
    const float leaving = std::clamp((share_of(one.patience) - kNear) / (1 - kNear), 0.0F, 1.0F);
    return between(by_target, stage.theme().leaving, leaving);
}

class Lane {
public:
    Lane(const Stage& stage, Box& rest, std::size_t side) : stage_{stage}, rest_{rest}, side_{side} {}

    void draw(std::size_t type) {
        const Scenario& scenario = stage_.scenario(side_);
        const auto& queue = stage_.frame.sides[side_].scene.queues()[type];
        const Fonts& fonts = stage_.fonts();
        Box head = rest_.take_top(stage_.px(24));
        const CallType& call_type = scenario.call_types[type];
        const std::string words = told(queue);
        stage_.widgets.show("queue_" + call_type.id + suffix(), std::to_string(queue.size()));
        const float used =
            draw_text(stage_.draw, *fonts.small, {head.right(), head.y}, stage_.theme().text, words, Align::right);
        const std::string name = call_type.name.empty() ? call_type.id : call_type.name;
        draw_text(stage_.draw, *fonts.small, head.min(), stage_.theme().text,
                  fitting(*fonts.small, name, head.w - used - stage_.px(8)));
        Places& places = stage_.ui.places[side_];
        places.lane_step = stage_.px(2 * kDot + 3);
        places.lane_end = rest_.right() - stage_.px(kDot);
        places.lanes[type] = {rest_.x + places.lane_step / 2, rest_.y + stage_.px(9)};
        draw_dots(queue, scenario);
        rest_.take_top(stage_.px(8));
    }

private:
    std::string suffix() const { return side_ == 0 ? "" : "_2"; }

    std::string told(const std::vector<Waiting>& queue) const {
        if (queue.empty()) return tr("nobody waits");
        const std::string longest = span(stage_.frame.now - queue.front().since);
        return fmt::format(fmt::runtime(tr("{} waiting · longest {}")), queue.size(), longest);
    }

    void draw_dots(const std::vector<Waiting>& queue, const Scenario& scenario) {
        Box row = rest_.take_top(stage_.px(18));
        const float step = stage_.px(2 * kDot + 3);
        const auto fits = static_cast<std::size_t>(std::max(1.0F, row.w / step));
        const std::size_t tiers = scenario.tiers.size() + 1;
        // More than fit: the last place says how many more.
        const std::size_t shown = queue.size() <= fits ? queue.size() : fits - 2;
        const Duration flight = flight_time(stage_);
        for (std::size_t i = 0; i < shown; ++i) {
            if (stage_.frame.now - queue[i].since < flight) continue;  // is on the way here
            const ImVec2 at{row.x + step * (static_cast<float>(i) + 0.5F), row.centre().y};
            draw_one(queue[i], tiers, at, scenario, i);
        }
        if (shown == queue.size()) return;
        draw_text(stage_.draw, *stage_.fonts().small, {row.right(), row.y}, stage_.theme().faint,
                  fmt::format("+{}", queue.size() - shown), Align::right);
    }

    void draw_one(const Waiting& one, std::size_t tiers, ImVec2 at, const Scenario& scenario, std::size_t place) {
        const float radius = stage_.px(kDot);
        const ImU32 colour = colour_of(stage_, scenario, one);
        draw_customer(stage_.draw, index(one.contact.tier), tiers, at, one.rings ? radius * 0.75F : radius, colour);
        const Box box{at.x - radius, at.y - radius, 2 * radius, 2 * radius};
        if (!stage_.differences.empty() && stage_.differences[side_].waits_here_alone(one.contact.customer))
            fill(stage_.draw, {box.x, box.bottom() + stage_.px(2), box.w, stage_.px(2)}, stage_.theme().text);
        const bool is_followed = stage_.ui.following.customer == one.contact.customer;
        if (is_followed) stage_.draw.AddCircle(at, radius * 1.5F, stage_.theme().text, 0, stage_.px(1.5F));
        if (stage_.widgets.hovered(box)) draw_tooltip(stage_, lines_of(one, scenario));
        const std::string name =
            fmt::format("waiting_{}_{}{}", scenario.call_types[index(one.contact.call_type)].id, place + 1, suffix());
        if (stage_.widgets.clicked(name, box)) stage_.ui.following = {std::nullopt, one.contact.customer, side_};
    }

    std::vector<std::string> lines_of(const Waiting& one, const Scenario& scenario) const {
        const std::size_t tier = index(one.contact.tier);
        std::vector<std::string> lines{
            fmt::format(fmt::runtime(tr("waiting for {}")), span(stage_.frame.now - one.since))};
        lines.push_back(tier < scenario.tiers.size() ? scenario.tiers[tier].name : tr("standard customer"));
        if (one.contact.attempt > 0)
            lines.push_back(fmt::format(fmt::runtime(tr("calls before this one: {}")), int{one.contact.attempt}));
        if (one.patience != kForever) {
            const Duration left = one.since + one.patience - stage_.frame.now;
            lines.push_back(fmt::format(fmt::runtime(tr("gives up in {}")), span(std::max(left, Duration{0}))));
        }
        lines.push_back(tr("click for the whole story"));
        return lines;
    }

    const Stage& stage_;
    Box& rest_;
    std::size_t side_;
};

void draw_lines(const Stage& stage, Box& rest, const Scenario& scenario, const Scene& scene) {
    const Fonts& fonts = stage.fonts();
    const Box head = rest.take_top(stage.px(24));
    const auto used = static_cast<float>(scene.lines_used());
    draw_text(stage.draw, *fonts.small, head.min(), stage.theme().text, tr("Lines"));
    const bool is_limited = scenario.centre.lines.has_value();
    const std::string words = is_limited ? fmt::format("{} / {}", scene.lines_used(), *scenario.centre.lines)
                                         : fmt::format("{}", scene.lines_used());
    draw_text(stage.draw, *fonts.small, {head.right(), head.y}, stage.theme().text, words, Align::right);
    if (!is_limited) return;
    const float share = used / static_cast<float>(std::max<std::int64_t>(1, *scenario.centre.lines));
    const ImU32 colour = share >= 1 ? stage.theme().bad : (share > 0.85F ? rgb(0xE69F00) : rgb(0x56B4E9));
    draw_bar(stage.draw, rest.take_top(stage.px(8)), share, colour, stage.theme().empty);
    rest.take_top(stage.px(14));
}

void draw_ivr(const Stage& stage, Box& rest, const Scene& scene) {
    const Fonts& fonts = stage.fonts();
    const Box head = rest.take_top(stage.px(24));
    const float used = draw_text(
        stage.draw, *fonts.small, {head.right(), head.y}, stage.theme().text,
        fmt::format(fmt::runtime(tr("{} inside · {} served today")), scene.in_ivr().size(), scene.today().self_served),
        Align::right);
    draw_text(stage.draw, *fonts.small, head.min(), stage.theme().text,
              fitting(*fonts.small, tr("IVR"), head.w - used - stage.px(8)));
    const float step = stage.px(11);
    const auto columns = static_cast<std::size_t>(std::max(1.0F, rest.w / step));
    constexpr std::size_t kRows = 3;
    const std::size_t shown = std::min(scene.in_ivr().size(), columns * kRows);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto column = static_cast<float>(i % columns);
        const auto row = static_cast<float>(i / columns);
        stage.draw.AddCircleFilled({rest.x + step * (column + 0.5F), rest.y + step * (row + 0.5F)}, stage.px(3.6F),
                                   stage.theme().faint);
    }
    rest.take_top(step * std::max(1.0F, static_cast<float>((shown + columns - 1) / columns)) + stage.px(12));
}

/// With two sides: how many wait on this one alone.
void draw_queue_heading(const Stage& stage, const Box& box, std::size_t side) {
    const Fonts& fonts = stage.fonts();
    float used = 0;
    if (!stage.differences.empty()) {
        const std::size_t alone = stage.differences[side].waiting.size();
        used = draw_text(stage.draw, *fonts.small, {box.right(), box.y}, stage.theme().text,
                         fmt::format(fmt::runtime(tr("only here: {}")), alone), Align::right);
        stage.widgets.show(side == 0 ? "waiting_here_alone" : "waiting_here_alone_2", std::to_string(alone));
    }
    draw_text(stage.draw, *fonts.small, box.min(), stage.theme().faint,
              fitting(*fonts.small, tr("QUEUES, OLDEST FIRST"), box.w - used - stage.px(8)));
}

}  // namespace

void draw_way_in(const Stage& stage, const Box& box, std::size_t side) {
    stage.widgets.place(side == 0 ? "panel_way_in" : "panel_way_in_2", box);
    Box rest = draw_panel(stage, box, tr("THE WAY IN"));
    const Side& shown = stage.frame.sides[side];
    const Scenario& scenario = shown.run->scenario;
    Places& places = stage.ui.places[side];
    places.lines = ImVec2{box.x, rest.y + stage.px(26)};
    draw_lines(stage, rest, scenario, shown.scene);
    places.ivr.reset();
    if (!scenario.flows.empty()) {
        places.ivr = ImVec2{rest.x + stage.px(6), rest.y + stage.px(30)};
        draw_ivr(stage, rest, shown.scene);
    }
    draw_queue_heading(stage, rest.take_top(stage.px(26)), side);
    Box foot = rest.take_bottom(stage.px(66));
    // Where not all fit, those in which nobody waits go first.
    const auto fit = static_cast<std::size_t>(std::max(0.0F, rest.h / stage.px(50)));
    const bool fits_all = scenario.call_types.size() <= fit;
    for (std::size_t type = 0; type < scenario.call_types.size(); ++type) {
        if (rest.h < stage.px(44)) break;
        if (fits_all || !shown.scene.queues()[type].empty()) Lane{stage, rest, side}.draw(type);
    }
    const Fonts& fonts = stage.fonts();
    const std::size_t tiers = scenario.tiers.size() + 1;
    float x = foot.x;
    for (std::size_t tier = 0; tier < tiers; ++tier) {
        const std::string name = tier < scenario.tiers.size() ? scenario.tiers[tier].id : tr("standard");
        const float width = stage.px(24) + width_of(*fonts.small, name);
        if (x + width > foot.right()) break;
        draw_customer(stage.draw, tier, tiers, {x + stage.px(6), foot.y + fonts.small->FontSize * 0.55F}, stage.px(5),
                      stage.theme().faint);
        draw_text(stage.draw, *fonts.small, {x + stage.px(16), foot.y}, stage.theme().faint, name);
        x += width;
    }
    const auto recent = static_cast<std::int64_t>(shown.scene.recently_abandoned().size());
    draw_text(stage.draw, *fonts.small, {foot.x, foot.y + stage.px(22)}, stage.theme().faint,
              fmt::format(fmt::runtime(tr("{} gave up in the last 5 minutes")), recent));
    draw_text(stage.draw, *fonts.small, {foot.x, foot.y + stage.px(44)}, stage.theme().bad,
              tr("past the answer target"));
    const float used = width_of(*fonts.small, tr("past the answer target")) + stage.px(12);
    draw_text(stage.draw, *fonts.small, {foot.x + used, foot.y + stage.px(44)}, stage.theme().leaving,
              fitting(*fonts.small, tr("leaving soon"), foot.w - used));
}

}  // namespace floorwalker::viz
