#include "sim/store/failure.hpp"

#include <string>
#include <system_error>

#include <sqlite3.h>
#include <unistd.h>

namespace floorwalker::store {
namespace {

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return std::filesystem::absolute(file).parent_path();
}

bool may_write(const std::filesystem::path& path) { return ::access(path.c_str(), W_OK) == 0; }

StoreError not_writable(const std::filesystem::path& file, const SQLite::Exception& failure) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored) && !may_write(file)) {
        return {StoreProblem::read_only, file, "is read-only: this user may not write to it"};
    }
    if (!may_write(folder_of(file))) {
        return {StoreProblem::read_only, file,
                "cannot be written: this user may not make files in the folder " + folder_of(file).string()};
    }
    return {StoreProblem::other, file, std::string{"cannot be opened: "} + failure.what()};
}

/// Some full file systems say no more than that writing failed.
bool is_full(const std::filesystem::path& file) {
    constexpr std::uintmax_t kTooLittle = std::uintmax_t{256} * 1024;
    std::error_code error;
    const auto space = std::filesystem::space(folder_of(file), error);
    return !error && space.available < kTooLittle;
}

std::string in_seconds(std::chrono::milliseconds time) {
    const auto tenths = time.count() / 100;
    const std::string whole = std::to_string(tenths / 10);
    return (tenths % 10 == 0 ? whole : whole + '.' + std::to_string(tenths % 10)) + " s";
}

}  // namespace

StoreError Guard::explain(const SQLite::Exception& failure) const {
    StoreError full{StoreProblem::disk_full, file_, "cannot grow: the disk is full"};
    switch (failure.getErrorCode()) {
    case SQLITE_NOTADB:
        return {StoreProblem::not_a_database, file_,
                "is not a SQLite database; it was left as it is. Name another file for the " + content_};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {StoreProblem::locked, file_,
                "is locked: another program is writing to it (waited " + in_seconds(patience_) +
                    "). Try again when that has finished"};
    case SQLITE_FULL: return full;
    case SQLITE_CORRUPT:
        return {StoreProblem::damaged, file_,
                std::string{"is damaged ("} + failure.what() +
                    "). The sqlite3 shell's .recover command saves what can be read"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: return not_writable(file_, failure);
    default: break;
    }
    if (failure.getErrorCode() == SQLITE_IOERR && is_full(file_)) return full;
    return {StoreProblem::other, file_, std::string{"cannot be used: "} + failure.what()};
}

}  // namespace floorwalker::store
