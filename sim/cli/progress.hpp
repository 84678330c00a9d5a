#pragma once

#include <chrono>
#include <string>

#include <floorwalker/run.hpp>

namespace floorwalker::cli {

/// "  37 of 100 replications  ███████▍              12 s left"
std::string progress_line(const RunProgress& progress);

/// With the time left, were the rest as fast as what is finished.
RunProgress progress_since(std::chrono::steady_clock::time_point start, std::int64_t finished, std::int64_t asked);

/// A line on a terminal that says how far a run is. It comes when a run takes long enough to be worth it, is drawn at
/// most ten times a second, and is gone at the end.
class ProgressLine {
public:
    ProgressLine() = default;
    ~ProgressLine();

    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const RunProgress& progress);

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds kPatience{300};
    static constexpr std::chrono::milliseconds kBetweenDraws{100};

    Clock::time_point next_draw_ = Clock::now() + kPatience;
    bool drawn_ = false;
};

}  // namespace floorwalker::cli
