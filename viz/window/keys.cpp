// What each key does.
#include <algorithm>
#include <array>
#include <optional>

#include "viz/day/bookmarks.hpp"
#include "viz/window/app.hpp"

namespace floorwalker::viz {
namespace {

constexpr float kZoomStep = 1.15F;
constexpr float kMostZoom = 12.0F;
constexpr float kPanStep = 80.0F;

double next_speed(double speed, bool is_faster) {
    constexpr std::array kSpeeds{1.0, 10.0, 60.0, 300.0, 1000.0};
    if (is_faster) {
        const auto found = std::upper_bound(kSpeeds.begin(), kSpeeds.end(), speed);
        return found == kSpeeds.end() ? speed : *found;
    }
    const auto found = std::lower_bound(kSpeeds.begin(), kSpeeds.end(), speed);
    return found == kSpeeds.begin() ? speed : *(found - 1);
}

/// Of the arrows with Ctrl.
std::optional<ImVec2> pan_of(const std::string& key) {
    if (key == "Ctrl+Left") return ImVec2{kPanStep, 0};
    if (key == "Ctrl+Right") return ImVec2{-kPanStep, 0};
    if (key == "Ctrl+Up") return ImVec2{0, kPanStep};
    if (key == "Ctrl+Down") return ImVec2{0, -kPanStep};
    return std::nullopt;
}

}  // namespace

/// The middle of the floor stays where it is.
void App::zoom(float factor) {
    const float before = ui_.zoom;
    ui_.zoom = std::clamp(ui_.zoom * factor, 1.0F, kMostZoom);
    const float change = ui_.zoom / before;
    const auto found = widgets_.boxes().find("panel_floor");
    if (found == widgets_.boxes().end()) return;
    ui_.pan.x = found->second.w / 2 * (1 - change) + ui_.pan.x * change;
    ui_.pan.y = found->second.h / 2 * (1 - change) + ui_.pan.y * change;
}

bool App::press(const std::string& key) {
    ui_.tour_since.reset();
    using namespace std::chrono_literals;
    const auto frame = player_.frame();
    const Duration interval = frame->sides.front().run->scenario.centre.interval;
    const auto toggle = [this](Overlay overlay) { ui_.overlay = ui_.overlay == overlay ? Overlay::none : overlay; };
    if (key == "Space") {
        if (frame->is_playing) {
            player_.pause();
        } else {
            player_.play();
        }
    } else if (key == "Right") {
        player_.seek(frame->now + 1min);
    } else if (key == "Left") {
        player_.seek(frame->now - 1min);
    } else if (key == "Shift+Right") {
        player_.seek(frame->now + interval);
    } else if (key == "Shift+Left") {
        player_.seek(frame->now - interval);
    } else if (key == ".") {
        player_.step();
    } else if (key == "Home") {
        player_.seek(frame->begins);
    } else if (key == "End") {
        player_.seek(frame->ends);
    } else if (key == "PageDown") {
        player_.seek(frame->now + kDay);
    } else if (key == "PageUp") {
        player_.seek(frame->now - kDay);
    } else if (key == "N") {
        if (const auto next = bookmark_after(frame->sides.front().run->scenario, frame->now)) player_.seek(*next);
    } else if (key == "P") {
        if (const auto last = bookmark_before(frame->sides.front().run->scenario, frame->now)) player_.seek(*last);
    } else if (key == "+" || key == "-") {
        player_.set_speed(next_speed(frame->speed, key == "+"));
    } else if (key == "Tab" || key == "Shift+Tab") {
        widgets_.move_focus(key == "Tab" ? 1 : -1, true);
    } else if (key == "Down" || key == "Up") {
        widgets_.move_focus(key == "Down" ? 1 : -1, false);
    } else if (key == "Enter") {
        widgets_.click(widgets_.focus());
    } else if (key == "]" || key == "[") {
        zoom(key == "]" ? kZoomStep : 1 / kZoomStep);
    } else if (const auto pan = pan_of(key)) {
        ui_.pan = {ui_.pan.x + pan->x, ui_.pan.y + pan->y};
    } else if (key == "0") {
        ui_.zoom = 1;
        ui_.pan = {0, 0};
    } else if (key == "Escape") {
        widgets_.drop_focus();
        if (ui_.overlay == Overlay::none) ui_.following = {};
        ui_.overlay = Overlay::none;
    } else if (key == "C") {
        toggle(Overlay::charts);
    } else if (key == "V") {
        toggle(Overlay::decisions);
    } else if (key == "?" || key == "H") {
        toggle(Overlay::help);
    } else if (key == "Z") {
        player_.undo(0);
    } else if (key == "L") {
        const bool is_chinese = language() == Language::chinese;
        if (!speak(is_chinese ? Language::english : Language::chinese))
            ui_.message = "There is no Chinese catalogue beside the program; the window stays English.";
    } else if (key == "T") {
        ui_.is_dark = !ui_.is_dark;
    } else if (key == "B") {
        ui_.is_presentation = !ui_.is_presentation;
    } else if (key == "S") {
        ui_.wants_picture = true;
    } else if (key == "F") {
        ui_.wants_full_screen = true;
    } else if (key == "Q") {
        ui_.wants_close = true;
    } else {
        return false;
    }
    return true;
}

void App::take_keys() {
    const ImGuiIO& io = ImGui::GetIO();
    struct Known {
        ImGuiKey key;
        const char* name;
    };
    static constexpr Known kKeys[] = {
        {ImGuiKey_Space, "Space"},   {ImGuiKey_RightArrow, "Right"}, {ImGuiKey_LeftArrow, "Left"},
        {ImGuiKey_Home, "Home"},     {ImGuiKey_End, "End"},          {ImGuiKey_PageDown, "PageDown"},
        {ImGuiKey_PageUp, "PageUp"}, {ImGuiKey_Escape, "Escape"},    {ImGuiKey_Tab, "Tab"},
        {ImGuiKey_UpArrow, "Up"},    {ImGuiKey_DownArrow, "Down"},   {ImGuiKey_Enter, "Enter"}};
    for (const Known& known : kKeys) {
        if (!ImGui::IsKeyPressed(ImGui::GetKeyIndex(known.key))) continue;
        const std::string with = io.KeyCtrl ? "Ctrl+" : (io.KeyShift ? "Shift+" : "");
        // A key with another that means nothing together with it is the key alone.
        if (!press(with + known.name)) press(known.name);
    }
    for (const ImWchar typed : io.InputQueueCharacters) {
        if (typed >= 128 || typed == ' ') continue;
        const auto letter = static_cast<char>(std::toupper(static_cast<int>(typed)));
        press(std::string(1, letter == '=' ? '+' : letter));
    }
}

}  // namespace floorwalker::viz
