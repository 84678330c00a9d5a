#include "sim/store/run_file.hpp"

#include <optional>
#include <string>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/store/database.hpp"
#include "sim/store/failure.hpp"
#include "sim/store/run_reader.hpp"
#include "sim/store/schema.hpp"

namespace floorwalker::store {

class RunFile::Implementation {
public:
    Implementation(const std::filesystem::path& file, std::chrono::milliseconds patience)
        : guarded_{file, patience},
          database_{guarded_([&] { return open_to_read(file, patience); })},
          has_tables_{guarded_([this] { return schema_version(database_) > 0; })} {}

    std::vector<RunSummary> runs() {
        if (!has_tables_) return {};
        return guarded_([this] { return read_runs(database_); });
    }

    RunHeader header(RunId run) {
        std::optional<RunHeader> header;
        if (has_tables_) header = guarded_([&] { return read_header(database_, run); });
        if (header) return std::move(*header);
        throw StoreError{StoreProblem::unknown_run, guarded_.file(),
                         "has no run " + std::to_string(static_cast<std::int64_t>(run))};
    }

    std::vector<ReplicationDigest> digests(RunId run) {
        if (!has_tables_) return {};
        return guarded_([&] { return read_digests(database_, run); });
    }

private:
    Guard guarded_;
    SQLite::Database database_;
    bool has_tables_;
};

RunFile::RunFile(const std::filesystem::path& file, std::chrono::milliseconds patience)
    : implementation_{std::make_unique<Implementation>(file, patience)} {}

RunFile::~RunFile() = default;

std::vector<RunSummary> RunFile::runs() { return implementation_->runs(); }

RunHeader RunFile::header(RunId run) { return implementation_->header(run); }

std::vector<ReplicationDigest> RunFile::digests(RunId run) { return implementation_->digests(run); }

}  // namespace floorwalker::store
