#include "sim/cli/console.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include <unistd.h>

#include "sim/cluster/processes.hpp"

namespace floorwalker::cli {
namespace {

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool is_dumb_terminal() {
    const char* terminal = std::getenv("TERM");
    return terminal != nullptr && std::string_view{terminal} == "dumb";
}

}  // namespace

void print(std::string_view text) {
    errno = 0;
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (written || errno == EPIPE) return;
    throw std::system_error{errno, std::generic_category(), "the result could not be written"};
}

void tell(std::string_view line) {
    static const bool is_silent = cluster::rank_in_environment().value_or(0) > 0;
    if (is_silent) return;
    std::fwrite(line.data(), 1, line.size(), stderr);
    if (line.empty() || line.back() != '\n') std::fputc('\n', stderr);
}

bool stdout_has_colour() {
    // mpirun makes a terminal of its own of our stdout, wherever its own goes.
    if (cluster::rank_in_environment()) return false;
    return isatty(STDOUT_FILENO) == 1 && !is_set("NO_COLOR") && !is_dumb_terminal();
}

bool stderr_is_terminal() { return isatty(STDERR_FILENO) == 1 && !is_dumb_terminal(); }

}  // namespace floorwalker::cli
