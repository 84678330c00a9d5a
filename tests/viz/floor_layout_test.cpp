#include "viz/panels/floor_layout.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

namespace floorwalker::viz {
namespace {

/// Rounding of floats: a thousandth of a pixel on a screen of some thousand.
constexpr float kTolerance = 0.01F;

/// That many seats in all, dealt out at random; each team has one at least.
std::vector<std::size_t> teams_of(std::size_t seats, std::size_t teams, std::mt19937& dice) {
    std::vector<std::size_t> sizes(teams, 1);
    std::vector<double> weights;
    // Some teams large, some small.
    for (std::size_t i = 0; i < teams; ++i) weights.push_back(std::uniform_real_distribution<>{0.05, 1.0}(dice));
    std::discrete_distribution<std::size_t> team{weights.begin(), weights.end()};
    for (std::size_t left = seats - teams; left > 0; --left) ++sizes[team(dice)];
    return sizes;
}

bool is_within(const Box& inner, const Box& outer) {
    return inner.x >= outer.x - kTolerance && inner.y >= outer.y - kTolerance &&
           inner.right() <= outer.right() + kTolerance && inner.bottom() <= outer.bottom() + kTolerance;
}

bool overlap(const Box& a, const Box& b) {
    return a.x < b.right() - kTolerance && b.x < a.right() - kTolerance && a.y < b.bottom() - kTolerance &&
           b.y < a.bottom() - kTolerance;
}

/// Where the window draws a seat.
Box seat_box(const FloorLayout& layout, const TeamBox& team, std::size_t seat) {
    const float step = layout.tile + layout.gap;
    return {team.seats.x + step * static_cast<float>(seat % team.columns),
            team.seats.y + step * static_cast<float>(seat / team.columns), layout.tile, layout.tile};
}

/// The floor of a window of that size: without the bar, the timeline, the way in and the wallboard; see stage.cpp.
struct Panel {
    float scale;
    Box area;
    CardMeasures measures;

    explicit Panel(float width, float height) {
        scale = std::max(0.62F, std::min(width / 1920, height / 1080));
        area = {348 * scale, 110 * scale, width - 720 * scale, height - 410 * scale};
        measures = {34 * scale, 12 * scale, 8 * scale};
    }
};

void check_layout(const Panel& panel, const std::vector<std::size_t>& sizes) {
    const FloorLayout layout = lay_out_floor(sizes, panel.area, 46 * panel.scale, panel.measures);
    REQUIRE(layout.teams.size() == sizes.size());
    CHECK(layout.tile >= 3);
    CHECK(layout.tile <= 46 * panel.scale);
    CHECK(layout.gap >= 1);
    std::size_t outside = 0;
    std::size_t overlapping = 0;
    for (std::size_t t = 0; t < sizes.size(); ++t) {
        const TeamBox& team = layout.teams[t];
        CHECK(is_within(team.card, panel.area));
        for (std::size_t other = 0; other < t; ++other)
            overlapping += overlap(team.card, layout.teams[other].card) ? 1 : 0;
        // Seats stand on a grid with a gap, so that those of a team are apart.
        for (std::size_t seat = 0; seat < sizes[t]; ++seat) {
            const Box box = seat_box(layout, team, seat);
            const Box below_title{team.card.x, team.card.y + panel.measures.header, team.card.w,
                                  team.card.h - panel.measures.header};
            outside += is_within(box, below_title) && is_within(box, panel.area) ? 0 : 1;
        }
    }
    CHECK(outside == 0);
    CHECK(overlapping == 0);
}

}  // namespace

TEST_CASE("all seats are on the floor, and none on another", "[viz]") {
    std::mt19937 dice{20240304};
    constexpr std::size_t kTries = 5;
    const Panel panels[] = {Panel{1280, 720}, Panel{1920, 1080}, Panel{3840, 2160}};
    for (const Panel& panel : panels) {
        for (const std::size_t seats : {10, 100, 1000, 2000}) {
            for (std::size_t teams = 1; teams <= std::min<std::size_t>(12, seats); ++teams) {
                for (std::size_t i = 0; i < kTries; ++i) {
                    const auto sizes = teams_of(seats, teams, dice);
                    INFO(panel.area.w << " × " << panel.area.h << ": " << seats << " seats, " << teams << " teams");
                    check_layout(panel, sizes);
                }
            }
        }
    }
}

TEST_CASE("few seats have the largest tiles", "[viz]") {
    const Panel panel{1920, 1080};
    const FloorLayout layout = lay_out_floor({4, 6}, panel.area, 46, panel.measures);
    CHECK(layout.tile == 46);
}

TEST_CASE("more seats never have larger tiles", "[viz]") {
    const Panel panel{1280, 720};
    float last = 1000;
    for (std::size_t seats = 50; seats <= 2000; seats += 50) {
        const FloorLayout layout = lay_out_floor({seats, seats / 2}, panel.area, 46 * panel.scale, panel.measures);
        CHECK(layout.tile <= last);
        last = layout.tile;
    }
}

TEST_CASE("teams without seats, and no teams at all", "[viz]") {
    const Panel panel{1920, 1080};
    CHECK(lay_out_floor({}, panel.area, 46, panel.measures).teams.empty());
    check_layout(panel, {0, 12, 0});
}

}  // namespace floorwalker::viz
