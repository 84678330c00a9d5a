#include <cmath>

#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {
namespace {

constexpr std::int64_t kMostPeople = 1'000'000;
constexpr std::int64_t kMostDays = 1'000'000;

bool is_whole_days(Duration length) {
    return length > Duration{0} && length <= kDay * kMostDays && length % kDay == Duration{0};
}

}  // namespace

void check_turnover(const Group& group) {
    const std::string name = "group." + group.id;
    require(!group.has_turnover() || group.agents.empty(),
            name + " has a head count, which does not say who leaves or comes");
    if (const auto& attrition = group.attrition) {
        require(attrition->per_year >= 0 && attrition->per_year < 1, name + ".attrition.per_year must be below 1");
        require(attrition->first_90_days > 0 && std::isfinite(attrition->first_90_days),
                name + ".attrition.first_90_days must be above 0");
    }
    for (const HiringClass& hiring : group.hiring) {
        require(hiring.day >= 0 && hiring.day < kMostDays, name + ".hiring: that is no day");
        require(!hiring.every || is_whole_days(*hiring.every), name + ".hiring.every must be whole days");
        require(is_whole_days(hiring.training), name + ".hiring.training must be whole days");
        require(!hiring.people || (*hiring.people > 0 && *hiring.people <= kMostPeople),
                name + ".hiring.people must be from 1 to 1,000,000");
    }
}

}  // namespace floorwalker::model
