// What the text report says of the whole way of a contact: IVR, tiers, channels, campaigns, expected waits.
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/report/text/display_width.hpp"
#include "sim/report/text_report.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/journey_centre.hpp"

using namespace floorwalker;
using namespace floorwalker::report;
using Catch::Matchers::Contains;

namespace {

/// The report without the lines before that with `first`, up to the next empty one.
std::string block_with(const std::string& report, const std::string& first) {
    std::istringstream stream{report};
    std::string block;
    for (std::string line; std::getline(stream, line);) {
        if (block.empty() && line.find(first) == std::string::npos) continue;
        if (line.empty()) break;
        block += line + '\n';
    }
    return block;
}

/// Two days, of which the results are set by hand.
struct Written {
    Scenario scenario = support::journey_centre();
    RunResult result;

    Written() {
        result.scenario_name = "Written";
        result.replications = result.replications_asked = 5;
        result.method = ConfidenceMethod::replications;
        for (const CallType& type : scenario.call_types) result.call_types.push_back({type.id, {}});
        for (const Group& group : scenario.groups) result.groups.push_back({group.id, {}});
    }

    std::string report() const { return text(scenario, result); }
};

NamedKpis named(std::string id, const std::vector<std::pair<Kpi, Estimate>>& values) {
    NamedKpis named{std::move(id), {}};
    for (const auto& [kpi, estimate] : values) named.kpis[kpi] = estimate;
    return named;
}

constexpr const char* kHeadings[] = {"Customers", "IVR",       "Callbacks",     "Channels",
                                     "Tiers",     "Campaigns", "Expected waits"};

}  // namespace

TEST_CASE("What goes beyond the plain way of a contact is reported where it can happen, and only there", "[report]") {
    const Scenario plain = sample_scenario();
    const std::string without = text(plain, run_sample(plain));
    const Scenario scenario = support::journey_centre();
    const std::string with = text(scenario, run_sample(scenario));
    for (const char* heading : kHeadings) {
        INFO(heading);
        CHECK_THAT(without, !Contains(heading));
        CHECK_THAT(with, Contains(std::string{"  "} + heading));
    }
    for (const char* note : {"Waits are those for an agent", "A transferred contact counts once in all",
                             "Calls out count", "Nobody waits for mail"}) {
        CHECK_THAT(without, !Contains(note));
        CHECK_THAT(with, Contains(note));
    }
}

TEST_CASE("Contacts and customers, the IVR and callbacks stand beside each other, by the day", "[report]") {
    Written written;
    KpiSet& all = written.result.overall;
    // Totals of two days.
    all[Kpi::customers] = {882.0, 16.0};
    all[Kpi::call_agains] = {102.0, 8.0};
    all[Kpi::first_contact_resolution] = {0.93, 0.01};
    all[Kpi::transferred] = {80.0, {}};
    all[Kpi::transfer_rate] = {0.112, {}};
    all[Kpi::escalation_rate] = {0.0, {}};
    all[Kpi::entered_ivr] = {760.0, {}};
    all[Kpi::contained] = {126.0, {}};
    all[Kpi::containment] = {0.166, {}};
    all[Kpi::containment_strict] = {0.15, {}};
    all[Kpi::left_ivr] = {0.0, {}};
    all[Kpi::ivr_s] = {17.0, {}};
    all[Kpi::callbacks_offered] = {38.0, {}};
    all[Kpi::callbacks_kept] = {32.0, {}};
    all[Kpi::missed_calls] = {12.0, {}};
    all[Kpi::callbacks_reached] = {30.0, {}};
    all[Kpi::callbacks_missed] = {2.0, {}};
    all[Kpi::callback_wait_s] = {423.0, {}};
    CHECK(block_with(written.report(), "Customers a day") ==
          "  Customers a day                  IVR a day                Callbacks a day\n"
          "  customers           441 ± 8      callers           380    offered                  19\n"
          "  called again         51 ± 4      served there       63    kept                     16\n"
          "  FCR              93.0 % ± 1.0    · containment  16.6 %    · missed                  6\n"
          "  transferred          40          · strict       15.0 %    reached                  15\n"
          "  · share          11.2 %          mean time        17 s    given up                  1\n"
          "                                                            mean wait        7 min 03 s\n");
    all[Kpi::containment_strict] = {0.166, {}};  // says no more than the line above it
    CHECK_THAT(written.report(), !Contains("strict"));
}

TEST_CASE("A tier stands beside its targets", "[report]") {
    Written written;
    written.result.tiers.push_back(named("gold", {{Kpi::offered, {190.0, {}}},
                                                  {Kpi::service_level, {0.837, 0.02}},
                                                  {Kpi::abandonment, {0.015, {}}},
                                                  {Kpi::asa_s, {4.7, {}}}}));
    written.result.tiers.push_back(named("silver", {{Kpi::offered, {264.0, {}}}, {Kpi::service_level, {0.5, {}}}}));
    written.result.tiers.push_back(named("standard", {{Kpi::offered, {0.0, {}}}}));
    written.result.overall[Kpi::abandoned] = {1.0, {}};
    const std::string report = written.report();
    CHECK(block_with(report, "  Tiers") ==
          "  Tiers             offered  service level %     target        abandoned %     limit  ASA s\n"
          "  Gold customers         95        83.7 ±2.0  ✗  90 % in 10 s          1.5  ✓  2 %      4.7\n"
          "  Silver customers      132        50.0                                  –                –\n");
    // The same among the targets, at the top.
    const std::string targets = block_with(report, "  Targets");
    CHECK_THAT(targets, Contains("Gold customers: answered within 10 s   83.7 % ± 2.0   ✗   at least 90 %"));
    CHECK_THAT(targets, Contains("Gold customers: abandoned               1.5 %         ✓   at most 2 %"));
    CHECK_THAT(targets, !Contains("Silver"));
}

TEST_CASE("Each channel has the figures that mean something for it", "[report]") {
    Written written;
    written.result.channels.push_back(named("voice", {{Kpi::offered, {780.0, {}}},
                                                      {Kpi::service_level, {0.836, {}}},
                                                      {Kpi::aht_s, {212.0, {}}},
                                                      {Kpi::interrupted, {0.0, {}}},
                                                      {Kpi::backlog, {0.0, {}}}}));
    written.result.channels.push_back(named("chat", {{Kpi::offered, {118.0, {}}},
                                                     {Kpi::service_level, {0.753, {}}},
                                                     {Kpi::aht_s, {277.0, {}}},
                                                     {Kpi::elapsed_s, {428.0, {}}},
                                                     {Kpi::concurrency, {1.49, 0.07}}}));
    written.result.channels.push_back(named("mail", {{Kpi::offered, {84.0, {}}},
                                                     {Kpi::service_level, {0.2, {}}},
                                                     {Kpi::aht_s, {286.0, {}}},
                                                     {Kpi::elapsed_s, {86400.0, {}}},
                                                     {Kpi::in_due, {0.4, {}}},
                                                     {Kpi::interrupted, {9.0, {}}},
                                                     {Kpi::backlog, {7.0, {}}}}));
    CHECK(block_with(written.report(), "Channels") ==
          "  Channels a day         Calls               Chats          Mail\n"
          "  offered                  390           59                   42\n"
          "  service level         83.6 %       75.3 %\n"
          "  engaged           3 min 32 s   4 min 37 s           4 min 46 s\n"
          "  elapsed                        7 min 08 s          24 h 00 min\n"
          "  chats at once                        1.49 ± 0.07\n"
          "  in due time                                             40.0 %\n"
          "  interrupted                                                4.5\n"
          "  left at the end                                              7\n");
}

TEST_CASE("An IVR flow: who came through which node, and what became of them", "[report]") {
    Written written;
    const IvrResult flow{.id = "main",
                         .entered = {400.0, {}},
                         .contained = {100.0, 4.0},
                         .gave_up = {0.0, {}},
                         .not_served = {20.0, {}},
                         .wants_agent = {280.0, {}},
                         .contained_share = {0.25, 0.01},
                         .gave_up_share = {0.0, {}},
                         .not_served_share = {0.05, {}},
                         .wants_agent_share = {0.7, {}},
                         .mean_s = {20.0, {}},
                         .nodes = {{"menu", {400.0, {}}, {1.0, {}}}, {"balance", {200.0, {}}, {0.5, {}}}}};
    written.result.ivr = {flow, {}};
    written.result.ivr.back().entered = {0.0, {}};
    const std::string report = written.report();
    CHECK(block_with(report, "IVR: Main menu") ==
          "  IVR: Main menu  visits     share of callers %\n"
          "  menu            200     ██████████ 100.0\n"
          "  balance         100     █████       50.0\n"
          "  → served there   50 ±2  ██▌         25.0 ±1.0\n"
          "  → to an agent   140     ███████     70.0\n"
          "  → not served     10     ▌            5.0\n");
    CHECK_THAT(report, !Contains("Short menu"));  // nobody heard that
}

TEST_CASE("A campaign stands beside the limit of its dialer, if that has one", "[report]") {
    Written written;
    const CampaignResult spring{.id = "spring",
                                .dials = {340.0, {}},
                                .answered = {170.0, {}},
                                .answer_share = {0.5, {}},
                                .right_party = {130.0, {}},
                                .mismatches = {17.0, {}},
                                .mismatch_share = {0.1, 0.02},
                                .talked = {153.0, {}},
                                .talked_per_agent_hour = {3.25, {}}};
    written.result.campaigns = {spring};
    CHECK(block_with(written.report(), "Campaigns") ==
          "  Campaigns     dials  answered %  right party  no agent %     limit  talked  per agent hour\n"
          "  Spring offer    170        50.0           65   10.0 ±2.0  ✗  3 %      76.5            3.25\n");
    written.scenario.campaigns.front().dialer = Dialer::progressive;
    written.result.campaigns.front().mismatch_share = {0.0, {}};
    CHECK_THAT(written.report(), !Contains("no agent") && !Contains("limit"));
}

TEST_CASE("Estimators of the wait: the best and the one in use", "[report]") {
    Written written;
    const auto row = [](WaitEstimator estimator, double error, double rmse) {
        return WaitEstimateResult{"billing", estimator, {50.0, {}}, {error, {}}, {rmse, {}}, {37.0, {}}};
    };
    written.result.wait_estimates = {row(WaitEstimator::last_wait, -33, 59),
                                     row(WaitEstimator::moving_average, -31, 57),
                                     row(WaitEstimator::queue_length, 24, 50), row(WaitEstimator::head_wait, 8, 152)};
    CHECK(block_with(written.report(), "Expected waits") ==
          "  Expected waits  estimator           mean error s  rms error s  mean wait s  contacts\n"
          "  Bills             last wait                  -33           59           37        25\n"
          "                    moving average             -31           57\n"
          "                  • queue length                24           50\n"
          "                    wait of the head             8          152\n"
          "  • the one that the scenario uses. Error: estimate − wait, of those who waited and were answered.\n");
    // The smallest error is green.
    CHECK_THAT(text(written.scenario, written.result, {.colour = true}), Contains("\033[32m         50\033[0m"));
}

TEST_CASE("No line of journeys is wider than the page, whatever the names and numbers", "[report]") {
    Scenario scenario = support::journey_centre();
    const std::string long_name(300, 'x');
    for (auto& tier : scenario.tiers) tier.name = long_name;
    for (auto& type : scenario.call_types) type.name = long_name;
    for (auto& flow : scenario.flows) flow.name = long_name;
    scenario.campaigns.front().name = long_name;
    RunResult result = run_sample(scenario);
    const auto enlarge = [](Estimate& estimate) {
        if (estimate.mean) estimate = {*estimate.mean * 5e4 + 1, 2345.0};
    };
    for (auto* scopes : {&result.tiers, &result.channels}) {
        for (NamedKpis& scope : *scopes)
            std::for_each(scope.kpis.estimates.begin(), scope.kpis.estimates.end(), enlarge);
    }
    std::for_each(result.overall.estimates.begin(), result.overall.estimates.end(), enlarge);
    std::istringstream stream{text(scenario, result)};
    for (std::string line; std::getline(stream, line);) {
        INFO(line);
        CHECK(display_width(line) <= 100);
    }
}
