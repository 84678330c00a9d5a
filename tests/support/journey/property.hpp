#pragma once

#include <cstdint>
#include <cstdlib>
#include <ostream>
#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <floorwalker/scenario.hpp>

/// Properties of random journey scenarios, checked by RapidCheck. Which scenarios are tried is the same each time;
/// RC_PARAMS="seed=7 max_success=20000" in the environment tries others. One that fails is made simpler for as long as
/// it fails, and shown.
namespace floorwalker::support {

/// A scenario and the seed of its run.
struct JourneyCase {
    Scenario scenario;
    std::uint64_t seed = 0;  ///< also the one that the scenario was thrown together by
};

void showValue(const JourneyCase& one, std::ostream& stream);

rc::Gen<JourneyCase> journey_cases();

/// For all random journey scenarios `holds(scenario, seed)` is an empty text; else it says what is wrong.
template <class Holds>
void check_for_all(const std::string& name, int scenarios, Holds holds);

namespace detail {

class Silent : public rc::detail::TestListener {
public:
    void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
    void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
    void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
};

/// RapidCheck's own, if somebody has set them; else always the same.
rc::detail::TestParams params(int scenarios);

}  // namespace detail

template <class Holds>
void check_for_all(const std::string& name, int scenarios, Holds holds) {
    const auto property = [&] {
        const JourneyCase one = *journey_cases().as("scenario");
        const std::string wrong = holds(one.scenario, one.seed);
        if (!wrong.empty()) RC_FAIL(wrong);
    };
    detail::Silent silent;
    const auto result =
        rc::detail::checkTestable(property, rc::detail::TestMetadata{name, name}, detail::params(scenarios), silent);
    if (result.template is<rc::detail::SuccessResult>()) {
        SUCCEED(name);
        return;
    }
    std::ostringstream message;
    rc::detail::printResultMessage(result, message);
    FAIL(name << "\n" << message.str());
}

}  // namespace floorwalker::support
