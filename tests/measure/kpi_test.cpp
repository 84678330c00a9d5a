#include <cctype>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>
#include <floorwalker/simulation.hpp>

#include "sim/measure/features.hpp"
#include "sim/measure/formulas.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/journey_centre.hpp"

/// KPIs: their names, and their values on a day worked out by hand.
namespace floorwalker::measure {
namespace {

using namespace support;

constexpr Scope kScopes[] = {Scope::overall,  Scope::call_type, Scope::group,
                             Scope::interval, Scope::tier,      Scope::channel};

// Open from 8:00 to 10:00, one agent at 36 an hour, lines at 3.6 an hour; talk 10 min, wrap-up 2 min. Targets: 80 %
// within 5 min.
//   a0 8:00:01 talks to 8:10:01, wrap-up to 8:12:01
//   a1 8:05 waits 7 min 1 s, talks to 8:22:01, wrap-up to 8:24:01
//   a2 8:10 gives up after 10 min
//   a3 9:00:01 talks to 9:10:01, wrap-up to 9:12:01
//   b0 9:05 leaves at once
Scenario day_by_hand() {
    Scenario scenario = quiet_day(2);
    scenario.centre.line_cost_per_hour = 3.6;
    scenario.centre.answer_target = {0.8, 5min};
    add_type(scenario, "a", 10min, 10min, 2min);
    add_type(scenario, "b", 10min);
    scenario.call_types.back().leave_at_once = 1.0;
    add_group(scenario, group("all", {1}, {0, 1}));
    scenario.groups.front().cost_per_hour = 36;
    for (const Duration at : std::initializer_list<Duration>{1s, 5min, 10min, 60min + 1s}) add_call(scenario, 8h + at);
    add_call(scenario, 9h + 5min, CallTypeId{1});
    return scenario;
}

void check(const KpiSet& kpis, Kpi kpi, double expected) {
    INFO(name_of(kpi));
    REQUIRE(kpis[kpi].mean.has_value());
    CHECK(*kpis[kpi].mean == Approx(expected).epsilon(1e-9));
}

RunResult result_of(const Scenario& scenario, std::int64_t replications = 1) {
    RunOptions options;
    options.replications = replications;
    options.threads = 1;
    return run(scenario, options);
}

/// Those of a server alone have no meaning for anything else: machines_test.cpp.
bool is_of_server(Kpi kpi) { return applies(kpi, Scope::server) && !applies(kpi, Scope::overall); }

/// A server that is off for a while, and a second site that is lost for a while, with everybody's look-ups.
void add_machines(Scenario& scenario, Duration from, Duration until) {
    scenario.infrastructure.sites = {{"here", "", ""}, {"there", "", ""}};
    Link link;
    link.id = "line";
    link.to = SiteId{1};
    scenario.infrastructure.links = {link};
    Server server;
    server.id = "crm";
    scenario.infrastructure.servers = {server};
    scenario.decisions.push_back({from, {}, ServerDown{ServerId{0}, until}});
    scenario.decisions.push_back({until, {}, SiteLost{SiteId{1}, true, until + (until - from)}});
    LookUp look_up;
    look_up.when = LookUpMoment::before;
    scenario.call_types.front().hold.reset();
    scenario.call_types.front().look_ups = {look_up};
    for (IvrFlow& flow : scenario.flows) {
        for (IvrNode& node : flow.nodes) {
            if (auto* const service = std::get_if<SelfService>(&node.what)) service->look_ups = {look_up};
        }
    }
    for (Group& group : scenario.groups) group.site = "there";
    scenario.groups.front().site = "here";
}

/// The journey centre with one more person, who does all that takes people away from contacts.
Scenario centre_of_everything() {
    Scenario scenario = support::journey_centre();
    Group more;
    more.id = "more";
    more.name = "more";
    more.skills = {{CallTypeId{0}, 1.0}};
    const Duration open = scenario.centre.open;
    const Duration close = scenario.centre.close;
    more.shifts = {{{open, close}, 1}, {{open, open + (close - open) / 2}, 2}};
    Duration from = open;
    for (const AgentState what :
         {AgentState::on_break, AgentState::meal, AgentState::meeting, AgentState::coaching, AgentState::training}) {
        const Duration length = (close - open) / 10;
        more.away.push_back({.what = what, .from = from, .until = from + length, .length = length / 2, .at_once = {}});
        from += length;
    }
    more.absence.leave = Leave{0.3};
    more.absence.sickness = Sickness{0.3};
    more.absence.lateness = Lateness{0.5};
    more.absence.unplanned = SmallAbsences{};
    more.overtime = Overtime{.waiting = 1};
    scenario.decisions.push_back({from, {}, SystemDown{{}, from + (close - open) / 20}});
    for (Group& group : scenario.groups) {
        group.ring = Ring{.not_answered = 0.2};
        group.fatigue.rise = 1.0;
        group.stress = Stress{};
        group.leaders = Leaders{.count = 2};
    }
    scenario.groups.push_back(more);
    for (CallType& type : scenario.call_types) {
        OutcomeRules rules;
        rules.solved = 0.7;
        rules.defects.share = {0.1, 0.1, 0.1};
        rules.complaint.share = 0.2;
        rules.survey = 0.9;
        rules.praise = 0.9;
        type.outcome = rules;
        if (type.repeat) type.repeat->unsolved = 0.0;
        if (type.channel == Channel::voice) type.hold = Hold{0.5, {Exponential{20.0}, {}}};
        if (type.channel == Channel::voice)
            type.abuse = Abuse{.share = 0.5, .ends = 0.9, .warned_after = {}, .warning = {}};
    }
    // Twenty contacts of each agent a day, of which the one monitor has time for three.
    scenario.monitoring = Monitoring{.samples_per_agent = 600, .per_day = std::chrono::hours{1}};
    // Twenty who hardly stay, one class that takes vacant places at the last midnight but one.
    scenario.centre.days = 4;
    Group restless;
    restless.id = restless.name = "restless";
    restless.skills = {{CallTypeId{0}, 1.0}};
    restless.shifts = {{{open, close}, 20}};
    restless.attrition = Attrition{1 - 1e-15, 10.0};
    restless.hiring = {{.day = 0, .every = {}, .people = 2, .training = 2 * kDay}};
    scenario.groups.push_back(restless);
    add_machines(scenario, open + (close - open) / 2, open + (close - open) * 3 / 4);
    return scenario;
}

}  // namespace

TEST_CASE("each KPI has a name of its own", "[measure]") {
    std::set<std::string> names;
    CHECK(all_kpis().size() == kKpis);
    for (const Kpi kpi : all_kpis()) {
        const std::string name{name_of(kpi)};
        CHECK(names.insert(name).second);
        CHECK_FALSE(name.empty());
        for (const char c : name)
            CHECK((std::islower(static_cast<unsigned char>(c)) || std::isdigit(static_cast<unsigned char>(c)) ||
                   c == '_'));
        CHECK(kpi_named(name) == kpi);
    }
    CHECK_FALSE(kpi_named("").has_value());
    CHECK_FALSE(kpi_named("service").has_value());
    CHECK_FALSE(kpi_named("Service_level").has_value());
    // The last of those that every centre has, and the last of all: the order of the table is that of the enum.
    CHECK(name_of(Kpi::intervals_in_target) == "intervals_in_target");
    CHECK(name_of(Kpi::overtime_hours) == "overtime_hours");
    CHECK(name_of(Kpi::training_hours) == "training_hours");
    CHECK(name_of(Kpi::monitoring_missed) == "monitoring_missed");
    CHECK(name_of(Kpi::do_not_disturb_hours) == "do_not_disturb_hours");
    CHECK(name_of(Kpi::ended_by_agent) == "ended_by_agent");
    CHECK(name_of(Kpi::trainee_hours) == "trainee_hours");
    CHECK(name_of(Kpi::leader_utilisation) == "leader_utilisation");
    CHECK(name_of(Kpi::conformance) == "conformance");
    CHECK(name_of(Kpi::ivr_look_ups_failed) == "ivr_look_ups_failed");
    CHECK(name_of(Kpi::present) == "present");
    CHECK(static_cast<std::size_t>(Kpi::present) + 1 == kKpis);
    CHECK(name_of(Kpi::wait_p80_s) == "wait_p80_s");
    CHECK(quantile_share(Kpi::wait_p80_s) == 0.8);
}

TEST_CASE("each KPI applies somewhere, has a formula there, and means something overall", "[measure]") {
    const RunResult result = result_of(centre_of_everything(), 5);
    // Of the call type through which everything goes, of a group, and so on; those of its channel for chats and mail.
    const auto has_mean = [&](Kpi kpi, const std::vector<NamedKpis>& scopes) {
        return std::any_of(scopes.begin(), scopes.end(),
                           [&](const NamedKpis& one) { return one.kpis[kpi].mean.has_value(); });
    };
    for (const Kpi kpi : all_kpis()) {
        INFO(name_of(kpi));
        if (is_of_server(kpi)) continue;
        CHECK(std::any_of(std::begin(kScopes), std::end(kScopes), [&](Scope scope) { return applies(kpi, scope); }));
        CHECK(applies(kpi, Scope::overall));
        CHECK(result.overall[kpi].mean.has_value());
        CHECK(has_mean(kpi, result.call_types) == applies(kpi, Scope::call_type));
        CHECK(has_mean(kpi, result.groups) == applies(kpi, Scope::group));
        CHECK(has_mean(kpi, result.tiers) == applies(kpi, Scope::tier));
        CHECK(has_mean(kpi, result.channels) == applies(kpi, Scope::channel));
        CHECK(result.intervals.front().kpis[kpi].mean.has_value() == applies(kpi, Scope::interval));
    }
}

TEST_CASE("the centre that uses everything shows each KPI with something in it", "[measure]") {
    const RunResult result = result_of(centre_of_everything(), 5);
    // Nobody is dismissed where the centre drains, and most contacts do not wait.
    const std::set<Kpi> zero{Kpi::dismissed};
    for (const Kpi kpi : all_kpis()) {
        INFO(name_of(kpi));
        if (quantile_share(kpi) == 0 && !is_of_server(kpi))
            CHECK((result.overall[kpi].mean.value_or(0) != 0) == !zero.contains(kpi));
    }
}

TEST_CASE("a plain centre has no KPI of what cannot happen in it", "[measure]") {
    const RunResult result = result_of(day_by_hand());
    for (const Kpi kpi : all_kpis()) {
        INFO(name_of(kpi));
        CHECK(result.overall[kpi].mean.has_value() == !is_of_some(kpi));
    }
    CHECK(is_of_some(Kpi::customers));
    CHECK_FALSE(is_of_some(Kpi::intervals_in_target));
    CHECK(result.tiers.empty());
    CHECK(result.channels.empty());
    CHECK(result.ivr.empty());
    CHECK(result.campaigns.empty());
    CHECK(result.wait_estimates.empty());
}

TEST_CASE("a number whose callers redial is enough for customers to be told from contacts", "[measure]") {
    Scenario scenario = support::journey_centre();
    for (CallType& type : scenario.call_types) {
        type.redial.reset();
        type.repeat.reset();
    }
    CHECK_FALSE(features_of(scenario).has(Feature::call_agains));
    scenario.numbers.front().redial.emplace();
    CHECK(features_of(scenario).has(Feature::call_agains));
}

TEST_CASE("the KPIs of a day worked out by hand", "[measure]") {
    const RunResult result = result_of(day_by_hand());
    const KpiSet& all = result.overall;
    check(all, Kpi::offered, 5);
    check(all, Kpi::answered, 3);
    check(all, Kpi::abandoned, 2);
    check(all, Kpi::left_at_once, 1);
    check(all, Kpi::blocked, 0);
    check(all, Kpi::service_level, 2.0 / 5);  // a0 and a3
    check(all, Kpi::abandonment, 2.0 / 5);
    check(all, Kpi::abandonment_without_short, 1.0 / 4);  // b0 left within 5 s
    check(all, Kpi::abandonment_after_target, 1.0 / 5);
    const double a1_waited = 7 * 60 + 1;
    check(all, Kpi::asa_s, a1_waited / 3);
    check(all, Kpi::asa_queued_s, a1_waited);
    check(all, Kpi::wait_all_s, (a1_waited + 600) / 5);
    check(all, Kpi::longest_wait_s, 600);
    check(all, Kpi::wait_p50_s, 0);
    check(all, Kpi::wait_probability, 3.0 / 5);
    check(all, Kpi::talk_s, 600);
    check(all, Kpi::wrap_up_s, 120);
    check(all, Kpi::aht_s, 720);
    check(all, Kpi::occupancy, 36.0 / 120);  // 3 × 12 min of 2 h
    check(all, Kpi::utilisation, 36.0 / 120);
    check(all, Kpi::shrinkage, 0);
    check(all, Kpi::mean_agents, 1);
    check(all, Kpi::mean_queue, (a1_waited + 600) / 7200);
    check(all, Kpi::longest_queue, 2);
    check(all, Kpi::paid_hours, 2);
    const double line_hours = (3 * 600 + a1_waited + 600) / 3600;
    check(all, Kpi::cost, 2 * 36 + line_hours * 3.6);
    check(all, Kpi::cost_per_contact, (2 * 36 + line_hours * 3.6) / 3);
    check(all, Kpi::intervals_in_target, 0);  // 8:00: 1 of 3 within 5 min; 9:00: 1 of 2
    check(result.call_types[0].kpis, Kpi::service_level, 2.0 / 4);
    check(result.call_types[0].kpis, Kpi::intervals_in_target, 1.0 / 2);  // 9:00: 1 of 1
    check(result.call_types[1].kpis, Kpi::left_at_once, 1);
    check(result.intervals[0].kpis, Kpi::occupancy, 24.0 / 60);
    check(result.intervals[1].kpis, Kpi::offered, 2);
    CHECK_FALSE(result.intervals[0].kpis[Kpi::offered].half_width.has_value());
    CHECK(result.method == ConfidenceMethod::none);
}

TEST_CASE("absent people are shrinkage", "[measure]") {
    Scenario scenario = day_by_hand();
    scenario.replay->clear();
    scenario.decisions = {absent(GroupId{0}, 9h, 9h + 30min)};
    const RunResult result = result_of(scenario);
    check(result.overall, Kpi::shrinkage, 0.25);  // half an hour of two
    check(result.overall, Kpi::mean_agents, 0.75);
    check(result.intervals[1].kpis, Kpi::shrinkage, 0.5);
}

TEST_CASE("the service level of several days: ratio of sums or mean of days", "[measure]") {
    Scenario scenario = day_by_hand();
    scenario.centre.days = 3;  // nobody calls on the third, which has no service level
    add_call(scenario, kDay + 8h + 1s);
    CHECK(result_of(scenario).overall[Kpi::service_level].mean.value() == Approx(3.0 / 6));
    scenario.centre.daily_service_level = DailyServiceLevel::mean_of_days;
    CHECK(result_of(scenario).overall[Kpi::service_level].mean.value() == Approx((2.0 / 5 + 1) / 2));
}

TEST_CASE("a warm-up day is simulated but not measured", "[measure]") {
    Scenario scenario = day_by_hand();
    scenario.centre.days = 2;
    scenario.centre.warm_up_days = 1;
    add_call(scenario, kDay + 8h + 1s);
    const RunResult result = result_of(scenario);
    check(result.overall, Kpi::offered, 1);
    check(result.overall, Kpi::paid_hours, 2);
    check(result.overall, Kpi::occupancy, 12.0 / 120);
    CHECK(result.contacts == 6);
    REQUIRE(result.agents.size() == 1);
    CHECK(result.agents[0].answered == 1);
    CHECK(result.agents[0].signed_in_s == 7200);
}

TEST_CASE("half-widths: of replications, of batches of days, or none", "[measure]") {
    Scenario scenario = one_day(2, 1h);
    scenario.call_types.push_back(call_type("a", {30}, exponential(60), exponential(60)));
    scenario.groups.push_back(group("all", {1}, {0}));
    CHECK(result_of(scenario, 5).method == ConfidenceMethod::replications);
    scenario.centre.days = 9;
    CHECK(result_of(scenario).method == ConfidenceMethod::none);
    scenario.centre.days = 10;
    RunResult result = result_of(scenario);
    CHECK(result.method == ConfidenceMethod::batch_means);
    CHECK(result.batches == 10);
    CHECK(result.overall[Kpi::service_level].half_width.has_value());
    scenario.centre.days = 65;  // 32 batches of two days; the last day alone would weigh too much
    result = result_of(scenario);
    CHECK(result.batches == 32);
    // 60 a day: mean 3900, standard deviation sqrt(3900) = 62, and with 31 degrees of freedom 2.04 of them.
    CHECK(result.overall[Kpi::offered].mean.value() == Approx(3900).margin(300));
    CHECK(result.overall[Kpi::offered].half_width.value() == Approx(127).margin(50));
}

TEST_CASE("agents are listed with their group, number and name, present or not", "[measure]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    const WorkSpan day{8h, 9h};
    const Skills skills{{CallTypeId{0}, 1.0}};
    add_group(scenario, group("first", {1}, {0}));
    Group people = group("people", {}, {0});
    people.listed = {{"ann", skills, {}}, {"bob", skills, {day}}};  // ann never comes
    add_group(scenario, people);
    add_call(scenario, 8h + 1s);
    const RunResult result = result_of(scenario);
    REQUIRE(result.agents.size() == 3);
    CHECK(result.agents[0].group == "first");
    CHECK(result.agents[0].answered == 1);
    CHECK(result.agents[1].group == "people");
    CHECK(result.agents[1].name == "ann");
    CHECK(result.agents[1].signed_in_s == 0);
    CHECK(result.agents[2].group == "people");
    CHECK(result.agents[2].number == 2);
    CHECK(result.agents[2].name == "bob");
    CHECK(result.agents[2].signed_in_s == 3600);
}

}  // namespace floorwalker::measure
