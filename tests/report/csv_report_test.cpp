#include "sim/report/csv_report.hpp"

#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/report/sample.hpp"

using namespace floorwalker;
using namespace floorwalker::report;

namespace {

/// Reads RFC 4180.
std::vector<std::vector<std::string>> parse(const std::string& text) {
    std::vector<std::vector<std::string>> rows(1, {""});
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text.compare(i, 2, "\"\"") == 0) {
            rows.back().back() += text[i++];
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && text[i] == ',') {
            rows.back().emplace_back();
        } else if (!quoted && text.compare(i, 2, "\r\n") == 0) {
            rows.emplace_back(1, "");
            ++i;
        } else {
            rows.back().back() += text[i];
        }
    }
    rows.pop_back();
    return rows;
}

}  // namespace

TEST_CASE("The CSV report reads back as the numbers that were written", "[report]") {
    Scenario scenario = sample_scenario();
    scenario.call_types[0].id = "a \"b\", c";
    const RunResult result = run_sample(scenario);
    const auto rows = parse(csv(result));
    REQUIRE(rows.front() == std::vector<std::string>{"scope", "id", "interval_start", "kpi", "mean", "half_width"});
    std::map<std::vector<std::string>, std::vector<std::string>> values;
    for (const auto& row : rows) {
        REQUIRE(row.size() == 6);
        values[{row[0], row[1], row[2], row[3]}] = {row[4], row[5]};
    }
    CHECK(values.size() == rows.size());

    const auto& overall = result.overall[Kpi::service_level];
    const auto& written = values[{"overall", "", "", "service_level"}];
    CHECK(std::stod(written[0]) == *overall.mean);
    CHECK(std::stod(written[1]) == *overall.half_width);
    CHECK(std::stod(values[{"call_type", "a \"b\", c", "", "offered"}][0]) ==
          *result.call_types[0].kpis[Kpi::offered].mean);
    CHECK(std::stod(values[{"group", "floor", "", "occupancy"}][0]) == *result.groups[0].kpis[Kpi::occupancy].mean);
    REQUIRE_FALSE(result.agents.empty());
    const AgentResult& agent = result.agents.front();
    const std::string id = agent.name.empty() ? agent.group + "/" + std::to_string(agent.number) : agent.name;
    CHECK(std::stod(values[{"agent", id, "", "signed_in_time_s"}][0]) == agent.signed_in_s);
    CHECK(std::stod(values[{"interval", "", "08:30", "asa_s"}][0]) == *result.intervals[1].kpis[Kpi::asa_s].mean);
    CHECK(values.count({"after_close", "", "10:00", "occupancy"}) == 1);
    CHECK(values.count({"after_close", "", "10:00", "asa_s"}) == 0);
}
