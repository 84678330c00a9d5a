// The clock, which is the largest thing in the window, and what is done to it.
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "viz/day/digest_check.hpp"
#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

constexpr double kSpeeds[] = {1, 10, 60, 300, 1000};

/// "Mon 2024-03-04 · replication 1 · seed 1"
std::string about(const Stage& stage) {
    const RunOf& run = *stage.frame.sides.front().run;
    const Centre& centre = run.scenario.centre;
    const auto day = stage.frame.now.time_since_epoch() / kDay;
    const std::chrono::sys_days today = std::chrono::sys_days{centre.date} + std::chrono::days{day};
    const std::chrono::year_month_day date{today};
    static constexpr const char* kDays[] = {N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"),
                                            N_("Thu"), N_("Fri"), N_("Sat")};
    const std::string text = fmt::format("{} {:04}-{:02}-{:02}", tr(kDays[std::chrono::weekday{today}.c_encoding()]),
                                         static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                         static_cast<unsigned>(date.day()));
    if (run.origin && run.origin->kept) {
        return fmt::format(fmt::runtime(tr("run {} · {} · replication {}")), run.origin->kept->run.id, text,
                           run.replication + 1);
    }
    return fmt::format(fmt::runtime(tr("{} · replication {} · seed {}")), text, run.replication + 1, run.seed);
}

/// What is known of a kept run: "digest checked"; nothing of another.
std::string kept_as(const Stage& stage) {
    const auto& sides = stage.frame.sides;
    const auto any = [&](DigestCheck check) {
        return std::any_of(sides.begin(), sides.end(), [check](const Side& side) { return check_of(side) == check; });
    };
    if (any(DigestCheck::differs)) return tr("not as it was kept");
    if (any(DigestCheck::pending)) return tr("checking the digest");
    return any(DigestCheck::same) ? tr("digest checked") : "";
}

/// All speeds, or where they have no room one button that goes on to the next.
void draw_speeds(const Stage& stage, Box rest) {
    if (rest.w < stage.px(5 * 64 + 10)) {
        const std::string name = fmt::format("{:.0f}×", stage.frame.speed);
        if (!draw_button(stage, "speed", rest.take_left(std::min(rest.w, stage.px(66))), name, true)) return;
        const double* const next = std::upper_bound(std::begin(kSpeeds), std::end(kSpeeds), stage.frame.speed);
        return stage.player.set_speed(next == std::end(kSpeeds) ? kSpeeds[0] : *next);
    }
    for (const double speed : kSpeeds) {
        const std::string name = fmt::format("{:.0f}×", speed);
        const Box box = rest.take_left(stage.px(speed >= 1000 ? 66 : 56));
        if (draw_button(stage, fmt::format("speed_{:.0f}", speed), box, name, stage.frame.speed == speed))
            stage.player.set_speed(speed);
        rest.take_left(stage.px(8));
    }
}

void draw_playing(const Stage& stage, Box& rest) {
    const auto next = [&] {
        const Box box = rest.take_left(stage.px(44));
        rest.take_left(stage.px(8));
        return box;
    };
    if (draw_button(stage, "to_begin", next(), Button::to_begin)) stage.player.seek(stage.frame.begins);
    if (stage.frame.is_playing) {
        if (draw_button(stage, "play", next(), Button::pause, true)) stage.player.pause();
    } else if (draw_button(stage, "play", next(), Button::play)) {
        stage.player.play();
    }
    if (draw_button(stage, "step", next(), Button::step)) stage.player.step();
    if (draw_button(stage, "to_end", next(), Button::to_end)) stage.player.seek(stage.frame.ends);
}

void toggle(Ui& ui, Overlay overlay) { ui.overlay = ui.overlay == overlay ? Overlay::none : overlay; }

constexpr float kChoices = 86 + 8 + 86 + 8 + 96 + 8 + 44 + 8 + 44;  // wide

void draw_choices(const Stage& stage, Box rest) {
    const auto next = [&](float width) {
        const Box box = rest.take_left(stage.px(width));
        rest.take_left(stage.px(8));
        return box;
    };
    Ui& ui = stage.ui;
    if (draw_button(stage, "decide", next(86), tr("Decide"), ui.overlay == Overlay::decisions))
        toggle(ui, Overlay::decisions);
    if (draw_button(stage, "charts", next(86), tr("Charts"), ui.overlay == Overlay::charts))
        toggle(ui, Overlay::charts);
    const bool is_chinese = language() == Language::chinese;
    if (draw_button(stage, "language", next(96), is_chinese ? "中文 · EN" : "EN · 中文")) {
        if (!speak(is_chinese ? Language::english : Language::chinese))
            ui.message = "There is no Chinese catalogue beside the program; the window stays English.";
    }
    if (draw_button(stage, "theme", next(44), Button::theme)) ui.is_dark = !ui.is_dark;
    if (draw_button(stage, "help", next(44), Button::help, ui.overlay == Overlay::help)) toggle(ui, Overlay::help);
}

}  // namespace

void draw_top_bar(const Stage& stage, const Box& box) {
    fill(stage.draw, box, stage.theme().panel, stage.px(8));
    Box rest = box.inner(stage.px(16));
    const float middle = rest.centre().y;
    const Fonts& fonts = stage.fonts();
    const float dial_width = width_of(*fonts.clock, "00:00:00") + stage.px(32);
    // What is done to the clock goes before the title, down to a third of it.
    const float needed = dial_width + stage.px(4 * 52 + 16 + 66 + kChoices + 8);
    Box title = rest.take_left(std::clamp(rest.w - needed, stage.px(130), stage.px(420)));
    title.w -= stage.px(32);
    draw_text(stage.draw, *fonts.strong, {title.x, title.y - stage.px(3)}, stage.theme().text,
              fitting(*fonts.strong, stage.scenario(0).centre.name, title.w));
    const std::string kept = kept_as(stage);
    stage.widgets.show("kept", kept);
    draw_text(stage.draw, *fonts.small, {title.x, title.y + stage.px(22)}, stage.theme().faint,
              fitting(*fonts.small, kept.empty() ? about(stage) : about(stage) + " · " + kept, title.w));
    const Box choices = rest.take_right(stage.px(kChoices));
    rest.take_right(stage.px(8));
    const std::string time = clock(stage.frame.now);
    stage.widgets.show("clock", time);
    // The clock keeps its place, whatever its digits.
    Box controls = rest;
    const Box dial = controls.take_left(dial_width);
    draw_text(stage.draw, *fonts.clock, {dial.x, middle - fonts.clock->FontSize * 0.52F}, stage.theme().text, time);
    draw_playing(stage, controls);
    controls.take_left(stage.px(16));
    draw_speeds(stage, controls);
    draw_choices(stage, choices);
}

}  // namespace floorwalker::viz
