#pragma once

#include <floorwalker/load.hpp>

/// What work does to the people of a group, prepared.
namespace floorwalker::model {

struct LoadModel {
    Fatigue fatigue;
    Stress stress;
};

}  // namespace floorwalker::model
