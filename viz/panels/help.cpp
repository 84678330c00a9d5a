// What the keys do, over everything.
#include <array>
#include <utility>

#include "viz/panels/stage.hpp"

namespace floorwalker::viz {

void draw_help(const Stage& stage, const Box& window) {
    const std::array keys{std::pair{tr("Space"), tr("play, pause")},
                          std::pair{"→  ←", tr("a minute on, a minute back")},
                          std::pair{"Shift →  ←", tr("an interval on, back")},
                          std::pair{".", tr("the next event")},
                          std::pair{"Home  End", tr("opening, end of the day")},
                          std::pair{"PageDown  PageUp", tr("a day on, a day back")},
                          std::pair{"N  P", tr("the next bookmark of the scenario, the one before")},
                          std::pair{"+  −", tr("faster, slower")},
                          std::pair{tr("Tab  ↓  ↑  Enter"), tr("from place to place, and click it")},
                          std::pair{"]  [  Ctrl →", tr("zoom and move the floor; 0 resets")},
                          std::pair{tr("Wheel, drag"), tr("the same by the mouse")},
                          std::pair{tr("Click"), tr("follow an agent or a customer; Esc lets go")},
                          std::pair{"C", tr("charts and tables")},
                          std::pair{"V", tr("decide something now")},
                          std::pair{"Z", tr("undo the last decision of yours")},
                          std::pair{"L", tr("English, Chinese")},
                          std::pair{"T", tr("dark, light")},
                          std::pair{"B", tr("big type, for a class")},
                          std::pair{"S", tr("save a picture")},
                          std::pair{"F", tr("full screen")},
                          std::pair{"?", tr("this help")},
                          std::pair{"Q", tr("close")}};
    const Fonts& fonts = stage.fonts();
    const float line = stage.px(30);
    Box box{0, 0, stage.px(700), line * static_cast<float>(keys.size()) + stage.px(108)};
    box.x = window.centre().x - box.w / 2;
    box.y = window.centre().y - box.h / 2;
    fill(stage.draw, box, stage.theme().card, stage.px(10));
    outline(stage.draw, box, stage.theme().line, stage.px(1), stage.px(10));
    Box rest = box.inner(stage.px(28));
    draw_text(stage.draw, *fonts.strong, rest.min(), stage.theme().text, tr("Keys"));
    rest.take_top(stage.px(44));
    for (const auto& [key, does] : keys) {
        const Box row = rest.take_top(line);
        draw_text(stage.draw, *fonts.small, row.min(), stage.theme().text, key);
        draw_text(stage.draw, *fonts.small, {row.x + stage.px(170), row.y}, stage.theme().faint, does);
    }
    stage.widgets.show("help", tr("Keys"));
    const Box cross{box.right() - stage.px(48), box.y + stage.px(16), stage.px(32), stage.px(28)};
    if (draw_button(stage, "close", cross, Button::close)) stage.ui.overlay = Overlay::none;
}

}  // namespace floorwalker::viz
