#include "viz/panels/floor_layout.hpp"

#include <algorithm>
#include <cmath>

namespace floorwalker::viz {
namespace {

constexpr float kSmallestTile = 3;
constexpr std::size_t kMostCardsInARow = 8;

/// Large tiles stand apart, dots hardly.
float gap_for(float tile) { return std::max(1.0F, tile * 0.15F); }

/// Rows of cards, each as wide as its share of the seats of its row asks.
FloorLayout try_layout(const std::vector<std::size_t>& seats, const Box& area, float tile, std::size_t in_a_row,
                       const CardMeasures& measures) {
    FloorLayout layout{tile, gap_for(tile), {}};
    const float step = tile + layout.gap;
    float y = area.y;
    for (std::size_t first = 0; first < seats.size(); first += in_a_row) {
        const std::size_t end = std::min(seats.size(), first + in_a_row);
        const std::size_t cards = end - first;
        const float width = area.w - measures.gap * static_cast<float>(cards - 1);
        float weights = 0;
        for (std::size_t i = first; i < end; ++i)
            weights += std::sqrt(static_cast<float>(std::max<std::size_t>(1, seats[i])));
        float x = area.x;
        float height = 0;
        for (std::size_t i = first; i < end; ++i) {
            // Half by the number of seats, half evenly: small teams need room for their names.
            const float weight = std::sqrt(static_cast<float>(std::max<std::size_t>(1, seats[i]))) / weights;
            const float share = 0.5F * weight + 0.5F / static_cast<float>(cards);
            const float card_width = width * share;
            const float inside = card_width - 2 * measures.margin;
            const auto columns = static_cast<std::size_t>(std::max(1.0F, (inside + layout.gap) / step));
            const std::size_t rows = (seats[i] + columns - 1) / columns;
            TeamBox team;
            team.columns = columns;
            team.card = {x, y, card_width, measures.header + step * static_cast<float>(rows) + measures.margin};
            team.seats = {x + measures.margin, y + measures.header, inside, step * static_cast<float>(rows)};
            height = std::max(height, team.card.h);
            layout.teams.push_back(team);
            x += card_width + measures.gap;
        }
        for (std::size_t i = first; i < end; ++i) layout.teams[i].card.h = height;
        y += height + measures.gap;
    }
    return layout;
}

float height_of(const FloorLayout& layout, const Box& area) {
    return layout.teams.empty() ? 0 : layout.teams.back().card.bottom() - area.y;
}

}  // namespace

FloorLayout lay_out_floor(const std::vector<std::size_t>& seats_by_team, const Box& area, float largest,
                          const CardMeasures& measures) {
    FloorLayout best;
    for (float tile = largest; tile >= kSmallestTile; tile -= std::max(0.5F, tile * 0.04F)) {
        float lowest = INFINITY;
        for (std::size_t in_a_row = 1; in_a_row <= std::min(kMostCardsInARow, seats_by_team.size()); ++in_a_row) {
            FloorLayout layout = try_layout(seats_by_team, area, tile, in_a_row, measures);
            const float height = height_of(layout, area);
            if (height >= lowest) continue;
            lowest = height;
            best = std::move(layout);
        }
        if (lowest <= area.h) return best;
    }
    return best;
}

}  // namespace floorwalker::viz
