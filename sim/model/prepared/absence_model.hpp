#pragma once

#include <array>

#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

#include "sim/kernel/random/sampler.hpp"

namespace floorwalker::model {

/// A chain of two states from day to day.
struct SpellModel {
    double share = 0.0;   // of days, in the long run; 0: never
    double begins = 0.0;  // chance on a day
    double ends = 1.0;    // likewise
    bool is_paid = true;
};

/// What keeps the people of a group from being there.
struct AbsenceModel {
    SpellModel leave;
    SpellModel sickness;
    std::array<double, 7> sick_by_weekday{1, 1, 1, 1, 1, 1, 1};  // from Monday
    double late = 0.0;
    kernel::Sampler late_by;
    bool is_late_paid = true;
    double slips_per_us = 0.0;
    kernel::Sampler slip_length;
    AgentId first{};  // of the group's known agents
};

}  // namespace floorwalker::model
