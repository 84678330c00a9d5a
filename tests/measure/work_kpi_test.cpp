// KPIs of chats, mail and campaigns, from facts told by hand.
#include <cmath>

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/measure/told.hpp"

namespace floorwalker::measure {
namespace {

/// Types a (calls), chat, mail; one group.
Scenario three_channels() {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 60s);
    add_type(scenario, "chat", 60s);
    add_type(scenario, "mail", 60s);
    scenario.call_types[1].channel = Channel::chat;
    scenario.call_types[2].channel = Channel::mail;
    scenario.call_types[2].interruptible = true;
    add_group(scenario, group("all", {1}, {0, 1, 2}));
    return scenario;
}

const NamedKpis& named(const std::vector<NamedKpis>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const NamedKpis& one) { return one.id == id; });
    REQUIRE(found != all.end());
    return *found;
}

/// One agent, one campaign that calls out as type a; its source comes after that of the type.
Scenario with_campaign(std::int64_t days = 1) {
    Scenario scenario = quiet_day(2);
    scenario.centre.days = days;
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1}, {0}));
    scenario.campaigns = {Campaign{.id = "list", .name = "", .call_type = CallTypeId{0}, .list = 10}};
    return scenario;
}

// Whom a list holds does not depend on the day on which it is called.
Customer record(std::uint32_t number) { return {source_id(SourceKind::campaign, 0), 0, number}; }

Dialled dialled(TimePoint at, std::uint32_t number, DialOutcome outcome, bool right_party = true) {
    return {at, CampaignId{0}, record(number), outcome, right_party, kNoAgent};
}

ContactRef called(std::uint32_t number, std::uint32_t day = 0) {
    return {ContactId{number}, record(number), CallTypeId{0}, TierId{0}, day, 0};
}

/// Nobody, a wrong party, a right one, and a right one who finds no agent.
void one_hour_of_dialling(Told& told, std::uint32_t day) {
    const AgentId agent{0};
    told.tell(AgentChanged{moment(8h, day), agent, GroupId{0}, AgentState::signed_out, AgentState::available});
    told.tell(dialled(moment(8h + 1min, day), 0, DialOutcome::no_answer));
    told.tell(dialled(moment(8h + 2min, day), 1, DialOutcome::answered, false));
    told.tell(Offered{moment(8h + 2min, day), called(1, day)});
    told.tell(Answered{moment(8h + 2min, day), called(1, day), agent, GroupId{0}, 0s, false});
    told.tell(TalkEnded{moment(8h + 3min, day), called(1, day), agent, GroupId{0}, 15s});
    told.tell(dialled(moment(8h + 4min, day), 2, DialOutcome::answered));
    told.tell(Offered{moment(8h + 4min, day), called(2, day)});
    told.tell(Answered{moment(8h + 4min, day), called(2, day), agent, GroupId{0}, 0s, false});
    told.tell(dialled(moment(8h + 5min, day), 3, DialOutcome::answered));
    told.tell(Offered{moment(8h + 5min, day), called(3, day)});
    told.tell(Abandoned{moment(8h + 5min, day), called(3, day), 0s, false});
    told.tell(TalkEnded{moment(8h + 6min, day), called(2, day), agent, GroupId{0}, 105s});
    told.tell(AgentChanged{moment(9h, day), agent, GroupId{0}, AgentState::available, AgentState::signed_out});
}

const std::vector<std::pair<Estimate CampaignResult::*, double>> kOfThatHour{
    {&CampaignResult::dials, 4},
    {&CampaignResult::answered, 3},
    {&CampaignResult::answer_share, 3.0 / 4},
    {&CampaignResult::right_party, 2},
    {&CampaignResult::mismatches, 1},
    {&CampaignResult::mismatch_share, 1.0 / 3},
    {&CampaignResult::talked, 2},
    {&CampaignResult::talked_per_agent_hour, 2},  // one agent for an hour
};

void check_that_hour(const RunResult& result) {
    REQUIRE(result.campaigns.size() == 1);
    for (std::size_t i = 0; i < kOfThatHour.size(); ++i) {
        INFO("figure " << i);
        const auto& [figure, expected] = kOfThatHour[i];
        CHECK(mean_of(result.campaigns.front().*figure) == Approx(expected));
    }
}

}  // namespace

TEST_CASE("chats: elapsed from coming to done, and how many an agent has at once", "[measure]") {
    Told told{three_channels()};
    told.open();
    const ContactRef first = contact(0, 1);
    const ContactRef second = contact(1, 1);
    told.tell(Offered{moment(8h), first}).answered(8h, first);
    told.tell(Offered{moment(8h), second}).answered(8h, second, 30s);
    // The first alone for 30 s, both for 70 s, the second alone for 50 s: 30 + 70/2 = 65 and 70/2 + 50 = 85 s of the
    // agent's time.
    told.talked(8h + 100s, first, 65s).tell(WorkDone{moment(8h + 100s), first, GroupId{0}, 100s, true});
    told.talked(8h + 150s, second, 85s).tell(WorkDone{moment(8h + 150s), second, GroupId{0}, 150s, true});
    const RunResult result = told.result();
    // Open for 100 and 120 s, while the agent was engaged for 150 s.
    const std::vector<std::pair<Kpi, double>> expected{{Kpi::offered, 2},
                                                       {Kpi::answered, 2},
                                                       {Kpi::asa_s, 15},
                                                       {Kpi::service_level, 1.0 / 2},  // within 20 s
                                                       {Kpi::elapsed_s, 125},
                                                       {Kpi::talk_s, 75},
                                                       {Kpi::concurrency, 220.0 / 150}};
    check(named(result.channels, "chat").kpis, expected);
    check(named(result.call_types, "chat").kpis, expected);
    check(result.overall, expected);
    CHECK_FALSE(named(result.channels, "voice").kpis[Kpi::concurrency].mean.has_value());
}

TEST_CASE("a run states the same of chats: three of 100 s for an agent with two windows", "[measure]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "chat", 100s);
    scenario.call_types[0].channel = Channel::chat;
    add_group(scenario, group("all", {1}, {0}));
    scenario.groups[0].chat = {2, {1, 1}};
    for (int i = 0; i < 3; ++i) add_call(scenario, 8h + 1s);
    RunOptions options;
    options.replications = 1;
    const RunResult result = run(scenario, options);
    // Two are taken at once; the third waits 100 s for a window. Open: 3 × 100 s, in 200 s of the agent.
    check(result.overall, {{Kpi::elapsed_s, (100.0 + 100 + 200) / 3},
                           {Kpi::asa_s, 100.0 / 3},
                           {Kpi::talk_s, 200.0 / 3},
                           {Kpi::concurrency, 300.0 / 200}});
}

TEST_CASE("mail: in due time, interrupted, left at the end; nobody waits for it", "[measure]") {
    Told told{three_channels()};
    told.open();
    // A call, so that the centre has a wait of its own.
    told.tell(Offered{moment(8h), contact(9)}).answered(8h, contact(9), 10s).talked(8h + 70s, contact(9), 60s);
    // Mail 0 is begun at once, left after 40 s, gone on with 5 minutes later, for 80 s.
    const ContactRef first = contact(0, 2);
    told.tell(Offered{moment(8h + 2min), first}).answered(8h + 2min, first);
    told.tell(Interrupted{moment(8h + 160s), first, AgentId{0}, GroupId{0}, 40s});
    told.tell(Answered{moment(8h + 460s), first, AgentId{0}, GroupId{0}, 340s, true});
    told.talked(8h + 540s, first, 80s).tell(WorkDone{moment(8h + 540s), first, GroupId{0}, 420s, true});
    // Mail 1 is late, mail 2 never done.
    const ContactRef late = contact(1, 2);
    told.tell(Offered{moment(8h + 10min), late}).answered(8h + 10min, late, 10min);
    told.talked(8h + 21min, late, 60s).tell(WorkDone{moment(8h + 21min), late, GroupId{0}, 11min, false});
    told.tell(Offered{moment(8h + 30min), contact(2, 2)}).tell(Queued{moment(8h + 30min), contact(2, 2), kForever});
    const RunResult result = told.result();
    const std::vector<std::pair<Kpi, double>> of_mail{{Kpi::offered, 3},
                                                      {Kpi::answered, 2},  // each once
                                                      {Kpi::elapsed_s, (420.0 + 660) / 2},
                                                      {Kpi::in_due, 1.0 / 2},
                                                      {Kpi::interrupted, 1},
                                                      {Kpi::backlog, 1},
                                                      {Kpi::talk_s, (40.0 + 80 + 60) / 2},
                                                      {Kpi::asa_s, 300}};  // until it is begun: 0 and 10 min
    check(named(result.channels, "mail").kpis, of_mail);
    check(named(result.call_types, "mail").kpis, of_mail);
    // The mail waited 300 s behind the interruption, 600 s, and 90 min up to the end.
    check(named(result.call_types, "mail").kpis, {{Kpi::mean_queue, (300.0 + 600 + 5400) / 7200}});
    // All answered and handled are counted, but the waits and the service level are those of the call.
    check(result.overall, {{Kpi::offered, 4},
                           {Kpi::answered, 3},
                           {Kpi::service_level, 1},
                           {Kpi::asa_s, 10},
                           {Kpi::wait_all_s, 10},
                           {Kpi::longest_wait_s, 10},
                           {Kpi::wait_probability, 1},
                           {Kpi::mean_queue, 10.0 / 7200},
                           {Kpi::longest_queue, 1},
                           {Kpi::talk_s, (60.0 + 40 + 80 + 60) / 3},
                           {Kpi::backlog, 1}});
    CHECK(mean_of(result.overall[Kpi::wait_p99_s]) == Approx(10).epsilon(0.01));
}

TEST_CASE("a campaign: dials, answers, those who found no agent; not among the contacts offered", "[measure]") {
    Told told{with_campaign()};
    told.open();
    one_hour_of_dialling(told, 0);
    const RunResult result = told.result();
    check_that_hour(result);
    check(result.overall,
          {{Kpi::offered, 0}, {Kpi::answered, 0}, {Kpi::abandoned, 0}, {Kpi::talk_s, (15.0 + 105) / 2}});
    check(result.call_types[0].kpis,
          {{Kpi::offered, 3}, {Kpi::answered, 2}, {Kpi::abandoned, 1}, {Kpi::talk_s, (15.0 + 105) / 2}});
    check(result.groups[0].kpis, {{Kpi::answered, 2}});
}

TEST_CASE("dials of the warm-up are not measured, those of later days are", "[measure]") {
    Scenario scenario = with_campaign(2);
    scenario.centre.warm_up_days = 1;
    Told told{scenario};
    told.open(0);
    one_hour_of_dialling(told, 0);
    told.open(1);
    one_hour_of_dialling(told, 1);
    check_that_hour(told.result(1));
}

TEST_CASE("estimated waits beside those that came of them", "[measure]") {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 60s);
    add_type(scenario, "b", 60s);
    add_group(scenario, group("all", {1}, {0, 1}));
    scenario.call_types[0].expected = WaitAnnouncement{};
    Told told{scenario};
    told.open();
    // Estimates by last_wait, moving_average, queue_length and head_wait; then waits of 30 and 60 s.
    const auto waits = [&](std::uint32_t number, std::array<Duration, kWaitEstimators> estimates) {
        told.tell(Offered{moment(8h), contact(number)}).tell(Queued{moment(8h), contact(number), kForever});
        told.tell(WaitEstimated{moment(8h), contact(number), estimates});
    };
    waits(0, {30s, 20s, 60s, 0s});
    waits(1, {50s, 20s, 60s, 0s});
    waits(2, {999s, 999s, 999s, 999s});
    told.tell(Answered{moment(8h + 30s), contact(0), AgentId{0}, GroupId{0}, 30s, true});
    told.tell(Abandoned{moment(8h + 40s), contact(2), 40s, true});  // nobody knows how long it would have waited
    told.tell(Answered{moment(8h + 60s), contact(1), AgentId{0}, GroupId{0}, 60s, true});
    // One who finds an agent free was given no estimate.
    told.tell(Offered{moment(8h + 2min), contact(3)}).answered(8h + 2min, contact(3));
    const RunResult result = told.result();
    REQUIRE(result.wait_estimates.size() == kWaitEstimators);
    // Errors 0, −10; −10, −40; 30, 0; −30, −60.
    const std::array<double, kWaitEstimators> errors{-5, -25, 15, -45};
    const std::array<double, kWaitEstimators> squares{(0.0 + 100) / 2, (100.0 + 1600) / 2, (900.0 + 0) / 2,
                                                      (900.0 + 3600) / 2};
    for (std::size_t e = 0; e < kWaitEstimators; ++e) {
        const WaitEstimateResult& estimate = result.wait_estimates[e];
        INFO(name_of(estimate.estimator));
        CHECK(estimate.call_type == "a");
        CHECK(estimate.estimator == static_cast<WaitEstimator>(e));
        CHECK(mean_of(estimate.contacts) == 2);
        CHECK(mean_of(estimate.mean_wait_s) == Approx(45));
        CHECK(mean_of(estimate.mean_error_s) == Approx(errors[e]));
        CHECK(mean_of(estimate.rmse_s) == Approx(std::sqrt(squares[e])));
    }
}

}  // namespace floorwalker::measure
