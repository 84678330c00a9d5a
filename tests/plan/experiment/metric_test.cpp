#include "sim/plan/experiment/metric.hpp"

#include <catch2/catch.hpp>

#include "sim/plan/experiment/bad_request.hpp"
#include "tests/support/few_machines.hpp"
#include "tests/support/shipped.hpp"

namespace floorwalker::plan {
namespace {

using Catch::Matchers::Contains;
using measure::Scope;

std::vector<std::string> names_of(const std::vector<Metric>& metrics) {
    std::vector<std::string> names;
    for (const Metric& metric : metrics) names.push_back(name_of(metric));
    return names;
}

}  // namespace

TEST_CASE("a metric is a KPI of the centre or of a part of it", "[plan][metric]") {
    const Scenario scenario = support::shipped("hotline");
    const Metric overall = parse_metric("service_level", scenario);
    CHECK(overall.kpi == Kpi::service_level);
    CHECK(overall.scope == Scope::overall);
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) {
        const std::string name = "call_type." + scenario.call_types[i].id + ".asa_s";
        const Metric metric = parse_metric(name, scenario);
        CHECK(metric.kpi == Kpi::asa_s);
        CHECK(metric.scope == Scope::call_type);
        CHECK(metric.place == i);
        CHECK(name_of(metric) == name);
    }
    const std::string last = "group." + scenario.groups.back().id + ".occupancy";
    CHECK(parse_metric(last, scenario).place == scenario.groups.size() - 1);
    CHECK(name_of(parse_metric(last, scenario)) == last);
}

TEST_CASE("metrics of tiers and channels", "[plan][metric]") {
    const Scenario tiers = support::shipped("anonymous_bank");
    REQUIRE(!tiers.tiers.empty());
    CHECK(parse_metric("tier." + tiers.tiers[0].id + ".asa_s", tiers).place == 0);
    CHECK(parse_metric("tier.standard.asa_s", tiers).place == tiers.tiers.size());
    const Scenario channels = support::shipped("chat_and_mail");
    CHECK(parse_metric("channel.chat.service_level", channels).place == 1);
}

TEST_CASE("metrics of servers", "[plan][metric]") {
    Scenario scenario = support::shipped("erlang_a");
    CHECK_THROWS_WITH(parse_metric("server.crm.response_s", scenario), Contains("there is no server \"crm\""));
    scenario.infrastructure = support::two_sites();
    scenario.infrastructure.servers = {support::server("kb", SiteId{0}), support::server("crm", SiteId{1})};
    const Metric metric = parse_metric("server.crm.response_s", scenario);
    CHECK(metric.kpi == Kpi::response_s);
    CHECK(metric.scope == Scope::server);
    CHECK(metric.place == 1);
    CHECK(name_of(metric) == "server.crm.response_s");
    CHECK(parse_metric("server.crm.utilisation", scenario).scope == Scope::server);
    CHECK(parse_metric("server.crm.failed_share", scenario).kpi == Kpi::failed_share);
    for (const char* name : {"system_wait_share", "fault_touched_share", "paper_share", "dropped"})
        CHECK(parse_metric(name, scenario).scope == Scope::overall);
    CHECK_THROWS_WITH(parse_metric("server.cmr.response_s", scenario), Contains("did you mean \"crm\"?"));
    CHECK_THROWS_WITH(parse_metric("server.crm.occupancy", scenario), Contains("means nothing for a server"));
    CHECK_THROWS_WITH(parse_metric("response_s", scenario), Contains("write server.ID.response_s"));

    const auto names = names_of(default_metrics(scenario));
    const std::vector<std::string> last(names.end() - 4, names.end());
    CHECK(last == std::vector<std::string>{"server.kb.response_s", "server.kb.utilisation", "server.crm.response_s",
                                           "server.crm.utilisation"});
    scenario.infrastructure.platform = "machines.xml";
    CHECK(names_of(default_metrics(scenario)).back() == "server.crm.response_s");
}

TEST_CASE("a metric that cannot be measured is refused with what could be meant", "[plan][metric]") {
    const Scenario scenario = support::shipped("erlang_a");
    const auto refusal = [&](const std::string& text) {
        try {
            parse_metric(text, scenario);
        } catch (const BadRequest& error) {
            return std::string{error.what()};
        }
        return std::string{"accepted"};
    };
    CHECK_THAT(refusal("service_levl"), Contains("did you mean \"service_level\"?"));
    CHECK_THAT(refusal("call_type.call.asa_s"), Contains("there is no call type \"call\"; did you mean \"calls\"?"));
    CHECK_THAT(refusal("calltype.calls.asa_s"), Contains("did you mean \"call_type\"?"));
    CHECK_THAT(refusal("group.agents"), Contains("write group.ID.KPI"));
    CHECK_THAT(refusal("group.agents.asa"), Contains("there is no KPI \"asa\""));
    CHECK_THAT(refusal("tier.gold.asa_s"), Contains("there is no tier \"gold\""));
    CHECK_THAT(refusal("group.agents.abandonment"), Contains("means nothing for a group"));
    CHECK_THAT(refusal("containment"), Contains("nothing in this scenario can make it happen"));
    CHECK_THAT(refusal(""), Contains("there is no KPI \"\""));
}

TEST_CASE("the default metrics are those that mean something in the scenario", "[plan][metric]") {
    using Names = std::vector<std::string>;
    // Nobody costs anything there.
    CHECK(names_of(default_metrics(support::shipped("erlang_a"))) ==
          Names{"service_level", "abandonment", "asa_s", "occupancy"});
    Scenario patient = support::shipped("erlang_a");
    patient.call_types[0].patience.reset();
    patient.groups[0].cost_per_hour = 20;
    CHECK(names_of(default_metrics(patient)) == Names{"service_level", "asa_s", "occupancy", "cost"});
}

TEST_CASE("a metric that is asked for twice is one", "[plan][metric]") {
    const Scenario scenario = support::shipped("erlang_a");
    CHECK(parse_metrics({"asa_s", "occupancy", "asa_s"}, scenario).size() == 2);
    CHECK(parse_metrics({}, scenario) == default_metrics(scenario));
}

}  // namespace floorwalker::plan
