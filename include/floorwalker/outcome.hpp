#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>

#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

/// What customers get out of a contact, and what they think of it. Formulas, sources of the defaults, and what is an
/// assumption: docs/model/quality.md.
///
/// A multiple acts on the odds of a share p: p becomes m p / (1 − p + m p). It moves the log-odds by ln m.
namespace floorwalker {

/// What can be wrong with an answer, by where it comes from.
enum class DefectKind : std::uint8_t {
    system,     ///< a fault of systems or networks
    knowledge,  ///< knowledge that is missing, late or wrong
    agent,      ///< a wrong look-up or wrong words
};
inline constexpr std::size_t kDefectKinds = 3;

/// "system"
std::string_view name_of(DefectKind kind);

struct DefectRules {
    std::array<double, kDefectKinds> share{};  ///< of the contacts, for each kind by itself
    double in_outage = 10.0;                   ///< on the odds of `system` while the systems are down for the call type
};

struct ComplaintRules {
    double share = 0.0;     ///< of contacts that are solved, without defect, answered soon
    double unsolved = 4.0;  ///< these three: on the odds
    double with_defect = 3.0;
    double long_wait = 2.0;
    Duration long_after = std::chrono::minutes{3};  ///< a longer wait is a long one
};

/// P(score ≥ k) = logistic(base + solved · [it is] − per_minute · minutes waited + politeness · politeness
/// − defect · [there is one] − threshold of k), for scores k from 2 to 5: proportional odds. The threshold of 4 is 0.
struct SatisfactionRules {
    double base = -1.3;
    double solved = 2.2;
    double per_minute = 0.15;
    double politeness = 1.0;
    double defect = 0.8;
    std::array<double, 3> thresholds{-2.0, -1.0, 1.2};  ///< of 2, 3 and 5; rising through 0 between the last two
};

/// Of contacts with an agent.
struct OutcomeRules {
    double solved = 0.85;                       ///< share, of those without a defect, with an average agent
    std::map<GroupId, double> solved_by_group;  ///< instead of `solved` for agents of these groups
    double solved_with_defect = 0.3;            ///< on the odds of being solved
    DefectRules defects{};
    double politeness = 0.85;  ///< mean of what customers find, from 0 to 1
    ComplaintRules complaint{};
    SatisfactionRules satisfaction{};
    double survey = 0.0;                               ///< share that gives a score after the contact
    std::array<double, 5> survey_odds{1, 1, 1, 1, 1};  ///< on the odds of that, by the score that it would be
    double praise = 0.0;                               ///< of those who would give a 5, the share that writes thanks
};

/// The state of what agents look answers up in.
struct KnowledgeBase {
    double solved = 1.0;   ///< on the odds that a contact is solved
    double defects = 1.0;  ///< on the odds of DefectKind::knowledge
};

/// What a contact came to.
struct Outcome {
    bool solved = true;
    std::array<bool, kDefectKinds> defects{};  ///< by DefectKind
    bool complains = false;
    bool praises = false;
    std::uint8_t satisfaction = 0;  ///< from 1 to 5, whether asked for or not
    std::uint8_t survey_score = 0;  ///< the same where the customer answers the survey; else 0
    double politeness = 1.0;        ///< as the customer finds it, from 0 to 1
    Duration waited{0};             ///< that counted for it

    bool has_defect() const { return defects[0] || defects[1] || defects[2]; }
};

/// What a contact is judged by. The true quality of one is 100 times the weighted mean.
struct QualityWeights {
    double politeness = 0.4;
    double solved = 0.3;
    double right = 0.3;  ///< no defect
};

/// From 0 to 100.
inline double quality_of(const Outcome& outcome, const QualityWeights& weights) {
    const double sum = weights.politeness + weights.solved + weights.right;
    return 100.0 *
           (weights.politeness * outcome.politeness + weights.solved * (outcome.solved ? 1 : 0) +
            weights.right * (outcome.has_defect() ? 0 : 1)) /
           sum;
}

}  // namespace floorwalker
