#include "sim/measure/risk.hpp"

#include <catch2/catch.hpp>

/// The service-risk model, worked out by hand.
namespace floorwalker::measure {
namespace {

NamedKpis type_with(std::string id, double system, double knowledge, double agent) {
    NamedKpis type{std::move(id), {}};
    type.kpis[Kpi::system_defects].mean = system;
    type.kpis[Kpi::knowledge_defects].mean = knowledge;
    type.kpis[Kpi::agent_defects].mean = agent;
    return type;
}

}  // namespace

TEST_CASE("the worked numbers: high importance and C = 4 make I = 8; P is capped at 10", "[measure][risk]") {
    CHECK(potential_damage(3, 2) == 4);
    CHECK(impact(Importance::high, 4) == Approx(8.0));
    CHECK(likelihood(8.0, 3) == 10.0);
    CHECK(likelihood(4.0, 2) == 6.0);
}

TEST_CASE("damage coefficients 0.2 to 1 and importances 10, 5, 2", "[measure][risk]") {
    CHECK(potential_damage(1, 1) == 1);
    CHECK(potential_damage(3, 3) == 5);
    for (int c = 1; c <= 5; ++c) {
        CHECK(impact(Importance::high, c) == Approx(10 * 0.2 * c));
        CHECK(impact(Importance::medium, c) == Approx(5 * 0.2 * c));
        CHECK(impact(Importance::low, c) == Approx(2 * 0.2 * c));
    }
}

TEST_CASE("sums by business, by defect and in total", "[measure][risk]") {
    Risk bank{.call_type = CallTypeId{0}, .importance = Importance::high};
    bank.defects[0] = RiskLevels{3, 2, 4.0};  // C = 4, I = 8, P = 6: 48
    bank.defects[2] = RiskLevels{2, 1, 1.0};  // C = 2, I = 4, P = 2: 8
    Risk news{.call_type = CallTypeId{1}, .importance = Importance::low};
    news.defects[0] = RiskLevels{1, 1, 9.5};  // C = 1, I = 0.4, P = 10: 4
    news.defects[1] = RiskLevels{3, 3, 2.0};  // C = 5, I = 2, P = 5: 10
    const RiskResult result = risk_of({bank, news}, {}, {type_with("bank", 0, 0, 0), type_with("news", 0, 0, 0)});
    REQUIRE(result.businesses.size() == 2);
    CHECK(result.businesses[0].call_type == "bank");
    CHECK(result.businesses[0].risk == Approx(56.0));
    CHECK(result.businesses[1].risk == Approx(14.0));
    CHECK(result.by_defect[0] == Approx(52.0));
    CHECK(result.by_defect[1] == Approx(10.0));
    CHECK(result.by_defect[2] == Approx(8.0));
    CHECK(result.total == Approx(70.0));
    CHECK(result.businesses[0].defects[0].zone == RiskZone::high);
    CHECK(result.businesses[0].defects[1].zone == RiskZone::low);
}

TEST_CASE("zones begin at their limits", "[measure][risk]") {
    RiskScale scale;
    CHECK(zone_of(14.99, scale) == RiskZone::low);
    CHECK(zone_of(15.0, scale) == RiskZone::medium);
    CHECK(zone_of(39.99, scale) == RiskZone::medium);
    CHECK(zone_of(40.0, scale) == RiskZone::high);
    scale.high = 50;
    CHECK(zone_of(40.0, scale) == RiskZone::medium);
}

TEST_CASE("likelihoods and levels from simulated frequencies", "[measure][risk]") {
    const RiskScale scale;
    CHECK(estimated_likelihood(0.0, scale) == 0.0);
    CHECK(estimated_likelihood(0.0001, scale) == 1.0);
    CHECK(estimated_likelihood(0.03, scale) == 6.0);  // above 0.01 %, 0.03 %, 0.1 %, 0.3 %, 1 %, 2 %
    CHECK(estimated_likelihood(0.7, scale) == 10.0);
    CHECK(estimated_level(0.009, scale) == 1);
    CHECK(estimated_level(0.01, scale) == 2);
    CHECK(estimated_level(0.05, scale) == 3);

    Risk risk{.call_type = CallTypeId{0}, .importance = Importance::high};
    risk.defects[2] = RiskLevels{2, 2, 9.0};
    const std::vector<NamedKpis> types{type_with("a", 0, 0, 0.03)};
    risk.estimate = RiskEstimate::likelihood;
    const RiskCell by_likelihood = risk_of({risk}, scale, types).businesses[0].defects[0];
    CHECK(by_likelihood.impact == Approx(6.0));  // C = 3
    CHECK(by_likelihood.likelihood == 6.0);
    CHECK(by_likelihood.risk == Approx(36.0));
    CHECK(by_likelihood.frequency.mean == 0.03);
    risk.estimate = RiskEstimate::level;
    const RiskCell by_level = risk_of({risk}, scale, types).businesses[0].defects[0];
    CHECK(by_level.level == 2);
    CHECK(by_level.likelihood == 10.0);  // 9 + 2, capped
}

}  // namespace floorwalker::measure
