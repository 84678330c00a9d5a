#include "sim/measure/service_level.hpp"

namespace floorwalker::measure {

Fraction service_level(ServiceLevelVariant variant, const Totals& t) {
    const double answered = awaited(t);
    const double all = answered + t.abandoned;
    switch (variant) {
    case ServiceLevelVariant::offered: return {t.answered_in_target, all};
    case ServiceLevelVariant::answered: return {t.answered_in_target, answered};
    case ServiceLevelVariant::abandon_in_target_good: return {t.answered_in_target + t.abandoned_in_target, all};
    case ServiceLevelVariant::abandon_in_target_ignored: return {t.answered_in_target, all - t.abandoned_in_target};
    case ServiceLevelVariant::short_abandon_good: return {t.answered_in_target + t.abandoned_short, all};
    case ServiceLevelVariant::short_abandon_ignored: return {t.answered_in_target, all - t.abandoned_short};
    }
    return {};
}

}  // namespace floorwalker::measure
