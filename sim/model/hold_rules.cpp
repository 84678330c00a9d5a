#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {

void check_hold(const CallType& type) {
    if (!type.hold) return;
    const std::string name = "call_type." + type.id + ".hold";
    require(type.hold->share >= 0 && type.hold->share <= 1, name + ".share must be from 0 to 1");
    require_sound(type.hold->length, name + ".length");
    require_sound(type.hold->report_back, name + ".report_back");
}

}  // namespace floorwalker::model
