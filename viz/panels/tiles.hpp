#pragma once

#include <string>
#include <vector>

#include "viz/panels/floor_layout.hpp"
#include "viz/panels/stage.hpp"

/// The seats of a floor, each a tile, or a dot where there are too many.
namespace floorwalker::viz {

class Tiles {
public:
    Tiles(const Stage& stage, const FloorLayout& layout, std::size_t side);

    /// From so far away that single seats hardly tell anything.
    bool are_dots() const;
    void draw(const std::vector<const Seat*>& seats, const TeamBox& box) const;

private:
    void draw_seat(const Seat& seat, const Box& box) const;
    void draw_dot(const Seat& seat, const Box& box) const;
    void draw_tile(const Seat& seat, const Box& box) const;
    void draw_surface(const Seat& seat, const Box& box, float rounding) const;
    void draw_number(const Seat& seat, const Box& box, ImU32 ink) const;
    void draw_fatigue(const Seat& seat, const Box& box) const;
    void draw_time_in_state(const Seat& seat, const Box& box, float rounding) const;
    void draw_difference(const Seat& seat, const Box& box) const;
    std::vector<std::string> lines_of(const Seat& seat) const;
    bool has_room_for_glyphs() const;

    const Stage& stage_;
    const FloorLayout& layout_;
    std::size_t side_;
    const Scenario& scenario_;
};

/// The sign of a seat that is otherwise on the other floor: a corner.
void draw_difference_sign(ImDrawList& draw, const Box& tile, ImU32 colour);

}  // namespace floorwalker::viz
