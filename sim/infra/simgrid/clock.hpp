#pragma once

#include <cmath>

#include <floorwalker/time.hpp>

/// SimGrid counts seconds as a double, the centre whole microseconds.
namespace floorwalker::infra {

inline double date_of(TimePoint moment) { return static_cast<double>(moment.time_since_epoch().count()) * 1e-6; }

inline TimePoint moment_of(double date) { return TimePoint{Duration{std::llround(date * 1e6)}}; }

}  // namespace floorwalker::infra
