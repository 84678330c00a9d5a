#include <catch2/catch.hpp>

#include "tests/scenario/reading.hpp"

/// What the keys of a campaign set.
namespace floorwalker::reading {
namespace {

using namespace std::chrono_literals;

Campaign with_campaign(const std::string& keys, const std::string& centre = kCentre) {
    return read(centre + kCallType + "patience = \"5min\"\n" + kGroup +
                "[[campaign]]\nid = \"winback\"\ncall_type = " + "\"regular\"\nlist = 300\n" + keys)
        .campaigns.at(0);
}

}  // namespace

TEST_CASE("keys of a campaign", "[scenario][keys]") {
    const auto campaign = with_campaign(R"(name = "Come back"
start = 08:30:00
end = 09:30:00
dialer = "predictive"
preview = "40s"
ring = { dist = "exponential", mean = "15s" }
reached = ["30%", "35%", "40%", 0.45]
right_party = "80%"
wrong_party_talk = "12s"
attempts = 5
retry = "3h"
free_agents = 2
dials_per_agent = 1.5
abandonment_limit = "2%"
hold = "4s"
)");
    CHECK(campaign.id == "winback");
    CHECK(campaign.name == "Come back");
    CHECK(campaign.call_type == CallTypeId{0});
    CHECK(campaign.list == 300);
    CHECK(campaign.start == 8h + 30min);
    CHECK(campaign.end == 9h + 30min);
    CHECK(campaign.dialer == Dialer::predictive);
    CHECK(constant_of(campaign.preview) == 40.0);
    CHECK(exponential_of(campaign.ring) == 15.0);
    CHECK(campaign.reached == std::vector{0.3, 0.35, 0.4, 0.45});
    CHECK(campaign.right_party == 0.8);
    CHECK(constant_of(campaign.wrong_party_talk) == 12.0);
    CHECK(campaign.attempts == 5);
    CHECK(campaign.retry == 3h);
    CHECK(campaign.free_agents == 2);
    CHECK(campaign.dials_per_agent == 1.5);
    CHECK(campaign.abandonment_limit == 0.02);
    CHECK(campaign.hold == 4s);
}

TEST_CASE("keys of a campaign left out", "[scenario][keys]") {
    const auto campaign = with_campaign("");
    CHECK(campaign.name == "winback");
    CHECK(campaign.start == 8h);  // the centre's hours
    CHECK(campaign.end == 10h);
    CHECK(campaign.dialer == Dialer::progressive);
    CHECK(constant_of(campaign.preview) == 30.0);
    CHECK(constant_of(campaign.ring) == 18.0);
    CHECK(campaign.reached == std::vector{0.35});
    CHECK(campaign.right_party == 1.0);
    CHECK(constant_of(campaign.wrong_party_talk) == 15.0);
    CHECK(campaign.attempts == 3);
    CHECK(campaign.retry == 2h);
    CHECK(campaign.free_agents == 1);
    CHECK(campaign.dials_per_agent == 1.0);
    CHECK(campaign.abandonment_limit == 0.03);
    CHECK(campaign.hold == 2s);
}

TEST_CASE("each dialer has its name", "[scenario][keys]") {
    const std::vector<std::pair<std::string, Dialer>> dialers{{"preview", Dialer::preview},
                                                              {"progressive", Dialer::progressive},
                                                              {"predictive", Dialer::predictive},
                                                              {"threshold", Dialer::threshold}};
    for (const auto& [name, dialer] : dialers) CHECK(with_campaign("dialer = \"" + name + "\"\n").dialer == dialer);
}

TEST_CASE("the small hours of a campaign belong to the night before", "[scenario][keys]") {
    const std::string night = "[centre]\nopen = 20:00:00\nclose = 04:00:00\n";
    const auto campaign = with_campaign("start = 01:00:00\nend = 03:00:00\n", night);
    CHECK(campaign.start == 25h);
    CHECK(campaign.end == 27h);
    const auto across = with_campaign("start = 22:00:00\nend = 02:00:00\n", night);
    CHECK(across.start == 22h);
    CHECK(across.end == 26h);
}

TEST_CASE("the call type of a campaign needs no arrivals and, waiting no longer than it holds, no patience",
          "[scenario][keys]") {
    // The agents leave an hour before the centre closes: customers who wait for ever would be refused.
    const auto scenario = read(kCentre + "interval = \"1h\"\n" +
                               "[[call_type]]\nid = \"offer\"\n[[group]]\nid = \"sales\"\nagents = [3, 0]\n"
                               "[[campaign]]\nid = \"winback\"\ncall_type = \"offer\"\nlist = 10\n");
    CHECK(scenario.call_types.at(0).arrivals.per_interval.empty());
    CHECK_FALSE(scenario.call_types[0].patience);
}

TEST_CASE("campaigns are changed by path", "[scenario][overrides]") {
    const std::string text =
        kCentre + kCallType + kGroup + "[[campaign]]\nid = \"winback\"\ncall_type = \"regular\"\nlist = 300\n";
    const auto campaign = [&](const std::string& change) { return read(text, {change}).campaigns.at(0); };
    CHECK(campaign("campaign.winback.dialer=threshold").dialer == Dialer::threshold);
    CHECK(campaign("campaign.winback.list=5").list == 5);
    CHECK(campaign("campaign.winback.reached=[\"10%\", \"20%\", \"30%\", \"40%\"]").reached.size() == 4);
    CHECK(campaign("campaign.winback.reached=20%").reached == std::vector{0.2});
    CHECK(campaign("campaign.winback.end=09:00").end == 9h);
    CHECK(constant_of(campaign("campaign.winback.ring=9s").ring) == 9.0);
}

}  // namespace floorwalker::reading
