#include "tests/support/journey/property.hpp"

#include "tests/support/journey/scenario_text.hpp"
#include "tests/support/journey/simpler.hpp"
#include "tests/support/random_journey_scenario.hpp"

namespace floorwalker::support {
namespace {

rc::Seq<JourneyCase> simpler_cases(const JourneyCase& one) {
    std::vector<JourneyCase> cases;
    for (Scenario& scenario : simpler(one.scenario)) cases.push_back({std::move(scenario), one.seed});
    return rc::seq::fromContainer(std::move(cases));
}

}  // namespace

void showValue(const JourneyCase& one, std::ostream& stream) {
    stream << "random_journey_scenario(" << one.seed << "), run with that seed and made simpler:\n"
           << text_of(one.scenario);
}

rc::Gen<JourneyCase> journey_cases() {
    return [](const rc::Random& random, int) {
        constexpr std::uint64_t kManageable = 1'000'000'000;  // to be typed by hand
        const std::uint64_t seed = rc::Random{random}.next() % kManageable;
        return rc::shrinkable::shrinkRecur(JourneyCase{random_journey_scenario(seed), seed}, simpler_cases);
    };
}

rc::detail::TestParams detail::params(int scenarios) {
    if (std::getenv("RC_PARAMS") != nullptr) return rc::detail::configuration().testParams;
    rc::detail::TestParams params;
    params.seed = 20240101;
    params.maxSuccess = scenarios;
    return params;
}

}  // namespace floorwalker::support
