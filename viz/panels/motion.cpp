// What moves between the panels: answered contacts fly to their seats. Only at speeds at which an eye can follow.
#include <fmt/format.h>

#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

constexpr double kFlight_s = 0.25;  // real seconds
constexpr double kFastest = 30.0;

/// Slow at both ends.
float eased(float share) { return share * share * (3 - 2 * share); }

void draw_flight(const Stage& stage, std::size_t side, const Movement& one, float share) {
    const Places& places = stage.ui.places[side];
    const auto lane = places.lanes.find(index(one.contact.call_type));
    const auto seat = places.seats.find(index(one.agent));
    if (lane == places.lanes.end() || seat == places.seats.end()) return;
    const float along = eased(share);
    const ImVec2 at{lane->second.x + (seat->second.x - lane->second.x) * along,
                    lane->second.y + (seat->second.y - lane->second.y) * along};
    const std::size_t tiers = stage.scenario(side).tiers.size() + 1;
    draw_customer(stage.draw, index(one.contact.tier), tiers, at, stage.px(6), rgb(0x56B4E9));
}

}  // namespace

void draw_motion(const Stage& stage) {
    if (stage.frame.speed > kFastest || !stage.frame.is_playing) return;
    const Duration shown = from_seconds(kFlight_s * stage.frame.speed);
    for (std::size_t side = 0; side < stage.frame.sides.size(); ++side) {
        for (const Movement& one : stage.frame.sides[side].scene.movements()) {
            const Duration age = stage.frame.now - one.at;
            if (one.what != Movement::What::answered || one.agent == kNoAgent || age >= shown || age < Duration{0})
                continue;
            draw_flight(stage, side, one, static_cast<float>(to_seconds(age) / to_seconds(shown)));
        }
    }
}

}  // namespace floorwalker::viz
