#include "tests/support/journey/property.hpp"

#include <cstdlib>
#include <sstream>
#include <unordered_map>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/support/journey/scenario_text.hpp"
#include "tests/support/journey/simpler.hpp"
#include "tests/support/random_journey_scenario.hpp"

namespace floorwalker::support {
namespace {

/// A scenario and the seed of its run, by which it was thrown together too.
struct JourneyCase {
    Scenario scenario;
    std::uint64_t seed = 0;
};

void showValue(const JourneyCase& one, std::ostream& stream) {
    stream << "random_journey_scenario(" << one.seed << "), run with that seed, made simpler:\n"
           << text_of(one.scenario);
}

rc::Seq<JourneyCase> simpler_cases(const JourneyCase& one) {
    std::vector<JourneyCase> cases;
    for (Scenario& scenario : simpler(one.scenario)) cases.push_back({std::move(scenario), one.seed});
    return rc::seq::fromContainer(std::move(cases));
}

rc::Gen<JourneyCase> journey_cases() {
    return [](const rc::Random& random, int) {
        constexpr std::uint64_t kManageable = 1'000'000'000;  // to be typed by hand
        const std::uint64_t seed = rc::Random{random}.next() % kManageable;
        return rc::shrinkable::shrinkRecur(JourneyCase{random_journey_scenario(seed), seed}, simpler_cases);
    };
}

/// RapidCheck's own, if somebody has set them; else always the same.
rc::detail::TestParams params(int scenarios) {
    if (std::getenv("RC_PARAMS") != nullptr) return rc::detail::configuration().testParams;
    rc::detail::TestParams params;
    params.seed = 20240101;
    params.maxSuccess = scenarios;
    return params;
}

class Silent : public rc::detail::TestListener {
public:
    void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
    void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
    void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
};

}  // namespace

void check_for_all(const std::string& name, int scenarios, const Property& property) {
    const auto testable = [&] {
        const JourneyCase one = *journey_cases().as("scenario");
        const std::string wrong = property(one.scenario, one.seed);
        if (!wrong.empty()) RC_FAIL(wrong);
    };
    Silent silent;
    const auto result = rc::detail::checkTestable(testable, rc::detail::TestMetadata{name, name}, params(scenarios),
                                                  silent, std::unordered_map<std::string, rc::detail::Reproduce>{});
    std::ostringstream message;
    rc::detail::printResultMessage(result, message);
    INFO(name << "\n" << message.str());
    CHECK(result.is<rc::detail::SuccessResult>());
}

}  // namespace floorwalker::support
