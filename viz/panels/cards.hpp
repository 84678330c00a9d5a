#pragma once

#include <optional>
#include <string>
#include <vector>

#include "viz/panels/stage.hpp"

/// What the cards of a wallboard say.
namespace floorwalker::viz {

enum class Verdict { none, good, close, missed };

struct Card {
    std::string name{};  ///< for scripts
    std::string title{};
    std::string value{};
    std::string target{};
    Verdict verdict = Verdict::none;
    std::string prediction{};  ///< of the end of the day; empty: not known yet
    Verdict prediction_verdict = Verdict::none;
    std::vector<float> trend{};      ///< of the last half-hour, oldest first
    std::optional<double> figure{};  ///< a share, to be held against the other side's
};

/// As the scenario has chosen them, from above.
std::vector<Card> cards_of(const Stage& stage, std::size_t side);

}  // namespace floorwalker::viz
