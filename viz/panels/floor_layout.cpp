#include "viz/panels/floor_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace floorwalker::viz {
namespace {

using Rows = std::vector<std::vector<std::size_t>>;

constexpr float kSmallestTile = 3;
constexpr std::size_t kMostCardsInARow = 8;

/// Large tiles stand apart, dots hardly.
float gap_for(float tile) { return std::max(1.0F, tile * 0.15F); }

float weight_of(std::size_t seats) { return std::sqrt(static_cast<float>(std::max<std::size_t>(1, seats))); }

/// In order, so many in a row.
Rows rows_of(std::size_t teams, std::size_t in_a_row) {
    Rows rows;
    for (std::size_t first = 0; first < teams; first += in_a_row) {
        auto& row = rows.emplace_back(std::min(in_a_row, teams - first));
        std::iota(row.begin(), row.end(), first);
    }
    return rows;
}

class Layouter {
public:
    Layouter(const std::vector<std::size_t>& seats, const Box& area, const CardMeasures& measures)
        : seats_{seats}, area_{area}, measures_{measures} {}

    FloorLayout lay_out(const Rows& rows, float tile) const {
        FloorLayout layout{tile, gap_for(tile), std::vector<TeamBox>(seats_.size())};
        float y = area_.y;
        for (const auto& row : rows) y += lay_out_row(row, y, layout) + measures_.gap;
        return layout;
    }

    static float bottom_of(const FloorLayout& layout) {
        float bottom = 0;
        for (const TeamBox& team : layout.teams) bottom = std::max(bottom, team.card.bottom());
        return bottom;
    }

private:
    /// Returns its height.
    float lay_out_row(const std::vector<std::size_t>& row, float y, FloorLayout& layout) const {
        const auto cards = static_cast<float>(row.size());
        const float width = area_.w - measures_.gap * (cards - 1);
        float weights = 0;
        for (const std::size_t team : row) weights += weight_of(seats_[team]);
        float x = area_.x;
        float height = 0;
        for (const std::size_t team : row) {
            // Half by the number of seats, half evenly: small teams need room for their names.
            const float card_width = width * (0.5F * weight_of(seats_[team]) / weights + 0.5F / cards);
            layout.teams[team] = card_at(x, y, card_width, seats_[team], layout);
            height = std::max(height, layout.teams[team].card.h);
            x += card_width + measures_.gap;
        }
        for (const std::size_t team : row) layout.teams[team].card.h = height;
        return height;
    }

    TeamBox card_at(float x, float y, float width, std::size_t seats, const FloorLayout& layout) const {
        const float step = layout.tile + layout.gap;
        const float inside = width - 2 * measures_.margin;
        TeamBox team;
        team.columns = static_cast<std::size_t>(std::max(1.0F, (inside + layout.gap) / step));
        const std::size_t rows = (seats + team.columns - 1) / team.columns;
        const float height = step * static_cast<float>(rows);
        team.card = {x, y, width, measures_.header + height + measures_.margin};
        team.seats = {x + measures_.margin, y + measures_.header, inside, height};
        return team;
    }

    const std::vector<std::size_t>& seats_;
    const Box& area_;
    const CardMeasures& measures_;
};

float smaller(float tile) { return tile - std::max(0.5F, tile * 0.04F); }

}  // namespace

FloorLayout lay_out_floor(const std::vector<std::size_t>& seats_by_team, const Box& area, float largest,
                          const CardMeasures& measures) {
    const Layouter layouter{seats_by_team, area, measures};
    FloorLayout best;
    for (float tile = largest; tile >= kSmallestTile; tile = smaller(tile)) {
        float lowest = INFINITY;
        for (std::size_t in_a_row = 1; in_a_row <= std::min(kMostCardsInARow, seats_by_team.size()); ++in_a_row) {
            FloorLayout layout = layouter.lay_out(rows_of(seats_by_team.size(), in_a_row), tile);
            const float bottom = Layouter::bottom_of(layout);
            if (bottom >= lowest) continue;
            lowest = bottom;
            best = std::move(layout);
        }
        if (lowest <= area.bottom()) return best;
    }
    return best;
}

FloorLayout lay_out_rows(const std::vector<std::size_t>& seats_by_team, const Rows& rows, const Box& area,
                         float largest, const CardMeasures& measures) {
    const Layouter layouter{seats_by_team, area, measures};
    FloorLayout layout;
    for (float tile = largest; tile >= kSmallestTile; tile = smaller(tile)) {
        layout = layouter.lay_out(rows, tile);
        if (Layouter::bottom_of(layout) <= area.bottom()) return layout;
    }
    return layout;
}

}  // namespace floorwalker::viz
