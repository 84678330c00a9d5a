#include <catch2/catch.hpp>

#include "sim/report/csv_report.hpp"
#include "sim/report/json_report.hpp"
#include "sim/report/text/server_rows.hpp"
#include "sim/report/text_report.hpp"
#include "tests/measure/told.hpp"
#include "tests/support/few_machines.hpp"

/// What reports say of the machines behind the floor.
namespace floorwalker::report {
namespace {

using namespace support;
using Catch::Contains;
using measure::contact;
using measure::moment;
using measure::Told;

constexpr ServerId kCrm{0};

Scenario centre() {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 5min);
    LookUp look_up;
    look_up.work = constant(400ms);
    scenario.call_types.front().look_ups = {look_up};
    add_group(scenario, group("front", {2}, {0}));
    scenario.infrastructure = two_sites();
    scenario.infrastructure.servers = {server("crm", SiteId{1})};
    return scenario;
}

/// From 8 to 9 one look-up of 8.4 s is answered and the server is busy for 56 min 24 s: 94 %. From 9 to 10 one of
/// 0.5 s is answered and one fails, the link is down for ten minutes, and a call is cut off.
RunResult bad_day(const Scenario& scenario) {
    Told told{scenario};
    told.open();
    const auto looked_up = [&](Duration at, std::uint32_t number, Duration took, LookUpEnd end) {
        told.tell(Offered{moment(at), contact(number)}).answered(at, contact(number));
        told.tell(LookedUp{.at = moment(at),
                           .contact = contact(number),
                           .server = kCrm,
                           .by = LookUpBy::agent,
                           .when = LookUpMoment::during,
                           .agent = AgentId{0},
                           .group = GroupId{0},
                           .took = took,
                           .tries = 1,
                           .end = end});
        told.talked(at, contact(number), 92s - took);
        told.tell(HoldEnded{moment(at), contact(number), AgentId{0}, GroupId{0}, took, took});
    };
    told.tell(ServerLoad{moment(8h), kCrm, 1});
    looked_up(8h + 30min, 1, 8400ms, LookUpEnd::answered);
    told.tell(ServerLoad{moment(8h + 56min + 24s), kCrm, 0});
    told.second_interval();
    looked_up(9h + 10min, 2, 500ms, LookUpEnd::answered);
    looked_up(9h + 20min, 3, 22s, LookUpEnd::failed);
    told.tell(WentToPaper{moment(9h + 20min), contact(3), AgentId{0}, GroupId{0}, kCrm});
    told.tell(MachineChanged{moment(9h + 20min), MachineKind::link, 0, 0.0});
    told.tell(MachineChanged{moment(9h + 30min), MachineKind::link, 0, 1.0});
    return told.result();
}

}  // namespace

TEST_CASE("the text report tells how busy servers are, and what it does", "[report][machines]") {
    const Scenario scenario = centre();
    const std::string text = report::text(scenario, bad_day(scenario), {});
    INFO(text);
    CHECK_THAT(text, Contains("crm is 94 % busy from 08:00 to 09:00: a look-up takes 8.40 s, its work alone 0.40 s."));
    CHECK_THAT(text, Contains("crm fails 1 look-up, 1 of them from 09:00 to 10:00."));
    CHECK_THAT(text, Contains("Link wire is down for 10 min."));
    // (8.4 + 0.5 + 22) s of 3 × 92 s.
    CHECK_THAT(text, Contains("of handling time   11.2 %"));
    CHECK_THAT(text, Contains("open at the end"));
    CHECK_THAT(text, Contains("crm s"));
}

TEST_CASE("JSON and CSV have servers as a whole and by interval", "[report][machines]") {
    const Scenario scenario = centre();
    const RunResult result = bad_day(scenario);
    const std::string csv = report::csv(result);
    CHECK_THAT(csv, Contains("server,crm,,look_ups,3,\r\n"));
    CHECK_THAT(csv, Contains("server_interval,crm,08:00,utilisation,0.94,\r\n"));
    CHECK_THAT(csv, Contains("server_interval,crm,09:00,failed,1,\r\n"));
    CHECK_THAT(csv, Contains("link,wire,,down_hours,0.16666666666666666,\r\n"));
    CHECK_THAT(csv, Contains("machines,,,paper_open,1,\r\n"));
    const std::string json = report::json(scenario, result);
    for (const char* part : {R"("machines": {)", R"("id": "crm")", R"("work_alone_s": {)", R"("paper_open": {)",
                             R"("system_wait_share": {)"})
        CHECK_THAT(json, Contains(part));
}

TEST_CASE("without machines no report speaks of them", "[report][machines]") {
    Scenario scenario = centre();
    scenario.infrastructure = {};
    scenario.call_types.front().look_ups.clear();
    const RunResult result = Told{scenario}.open().result();
    CHECK_THAT(report::text(scenario, result, {}), !Contains("Machines") && !Contains("Servers"));
    CHECK_THAT(report::json(scenario, result), !Contains("machines") && !Contains("system_wait"));
    CHECK_THAT(report::csv(result), !Contains("server,") && !Contains("paper"));
}

TEST_CASE("busy intervals that follow each other are one span", "[report][machines]") {
    std::vector<ServerRow> rows;
    const auto add = [&](double utilisation, double look_ups, double response_s) {
        const Duration start = 8h + 30min * static_cast<std::int64_t>(rows.size());
        rows.push_back({start, start + 30min, false, {}});
        rows.back().at.utilisation = {utilisation, {}};
        rows.back().at.look_ups = {look_ups, {}};
        rows.back().at.response_s = {response_s, {}};
    };
    add(0.3, 10, 1);
    CHECK_FALSE(hottest(rows));
    CHECK(most_failed(rows) == nullptr);
    add(0.85, 10, 2);
    add(0.2, 10, 1);
    add(0.9, 30, 2);
    add(1.0, 10, 6);
    const auto span = hottest(rows);
    REQUIRE(span);
    CHECK(span->all.start == 9h + 30min);
    CHECK(span->all.end == 10h + 30min);
    CHECK(*span->all.at.utilisation.mean == Approx(0.95));
    CHECK(*span->all.at.response_s.mean == Approx((30 * 2 + 10 * 6) / 40.0));
    CHECK(span->others == 1);

    const auto slow = slowest(rows, 2.0, 10);  // from 3 s on
    REQUIRE(slow);
    CHECK(slow->all.start == 10h);
    CHECK(slow->others == 0);
    CHECK_FALSE(slowest(rows, 5.0, 10));
    CHECK_FALSE(slowest(rows, 2.0, 11));  // too few to tell

    const auto hours = by_hour(rows);
    REQUIRE(hours.size() == 3);
    CHECK(*hours[0].at.look_ups.mean == 20);
    CHECK(*hours[0].at.utilisation.mean == Approx(0.575));
}

}  // namespace floorwalker::report
