#include "sim/store/sweep/file_lock.hpp"

#include <cerrno>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/store/store_error.hpp"

namespace floorwalker::store {
namespace {

/// An open file description's lock is not lost when some other part of the program opens and closes the file.
bool lock(int descriptor) {
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return ::fcntl(descriptor, F_OFD_SETLK, &whole) == 0;
}

/// Whoever had the lock before may have taken the file away since it was opened here.
bool is_still_there(int descriptor, const std::filesystem::path& file) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(file.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

}  // namespace

FileLock::FileLock(const std::filesystem::path& file) : lock_file_{file.string() + "-lock"} {
    while (descriptor_ < 0) {
        const int descriptor = ::open(lock_file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor < 0) {
            throw StoreError{
                StoreProblem::read_only, file,
                "cannot be written: " + lock_file_.string() + ": " + std::generic_category().message(errno)};
        }
        const bool is_locked = lock(descriptor);
        const int error = errno;
        if (is_locked && is_still_there(descriptor, lock_file_)) {
            descriptor_ = descriptor;
            return;
        }
        ::close(descriptor);
        if (is_locked) continue;
        if (error == EACCES || error == EAGAIN) {
            throw StoreError{StoreProblem::locked, file,
                             "is being written by another sweep. Wait until that has finished, or name another file"};
        }
        throw StoreError{StoreProblem::other, file, "cannot be locked: " + std::generic_category().message(error)};
    }
}

FileLock::~FileLock() {
    ::unlink(lock_file_.c_str());
    ::close(descriptor_);
}

}  // namespace floorwalker::store
