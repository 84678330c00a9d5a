// What moves: callers come through lines and menu to their queue, and go to a seat or give up. Only at speeds at which
// an eye can follow.
#include <algorithm>

#include "viz/panels/stage.hpp"

namespace floorwalker::viz {
namespace {

constexpr double kFlight_s = 0.45;  // real seconds
constexpr double kFastest = 30.0;

struct Flight {
    ImVec2 from;
    ImVec2 to;
    ImU32 colour = 0;
    bool fades = false;
};

/// Slow at both ends.
float eased(float share) { return share * share * (3 - 2 * share); }

class Flights {
public:
    Flights(const Stage& stage, std::size_t side)
        : stage_{stage}, scene_{stage.frame.sides[side].scene}, places_{stage.ui.places[side]}, side_{side} {}

    /// Whether it is to be seen.
    bool draw(const Movement& one, float share) const {
        const auto flight = flight_of(one);
        if (!flight) return false;
        const float along = eased(share);
        const ImVec2 at{flight->from.x + (flight->to.x - flight->from.x) * along,
                        flight->from.y + (flight->to.y - flight->from.y) * along};
        const std::size_t tiers = stage_.scenario(side_).tiers.size() + 1;
        draw_customer(stage_.draw, index(one.contact.tier), tiers, at, stage_.px(6),
                      flight->fades ? faded(flight->colour, 1 - share) : flight->colour);
        return true;
    }

private:
    std::optional<Flight> flight_of(const Movement& one) const {
        const ImU32 fresh = rgb(0x56B4E9);
        const Theme& theme = stage_.theme();
        switch (one.what) {
        case Movement::What::came: return into_ivr(one, fresh);
        case Movement::What::queued: return into_queue(one, fresh);
        case Movement::What::answered: return to_seat(one, fresh);
        case Movement::What::abandoned: {
            const auto from = one.from == Movement::From::ivr ? places_.ivr : in_lane(one);
            return from ? std::optional{Flight{*from, beside(*from, -110, 46), theme.bad, true}} : std::nullopt;
        }
        case Movement::What::turned_away: {
            if (!places_.lines) return std::nullopt;
            return Flight{*places_.lines, beside(*places_.lines, -50, 40), theme.bad, true};
        }
        case Movement::What::self_served: {
            if (!places_.ivr) return std::nullopt;
            return Flight{*places_.ivr, beside(*places_.ivr, 200, 0), theme.good, true};
        }
        case Movement::What::left: return std::nullopt;
        }
        return std::nullopt;
    }

    ImVec2 beside(ImVec2 at, float x, float y) const { return {at.x + stage_.px(x), at.y + stage_.px(y)}; }

    std::optional<ImVec2> in_lane(const Movement& one) const {
        if (one.contact.call_type == kNoCallType) return std::nullopt;
        const auto lane = places_.lanes.find(index(one.contact.call_type));
        if (lane == places_.lanes.end()) return std::nullopt;
        const float x = lane->second.x + places_.lane_step * static_cast<float>(one.place);
        return ImVec2{std::min(x, places_.lane_end), lane->second.y};
    }

    /// Who comes to a queue without it has that flight alone.
    std::optional<Flight> into_ivr(const Movement& one, ImU32 colour) const {
        const auto& inside = scene_.in_ivr();
        const bool is_inside = std::any_of(inside.begin(), inside.end(), [&one](const Waiting& caller) {
            return caller.contact.id == one.contact.id;
        });
        if (!is_inside || !places_.lines || !places_.ivr) return std::nullopt;
        return Flight{*places_.lines, *places_.ivr, colour};
    }

    std::optional<Flight> into_queue(const Movement& one, ImU32 colour) const {
        const auto to = in_lane(one);
        const auto from = one.from == Movement::From::ivr ? places_.ivr : places_.lines;
        if (!to || !from || one.from == Movement::From::seat) return std::nullopt;
        return Flight{*from, *to, colour};
    }

    std::optional<Flight> to_seat(const Movement& one, ImU32 colour) const {
        const auto from = in_lane(one);
        const auto seat = places_.seats.find(index(one.agent));
        if (!from || one.agent == kNoAgent || seat == places_.seats.end()) return std::nullopt;
        return Flight{*from, seat->second, colour};
    }

    const Stage& stage_;
    const Scene& scene_;
    const Places& places_;
    std::size_t side_;
};

}  // namespace

Duration flight_time(const Stage& stage) {
    if (stage.frame.speed > kFastest || !stage.frame.is_playing) return Duration{0};
    return from_seconds(kFlight_s * stage.frame.speed);
}

void draw_motion(const Stage& stage) {
    const Duration shown = flight_time(stage);
    std::size_t in_flight = 0;
    for (std::size_t side = 0; side < stage.frame.sides.size(); ++side) {
        const Flights flights{stage, side};
        for (const Movement& one : stage.frame.sides[side].scene.movements()) {
            const Duration age = stage.frame.now - one.at;
            if (age >= shown || age < Duration{0}) continue;
            in_flight += flights.draw(one, static_cast<float>(to_seconds(age) / to_seconds(shown))) ? 1 : 0;
        }
    }
    stage.widgets.show("in_flight", in_flight == 0 ? "nobody" : "somebody");
}

}  // namespace floorwalker::viz
