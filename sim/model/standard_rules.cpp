#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {

void check_standards(const Scenario& scenario) {
    for (const Standard& standard : scenario.standards) {
        const std::string name = "standard." + standard.id;
        require(!standard.call_type || index(*standard.call_type) < scenario.call_types.size(),
                name + ".call_type is not there");
        require(standard.goal > 0 && standard.goal <= 1, name + ".goal must be above 0 and at most 1");
        if (standard.of == StandardOf::rings)
            require(standard.rings >= 1, name + ".rings must be at least 1");
        else
            require(standard.within > Duration{0}, name + ".within must be above 0");
    }
}

}  // namespace floorwalker::model
