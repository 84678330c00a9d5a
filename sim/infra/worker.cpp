#include "sim/infra/worker.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <mutex>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/infra/forking.hpp"

namespace floorwalker::infra {
namespace {

class File {
public:
    explicit File(int fd) : fd_{fd} {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { close(); }

    int fd() const { return fd_; }
    void close() {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    }

private:
    int fd_;
};

[[noreturn]] void throw_error(const char* what) { throw std::system_error{errno, std::generic_category(), what}; }

/// A child that is ended, if need be, and waited for.
class Child {
public:
    explicit Child(pid_t pid) : pid_{pid} {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (pid_ > 0) end();
    }

    void end() {
        ::kill(pid_, SIGKILL);
        wait();
    }

    /// How it ended, in words.
    std::string wait() {
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = -1;
        if (WIFSIGNALED(status)) return "it was ended by signal " + std::to_string(WTERMSIG(status));
        return "it left with exit code " + std::to_string(WEXITSTATUS(status));
    }

private:
    pid_t pid_;
};

[[noreturn]] void be_child(const std::function<void(int fd)>& work, int pipe, int chatter, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);     // nobody would read what we write
    if (::getppid() != parent) ::_exit(1);  // it has ended already
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGABRT, SIGSEGV, SIGBUS}) std::signal(signal, SIG_DFL);
    std::signal(SIGINT, SIG_IGN);  // of the keyboard: our parent decides
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(chatter, STDERR_FILENO);
    work(pipe);
    ::_exit(0);  // what our parent has to do at its end is not ours to do
}

/// Reads until the child is done, has died or is to stop.
void read_frames(int pipe, const std::atomic<bool>* stop, WorkerReport& report) {
    constexpr int kBetweenLooksMs = 100;
    std::vector<char> buffer(std::size_t{1} << 18U);
    while (!report.frames.is_done()) {
        if (stop != nullptr && stop->load()) {
            report.was_stopped = true;
            return;
        }
        pollfd wanted{pipe, POLLIN, 0};
        const int ready = ::poll(&wanted, 1, kBetweenLooksMs);
        if (ready < 0 && errno != EINTR) throw_error("poll");
        if (ready <= 0) continue;
        const ssize_t got = ::read(pipe, buffer.data(), buffer.size());
        if (got < 0 && errno != EINTR) throw_error("read");
        if (got == 0) return;
        if (got > 0) report.frames.take(buffer.data(), static_cast<std::size_t>(got));
    }
}

std::string text_of(int fd) {
    std::string text;
    std::array<char, 4096> buffer{};
    ::lseek(fd, 0, SEEK_SET);
    for (;;) {
        const ssize_t got = ::read(fd, buffer.data(), buffer.size());
        if (got <= 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

}  // namespace

WorkerReport run_worker(const std::function<void(int fd)>& work, const std::atomic<bool>* stop) {
    const File chatter{::memfd_create("floorwalker", MFD_CLOEXEC)};
    if (chatter.fd() < 0) throw_error("memfd_create");

    // One at a time: no child inherits the writing end of another's pipe, which would stay open when that one dies.
    static std::mutex forking;
    std::unique_lock lock{forking};
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) < 0) throw_error("pipe");
    const File reading{ends[0]};
    File writing{ends[1]};
    const pid_t parent = ::getpid();
    const pid_t pid = fork_safely();
    if (pid == 0) be_child(work, writing.fd(), chatter.fd(), parent);
    Child child{pid};
    writing.close();
    lock.unlock();

    WorkerReport report;
    read_frames(reading.fd(), stop, report);
    if (report.was_stopped)
        child.end();
    else if (std::string end = child.wait(); !report.frames.is_done())
        report.death = std::move(end);
    report.chatter = text_of(chatter.fd());
    return report;
}

}  // namespace floorwalker::infra
