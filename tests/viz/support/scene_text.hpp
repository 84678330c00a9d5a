#pragma once

#include <string>

#include "viz/day/scene.hpp"

/// All that is to be seen of a scene as text: two scenes are the same when their texts are.
namespace floorwalker::viz {

std::string text_of(const Scene& scene);

}  // namespace floorwalker::viz
