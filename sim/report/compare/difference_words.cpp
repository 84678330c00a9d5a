#include "sim/report/compare/difference_words.hpp"

#include <cmath>

#include <fmt/format.h>

#include "sim/report/metric_words.hpp"

namespace floorwalker::report {
namespace {

/// What is said of a variant that has more of a KPI, and of one that has less; "{}" is the amount.
struct Phrase {
    std::string more;
    std::string less;
};

Phrase phrase_for(Kpi kpi) {
    switch (kpi) {
    case Kpi::service_level: return {"answers {} more within the target", "answers {} fewer within the target"};
    case Kpi::abandonment: return {"loses {} more callers", "loses {} fewer callers"};
    case Kpi::asa_s: return {"answers {} later", "answers {} sooner"};
    case Kpi::occupancy: return {"agents are {} busier", "agents are {} less busy"};
    case Kpi::cost: return {"costs {} more", "costs {} less"};
    case Kpi::cost_per_contact: return {"a contact costs {} more", "a contact costs {} less"};
    case Kpi::cost_per_solved: return {"a solved contact costs {} more", "a solved contact costs {} less"};
    case Kpi::csat: return {"satisfies {} more customers", "satisfies {} fewer customers"};
    case Kpi::intervals_in_target:
        return {"meets the target in {} more intervals", "meets the target in {} fewer intervals"};
    case Kpi::containment: return {"serves {} more in the IVR", "serves {} fewer in the IVR"};
    case Kpi::wait_probability: return {"{} more have to wait", "{} fewer have to wait"};
    default: break;
    }
    return {label_of(kpi) + " {} higher", label_of(kpi) + " {} lower"};
}

std::string with_half_width(Kpi kpi, const plan::Difference& difference, const std::string& currency) {
    const double half_width = *difference.half_width;
    const Amount amount = amount_of(kpi, *difference.mean, half_width, currency);
    // A half-width that rounds to nothing says nothing.
    const std::string width =
        number((plan::unit_of(kpi) == plan::KpiUnit::share ? 100 : 1) * half_width, amount.decimals);
    if (width.find_first_not_of("0.") == std::string::npos) return amount.number + amount.unit;
    return fmt::format("{} ± {}{}", amount.number, width, amount.unit);
}

}  // namespace

Shown shown_difference(Kpi kpi, const plan::Difference& difference, const std::string& currency) {
    if (!difference.mean) return {"–", ""};
    const double half_width = difference.half_width.value_or(0);
    const Amount amount = amount_of(kpi, *difference.mean, half_width, currency);
    const double factor = plan::unit_of(kpi) == plan::KpiUnit::share ? 100 : 1;
    const std::string width = number(factor * half_width, amount.decimals);
    const bool is_zero =
        number(factor * *difference.mean, amount.decimals).find_first_not_of("-0.") == std::string::npos;
    const char* sign = is_zero ? "" : *difference.mean > 0 ? "+" : "−";
    return {sign + amount.number + amount.unit, width.find_first_not_of("0.") == std::string::npos ? "" : "± " + width};
}

std::string verdict_words(Kpi kpi, const plan::Difference& difference, const std::string& currency) {
    switch (plan::verdict_on(difference, plan::better(kpi))) {
    case plan::Verdict::unknown: return difference.mean ? "one replication is not enough to tell" : "";
    case plan::Verdict::same: return "no difference";
    case plan::Verdict::not_seen: {
        const double most = plan::most_possible(difference);
        const Amount amount = amount_of(kpi, most, most, currency);
        return fmt::format("no difference seen; at most {}{}", amount.number, amount.unit);
    }
    case plan::Verdict::better:
    case plan::Verdict::worse:
    case plan::Verdict::more:
    case plan::Verdict::less: break;
    }
    const Phrase phrase = phrase_for(kpi);
    std::string text = *difference.mean > 0 ? phrase.more : phrase.less;
    return text.replace(text.find("{}"), 2, with_half_width(kpi, difference, currency));
}

std::string mark_of(plan::Verdict verdict) {
    switch (verdict) {
    case plan::Verdict::better: return "✓";
    case plan::Verdict::worse: return "✗";
    case plan::Verdict::more:
    case plan::Verdict::less: return "·";
    case plan::Verdict::same:
    case plan::Verdict::not_seen:
    case plan::Verdict::unknown: break;
    }
    return "";
}

Tone tone_of(plan::Verdict verdict) {
    if (verdict == plan::Verdict::better) return Tone::good;
    if (verdict == plan::Verdict::worse) return Tone::bad;
    return Tone::plain;
}

}  // namespace floorwalker::report
