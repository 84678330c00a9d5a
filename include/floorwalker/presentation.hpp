#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

/// How a centre is shown in a window. It changes no run and no figure.
namespace floorwalker {

/// A bookmark on the timeline with words that tell a class what to look at.
struct Caption {
    Duration at{0};                    ///< since midnight of its day
    std::optional<std::uint32_t> day;  ///< from 0; none: every day
    std::string text;
    std::string text_zh;  ///< in Chinese; empty: the same text
    bool pauses = true;   ///< playing stops there
};

/// What a wallboard can show.
enum class BoardFigure : std::uint8_t {
    service_level,
    abandonment,
    longest_wait,  ///< of those who wait now
    tier,          ///< service level of the first tier with a target of its own
    occupancy,
    asa,
};

struct FloorPlan {
    std::vector<std::vector<GroupId>>
        rows{};                            ///< of teams, from the back; empty: as they fit. Teams left out come last
    std::vector<BoardFigure> wallboard{};  ///< from above; empty: the usual six
};

}  // namespace floorwalker
