// Words of the scenario for a class, at their moment.
#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

/// How long a caption stays, if another does not come before.
constexpr Duration kShown = std::chrono::minutes{10};

const Caption* present(const Scenario& scenario, TimePoint now) {
    const Caption* last = nullptr;
    Duration last_at{0};
    for (const Caption& caption : scenario.captions) {
        const auto today = now.time_since_epoch() / kDay;
        if (caption.day && std::int64_t{*caption.day} != today) continue;
        const Duration of_day = now.time_since_epoch() - kDay * today;
        if (caption.at > of_day || of_day - caption.at >= kShown) continue;
        if (last != nullptr && caption.at < last_at) continue;
        last = &caption;
        last_at = caption.at;
    }
    return last;
}

}  // namespace

void draw_caption(const Stage& stage, Box& rest) {
    const Caption* const caption = present(stage.scenario(0), stage.frame.now);
    const bool is_chinese = language() == Language::chinese;
    const std::string text =
        caption == nullptr ? "" : (is_chinese && !caption->text_zh.empty() ? caption->text_zh : caption->text);
    stage.widgets.show("caption", text);
    if (text.empty()) return;
    ImFont& font = *stage.fonts().body;
    const float margin = stage.px(14);
    const float width = rest.w - 2 * margin;
    const float height = font.CalcTextSizeA(font.FontSize, FLT_MAX, width, text.data(), text.data() + text.size()).y;
    const Box box = rest.take_bottom(height + 2 * margin);
    rest.take_bottom(stage.px(8));
    fill(stage.draw, box, stage.theme().text, stage.px(8));
    draw_wrapped(stage.draw, font, {box.x + margin, box.y + margin}, width + 1, stage.theme().background, text);
}

}  // namespace floorwalker::viz
