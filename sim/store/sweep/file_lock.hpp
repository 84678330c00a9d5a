#pragma once

#include <filesystem>

namespace floorwalker::store {

/// Holds a file for one writer: as long as it lives, nobody else on this machine, and where the file system can tell
/// them on others, gets it. It is a lock of the system on an empty file beside the one in question ("x.db-lock"), so it
/// ends with the program, however that ends.
class FileLock {
public:
    /// Throws StoreError when somebody else has it.
    explicit FileLock(const std::filesystem::path& file);
    /// Takes the empty file away.
    ~FileLock();

    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    std::filesystem::path lock_file_;
    int descriptor_ = -1;
};

}  // namespace floorwalker::store
