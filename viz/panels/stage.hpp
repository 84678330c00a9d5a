#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "viz/day/differences.hpp"
#include "viz/day/forecast.hpp"
#include "viz/day/player.hpp"
#include "viz/look/drawing.hpp"
#include "viz/look/glyph.hpp"
#include "viz/panels/widgets.hpp"
#include "viz/words/words.hpp"

/// What all panels are given: the frame to be seen, how it is to look, and what the user has chosen.
namespace floorwalker::viz {

/// Whom the user has clicked on.
struct Following {
    std::optional<AgentId> agent;
    std::optional<Customer> customer;
    std::size_t side = 0;
};

enum class Overlay { none, help, charts, decisions };

/// Where things stood in the last picture, for what moves between them.
struct Places {
    std::optional<ImVec2> lines;          ///< where callers come in
    std::optional<ImVec2> ivr;            ///< none where nothing answers but agents
    std::map<std::size_t, ImVec2> lanes;  ///< by call type: the head of its queue
    float lane_step = 0;                  ///< from one who waits to the next
    float lane_end = 0;
    std::map<std::size_t, ImVec2> seats;  ///< by agent
};

/// The choices of the user; no part of the run.
struct Ui {
    bool is_dark = true;
    bool is_presentation = false;
    Overlay overlay = Overlay::none;
    Following following;
    float zoom = 1.0F;
    ImVec2 pan{0, 0};
    int chart = 0;           ///< which tab of the charts
    std::size_t sorted = 0;  ///< by which column of the table
    bool descends = true;
    std::string message;  ///< the last thing that was done, told at the foot
    std::string story;    ///< of the customer that is followed
    std::optional<Customer> story_of;
    bool wants_close = false;
    bool wants_picture = false;
    bool wants_scenario = false;
    bool wants_full_screen = false;
    std::array<Places, 2> places;
    std::optional<double> tour_since{};  ///< the tour of the first start goes on since then, by ImGui's clock
};

struct Stage {
    const Look& look;
    const Frame& frame;
    Ui& ui;
    Widgets& widgets;
    Player& player;
    const std::vector<std::shared_ptr<const Expected>>& expected;  ///< by side; none while it is not known
    const std::vector<Differences>& differences;                   ///< by side; empty unless there are two
    ImDrawList& draw;

    const Theme& theme() const { return look.theme; }
    const Fonts& fonts() const { return look.fonts; }
    float px(float at_1080p) const { return look.px(at_1080p); }
    const Scenario& scenario(std::size_t side) const { return frame.sides[side].run->scenario; }
};

/// A rounded card with a title in small capitals; returns what is left of it.
Box draw_panel(const Stage& stage, const Box& box, const std::string& title);

/// A button with a text or a sign. True when it is clicked.
bool draw_button(const Stage& stage, const std::string& name, const Box& box, const std::string& text,
                 bool is_on = false);
bool draw_button(const Stage& stage, const std::string& name, const Box& box, Button sign, bool is_on = false);

void draw_tooltip(const Stage& stage, const std::vector<std::string>& lines);

/// "2 more, Front desk"
std::string words_of(const Decision& decision, const Scenario& scenario);

// The panels, each in a file of its own.
void draw_top_bar(const Stage& stage, const Box& box);
void draw_way_in(const Stage& stage, const Box& box, std::size_t side);
void draw_floor(const Stage& stage, const Box& box, std::size_t side);
void draw_wallboard(const Stage& stage, const Box& box, std::size_t side);
void draw_timeline(const Stage& stage, const Box& box);
/// Takes what it needs from the foot of `rest`.
void draw_caption(const Stage& stage, Box& rest);
void draw_motion(const Stage& stage);
/// For how long a contact is seen to move: 0 where nothing does.
Duration flight_time(const Stage& stage);
void draw_tour(const Stage& stage, const Box& window);
void draw_following(const Stage& stage, const Box& box);
void draw_help(const Stage& stage, const Box& box);
void draw_charts(const Stage& stage, const Box& box);
void draw_decisions(const Stage& stage, const Box& box);

/// The whole window.
void draw_window(const Stage& stage, const Box& box);

}  // namespace floorwalker::viz
