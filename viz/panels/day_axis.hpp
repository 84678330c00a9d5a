#pragma once

#include <algorithm>

#include "viz/panels/stage.hpp"

namespace floorwalker::viz {

/// The hours of the day that is shown, from left to right: shared by the timeline and what stands above it.
class DayAxis {
public:
    DayAxis(const Frame& frame, const Centre& centre, float left, float width)
        : open_{centre.open}, close_{centre.close}, left_{left}, width_{width} {
        const auto day = frame.now.time_since_epoch() / kDay;
        midnight_ = TimePoint{kDay * std::min<std::int64_t>(day, centre.days - 1)};
    }

    TimePoint midnight() const { return midnight_; }
    Duration open() const { return open_; }
    Duration close() const { return close_; }
    TimePoint begins() const { return midnight_ + open_; }

    float x_of(Duration of_day) const {
        const double share = to_seconds(of_day - open_) / to_seconds(close_ - open_);
        return left_ + width_ * static_cast<float>(std::clamp(share, 0.0, 1.0));
    }
    float x_of(TimePoint moment) const { return x_of(moment - midnight_); }
    TimePoint moment_at(float x) const {
        const double share = std::clamp((x - left_) / width_, 0.0F, 1.0F);
        return midnight_ + open_ + from_seconds(share * to_seconds(close_ - open_));
    }

private:
    TimePoint midnight_{};
    Duration open_{};
    Duration close_{};
    float left_ = 0;
    float width_ = 1;
};

/// Rows of servers: how high they are, how wide the names before them, and themselves. Nothing without servers.
float height_of_servers(const Stage& stage);
float width_of_server_names(const Stage& stage);
void draw_servers(const Stage& stage, const Box& box, const DayAxis& axis);

}  // namespace floorwalker::viz
