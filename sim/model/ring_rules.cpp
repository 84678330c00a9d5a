#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {

void check_ring(const Group& group) {
    if (!group.ring) return;
    const std::string name = "group." + group.id + ".ring";
    const Ring& ring = *group.ring;
    require(ring.rings >= 1 && ring.rings <= 1000, name + ".rings must be from 1 to 1000");
    require(ring.ring_length > Duration{0} && ring.ring_length <= kDay,
            name + ".ring_length must be positive and at most a day");
    require(ring.not_answered >= 0 && ring.not_answered < 1, name + ".not_answered must be from 0 to below 1");
    require(ring.do_not_disturb >= Duration{0}, name + ".do_not_disturb must not be negative");
    require_sound(ring.delay, name + ".delay");
}

}  // namespace floorwalker::model
