#include <memory>

#include <catch2/catch.hpp>

#include "sim/measure/summary.hpp"
#include "tests/validation/centres.hpp"

/// The service level variants on an example of the trade press: 1,000 answered, 860 of them within 20 s; 60 abandoned,
/// 20 within 20 s, 10 within 5 s. Told to a recorder fact by fact, with "within" at its very edge.
namespace floorwalker::validation {
namespace {

class Teller {
public:
    explicit Teller(measure::Recorder& recorder) : tell_{recorder} {
        tell_(DayOpened{at_, 0});
        tell_(IntervalBegan{at_, 0, 0});
        tell_(AgentChanged{at_, AgentId{0}, GroupId{0}, AgentState::signed_out, AgentState::available});
    }

    void answered(int contacts, Duration waited) {
        for (int i = 0; i < contacts; ++i) {
            const ContactRef contact = come_and_wait(waited);
            tell_(Answered{at_, contact, AgentId{0}, GroupId{0}, waited, true});
            tell_(TalkEnded{at_, contact, AgentId{0}, GroupId{0}, Duration{0}});
        }
    }
    void abandoned(int contacts, Duration waited) {
        for (int i = 0; i < contacts; ++i) tell_(Abandoned{at_, come_and_wait(waited), waited, true});
    }
    void close() { tell_.finish(at_); }

private:
    ContactRef come_and_wait(Duration waited) {
        const ContactRef contact{ContactId{0}, {SourceId{0}, 0, number_++}, CallTypeId{0}, TierId{0}};
        tell_(Offered{at_, contact});
        tell_(Queued{at_, contact, kForever});
        at_ += waited;
        return contact;
    }

    measure::Recorder& tell_;
    TimePoint at_{};
    std::uint32_t number_ = 0;
};

double service_level(ServiceLevelVariant variant) {
    Scenario scenario = round_the_clock(100, exponential(60), 1, 1);
    scenario.centre.warm_up_days = 0;
    scenario.centre.service_level = variant;
    scenario.centre.short_abandon = 5s;
    scenario.centre.answer_target.within = 20s;
    measure::Recorder recorder{std::make_shared<const measure::Settings>(measure::settings_of(scenario))};
    Teller teller{recorder};
    teller.answered(860, 20s);
    teller.answered(140, 20s + 1us);
    teller.abandoned(10, 5s);
    teller.abandoned(10, 20s);
    teller.abandoned(40, 20s + 1us);
    teller.close();
    measure::Summary summary{scenario};
    summary.add(recorder, 0);
    return summary.result(0.95).overall[Kpi::service_level].mean.value();
}

}  // namespace

TEST_CASE("Service level variants on the vector of the trade press", "[validation]") {
    CHECK(service_level(ServiceLevelVariant::offered) == Approx(860.0 / (1000 + 60)));                         // 81.1 %
    CHECK(service_level(ServiceLevelVariant::answered) == Approx(860.0 / 1000));                               // 86.0 %
    CHECK(service_level(ServiceLevelVariant::abandon_in_target_good) == Approx((860.0 + 20) / (1000 + 60)));   // 83.0 %
    CHECK(service_level(ServiceLevelVariant::abandon_in_target_ignored) == Approx(860.0 / (1000 + 60 - 20)));  // 82.7 %
    CHECK(service_level(ServiceLevelVariant::short_abandon_good) == Approx((860.0 + 10) / (1000 + 60)));       // 82.1 %
    CHECK(service_level(ServiceLevelVariant::short_abandon_ignored) == Approx(860.0 / (1000 + 60 - 10)));      // 81.9 %
}

}  // namespace floorwalker::validation
