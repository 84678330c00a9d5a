#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/keys/call_type_parts.hpp"

/// What customers get out of a contact, and what they think of it.
namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

constexpr double kMostMultiple = 1000.0;
constexpr double kMostWeight = 100.0;

Format<double> multiple() { return number_above(0, kMostMultiple); }
Format<double> weight() { return number(-kMostWeight, kMostWeight); }

/// The kinds as keys.
struct WrittenDefects {
    double system = 0.0;
    double knowledge = 0.0;
    double agent = 0.0;
    double in_outage = DefectRules{}.in_outage;
};

Format<DefectRules> defects() {
    using Written = WrittenDefects;
    return table_of<Written, DefectRules>(
        {
            key("system", share(), &Written::system, "0", "Share of the contacts with a fault of the systems."),
            key("knowledge", share(), &Written::knowledge, "0", "With knowledge that is missing, late or wrong."),
            key("agent", share(), &Written::agent, "0", "With a wrong look-up or wrong words of the agent."),
            key("in_outage", multiple(), &Written::in_outage, "10",
                "A factor on the odds of a fault of the systems while an outage of the call type goes on."),
        },
        [](Written& written, const Node&, Context&) -> std::optional<DefectRules> {
            return DefectRules{{written.system, written.knowledge, written.agent}, written.in_outage};
        });
}

Format<ComplaintRules> complaint() {
    return table_of<ComplaintRules>({
        key("share", share(), &ComplaintRules::share, "0",
            "Share that complains of contacts that are solved, without a defect and answered soon."),
        key("unsolved", multiple(), &ComplaintRules::unsolved, "4", "A factor on the odds where nothing is solved."),
        key("with_defect", multiple(), &ComplaintRules::with_defect, "3", "A factor on the odds with a defect."),
        key("long_wait", multiple(), &ComplaintRules::long_wait, "2", "A factor on the odds after a long wait."),
        key("long_after", duration(0s, kLongestDuration), &ComplaintRules::long_after, "\"3min\"",
            "A wait above this is long."),
    });
}

/// The thresholds as a list.
struct WrittenSatisfaction : SatisfactionRules {
    std::vector<double> cuts;
};

std::optional<SatisfactionRules> finish_satisfaction(WrittenSatisfaction& written, const Node& node, Context& context) {
    if (written.cuts.empty()) return written;
    const auto& cuts = written.cuts;
    const bool fits = cuts.size() == 3 && cuts[0] < cuts[1] && cuts[1] < 0 && 0 < cuts[2];
    if (!fits) {
        const PathPart part{context, "thresholds"};
        context.problem(*find(node, "thresholds"),
                        "needs three rising numbers, for scores of 2, 3 and 5, with 0 – for a score of 4 – between the "
                        "last two; such as [-2.0, -1.0, 1.2]");
        return std::nullopt;
    }
    std::copy(cuts.begin(), cuts.end(), written.thresholds.begin());
    return written;
}

Format<SatisfactionRules> satisfaction() {
    using Written = WrittenSatisfaction;
    return table_of<Written, SatisfactionRules>(
        {
            key<Written>("base", weight(), &Written::base, "-1.3",
                         "Log-odds of a score of 4 or 5, unsolved, at no wait, by an agent who is not polite at all."),
            key<Written>("solved", weight(), &Written::solved, "2.2", "What being solved adds to it."),
            key<Written>("per_minute", weight(), &Written::per_minute, "0.15", "What a minute of waiting takes off."),
            key<Written>("politeness", weight(), &Written::politeness, "1", "What full politeness adds."),
            key<Written>("defect", weight(), &Written::defect, "0.8", "What a defect takes off."),
            key<Written>("thresholds", list_of(weight()), &Written::cuts, "[-2.0, -1.0, 1.2]",
                         "Those of scores of at least 2, 3 and 5; that of 4 is 0."),
        },
        finish_satisfaction);
}

/// The survey's odds as a list.
struct WrittenOutcome : OutcomeRules {
    std::vector<double> odds;
};

std::optional<OutcomeRules> finish_outcome(WrittenOutcome& written, const Node& node, Context& context) {
    if (written.odds.empty()) return written;
    if (written.odds.size() != written.survey_odds.size()) {
        const PathPart part{context, "survey_odds"};
        context.problem(*find(node, "survey_odds"),
                        fmt::format("has {} numbers; it needs five, for scores of 1 to 5", written.odds.size()));
        return std::nullopt;
    }
    std::copy(written.odds.begin(), written.odds.end(), written.survey_odds.begin());
    return written;
}

}  // namespace

Format<OutcomeRules> outcome() {
    using Written = WrittenOutcome;
    return table_of<Written, OutcomeRules>(
        {
            key<Written>("solved", share(), &Written::solved, "\"85%\"",
                         "Share of the contacts without a defect that an average agent solves."),
            key<Written>("solved_by_group", map_of<GroupId>(&Context::groups, "group", share()),
                         &Written::solved_by_group, "as solved", "The share that agents of these groups solve."),
            key<Written>("solved_with_defect", multiple(), &Written::solved_with_defect, "0.3",
                         "A factor on the odds of being solved where there is a defect."),
            key<Written>("defects", defects(), &Written::defects, "none", "What is wrong with answers, by its kind."),
            key<Written>("politeness", share(), &Written::politeness, "\"85%\"",
                         "How polite customers find an average agent, on average; 100% is perfect."),
            key<Written>("complaint", complaint(), &Written::complaint, "nobody does", "Who complains."),
            key<Written>("satisfaction", satisfaction(), &Written::satisfaction, "as its keys say",
                         "What customers think of it, from 1 to 5."),
            key<Written>("survey", share(), &Written::survey, "0", "Share that gives its score after the contact."),
            key<Written>("survey_odds", list_of(multiple()), &Written::odds, "[1, 1, 1, 1, 1]",
                         "Factors on the odds of that, by the score from 1 to 5: who is angry may answer rather."),
            key<Written>("praise", share(), &Written::praise, "0",
                         "Of those with a score of 5, the share that writes a letter of thanks."),
        },
        finish_outcome);
}

}  // namespace floorwalker::scenario
