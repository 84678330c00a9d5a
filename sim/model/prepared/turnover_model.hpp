#pragma once

#include <cstdint>
#include <optional>
#include <vector>

/// How the people of a group come and go, prepared. Days are those of the run.
namespace floorwalker::model {

/// People who are new have another hazard for so long.
inline constexpr double kEarlyDays = 90.0;

struct HiringModel {
    std::uint32_t day = 0;
    std::uint32_t every = 0;             // 0: once
    std::optional<std::int64_t> people;  // none: as many as have left
    std::uint32_t training = 1;

    bool begins_on(std::uint32_t today) const {
        return today >= day && (today == day || (every > 0 && (today - day) % every == 0));
    }
};

struct TurnoverModel {
    double hazard = 0.0;          // a day
    double early_multiple = 1.0;  // of it, in the first days
    std::vector<HiringModel> hiring;
    std::uint32_t first_place = 0;  // of the group's agents
    std::uint32_t places = 0;
    std::optional<std::uint32_t> lessons;  // the shift block in whose hours classes are held; none: no turnover
};

}  // namespace floorwalker::model
