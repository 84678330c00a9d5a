#include "sim/report/compare/difference_words.hpp"

#include <catch2/catch.hpp>

#include "sim/report/metric_words.hpp"
#include "sim/report/text/paragraph.hpp"

using namespace floorwalker;
using namespace floorwalker::report;

namespace {

plan::Difference difference(double mean, double half_width) {
    plan::Difference one;
    one.mean = mean;
    one.half_width = half_width;
    return one;
}

std::string shown(Kpi kpi, double mean, double half_width) {
    const Shown text = shown_difference(kpi, difference(mean, half_width), "EUR");
    return text.half_width.empty() ? text.mean : text.mean + " " + text.half_width;
}

std::string words(Kpi kpi, double mean, double half_width) {
    return verdict_words(kpi, difference(mean, half_width), "EUR");
}

}  // namespace

TEST_CASE("Differences with as many decimals as they are sure of", "[report]") {
    CHECK(shown(Kpi::service_level, 0.0413, 0.0031) == "+4.1 pp ± 0.3");
    CHECK(shown(Kpi::service_level, -0.5, 0.023) == "−50.0 pp ± 2.3");
    CHECK(shown(Kpi::service_level, -0.00413, 0.00031) == "−0.41 pp ± 0.03");
    CHECK(shown(Kpi::service_level, 0.00001, 0.003) == "0.0 pp ± 0.3");
    CHECK(shown(Kpi::asa_s, -85.3, 18.2) == "−85 s ± 18");
    CHECK(shown(Kpi::asa_s, 0.31, 0.2) == "+0.3 s ± 0.2");
    CHECK(shown(Kpi::cost, 1234.6, 78.2) == "+EUR 1,235 ± 78");
    CHECK(shown(Kpi::cost, 80, 0) == "+EUR 80");
    CHECK(shown(Kpi::cost_per_contact, 0.123, 0.024) == "+EUR 0.12 ± 0.02");
    CHECK(shown(Kpi::offered, 0, 0) == "0");
    CHECK(shown_difference(Kpi::offered, {}, "EUR").mean == "–");
}

TEST_CASE("Verdicts in words", "[report]") {
    CHECK(words(Kpi::service_level, 0.041, 0.003) == "answers 4.1 ± 0.3 pp more within the target");
    CHECK(words(Kpi::service_level, -0.041, 0.003) == "answers 4.1 ± 0.3 pp fewer within the target");
    CHECK(words(Kpi::abandonment, -0.012, 0.001) == "loses 1.2 ± 0.1 pp fewer callers");
    CHECK(words(Kpi::asa_s, 12.4, 1.2) == "answers 12.4 ± 1.2 s later");
    CHECK(words(Kpi::occupancy, -0.02, 0.001) == "agents are 2.0 ± 0.1 pp less busy");
    CHECK(words(Kpi::cost, 80, 0) == "costs EUR 80 more");
    CHECK(words(Kpi::longest_queue, 3, 1.1) == "longest queue 3.0 ± 1.1 higher");
    CHECK(words(Kpi::service_level, 0.001, 0.003) == "no difference seen; at most 0.4 pp");
    CHECK(words(Kpi::asa_s, -2, 20) == "no difference seen; at most 22 s");
    CHECK(words(Kpi::offered, 0, 0) == "no difference");
    CHECK(verdict_words(Kpi::offered, {}, "EUR").empty());
    plan::Difference one;
    one.mean = 3;
    CHECK(verdict_words(Kpi::offered, one, "EUR") == "one replication is not enough to tell");
}

TEST_CASE("Labels of metrics", "[report]") {
    Scenario scenario;
    scenario.groups.push_back({});
    scenario.groups.back().id = "front";
    scenario.groups.back().name = "Front desk";
    CHECK(label_of({.kpi = Kpi::asa_s}, scenario) == "mean wait (ASA)");
    CHECK(label_of({.kpi = Kpi::leader_utilisation}, scenario) == "leader utilisation");
    CHECK(label_of({Kpi::occupancy, measure::Scope::group, "front", 0}, scenario) == "Front desk: occupancy");
    CHECK(label_of({Kpi::occupancy, measure::Scope::tier, "standard", 3}, scenario) == "standard: occupancy");
}

TEST_CASE("Paragraphs break between words", "[report]") {
    CHECK(paragraph("one two three", 9) == "  one two\n  three\n");
    CHECK(paragraph("a verylongword b", 6) == "  a\n  verylongword\n  b\n");
    CHECK(paragraph("", 10).empty());
    CHECK(paragraph("± ± ±", 7) == "  ± ± ±\n");
}
