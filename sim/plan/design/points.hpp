#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/plan/design/input.hpp"

namespace floorwalker::plan {

enum class Design {
    grid,   ///< every combination
    latin,  ///< Latin hypercube: each input's range is cut into as many strata as points, and each is hit once
    sobol,  ///< the first points of Sobol's sequence, with the origin: fills the space evenly, best in powers of 2
};

std::string_view name_of(Design design);

/// Where in the space of its inputs an experiment looks.
///
/// Latin: McKay, Beckman and Conover, Technometrics 21 (1979); the strata are shuffled from the seed. Sobol:
/// Boost.Random's table of Joe and Kuo; the first point is the origin, which must not be left out (Owen, "On dropping
/// the first Sobol' point", 2020).
class Points {
public:
    /// `count` is for latin and sobol; a grid has as many as it has. Throws BadRequest for a grid with a continuous
    /// input.
    Points(std::vector<Input> inputs, Design design, std::int64_t count, std::uint64_t seed);

    std::int64_t size() const { return size_; }
    const std::vector<Input>& inputs() const { return inputs_; }
    Design design() const { return design_; }

    /// The value of each input at that point, from 0. In a grid the last input changes fastest.
    std::vector<std::string> values(std::int64_t number) const;

    /// Points that have every level of every input among them, and the last: all when there are not many.
    std::vector<std::int64_t> representatives(std::int64_t most) const;

private:
    void place_latin(std::uint64_t seed);
    void place_sobol();

    std::vector<Input> inputs_;
    Design design_;
    std::int64_t size_ = 0;
    std::vector<double> places_;  // point by point; none for a grid
};

}  // namespace floorwalker::plan
