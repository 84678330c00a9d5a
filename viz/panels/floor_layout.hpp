#pragma once

#include <cstddef>
#include <vector>

#include "viz/look/drawing.hpp"

/// Where teams and their seats are on the floor.
namespace floorwalker::viz {

struct TeamBox {
    Box card;
    Box seats;  ///< of the tiles
    std::size_t columns = 1;
};

struct FloorLayout {
    float tile = 46;  ///< side of a seat, with no gap
    float gap = 7;
    std::vector<TeamBox> teams;
};

/// What of a card is not seats, in pixels.
struct CardMeasures {
    float header = 34;
    float margin = 12;
    float gap = 8;  ///< between cards
};

/// Cards in rows, with the largest tiles, at most `largest`, with which all seats of all teams fit into the area; the
/// smallest tiles are of 3 pixels, and then the area may be too small.
FloorLayout lay_out_floor(const std::vector<std::size_t>& seats_by_team, const Box& area, float largest,
                          const CardMeasures& measures);

/// The same with rows that somebody has chosen: numbers of teams, each once. Teams are in the order of the first.
FloorLayout lay_out_rows(const std::vector<std::size_t>& seats_by_team,
                         const std::vector<std::vector<std::size_t>>& rows, const Box& area, float largest,
                         const CardMeasures& measures);

}  // namespace floorwalker::viz
