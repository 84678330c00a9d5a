#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "viz/day/forecast.hpp"
#include "viz/day/player.hpp"
#include "viz/look/fonts.hpp"
#include "viz/panels/stage.hpp"
#include "viz/window/window.hpp"

/// The program in its window: frames, keys, pictures, scripts.
namespace floorwalker::viz {

struct AppOptions {
    WindowOptions window;
    std::string chinese_font;  ///< empty: fontconfig's
    bool is_dark = true;
    bool is_presentation = false;
    bool shows_tour = false;
    std::filesystem::path saved = ".";  ///< where pictures and scenarios are saved
};

class App {
public:
    /// Throws std::runtime_error when there is no display, no OpenGL 3.3 or no font.
    App(std::vector<RunOf> runs, const AppOptions& options);

    /// Until the user closes the window.
    void run();
    /// One frame, as the last that the player has published.
    void draw();

    /// Waits until all that was asked for is done and worked out, and draws it.
    void settle();

    Player& player() { return player_; }
    Ui& ui() { return ui_; }
    Widgets& widgets() { return widgets_; }
    const Window& window() const { return window_; }
    /// As if the key were pressed: "Space", "Right", "C", …. False for one that does nothing.
    bool press(const std::string& key);

private:
    void fit_fonts();
    void take_keys();
    void zoom(float factor);
    void save_picture();
    void save_scenario();
    void tell_differences(const Frame& frame);
    void show_choices(const Frame& frame);
    std::vector<std::shared_ptr<const Expected>> expected(const Frame& frame);

    AppOptions options_;
    Window window_;
    Player player_;
    // By side, and of which run.
    std::vector<std::unique_ptr<Forecast>> forecasts_;
    std::vector<std::shared_ptr<const RunOf>> forecast_of_;
    Ui ui_;
    Widgets widgets_;
    Look look_;
    std::string texts_;      // that may have to be shown
    bool has_told_ = false;  // that a kept run has become another
    float fonts_for_ = 0;
    bool fonts_chinese_ = false;
};

}  // namespace floorwalker::viz
