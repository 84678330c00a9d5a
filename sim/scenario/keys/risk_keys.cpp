#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/keys/tables.hpp"

/// The service-risk model.
namespace floorwalker::scenario {
namespace {

/// Levels as written: that which is estimated may be left out.
struct WrittenRisk : Risk {
    std::optional<RiskLevels> system;
    std::optional<RiskLevels> knowledge;
    std::optional<RiskLevels> agent;
};

Format<RiskLevels> levels() {
    return table_of<RiskLevels>({
        key("level", integer(1, 3), &RiskLevels::level, "1", "B: how bad the defect is, from 1 to 3."),
        key("vulnerability", integer(1, 3), &RiskLevels::vulnerability, "1",
            "V: how easily it strikes this business, from 1 to 3."),
        key("control", number(0, 10), &RiskLevels::control, "0",
            "Level of control: 0 where it is best, 10 where there is none."),
    });
}

std::optional<Risk> finish_risk(WrittenRisk& written, const Node& node, Context& context) {
    if (!written.system && !written.knowledge && !written.agent) {
        context.problem(node,
                        "has no defect; add agent = { level = 2, vulnerability = 2, control = 3 }, or system, or "
                        "knowledge");
        return std::nullopt;
    }
    written.defects = {written.system, written.knowledge, written.agent};
    return written;
}

/// Thresholds as lists.
struct WrittenScale : RiskScale {
    std::vector<double> likelihoods;
    std::vector<double> levels;
};

template <std::size_t kCount>
bool take_shares(const std::vector<double>& written, std::array<double, kCount>& shares, const char* name,
                 const Node& node, Context& context) {
    if (written.empty()) return true;
    if (written.size() != kCount || !std::is_sorted(written.begin(), written.end())) {
        const PathPart part{context, name};
        context.problem(*find(node, name), fmt::format("needs {} shares that rise", kCount));
        return false;
    }
    std::copy(written.begin(), written.end(), shares.begin());
    return true;
}

std::optional<RiskScale> finish_scale(WrittenScale& written, const Node& node, Context& context) {
    if (!take_shares(written.likelihoods, written.likelihood, "likelihood", node, context)) return std::nullopt;
    if (!take_shares(written.levels, written.level, "level", node, context)) return std::nullopt;
    if (written.high >= written.medium) return written;
    context.problem(node, fmt::format("a high risk, from {} on, would be below a medium one, from {} on", written.high,
                                      written.medium));
    return std::nullopt;
}

}  // namespace

Format<Risk> risk() {
    using Written = WrittenRisk;
    static const Keys<Written> keys{
        key<Written>("call_type", reference<CallTypeId>(&Context::call_types, "call type"), &Written::call_type, "",
                     "The business: a call type.")
            .required(),
        key<Written>(
            "importance",
            choice<Importance>({{"low", Importance::low}, {"medium", Importance::medium}, {"high", Importance::high}}),
            &Written::importance, "\"medium\"", "How important the business is."),
        key<Written>("system", levels(), &Written::system, "left out", "A fault of systems or networks."),
        key<Written>("knowledge", levels(), &Written::knowledge, "left out", "Knowledge missing, late or wrong."),
        key<Written>("agent", levels(), &Written::agent, "left out", "A wrong look-up or wrong words."),
        key<Written>("estimate",
                     choice<RiskEstimate>({{"nothing", RiskEstimate::nothing},
                                           {"likelihood", RiskEstimate::likelihood},
                                           {"level", RiskEstimate::level}}),
                     &Written::estimate, "\"nothing\"",
                     "What the simulated share of contacts with the defect stands in for: the likelihood, or the "
                     "level B."),
    };
    return table_of<Written, Risk>(keys, finish_risk);
}

Format<RiskScale> risk_scale() {
    using Written = WrittenScale;
    return table_of<Written, RiskScale>(
        {
            key<Written>("likelihood", list_of(share()), &Written::likelihoods,
                         "[0.0001, 0.0003, 0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]",
                         "Ten shares of contacts with a defect: an estimated likelihood is how many are reached."),
            key<Written>("level", list_of(share()), &Written::levels, "[0.01, 0.05]",
                         "Two shares: from them on an estimated level is 2, and 3."),
            key<Written>("medium", number(0, 100), &Written::medium, "15", "A risk from here on is medium."),
            key<Written>("high", number(0, 100), &Written::high, "40", "A risk from here on is high."),
        },
        finish_scale);
}

}  // namespace floorwalker::scenario
