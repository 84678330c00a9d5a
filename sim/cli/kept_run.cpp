#include "sim/cli/kept_run.hpp"

#include <fmt/format.h>

#include "sim/report/text/numbers.hpp"

namespace floorwalker::cli {

KeptRun::KeptRun(const std::filesystem::path& file, const store::RunHeader& header)
    : file_{file}, store_{file}, id_{store_.begin(header)} {}

void KeptRun::add(const plan::FinishedReplication& finished) {
    if (failure_) return;
    try {
        store_.add(id_, finished.number, finished.digest, finished.recorder, finished.contacts);
    } catch (const store::StoreError& error) {
        failure_ = error.what();
    }
}

void KeptRun::finish(const RunResult& result) {
    if (failure_) return;
    try {
        store_.finish(id_, result);
    } catch (const store::StoreError& error) {
        failure_ = error.what();
    }
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

}  // namespace floorwalker::cli
