#include "sim/report/text_report.hpp"

#include <sstream>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/report/text/display_width.hpp"
#include "tests/report/sample.hpp"

using namespace floorwalker;
using namespace floorwalker::report;
using Catch::Matchers::Contains;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string line_with(const std::string& text, const std::string& part) {
    for (const std::string& line : lines_of(text)) {
        if (line.find(part) != std::string::npos) return line;
    }
    return {};
}

std::size_t widest(const std::string& text) {
    std::size_t width = 0;
    for (const std::string& line : lines_of(text)) width = std::max(width, display_width(line));
    return width;
}

}  // namespace

TEST_CASE("The text report says what was run, and targets beside results", "[report]") {
    const Scenario scenario = sample_scenario();
    const std::string report = text(scenario, run_sample(scenario));
    CHECK_THAT(report, Contains("Sample\n1 day, 08:00–10:00 · 5 replications · seed 1 · digest "));
    CHECK_THAT(line_with(report, "at least 80 %"), Contains("Service level") && (Contains("✓") || Contains("✗")));
    CHECK_THAT(line_with(report, "at least 90 %"), Contains("办理业务: answered within 30 s"));
    CHECK_THAT(line_with(report, "at most 5 %"), Contains("Abandoned"));
    CHECK_THAT(report, Contains("95 % confidence interval over 5 replications (Student's t)"));
    for (const char* row : {"08:00", "08:30", "09:00", "09:30"}) CHECK_THAT(report, Contains(row));
    CHECK_THAT(report, !Contains("\033"));
    CHECK_THAT(text(scenario, run_sample(scenario), {.colour = true}), Contains("\033[1mSample\033[0m"));
}

TEST_CASE("What does not happen is not reported", "[report]") {
    Scenario scenario = sample_scenario();
    scenario.centre.abandonment_target.reset();
    scenario.groups[0].cost_per_hour = 0;
    for (CallType& type : scenario.call_types) type.patience.reset();
    const std::string report = text(scenario, run_sample(scenario));
    for (const char* absent : {"abandoned", "blocked", "dismissed", "cost", "shrinkage"})
        CHECK_THAT(report, !Contains(absent));
}

TEST_CASE("One replication has no intervals, and several days are told by the day", "[report]") {
    Scenario scenario = sample_scenario();
    scenario.centre.days = 4;
    scenario.centre.warm_up_days = 1;
    const std::string report = text(scenario, run_sample(scenario, 1));
    CHECK_THAT(report, Contains("3 days after 1 of warm-up") && Contains("Contacts a day") && !Contains("±"));
    CHECK_THAT(report, Contains("One replication: no confidence intervals") && Contains("a mean day out of 3"));
}

TEST_CASE("The report of a run that was stopped says so", "[report]") {
    const Scenario scenario = sample_scenario();
    RunResult result = run_sample(scenario);
    result.replications_asked = 100;
    CHECK_THAT(text(scenario, result), Contains("Stopped after 5 of 100 replications."));
}

TEST_CASE("Days of very many intervals are shown by the hour", "[report]") {
    Scenario scenario = sample_scenario();
    scenario.centre.interval = std::chrono::minutes{1};
    for (CallType& type : scenario.call_types) type.arrivals.per_interval = {1};
    const std::string report = text(scenario, run_sample(scenario));
    CHECK_THAT(report, Contains("  08:00") && Contains("  09:00") && !Contains("08:01") && Contains("By the hour"));
}

TEST_CASE("No line is wider than 100 columns, whatever the names and numbers", "[report]") {
    const std::string long_name(300, 'x');
    std::string wide_name;
    for (int i = 0; i < 60; ++i) wide_name += "业务";
    for (const std::string& name : {long_name, wide_name}) {
        Scenario scenario = sample_scenario(name, name);
        scenario.centre.name = name;
        scenario.centre.currency = "CNY";
        scenario.call_types[0].answer_target = AnswerTarget{0.999, std::chrono::minutes{95}};
        RunResult result = run_sample(scenario);
        result.scenario_name = name;
        CHECK(widest(text(scenario, result)) <= 100);
        const auto enlarge = [](KpiSet& kpis) {
            for (Estimate& estimate : kpis.estimates) {
                if (estimate.mean) estimate = {*estimate.mean * 5e4 + 1, 2345.0};
            }
        };
        enlarge(result.overall);
        for (auto& type : result.call_types) enlarge(type.kpis);
        for (auto& group : result.groups) enlarge(group.kpis);
        for (auto& interval : result.intervals) enlarge(interval.kpis);
        CHECK(widest(text(scenario, result)) <= 100);
    }
}

TEST_CASE("Chinese names do not shift the columns", "[report]") {
    const Scenario scenario = sample_scenario("Bill");
    const std::string report = text(scenario, run_sample(scenario, 1));
    // The last column of the table, AHT, ends where its header does.
    const std::size_t end = display_width(line_with(report, "Call types"));
    CHECK(display_width(line_with(report, "  Bill ")) == end);
    CHECK(display_width(line_with(report, "  办理业务 ")) == end);
}
