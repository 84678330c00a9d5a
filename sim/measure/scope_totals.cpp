#include "sim/measure/scope_totals.hpp"

namespace floorwalker::measure {
namespace {

void add_each(std::vector<Totals>& sums, const std::vector<Totals>& others) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i].add(others[i]);
}

}  // namespace

void BatchTotals::add(const BatchTotals& other) {
    days += other.days;
    overall.add(other.overall);
    add_each(call_types, other.call_types);
    add_each(groups, other.groups);
    add_each(tiers, other.tiers);
    add_each(channels, other.channels);
}

BatchTotals no_days(const Settings& settings) {
    BatchTotals none;
    none.call_types.resize(settings.call_types);
    none.groups.resize(settings.groups);
    none.tiers.resize(settings.tiers);
    none.channels.resize(settings.channels);
    return none;
}

BatchTotals sum_of(const std::vector<BatchTotals>& batches, const Settings& settings) {
    BatchTotals sum = no_days(settings);
    for (const BatchTotals& batch : batches) sum.add(batch);
    return sum;
}

}  // namespace floorwalker::measure
