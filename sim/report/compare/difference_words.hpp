#pragma once

#include <string>

#include "sim/plan/compare/comparison.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text/style.hpp"

/// Differences as planners read them.
namespace floorwalker::report {

/// "+4.1 pp" and "± 0.3"; "–" where there is none.
Shown shown_difference(Kpi kpi, const plan::Difference& difference, const std::string& currency);

/// "answers 4.1 ± 0.3 pp more within the target", "no difference seen; at most 0.4 pp".
std::string verdict_words(Kpi kpi, const plan::Difference& difference, const std::string& currency);

/// "✓" for better, "✗" for worse, "·" where neither is good, nothing where nothing is seen.
std::string mark_of(plan::Verdict verdict);
Tone tone_of(plan::Verdict verdict);

}  // namespace floorwalker::report
