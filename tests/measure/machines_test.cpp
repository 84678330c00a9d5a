#include <catch2/catch.hpp>

#include "sim/measure/kpi_reader.hpp"
#include "tests/measure/told.hpp"
#include "tests/support/few_machines.hpp"

/// What machines did, from facts told by hand.
namespace floorwalker::measure {
namespace {

constexpr ServerId kCrm{0};
constexpr ServerId kKnowledge{1};

/// Open from 8 to 10; a customer relationship server with two cores, each twice as fast as usual.
Scenario centre() {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 5min);
    scenario.call_types.front().look_ups = {{.server = kCrm, .when = LookUpMoment::before, .work = constant(1s)},
                                            {.server = kCrm, .when = LookUpMoment::after, .work = constant(3s)}};
    add_group(scenario, group("front", {2}, {0}));
    scenario.infrastructure = two_sites();
    scenario.infrastructure.servers = {server("crm", SiteId{1}, 2, 2.0), server("kb", SiteId{1})};
    return scenario;
}

LookedUp looked_up(Duration at, const ContactRef& contact, Duration took, std::uint8_t tries = 1,
                   LookUpEnd end = LookUpEnd::answered, LookUpMoment when = LookUpMoment::before) {
    return {.at = moment(at),
            .contact = contact,
            .server = kCrm,
            .by = LookUpBy::agent,
            .when = when,
            .agent = AgentId{0},
            .group = GroupId{0},
            .took = took,
            .tries = tries,
            .end = end};
}

ServerLoad load(Duration at, std::uint32_t present) { return {moment(at), kCrm, present}; }

MachineChanged changed(Duration at, MachineKind kind, std::uint16_t machine, double speed) {
    return {moment(at), kind, machine, speed};
}

WentToPaper to_paper(Duration at, const ContactRef& contact) {
    return {moment(at), contact, AgentId{0}, GroupId{0}, kCrm};
}

}  // namespace

TEST_CASE("a server's response times are those of its answered look-ups", "[measure][machines]") {
    Told told{centre()};
    told.open();
    told.tell(looked_up(8h + 15min, contact(1), 600ms));
    told.tell(looked_up(8h + 25min, contact(2), 5s, 2, LookUpEnd::answered, LookUpMoment::after));
    told.second_interval();
    told.tell(looked_up(9h + 5min, contact(3), 22s, 2, LookUpEnd::failed));
    told.tell(looked_up(9h + 6min, contact(4), 1s, 1, LookUpEnd::given_up));
    const RunResult run = told.result();
    REQUIRE(run.machines);
    REQUIRE(run.machines->servers.size() == 2);
    const ServerResult& crm = run.machines->servers.front();
    CHECK(crm.id == "crm");
    CHECK(mean_of(crm.look_ups) == 3);
    CHECK(mean_of(crm.failed) == 1);
    CHECK(mean_of(crm.failed_share) == Approx(1.0 / 3));
    CHECK(mean_of(crm.given_up) == 1);
    CHECK(mean_of(crm.tries) == Approx((1 + 2 + 2) / 3.0));
    CHECK(mean_of(crm.response_s) == Approx((0.6 + 5.0) / 2));
    CHECK(mean_of(crm.work_alone_s) == Approx((1.0 / 2 + 3.0 / 2) / 2));  // at twice the speed
    CHECK(mean_of(crm.response_p50_s) == Approx(0.6).epsilon(0.008));
    CHECK(mean_of(crm.response_p99_s) == Approx(5.0).epsilon(0.008));

    REQUIRE(crm.intervals.size() == 3);
    CHECK(mean_of(crm.intervals[0].look_ups) == 2);
    CHECK(mean_of(crm.intervals[0].response_s) == Approx(2.8));
    CHECK(mean_of(crm.intervals[1].look_ups) == 1);
    CHECK(mean_of(crm.intervals[1].failed) == 1);
    CHECK_FALSE(crm.intervals[1].response_s.mean);

    const ServerResult& kb = run.machines->servers.back();
    CHECK(mean_of(kb.look_ups) == 0);
    CHECK_FALSE(kb.response_s.mean);
    CHECK_FALSE(kb.response_p95_s.mean);
    CHECK(mean_of(kb.utilisation) == 0);
}

TEST_CASE("short response times are told exactly, not in whole milliseconds", "[measure][machines]") {
    Told told{centre()};
    told.open();
    told.tell(looked_up(8h + 1min, contact(1), Duration{40}));
    CHECK(mean_of(told.result().machines->servers.front().response_p50_s) == Approx(40e-6).epsilon(0.02));
}

TEST_CASE("a server is as busy as its cores, while it is not down", "[measure][machines]") {
    Told told{centre()};
    told.open();
    told.tell(load(8h + 10min, 1)).tell(load(8h + 20min, 3)).tell(load(8h + 30min, 0));
    told.tell(changed(8h + 40min, MachineKind::server, 0, 0.0));
    told.tell(load(8h + 42min, 4)).tell(load(8h + 48min, 0));
    told.tell(changed(8h + 50min, MachineKind::server, 0, 1.0));
    told.second_interval();
    told.tell(changed(9h, MachineKind::server, 0, 0.5)).tell(changed(9h + 15min, MachineKind::server, 0, 1.0));
    told.tell(load(9h + 50min, 2));  // and is still there when the centre closes
    const RunResult run = told.result();
    const ServerResult& crm = run.machines->servers.front();
    // Look-ups × minutes: 10 × 1 + 10 × 3 + 6 × 4 = 64 in the first hour, 10 × 2 in the second.
    CHECK(mean_of(crm.intervals[0].present) == Approx(64.0 / 60));
    CHECK(mean_of(crm.intervals[1].present) == Approx(20.0 / 60));
    CHECK(mean_of(crm.present) == Approx(84.0 / 120));
    CHECK(mean_of(crm.most_present) == 4);
    // Cores × minutes: 10 × 1 + 10 × 2 while it is up for 50 minutes, and 10 × 2 of 60.
    CHECK(mean_of(crm.intervals[0].utilisation) == Approx(30.0 / (2 * 50)));
    CHECK(mean_of(crm.intervals[1].utilisation) == Approx(20.0 / (2 * 60)));
    CHECK(mean_of(crm.utilisation) == Approx(50.0 / (2 * 110)));
    CHECK(mean_of(crm.down_hours) == Approx(10.0 / 60));
    CHECK(mean_of(crm.slow_hours) == Approx(15.0 / 60));
    CHECK_FALSE(crm.intervals[2].utilisation.mean);  // after closing
}

TEST_CASE("links and sites are down for so long", "[measure][machines]") {
    Told told{centre()};
    told.tell(changed(7h, MachineKind::link, 0, 0.0));  // the centre is closed until 8
    told.open();
    told.tell(changed(8h + 30min, MachineKind::link, 0, 0.25));
    told.second_interval().tell(changed(9h, MachineKind::link, 0, 1.0));
    told.tell(changed(9h + 30min, MachineKind::site, 1, 0.0));
    const RunResult run = told.result();
    CHECK(mean_of(run.machines->links.front().down_hours) == Approx(0.5));
    CHECK(mean_of(run.machines->links.front().slow_hours) == Approx(0.5));
    CHECK(mean_of(run.machines->sites[0].down_hours) == 0);
    CHECK(mean_of(run.machines->sites[1].down_hours) == Approx(0.5));
}

TEST_CASE("agents wait for systems before, during and after the talk", "[measure][machines]") {
    Told told{centre()};
    told.open();
    const ContactRef one = contact(1);
    told.tell(Offered{moment(8h), one}).answered(8h, one);
    told.tell(looked_up(8h + 4s, one, 4s));
    told.tell(HoldEnded{moment(8h + 4s), one, AgentId{0}, GroupId{0}, 4s, 4s});
    told.talked(8h + 104s, one, 100s);
    told.tell(looked_up(8h + 120s, one, 6s, 1, LookUpEnd::answered, LookUpMoment::after));
    told.tell(WrapUpEnded{moment(8h + 120s), one, AgentId{0}, GroupId{0}, 16s});
    const RunResult run = told.result();
    for (const KpiSet* kpis : {&run.overall, &run.call_types[0].kpis, &run.groups[0].kpis, &run.intervals[0].kpis}) {
        check(*kpis, {{Kpi::system_wait_share, 10.0 / (100 + 4 + 16)},
                      {Kpi::system_wait_s, 10.0},
                      {Kpi::hold_s, 4.0},
                      {Kpi::aht_s, 120.0}});
    }
    CHECK_FALSE(run.intervals[1].kpis[Kpi::system_wait_share].mean);
}

TEST_CASE("a contact that faults touch several times counts once", "[measure][machines]") {
    Told told{centre()};
    told.open();
    for (const std::uint32_t number : {1, 2, 3, 4}) told.tell(Offered{moment(8h), contact(number)});
    told.tell(looked_up(8h + 10min, contact(1), 22s, 2, LookUpEnd::failed));
    told.tell(to_paper(8h + 10min, contact(1)));
    told.tell(CallDropped{moment(8h + 20min), contact(2), AgentId{0}, GroupId{0}});
    told.answered(8h, contact(2)).talked(8h + 20min, contact(2), 20min);
    // The place of contact 1 is used again by 3, which nothing touches, and 1 has a look-up after the talk.
    ContactRef again = contact(1);
    again.id = ContactId{3};
    told.tell(looked_up(8h + 30min, again, 22s, 2, LookUpEnd::failed, LookUpMoment::after));
    ContactRef redial = contact(2, 0, 1);
    told.tell(Offered{moment(9h), redial});
    told.tell(looked_up(9h, redial, 22s, 2, LookUpEnd::failed));
    const RunResult run = told.result();
    check(run.overall, {{Kpi::fault_touched, 3},
                        {Kpi::fault_touched_share, 3.0 / 5},
                        {Kpi::dropped, 1},
                        {Kpi::paper_contacts, 1},
                        {Kpi::answered, 1}});
    check(run.groups[0].kpis, {{Kpi::dropped, 1}, {Kpi::paper_contacts, 1}});
}

TEST_CASE("what is on paper is entered, or open in the end", "[measure][machines]") {
    Told told{centre()};
    told.open();
    for (const std::uint32_t number : {1, 2, 3}) {
        told.tell(Offered{moment(8h), contact(number)}).answered(8h, contact(number));
        told.tell(to_paper(8h + 1min, contact(number)));
    }
    told.second_interval();
    told.tell(EnteredFromPaper{moment(9h + 1min), AgentId{0}, GroupId{0}, 90s});
    const RunResult run = told.result();
    check(run.overall, {{Kpi::paper_contacts, 3}, {Kpi::paper_share, 1.0}, {Kpi::paper_entries, 1}});
    check(run.groups[0].kpis, {{Kpi::paper_entries, 1}});
    check(run.intervals[1].kpis, {{Kpi::paper_entries, 1}, {Kpi::paper_contacts, 0}});
    CHECK(mean_of(run.machines->paper_open) == 2);
}

TEST_CASE("a dropped caller who calls again is no repeat", "[measure][machines]") {
    Scenario scenario = centre();
    scenario.call_types.front().repeat = Repeat{};
    Told told{std::move(scenario)};
    told.open();
    told.tell(Offered{moment(8h), contact(1)}).answered(8h, contact(1));
    told.tell(CallDropped{moment(8h + 1min), contact(1), AgentId{0}, GroupId{0}});
    told.talked(8h + 1min, contact(1), 1min);
    told.tell(WillCallAgain{moment(8h + 1min), contact(1), CallAgainReason::dropped, moment(8h + 5min)});
    check(told.result().overall, {{Kpi::first_contact_resolution, 1.0}, {Kpi::dropped, 1}});
}

TEST_CASE("the warm-up counts for nothing but the state of machines and what is on paper", "[measure][machines]") {
    Scenario scenario = centre();
    scenario.centre.days = 2;
    scenario.centre.warm_up_days = 1;
    Told told{std::move(scenario)};
    told.open();
    told.tell(looked_up(8h + 1min, contact(1), 5s)).tell(load(8h + 1min, 7)).tell(load(8h + 2min, 1));
    told.tell(to_paper(8h + 3min, contact(1)));
    told.second_interval().tell(changed(9h + 30min, MachineKind::link, 0, 0.0));
    told.tell(IntervalBegan{moment(10h), 0, 2});
    told.open(1);
    const RunResult run = told.result(1);
    const ServerResult& crm = run.machines->servers.front();
    CHECK(mean_of(crm.look_ups) == 0);
    CHECK(mean_of(crm.present) == Approx(1));
    CHECK(mean_of(crm.most_present) == 1);
    CHECK(mean_of(run.machines->links.front().down_hours) == Approx(2));
    CHECK(mean_of(run.machines->paper_open) == 1);
    check(run.overall, {{Kpi::paper_contacts, 0}});
}

TEST_CASE("the cores of a platform file are not known", "[measure][machines]") {
    Scenario scenario = centre();
    scenario.infrastructure.platform = "machines.xml";
    Told told{std::move(scenario)};
    told.open();
    told.tell(load(8h, 1)).tell(looked_up(8h + 1min, contact(1), 60s)).tell(load(8h + 1min, 0));
    const ServerResult crm = told.result().machines->servers.front();
    CHECK_FALSE(crm.utilisation.mean);
    CHECK_FALSE(crm.work_alone_s.mean);
    CHECK(mean_of(crm.response_s) == Approx(60));
    CHECK(mean_of(crm.present) == Approx(1.0 / 120));
}

TEST_CASE("without machines there is nothing to say of them", "[measure][machines]") {
    Scenario scenario = centre();
    scenario.infrastructure = {};
    scenario.call_types.front().look_ups.clear();
    Told told{std::move(scenario)};
    const RunResult run = told.open().result();
    CHECK_FALSE(run.machines);
    CHECK_FALSE(run.overall[Kpi::system_wait_share].mean);
    CHECK_FALSE(run.overall[Kpi::hold_s].mean);
}

TEST_CASE("single KPIs of a server are those of its results", "[measure][machines]") {
    Recorder recorder{std::make_shared<const Settings>(settings_of(centre()))};
    recorder(DayOpened{moment(8h), 0});
    recorder(load(8h, 1));
    recorder(looked_up(8h + 30min, contact(1), 500ms));
    recorder(looked_up(8h + 40min, contact(2), 22s, 2, LookUpEnd::failed));
    recorder(IntervalBegan{moment(9h), 0, 1});
    recorder(IntervalBegan{moment(10h), 0, 2});
    recorder.finish(moment(10h));
    const KpiReader reader{recorder};
    const auto value = [&](Kpi kpi, ServerId server) {
        const Fraction fraction = reader.read(kpi, Scope::server, index(server));
        REQUIRE(fraction.whole > 0);
        return fraction.part / fraction.whole;
    };
    CHECK(value(Kpi::look_ups, kCrm) == 2);
    CHECK(value(Kpi::failed_share, kCrm) == Approx(0.5));
    CHECK(value(Kpi::response_s, kCrm) == Approx(0.5));
    CHECK(value(Kpi::response_p95_s, kCrm) == Approx(0.5).epsilon(0.008));
    CHECK(value(Kpi::utilisation, kCrm) == Approx(0.5));
    CHECK(value(Kpi::present, kCrm) == Approx(1));
    CHECK(value(Kpi::look_ups, kKnowledge) == 0);
    CHECK(reader.read(Kpi::response_s, Scope::server, index(kKnowledge)).whole == 0);
    CHECK(reader.read(Kpi::response_s, Scope::server, 2).whole == 0);
}

}  // namespace floorwalker::measure
