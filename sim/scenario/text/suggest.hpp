#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace floorwalker::scenario {

/// Insertions, deletions, changes and swaps of neighbouring letters that make `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that the word was probably meant to be; none when nothing is near.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `"a", "b" or "c"`; at most `most` of them, then "…".
std::string quoted_list(const std::vector<std::string>& words, std::string_view last_joint = "or",
                        std::size_t most = 12);

/// `; did you mean "x"?` when there is a near one, else the list of what there is: `; there are "a" and "b"`.
std::string suggestion(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace floorwalker::scenario
