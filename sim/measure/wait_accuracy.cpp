#include "sim/measure/wait_accuracy.hpp"

namespace floorwalker::measure {

void WaitAccuracy::answered(const Answered& fact, bool is_measured) {
    const auto found = pending_.find(index(fact.contact.id));
    if (found == pending_.end()) return;
    for (std::size_t e = 0; is_measured && e < kWaitEstimators; ++e) {
        WaitErrors& errors = errors_[index(fact.contact.call_type)][e];
        const Duration error = found->second[e] - fact.waited;
        ++errors.contacts;
        errors.error_us += error.count();
        errors.squares_s2 += to_seconds(error) * to_seconds(error);
        errors.wait_us += fact.waited.count();
    }
    pending_.erase(found);
}

}  // namespace floorwalker::measure
