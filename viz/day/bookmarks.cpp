#include "viz/day/bookmarks.hpp"

#include <algorithm>

namespace floorwalker::viz {

std::vector<TimePoint> bookmarks_of(const Scenario& scenario, bool that_pause) {
    std::vector<TimePoint> all;
    for (const Caption& caption : scenario.captions) {
        if (that_pause && !caption.pauses) continue;
        const std::int64_t first = caption.day.value_or(0);
        const std::int64_t last = caption.day ? first : scenario.centre.days - 1;
        for (std::int64_t day = first; day <= last; ++day) all.push_back(TimePoint{kDay * day + caption.at});
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::optional<TimePoint> bookmark_after(const Scenario& scenario, TimePoint moment) {
    const auto all = bookmarks_of(scenario);
    const auto next = std::upper_bound(all.begin(), all.end(), moment);
    return next == all.end() ? std::nullopt : std::optional{*next};
}

std::optional<TimePoint> bookmark_before(const Scenario& scenario, TimePoint moment) {
    const auto all = bookmarks_of(scenario);
    const auto next = std::lower_bound(all.begin(), all.end(), moment);
    return next == all.begin() ? std::nullopt : std::optional{*(next - 1)};
}

}  // namespace floorwalker::viz
