#include "sim/cli/kept_run.hpp"

#include <fmt/format.h>

#include "sim/report/text/numbers.hpp"

namespace floorwalker::cli {

KeptRun::KeptRun(const std::filesystem::path& file, const store::RunHeader& header)
    : file_{file}, store_{file}, id_{store_.begin(header)} {}

void KeptRun::add(const plan::FinishedReplication& finished) {
    store_.add(id_, finished.number, finished.digest, finished.recorder, finished.contacts);
}

std::string KeptRun::what_is_kept() {
    try {
        for (const store::RunSummary& run : store_.runs()) {
            if (run.id != id_) continue;
            return fmt::format("{} replication{} kept as run {} in {}", report::whole(run.replications),
                               run.replications == 1 ? " is" : "s are", static_cast<std::int64_t>(id_), file_.string());
        }
    } catch (const store::StoreError&) {
        // The first error, which the caller tells, says it all.
    }
    return {};
}

bool is_bad_choice_of_file(const store::StoreError& error) {
    using store::StoreProblem;
    switch (error.problem()) {
    case StoreProblem::disk_full:
    case StoreProblem::damaged:
    case StoreProblem::other: return false;
    default: return true;
    }
}

}  // namespace floorwalker::cli
