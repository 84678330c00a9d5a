#include "sim/scenario/text/suggest.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace floorwalker::scenario {
namespace {

/// Longer words are not compared letter by letter: no key or id is that long.
constexpr std::size_t kLongestWord = 64;

std::string lower_case(std::string_view word) {
    std::string lower{word};
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '-') c = '_';
    }
    return lower;
}

}  // namespace

// Optimal string alignment, three rows at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
    std::iota(previous.begin(), previous.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                current[j] = std::min(current[j], before[j - 2] + 1);
            }
        }
        std::swap(before, previous);
        std::swap(previous, current);
    }
    return previous[b.size()];
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
    if (word.empty() || word.size() > kLongestWord) return std::nullopt;
    const auto wanted = lower_case(word);
    std::optional<std::string> best;
    std::size_t best_distance = std::max<std::size_t>(1, std::min<std::size_t>(3, word.size() / 2)) + 1;
    for (const auto& candidate : candidates) {
        if (candidate.size() > kLongestWord) continue;
        auto distance = edit_distance(wanted, lower_case(candidate));
        // "wrap" is short for "wrap_up", however many letters are missing.
        const bool shortened = word.size() >= 3 && lower_case(candidate).starts_with(wanted);
        if (shortened) distance = std::min<std::size_t>(distance, 1);
        // With every letter another it is another word.
        if (distance >= std::max(word.size(), candidate.size())) continue;
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

std::string quoted_list(const std::vector<std::string>& words, std::string_view last_joint, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == most) return text + ", …";
        if (i > 0) text += i + 1 == words.size() ? fmt::format(" {} ", last_joint) : ", ";
        text += fmt::format("\"{}\"", words[i]);
    }
    return text;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
    if (const auto near = nearest(word, candidates)) return fmt::format("; did you mean \"{}\"?", *near);
    if (candidates.empty()) return "; there is none";
    return (candidates.size() == 1 ? "; there is only " : "; there are ") + quoted_list(candidates, "and");
}

}  // namespace floorwalker::scenario
