#include "viz/day/digest_check.hpp"

namespace floorwalker::viz {

DigestCheck check_of(const Side& side) {
    const RunOf& run = *side.run;
    if (!run.origin || !run.origin->kept || !run.live.empty()) return DigestCheck::none;
    if (!side.outcome) return DigestCheck::pending;
    const bool is_same = side.outcome->digest == kept_digest(*run.origin->kept, run.replication);
    return is_same ? DigestCheck::same : DigestCheck::differs;
}

std::string difference_of(const Side& side) {
    try {
        check_digest(*side.run->origin->kept, side.run->replication, side.outcome->digest);
    } catch (const KeptRunError& error) {
        return error.what();
    }
    return {};
}

}  // namespace floorwalker::viz
