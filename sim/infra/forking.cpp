#include "sim/infra/forking.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <memory>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace floorwalker::infra {
namespace {

[[noreturn]] void throw_error(const char* what) { throw std::system_error{errno, std::generic_category(), what}; }

pid_t checked_fork() {
    const pid_t pid = ::fork();
    if (pid < 0) throw_error("fork");
    return pid;
}

#if defined(__SANITIZE_ADDRESS__)

/// More blocks of each size than a thread keeps for itself, so that each is asked for where the locks are.
void take_memory_of_every_size() {
    constexpr std::size_t kMostKept = 513;
    constexpr std::size_t kBytesKept = std::size_t{1} << 17U;
    std::vector<std::unique_ptr<char[]>> taken;
    for (std::size_t size = 1; size < kBytesKept; size += std::max<std::size_t>(16, size / 16)) {
        for (std::size_t i = std::min(kMostKept, kBytesKept / size + 1); i > 0; --i)
            taken.push_back(std::make_unique<char[]>(size));
    }
}

bool has_said_something(int pipe) {
    constexpr int kPatienceMs = 3'000;
    pollfd wanted{pipe, POLLIN, 0};
    char word = 0;
    return ::poll(&wanted, 1, kPatienceMs) > 0 && ::read(pipe, &word, 1) == 1;
}

void end(pid_t pid) {
    ::kill(pid, SIGKILL);
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

pid_t fork_until_it_works() {
    for (;;) {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) < 0) throw_error("pipe");
        const pid_t pid = checked_fork();
        if (pid == 0) {
            take_memory_of_every_size();
            const char word = 'y';
            if (::write(ends[1], &word, 1) != 1) ::_exit(1);
            ::close(ends[0]);
            ::close(ends[1]);
            return 0;
        }
        ::close(ends[1]);
        const bool works = has_said_something(ends[0]);
        ::close(ends[0]);
        if (works) return pid;
        end(pid);
    }
}

#endif

}  // namespace

pid_t fork_safely() {
#if defined(__SANITIZE_ADDRESS__)
    return fork_until_it_works();
#else
    return checked_fork();
#endif
}

}  // namespace floorwalker::infra
