#include "sim/measure/standards_summary.hpp"

#include <array>

namespace floorwalker::measure {

StandardsSummary::StandardsSummary(const Scenario& scenario) : groups_{scenario.groups.size()} {
    for (const Standard& standard : scenario.standards) {
        StandardResult result;
        result.standard = standard;
        if (standard.call_type) result.call_type = scenario.call_types[index(*standard.call_type)].id;
        blank_.push_back(std::move(result));
    }
    sums_.resize(blank_.size() * (groups_ + 1));
}

void StandardsSummary::Sums::add(const StandardsTally::Count& count) {
    cases.add(static_cast<double>(count.cases), 1.0);
    kept.add(static_cast<double>(count.kept), static_cast<double>(count.cases));
}

StandardResult::Compliance StandardsSummary::Sums::compliance(double confidence) const {
    return {cases.estimate(confidence), kept.estimate(confidence)};
}

void StandardsSummary::add(const StandardsTally& tally) {
    for (std::size_t s = 0; s < blank_.size(); ++s) {
        sums_[s * (groups_ + 1)].add(tally.overall(s));
        for (std::size_t g = 0; g < groups_; ++g) sums_[s * (groups_ + 1) + 1 + g].add(tally.of_group(s, g));
    }
}

std::vector<StandardResult> StandardsSummary::results(double confidence) const {
    std::vector<StandardResult> results = blank_;
    for (std::size_t s = 0; s < results.size(); ++s) {
        results[s].overall = sums_[s * (groups_ + 1)].compliance(confidence);
        for (std::size_t g = 0; g < groups_; ++g)
            results[s].by_group.push_back(sums_[s * (groups_ + 1) + 1 + g].compliance(confidence));
    }
    return results;
}

}  // namespace floorwalker::measure

namespace floorwalker {

std::string_view name_of(StandardOf what) {
    static constexpr std::array<std::string_view, 5> kNames{"rings", "hold", "report_back", "callback", "talk"};
    return kNames.at(static_cast<std::size_t>(what));
}

std::optional<bool> StandardResult::is_met() const {
    if (!overall.kept.mean) return std::nullopt;
    return *overall.kept.mean >= standard.goal;
}

}  // namespace floorwalker
