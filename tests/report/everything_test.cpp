// Whatever a run says is in the JSON and in the CSV report.
#include <map>
#include <set>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/measure/figures.hpp"
#include "sim/measure/formulas.hpp"
#include "sim/report/csv_report.hpp"
#include "sim/report/json_report.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/journey_centre.hpp"

using namespace floorwalker;
using namespace floorwalker::report;
using measure::Scope;
using Json = nlohmann::json;

namespace {

const RunResult& everything() {
    static const RunResult result = run_sample(support::journey_centre(), 2);
    return result;
}

Json report_of_everything() { return Json::parse(json(support::journey_centre(), everything())); }

void check_estimate(const Json& object, const std::string& name, const Estimate& estimate) {
    INFO(name);
    REQUIRE(object.contains(name));
    REQUIRE(object[name].size() == 2);
    const auto check_value = [&](const char* key, const std::optional<double>& value) {
        REQUIRE(object[name].contains(key));
        if (value) CHECK(object[name][key] == *value);
        if (!value) CHECK(object[name][key].is_null());
    };
    check_value("mean", estimate.mean);
    check_value("half_width", estimate.half_width);
}

/// What not every centre has is there only with a mean, everything else wherever it applies.
void check_kpis(const Json& object, const KpiSet& kpis, Scope scope) {
    for (const Kpi kpi : all_kpis()) {
        const std::string name{name_of(kpi)};
        const bool is_there = measure::applies(kpi, scope) && (!measure::is_of_some(kpi) || kpis[kpi].mean);
        INFO(name);
        CHECK(object.contains(name) == is_there);
        if (is_there) check_estimate(object, name, kpis[kpi]);
    }
}

void check_scopes(const Json& object, const std::vector<NamedKpis>& scopes, Scope scope) {
    CHECK(object.size() == scopes.size());
    for (const NamedKpis& named : scopes) {
        INFO(named.id);
        REQUIRE(object.contains(named.id));
        check_kpis(object[named.id], named.kpis, scope);
    }
}

void check_figures(const Json& object, const std::vector<measure::Figure>& figures) {
    for (const auto& [name, estimate] : figures) check_estimate(object, std::string{name}, estimate);
}

std::set<std::string> keys_of(const Json& object) {
    std::set<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.insert(key);
    return keys;
}

/// The rows of the CSV by scope, id and KPI; those of intervals by when they start.
using Rows = std::map<std::string, std::pair<std::string, std::string>>;

Rows rows_of(const std::string& csv) {
    Rows rows;
    std::istringstream stream{csv};
    std::string line;
    std::getline(stream, line);
    while (std::getline(stream, line)) {
        line.pop_back();  // the carriage return
        const auto width = line.rfind(',');
        const auto mean = line.rfind(',', width - 1);
        CHECK(rows.emplace(line.substr(0, mean),
                           std::pair{line.substr(mean + 1, width - mean - 1), line.substr(width + 1)})
                  .second);
    }
    return rows;
}

/// Takes the rows that it expects away.
class Expecting {
public:
    explicit Expecting(Rows rows) : rows_{std::move(rows)} {}

    void estimate(const std::string& scope, const std::string& id, const std::string& start, std::string_view kpi,
                  const Estimate& estimate) {
        const auto found = rows_.find(fmt::format("{},{},{},{}", scope, id, start, kpi));
        INFO(scope << " " << id << " " << start << " " << kpi);
        REQUIRE((found != rows_.end()) == estimate.mean.has_value());
        if (!estimate.mean) return;
        CHECK(std::stod(found->second.first) == *estimate.mean);
        CHECK(found->second.second.empty() != estimate.half_width.has_value());
        if (estimate.half_width) CHECK(std::stod(found->second.second) == *estimate.half_width);
        rows_.erase(found);
    }
    void kpis(const std::string& scope, const std::string& id, const std::string& start, const KpiSet& kpis) {
        for (const Kpi kpi : all_kpis()) estimate(scope, id, start, name_of(kpi), kpis[kpi]);
    }
    void scopes(const std::string& scope, const std::vector<NamedKpis>& all) {
        for (const NamedKpis& named : all) kpis(scope, named.id, "", named.kpis);
    }
    void figures(const std::string& scope, const std::string& id, const std::vector<measure::Figure>& figures) {
        for (const auto& [name, figure] : figures) estimate(scope, id, "", name, figure);
    }

    const Rows& left() const { return rows_; }

private:
    Rows rows_;
};

}  // namespace

TEST_CASE("JSON: all KPIs of all scopes", "[report]") {
    const RunResult& result = everything();
    const Json report = report_of_everything();
    check_kpis(report["kpis"], result.overall, Scope::overall);
    check_scopes(report["call_types"], result.call_types, Scope::call_type);
    check_scopes(report["groups"], result.groups, Scope::group);
    check_scopes(report["tiers"], result.tiers, Scope::tier);
    check_scopes(report["channels"], result.channels, Scope::channel);
    REQUIRE(report["intervals"].size() == result.intervals.size());
    for (std::size_t i = 0; i < result.intervals.size(); ++i)
        check_kpis(report["intervals"][i], result.intervals[i].kpis, Scope::interval);
    CHECK(keys_of(report["tiers"]) == std::set<std::string>{"gold", "silver", "standard"});
    CHECK(keys_of(report["channels"]) == std::set<std::string>{"voice", "chat", "mail"});
}

TEST_CASE("JSON: IVR flows, campaigns and expected waits, with these names", "[report]") {
    const RunResult& result = everything();
    const Json report = report_of_everything();
    REQUIRE(report["ivr"].size() == 2);
    for (std::size_t f = 0; f < 2; ++f) {
        const Json& flow = report["ivr"][f];
        CHECK(flow["id"] == result.ivr[f].id);
        CHECK(keys_of(flow) == std::set<std::string>{"id", "entered", "contained", "gave_up", "not_served",
                                                     "wants_agent", "contained_share", "gave_up_share",
                                                     "not_served_share", "wants_agent_share", "mean_s", "nodes"});
        check_figures(flow, measure::figures_of(result.ivr[f]));
        REQUIRE(flow["nodes"].size() == result.ivr[f].nodes.size());
        for (std::size_t n = 0; n < result.ivr[f].nodes.size(); ++n) {
            CHECK(flow["nodes"][n]["id"] == result.ivr[f].nodes[n].id);
            CHECK(keys_of(flow["nodes"][n]) == std::set<std::string>{"id", "visits", "share"});
            check_figures(flow["nodes"][n], measure::figures_of(result.ivr[f].nodes[n]));
        }
    }
    REQUIRE(report["campaigns"].size() == 1);
    CHECK(report["campaigns"][0]["id"] == "spring");
    CHECK(keys_of(report["campaigns"][0]) == std::set<std::string>{"id", "dials", "answered", "answer_share",
                                                                   "right_party", "mismatches", "mismatch_share",
                                                                   "talked", "talked_per_agent_hour"});
    check_figures(report["campaigns"][0], measure::figures_of(result.campaigns[0]));
    REQUIRE(report["wait_estimates"].size() == kWaitEstimators);
    for (std::size_t e = 0; e < kWaitEstimators; ++e) {
        const Json& row = report["wait_estimates"][e];
        CHECK(row["call_type"] == "billing");
        CHECK(row["estimator"] == name_of(static_cast<WaitEstimator>(e)));
        CHECK(keys_of(row) ==
              std::set<std::string>{"call_type", "estimator", "contacts", "mean_error_s", "rmse_s", "mean_wait_s"});
        check_figures(row, measure::figures_of(result.wait_estimates[e]));
    }
}

TEST_CASE("JSON: a tier's targets are told from those of the centre", "[report]") {
    const Json targets = report_of_everything()["targets"];
    // The centre's, that of the second level, and the two of the gold customers.
    REQUIRE(targets.size() == 4);
    CHECK(targets[0]["kpi"] == "service_level");
    CHECK_FALSE(targets[0].contains("tier"));
    CHECK_FALSE(targets[0].contains("within_s"));  // 10, 20 and 60 s
    CHECK(targets[1]["call_type"] == "expert");
    CHECK(targets[2]["tier"] == "gold");
    CHECK(targets[2]["within_s"] == 10);
    CHECK(targets[2]["at_least"] == 0.9);
    CHECK(targets[2]["mean"] == *everything().tiers[0].kpis[Kpi::service_level].mean);
    CHECK(targets[3]["tier"] == "gold");
    CHECK(targets[3]["kpi"] == "abandonment");
    CHECK(targets[3]["at_most"] == 0.02);
    CHECK(targets[3]["mean"] == *everything().tiers[0].kpis[Kpi::abandonment].mean);
}

TEST_CASE("JSON and CSV of a plain centre have nothing of what it has not", "[report]") {
    const Scenario scenario = sample_scenario();
    const RunResult result = run_sample(scenario, 2);
    const Json report = Json::parse(json(scenario, result));
    CHECK(keys_of(report) == std::set<std::string>{"schema", "version", "scenario", "seed", "replications",
                                                   "replications_asked", "digest", "contacts", "confidence", "method",
                                                   "targets", "kpis", "call_types", "groups", "intervals", "agents"});
    CHECK_FALSE(report["kpis"].contains("customers"));
    CHECK_FALSE(report["agents"][0].contains("dialling_time_s"));
    for (const auto& [row, value] : rows_of(csv(result))) {
        INFO(row);
        CHECK(row.find("tier") == std::string::npos);
        CHECK(row.find("ivr") == std::string::npos);
        CHECK(row.find("customers") == std::string::npos);
    }
}

TEST_CASE("CSV: all that a run says, and nothing else", "[report]") {
    const RunResult& result = everything();
    Expecting rows{rows_of(csv(result))};
    rows.kpis("overall", "", "", result.overall);
    rows.scopes("call_type", result.call_types);
    rows.scopes("group", result.groups);
    rows.scopes("tier", result.tiers);
    rows.scopes("channel", result.channels);
    const std::vector<std::string> starts{"08:00", "08:30", "09:00", "09:30", "10:00"};
    REQUIRE(result.intervals.size() == starts.size());
    for (std::size_t i = 0; i < starts.size(); ++i)
        rows.kpis(i + 1 < starts.size() ? "interval" : "after_close", "", starts[i], result.intervals[i].kpis);
    for (const IvrResult& flow : result.ivr) {
        rows.figures("ivr", flow.id, measure::figures_of(flow));
        for (const IvrResult::Node& node : flow.nodes)
            rows.figures("ivr_node", flow.id + "/" + node.id, measure::figures_of(node));
    }
    for (const CampaignResult& campaign : result.campaigns)
        rows.figures("campaign", campaign.id, measure::figures_of(campaign));
    for (const WaitEstimateResult& one : result.wait_estimates)
        rows.figures("wait_estimate", one.call_type + "/" + std::string{name_of(one.estimator)},
                     measure::figures_of(one));
    double dialling_s = 0;
    for (const AgentResult& agent : result.agents) {
        const std::string id = fmt::format("{}/{}", agent.group, agent.number);
        rows.estimate("agent", id, "", "answered", {agent.answered, {}});
        rows.estimate("agent", id, "", "talk_time_s", {agent.talk_s, {}});
        rows.estimate("agent", id, "", "wrap_up_time_s", {agent.wrap_up_s, {}});
        rows.estimate("agent", id, "", "available_time_s", {agent.available_s, {}});
        rows.estimate("agent", id, "", "signed_in_time_s", {agent.signed_in_s, {}});
        if (agent.dialling_s > 0) rows.estimate("agent", id, "", "dialling_time_s", {agent.dialling_s, {}});
        if (agent.adherence) rows.estimate("agent", id, "", "adherence", {agent.adherence, {}});
        if (agent.conformance) rows.estimate("agent", id, "", "conformance", {agent.conformance, {}});
        dialling_s += agent.dialling_s;
    }
    CHECK(dialling_s > 0);  // callbacks are dialled
    CHECK(rows.left() == Rows{});
}
