#include "sim/cli/progress.hpp"

#include <cstdio>

#include <fmt/format.h>

#include "sim/report/text/bar.hpp"
#include "sim/report/text/numbers.hpp"

namespace floorwalker::cli {
namespace {

constexpr std::size_t kCells = 24;
constexpr std::string_view kClearLine = "\r\033[K";

void draw(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

}  // namespace

std::string progress_line(const RunProgress& progress) {
    const double share =
        static_cast<double>(progress.finished) / static_cast<double>(std::max<std::int64_t>(1, progress.asked));
    const std::string left = progress.seconds_left ? report::duration(*progress.seconds_left) + " left" : "";
    return fmt::format("  {} of {} replications  {} {}", report::whole(progress.finished),
                       report::whole(progress.asked), report::bar(share, kCells, 1.0), left);
}

RunProgress progress_since(std::chrono::steady_clock::time_point start, std::int64_t finished, std::int64_t asked) {
    RunProgress progress{finished, asked, {}};
    if (finished > 0) {
        const std::chrono::duration<double> so_far = std::chrono::steady_clock::now() - start;
        progress.seconds_left = so_far.count() / static_cast<double>(finished) * static_cast<double>(asked - finished);
    }
    return progress;
}

ProgressLine::~ProgressLine() {
    if (drawn_) draw(kClearLine);
}

void ProgressLine::show(const RunProgress& progress) {
    const auto now = Clock::now();
    if (now < next_draw_) return;
    next_draw_ = now + kBetweenDraws;
    drawn_ = true;
    draw(std::string{kClearLine} + progress_line(progress));
}

}  // namespace floorwalker::cli
