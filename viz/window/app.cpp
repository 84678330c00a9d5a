#include "viz/window/app.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "viz/day/digest_check.hpp"
#include "viz/window/saving.hpp"

namespace floorwalker::viz {
namespace {

constexpr float kPresentation = 1.35F;

/// Names that the scenario gives, which may be in any language.
std::string names_in(const Scenario& scenario) {
    std::string text = scenario.centre.name;
    for (const CallType& one : scenario.call_types) text += one.name + one.id;
    for (const Group& one : scenario.groups) text += one.name + one.id;
    for (const Tier& one : scenario.tiers) text += one.name + one.id;
    for (const Caption& one : scenario.captions) text += one.text + one.text_zh;
    return text;
}

std::vector<Differences> differences_in(const Frame& frame) {
    if (frame.sides.size() < 2) return {};
    const Side& first = frame.sides[0];
    const Side& second = frame.sides[1];
    return {differences(first.run->scenario, first.scene, second.run->scenario, second.scene),
            differences(second.run->scenario, second.scene, first.run->scenario, first.scene)};
}

}  // namespace

App::App(std::vector<RunOf> runs, const AppOptions& options)
    : options_{options}, window_{options.window}, player_{runs} {
    ui_.is_dark = options.is_dark;
    ui_.is_presentation = options.is_presentation;
    if (options.shows_tour) ui_.tour_since = ImGui::GetTime();
    for (const RunOf& run : runs) {
        texts_ += names_in(run.scenario);
        forecasts_.push_back(std::make_unique<Forecast>(as_scripted(run)));
    }
    for (const Side& side : player_.frame()->sides) forecast_of_.push_back(side.run);
}

void App::fit_fonts() {
    const float width = static_cast<float>(window_.width()) / 1920.0F;
    const float height = static_cast<float>(window_.height()) / 1080.0F;
    const float scale = std::max(0.62F, std::min(width, height)) * (ui_.is_presentation ? kPresentation : 1.0F);
    const bool is_chinese = language() == Language::chinese;
    look_.scale = scale;
    if (scale == fonts_for_ && is_chinese == fonts_chinese_) return;
    const std::string chinese = options_.chinese_font.empty() ? chinese_font_file() : options_.chinese_font;
    if (is_chinese && chinese.empty()) {
        speak(Language::english);
        ui_.message =
            "No font with Chinese characters is installed (such as fonts-wqy-microhei); name one with --font.";
        return;
    }
    look_.fonts = load_fonts(scale, {chinese, texts_ + "EN · 中文" + (is_chinese ? catalogue_text() : "")});
    window_.upload_fonts();
    fonts_for_ = scale;
    fonts_chinese_ = is_chinese;
}

void App::draw() {
    fit_fonts();
    window_.begin_frame();
    take_keys();
    look_.theme = ui_.is_dark ? Theme::dark() : Theme::light();
    const auto frame = player_.frame();
    tell_differences(*frame);
    const Box all{0, 0, static_cast<float>(window_.width()), static_cast<float>(window_.height())};
    const auto expecting = expected(*frame);
    const auto differing = differences_in(*frame);
    Stage stage{look_, *frame, ui_, widgets_, player_, expecting, differing, *ImGui::GetBackgroundDrawList()};
    draw_window(stage, all);
    if (!ui_.message.empty()) {
        const Fonts& fonts = look_.fonts;
        const float width = width_of(*fonts.small, ui_.message) + look_.px(32);
        const Box box{all.centre().x - width / 2, all.bottom() - look_.px(56), width, look_.px(36)};
        ImDrawList& above = *ImGui::GetForegroundDrawList();
        fill(above, box, look_.theme.card, look_.px(8));
        outline(above, box, look_.theme.line, look_.px(1), look_.px(8));
        draw_text(above, *fonts.small, {box.centre().x, box.y + look_.px(8)}, look_.theme.text, ui_.message,
                  Align::centre);
    }
    widgets_.show("message", ui_.message);
    show_choices(*frame);
    if (widgets_.clicked("message", {0, 0, 0, 0}) || ImGui::IsMouseClicked(ImGuiMouseButton_Left)) ui_.message.clear();
    window_.end_frame(look_.theme.background);
    if (ui_.wants_picture) save_picture();
    if (ui_.wants_scenario) save_scenario();
    window_.show();
    if (ui_.wants_full_screen) window_.toggle_full_screen();
    ui_.wants_picture = ui_.wants_scenario = ui_.wants_full_screen = false;
}

void App::settle() {
    player_.settle();
    expected(*player_.frame());
    for (const auto& forecast : forecasts_) forecast->settle();
    draw();
}

/// By side. A decision that was taken changes what is to be expected.
std::vector<std::shared_ptr<const Expected>> App::expected(const Frame& frame) {
    std::vector<std::shared_ptr<const Expected>> all;
    for (std::size_t side = 0; side < frame.sides.size(); ++side) {
        const auto& run = frame.sides[side].run;
        if (forecast_of_[side] != run) forecasts_[side]->begin(as_scripted(*run));
        forecast_of_[side] = run;
        all.push_back(forecasts_[side]->expected());
    }
    return all;
}

/// What a picture says by its looks, in words for scripts.
void App::show_choices(const Frame& frame) {
    static constexpr const char* kOverlays[] = {"none", "help", "charts", "decisions"};
    widgets_.show("playing", frame.is_playing ? "yes" : "no");
    widgets_.show("speed", fmt::format("{:.0f}", frame.speed));
    widgets_.show("theme", ui_.is_dark ? "dark" : "light");
    widgets_.show("language", language() == Language::chinese ? "zh" : "en");
    widgets_.show("overlay", kOverlays[static_cast<std::size_t>(ui_.overlay)]);
    widgets_.show("chart", std::to_string(ui_.chart + 1));
    widgets_.show("presentation", ui_.is_presentation ? "yes" : "no");
    for (std::size_t side = 0; side < frame.sides.size(); ++side) {
        const std::string suffix = side == 0 ? "" : "_2";
        widgets_.show("digest" + suffix, fmt::format("{:016x}", frame.sides[side].digest));
        widgets_.show("live" + suffix, std::to_string(frame.sides[side].run->live.size()));
    }
}

void App::save_picture() {
    std::string time = clock(player_.frame()->now);
    std::replace(time.begin(), time.end(), ':', '-');
    // Charts that are open are saved by themselves.
    const bool is_chart = ui_.overlay == Overlay::charts;
    const std::string what = is_chart ? fmt::format("chart-{}-", ui_.chart + 1) : "";
    const auto file = options_.saved / ("floorwalker-" + what + time + ".png");
    try {
        const Picture all = window_.picture();
        write_png(is_chart ? cut_out(all, widgets_.boxes().at("panel_charts")) : all, file);
        ui_.message = fmt::format(fmt::runtime(tr("Saved as {}")), file.string());
    } catch (const std::runtime_error& error) {
        ui_.message = error.what();
    }
}

void App::save_scenario() {
    try {
        ui_.message = save_as_scenario(*player_.frame()->sides.front().run, options_.saved);
    } catch (const std::runtime_error& error) {
        ui_.message = error.what();
    }
}

void App::tell_differences(const Frame& frame) {
    for (const Side& side : frame.sides) {
        if (has_told_ || check_of(side) != DigestCheck::differs) continue;
        ui_.message = difference_of(side);
        has_told_ = true;
    }
}

void App::run() {
    while (!window_.wants_close() && !ui_.wants_close) draw();
}

}  // namespace floorwalker::viz
