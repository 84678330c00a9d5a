#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace floorwalker::plan {

/// A key of the scenario that an experiment varies, and over what.
///
/// "group.front.agents=40:50" is each whole number from 40 to 50, "talk.mean=50s:70s:5s" goes in steps, and
/// "routing=a,b,c" is those three. A range without a step is continuous; a grid needs steps.
struct Input {
    std::string path;
    std::vector<std::string> levels;  ///< all values, in order; empty: continuous from `low` to `high`
    bool is_numeric = false;          ///< the levels are numbers, durations or shares
    double low = 0.0;                 ///< of what is continuous, in `unit`
    double high = 0.0;
    std::string unit = {};
    int decimals = 0;  ///< of values that are drawn: a thousandth of the range

    bool is_continuous() const { return levels.empty(); }

    /// The value at a place from 0 to 1 (not included): each level has an equal share.
    std::string value_at(double place) const;
};

/// Reads what was written behind --vary. Throws BadRequest.
Input parse_input(std::string_view written);

/// The value as a number in the input's unit, durations in seconds, sizes and rates in bytes: for axes and effects.
/// None of words.
double numeric_value(const std::string& value);

/// A short name for each of the inputs: the last parts of its path, as many as tell them apart, at least two.
std::vector<std::string> labels_of(const std::vector<Input>& inputs);

}  // namespace floorwalker::plan
