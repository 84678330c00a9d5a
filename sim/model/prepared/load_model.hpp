#pragma once

#include <floorwalker/load.hpp>

/// What work does to the people of a group, prepared.
namespace floorwalker::model {

struct LoadModel {
    Fatigue fatigue;
    Stress stress;
    double always = 1.0;   // on handling times: what shared breaks do
    bool is_felt = false;  // fatigue or stress is asked for
};

}  // namespace floorwalker::model
