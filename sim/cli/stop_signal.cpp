#include "sim/cli/stop_signal.hpp"

#include <csignal>

namespace floorwalker::cli {
namespace {

// A signal handler can reach nothing but globals.
std::atomic<bool> stop_asked{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void ask_to_stop(int signal) {
    stop_asked.store(true);
    std::signal(signal, SIG_DFL);
}

void on_stop_signals(void (*handler)(int)) {
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, handler);
}

}  // namespace

StopSignal::StopSignal() {
    stop_asked.store(false);
    on_stop_signals(ask_to_stop);
}

StopSignal::~StopSignal() { on_stop_signals(SIG_DFL); }

const std::atomic<bool>& StopSignal::flag() const { return stop_asked; }

}  // namespace floorwalker::cli
