#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace floorwalker::store {

/// Why a file of runs cannot be used.
enum class StoreProblem {
    missing_file,
    not_a_database,
    other_program,  ///< a database, but not one of ours
    newer_schema,   ///< written by a later version of Floorwalker
    missing_folder,
    read_only,
    locked,
    disk_full,
    damaged,
    unknown_run,
    other,
};

/// A file of runs cannot be opened, read or written. `what()` is a sentence or two: the file, what is wrong, what to
/// do. Whatever was in the file before, and every replication written so far, is still there.
class StoreError : public std::runtime_error {
public:
    /// `what_is_wrong` goes on from the name of the file: "is not a SQLite database".
    StoreError(StoreProblem problem, const std::filesystem::path& file, const std::string& what_is_wrong)
        : std::runtime_error{file.string() + ' ' + what_is_wrong}, problem_{problem} {}

    /// The same with more to say.
    StoreError(const StoreError& error, const std::string& more)
        : std::runtime_error{error.what() + more}, problem_{error.problem_} {}

    StoreProblem problem() const { return problem_; }

private:
    StoreProblem problem_;
};

}  // namespace floorwalker::store
