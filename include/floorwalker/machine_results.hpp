#pragma once

#include <string>
#include <vector>

#include <floorwalker/estimate.hpp>

/// What the machines behind the floor did. Counts are per replication; what is a mean over time is one over the opening
/// hours. Definitions in docs/kpis.md.
namespace floorwalker {

/// A look-up that was answered at once, within a microsecond, counts for nothing.
struct ServerResult {
    /// One interval of the day, or the time after closing, which has counts and response times alone. A look-up counts
    /// where it ended.
    struct Interval {
        Estimate look_ups;
        Estimate failed;
        Estimate response_s;
        Estimate utilisation;
        Estimate present;
    };

    std::string id;
    Estimate look_ups;      ///< answered or failed
    Estimate failed;        ///< of those: no try was answered in time
    Estimate failed_share;  ///< failed ÷ look_ups
    Estimate given_up;      ///< beside those: who waited was gone before
    Estimate tries;         ///< mean of the look-ups
    Estimate response_s;    ///< from the question to the answer, with tries that failed; mean of the answered
    Estimate response_p50_s;
    Estimate response_p90_s;
    Estimate response_p95_s;
    Estimate response_p99_s;
    Estimate work_alone_s;  ///< what the answered would have taken, had each had a core to itself and no way to go;
                            ///< none with a platform file, which alone knows how fast the cores are
    Estimate utilisation;   ///< cores at work ÷ cores, while it was not down; none with a platform file
    Estimate present;       ///< look-ups at it, time average
    Estimate most_present;  ///< within a replication
    Estimate down_hours;    ///< of the opening hours, and so is the next
    Estimate slow_hours;    ///< slower than its own speed, but not down
    std::vector<Interval> intervals;  ///< as those of the run
};

/// A link or a site.
struct MachineResult {
    std::string id;
    Estimate down_hours;
    Estimate slow_hours;
};

struct MachineResults {
    std::vector<ServerResult> servers;  ///< in the order of the scenario, and so are the others
    std::vector<MachineResult> links;
    std::vector<MachineResult> sites;
    Estimate paper_open;  ///< written down, and not entered when the run ended
};

}  // namespace floorwalker
