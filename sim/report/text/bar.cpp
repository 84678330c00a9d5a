#include "sim/report/text/bar.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace floorwalker::report {
namespace {

constexpr std::array<std::string_view, 8> kEighths{" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

}  // namespace

std::string bar(double share, std::size_t cells, std::optional<double> target) {
    const double room = 8.0 * static_cast<double>(cells);
    // Something is never shown as nothing.
    const double wanted = std::clamp(share, 0.0, 1.0) * room;
    const auto eighths = static_cast<std::size_t>(wanted > 0 ? std::max(1.0, std::round(wanted)) : 0.0);
    const std::size_t mark =
        target
            ? std::min(static_cast<std::size_t>(std::clamp(*target, 0.0, 1.0) * static_cast<double>(cells)), cells - 1)
            : cells;
    std::string text;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const std::size_t filled = std::min<std::size_t>(eighths - std::min(eighths, 8 * cell), 8);
        if (filled == 0 && cell == mark) {
            text += "▏";
        } else {
            text += filled == 8 ? std::string_view{"█"} : kEighths[filled];
        }
    }
    return text;
}

}  // namespace floorwalker::report
