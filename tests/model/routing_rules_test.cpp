#include <cmath>
#include <limits>

#include "tests/support/broken_rules.hpp"

/// Scenarios built in code obey the rules that files obey: what breaks one is refused before it runs.
namespace floorwalker::model {

using namespace support;

TEST_CASE("rules of callbacks and steps", "[model][rules]") {
    check_refused({
        {"callback.accepted", [](Scenario& s) { s.call_types[0].callback->accepted = 1.1; }},
        {"callback.reached", [](Scenario& s) { s.call_types[0].callback->reached = -0.1; }},
        {"callback.missed_calls", [](Scenario& s) { s.call_types[0].callback->missed_calls = 7; }},
        {"attempts must be from 1 to 100", [](Scenario& s) { s.call_types[0].callback->attempts = 101; }},
        {"free_agents must be positive", [](Scenario& s) { s.call_types[0].callback->free_agents = 0; }},
        {"times must be positive", [](Scenario& s) { s.call_types[0].callback->retry = 0s; }},
        {"times must be positive", [](Scenario& s) { s.call_types[0].callback->latest = -1s; }},
        {"callback.dialling",
         [](Scenario& s) {
             s.call_types[0].callback->dialling = {Exponential{-1.0}, {}};
         }},
        {"in order of time",
         [](Scenario& s) {
             s.call_types[0].steps.push_back({10s, {}, SendAway{}});
         }},
        {"not there", [](Scenario& s) { s.call_types[0].steps[0].what = OpenGroups{{GroupId{2}}}; }},
        {"must be a share",
         [](Scenario& s) {
             s.call_types[0].steps[0].what = Announce{2.0, false};
         }},
        {"not there",
         [](Scenario& s) {
             s.call_types[0].steps[0].when = {made<Condition>([](Condition& c) { c.call_type = CallTypeId{5}; })};
         }},
        {"not there",
         [](Scenario& s) {
             s.call_types[0].steps[0].when = {made<Condition>([](Condition& c) { c.groups = {GroupId{5}}; })};
         }},
        {"more than 8 steps",
         [](Scenario& s) {
             const auto busy = made<Condition>([](Condition& c) { c.at_least = 1.0; });
             s.call_types[0].steps.assign(9, {1s, {busy}, ChangePriority{1}});
         }},
        {"more than 100 steps",
         [](Scenario& s) {
             s.call_types[0].steps.assign(101, {1s, {}, Announce{}});
         }},
    });
}

TEST_CASE("rules of routing", "[model][rules]") {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    check_refused({
        {"weight must not be negative", [](Scenario& s) { s.call_types[0].weight = -1; }},
        {"points must be finite", [&](Scenario& s) { s.call_types[0].points = kInfinity; }},
        {"points_per_second", [](Scenario& s) { s.call_types[0].points_per_second = -1; }},
        {"queue_share must be positive", [](Scenario& s) { s.call_types[0].queue_share = 0; }},
        {"last_agent must not be negative", [](Scenario& s) { s.call_types[0].last_agent = -1s; }},
        {"priority must be from", [](Scenario& s) { s.call_types[0].priority = 1'000'001; }},
        {"due must be positive", [](Scenario& s) { s.call_types[0].due = 0s; }},
        {"group that is not there", [](Scenario& s) { s.call_types[0].group_weights[GroupId{2}] = 1; }},
        {"group_weights must not be negative", [](Scenario& s) { s.call_types[0].group_weights[GroupId{1}] = -1; }},
        {"tier.gold.weight", [](Scenario& s) { s.tiers[0].weight = NAN; }},
        {"tier.gold.points", [&](Scenario& s) { s.tiers[0].points_per_second = kInfinity; }},
        {"tier.gold.priority", [](Scenario& s) { s.tiers[0].priority = -1'000'001; }},
        {"tier.gold.groups", [](Scenario& s) { s.tiers[0].groups = {GroupId{2}}; }},
        {"group.first.reserve",
         [](Scenario& s) {
             s.groups[0].reserves = {{-1, {}, {}}};
         }},
        {"group.first.reserve",
         [](Scenario& s) {
             s.groups[0].reserves = {{1, {CallTypeId{2}}, {}}};
         }},
        {"group.first.reserve",
         [](Scenario& s) {
             s.groups[0].reserves = {{1, {}, {TierId{2}}}};
         }},
        {"chat.windows", [](Scenario& s) { s.groups[0].chat.windows = 101; }},
        {"a value for each window",
         [](Scenario& s) {
             s.groups[0].chat = {3, {1.0, 1.4}};
         }},
        {"slowdown must be from 1",
         [](Scenario& s) {
             s.groups[0].chat = {2, {1.0, 0.9}};
         }},
        {"only calls hear an IVR",
         [](Scenario& s) {
             s.call_types[0].transfers.clear();
             s.call_types[1].channel = Channel::chat;
             s.call_types[1].flow = FlowId{0};
         }},
        {"only calls are called back",
         [](Scenario& s) {
             s.call_types[0].transfers.clear();
             s.call_types[1].channel = Channel::chat;
             s.call_types[1].callback = Callback{};
         }},
    });
}

TEST_CASE("rules of campaigns", "[model][rules]") {
    const auto change = [](auto member, auto value) { return [=](Scenario& s) { s.campaigns[0].*member = value; }; };
    check_refused({
        {"call type that is not there", change(&Campaign::call_type, CallTypeId{2})},
        {"must be of calls",
         [](Scenario& s) { s.call_types[1].channel = Channel::chat, s.call_types[0].transfers.clear(); }},
        {"list", change(&Campaign::list, std::int64_t{100'000'001})},
        {"attempts", change(&Campaign::attempts, std::int64_t{201})},
        {"free_agents", change(&Campaign::free_agents, std::int64_t{0})},
        {"dials_per_agent", change(&Campaign::dials_per_agent, 0.0)},
        {"reached needs one value", change(&Campaign::reached, std::vector<double>{0.1, 0.2, 0.3})},
        {"reached must be a share", change(&Campaign::reached, std::vector<double>{1.2})},
        {"right_party", change(&Campaign::right_party, 1.2)},
        {"abandonment_limit", change(&Campaign::abandonment_limit, -0.1)},
        {"retry", change(&Campaign::retry, Duration{0})},
        {"hold", change(&Campaign::hold, Duration{-1})},
        {"must end after it begins", change(&Campaign::end, Duration{0})},
        {"ring must take time", change(&Campaign::ring, constant(0s))},
        // It would dial the whole list at once to find somebody who answers.
        {"predictive dialer",
         [](Scenario& s) {
             s.campaigns[0].dialer = Dialer::predictive;
             s.campaigns[0].reached = {0.3, 0.0};
         }},
    });
}

TEST_CASE("rules of the calendar and of peaks", "[model][rules]") {
    const auto date = std::chrono::year{2024} / 1 / 1;
    const auto peak = made<Peak>([](Peak& p) { p.until = 9h; });
    const auto with = [&](const std::function<void(Peak&)>& change) {
        return [=](Scenario& s) {
            Peak changed = peak;
            change(changed);
            s.decisions.push_back({8h, {}, changed});
        };
    };
    check_refused({
        {"special twice",
         [&](Scenario& s) {
             s.centre.special_days = {{date, {}, 1.0}, {date, {}, 2.0}};
         }},
        {"has no date",
         [](Scenario& s) {
             s.centre.special_days = {{{}, {}, 1.0}};
         }},
        {"volume of a special day",
         [&](Scenario& s) {
             s.centre.special_days = {{date, {}, -1.0}};
         }},
        {"within the centre's hours",
         [&](Scenario& s) {
             s.centre.special_days = {{date, {{7h, 9h}}, 1.0}};
         }},
        {"with an interval",
         [&](Scenario& s) {
             s.centre.special_days = {{date, {{8h, 8h + 30min}}, 1.0}};
         }},
        {"within the centre's hours",
         [](Scenario& s) {
             s.centre.weekday_hours[2] = OpenHours{8h, 11h};
         }},
        {"not there", with([](Peak& p) { p.call_type = CallTypeId{2}; })},
        {"not there", with([](Peak& p) { p.number = NumberId{1}; })},
        {"a peak needs contacts", with([](Peak& p) { p.contacts = 0; })},
        {"half-life", with([](Peak& p) { p.half_life = 0s; })},
        {"must end after it begins", with([](Peak& p) { p.until = 8h; })},
    });
    CHECK(refusal({"", with([](Peak& p) { p.number = NumberId{0}; })}).empty());
}

}  // namespace floorwalker::model
