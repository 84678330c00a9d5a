#pragma once

#include <string_view>

/// The texts of the templates of `floorwalker new`.
namespace floorwalker::scenario {

extern const std::string_view kSingleQueueTemplate;
extern const std::string_view kSkillsTemplate;
extern const std::string_view kReplayTemplate;
extern const std::string_view kReplayCalls;  ///< the file that the replay template names
extern const std::string_view kFullTemplate;

}  // namespace floorwalker::scenario
