#include "sim/plan/experiment/better.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace floorwalker::plan {

TEST_CASE("KPIs know which way is better", "[plan][metric]") {
    CHECK(better(Kpi::service_level) == Better::more);
    CHECK(better(Kpi::csat) == Better::more);
    CHECK(better(Kpi::abandonment) == Better::less);
    CHECK(better(Kpi::cost) == Better::less);
    CHECK(better(Kpi::occupancy) == Better::neither);
    CHECK(better(Kpi::offered) == Better::neither);
    CHECK(better(Kpi::aht_s) == Better::neither);
}

TEST_CASE("KPIs of a kind are better the same way", "[plan][metric]") {
    for (const Kpi kpi : all_kpis()) {
        const std::string name{name_of(kpi)};
        INFO(name);
        // How long those waited who gave up says as much of their patience as of the centre.
        const bool is_wait = name.find("wait") != std::string::npos && !name.starts_with("abandoned");
        if (is_wait || name.starts_with("asa")) CHECK(better(kpi) == Better::less);
        if (name.ends_with("_hours") || name.ends_with("ered")) {
            CHECK((better(kpi) == Better::neither) == (name != "answered"));
        }
        if (name.starts_with("cost")) CHECK(better(kpi) == Better::less);
    }
}

}  // namespace floorwalker::plan
