#include <catch2/catch.hpp>

#include "tests/scenario/reading.hpp"

using namespace floorwalker;
using namespace floorwalker::reading;

namespace {

std::string remarks_on(const std::string& toml, const std::vector<std::string>& overrides = {}) {
    std::string text;
    for (const auto& remark : parse_scenario(toml, "test.toml", {}, overrides).remarks)
        text += format_problem(remark) + "\n";
    return text;
}

const std::string kLetters = "[[call_type]]\nid = \"letters\"\nchannel = \"mail\"\narrivals = { per_hour = 10 }\n";
const std::string kFlow =
    "[[ivr]]\nid = \"main\"\n[[ivr.node]]\nid = \"agent\"\ndo = \"queue\"\ncall_type = \"regular\"\n";
const std::string kNumber = "[[number]]\nid = \"desk\"\nflow = \"main\"\narrivals = { per_hour = 10 }\n";

}  // namespace

TEST_CASE("mail that would go before calls is remarked on", "[scenario]") {
    const std::string remark =
        "test.toml:7:1: call_type.letters: mail that has waited longer goes before calls and chats; priority = {} puts "
        "it behind them, and priority = 0 says that this is meant\n";
    const auto with = [&](const std::string& number) {
        return std::string{remark}.replace(remark.find("{}"), 2, number);
    };
    const std::string toml = kCentre + kCallType + kLetters + kGroup;
    CHECK(remarks_on(toml) == with("-1"));
    // Calls of -2 would wait behind all mail.
    CHECK(remarks_on(toml, {"call_type.regular.priority=-2"}) == with("-3"));
    // Calls go first anyway, or it has been thought of.
    CHECK(remarks_on(toml, {"call_type.regular.priority=1"}).empty());
    CHECK(remarks_on(toml, {"call_type.letters.priority=0"}).empty());
    CHECK(remarks_on(toml, {"call_type.letters.priority=-1"}).empty());
    // The group goes by another rule, or by none, with people of its own for the mail.
    CHECK(remarks_on(toml, {"group.general.take=longest_wait"}).empty());
    CHECK(remarks_on(kCentre + kCallType + kLetters + kGroup +
                     "skills = { regular = 1.0 }\n[[group]]\nid = "
                     "\"writers\"\nagents = 2\nskills = { letters = 1.0 }\n")
              .empty());
    CHECK(remarks_on(kCentre + kCallType + kGroup).empty());
}

TEST_CASE("a number that the share of a tier does not reach is remarked on", "[scenario]") {
    const std::string tier = "[[tier]]\nid = \"gold\"\nshare = \"20%\"\n";
    const std::string toml = kCentre + kCallType + kGroup + kFlow + kNumber;
    CHECK(
        remarks_on(toml + tier) ==
        "test.toml:16:1: number.desk: none of its callers is in tier \"gold\", whose share is that of call types; add "
        "tiers = { gold = \"10%\" }, or \"0%\" to say that none is meant\n");
    CHECK(remarks_on(toml + "tiers = { gold = \"0%\" }\n" + tier).empty());
    CHECK(remarks_on(toml + "[[tier]]\nid = \"gold\"\n").empty());
    CHECK(remarks_on(toml).empty());
}

TEST_CASE("people who come and find no place, or too late, are remarked on, and a team of beginners", "[scenario]") {
    const std::string desk = "[centre]\nopen = 08:00:00\nclose = 16:00:00\ndays = 100\n" + kCallType +
                             "[[group]]\nid = \"desk\"\nshifts = [{ start = 08:00:00, end = 16:00:00, agents = 10 }]\n"
                             "skill = { tenure = \"200d\" }\nattrition = { per_year = \"45%\", first_90_days = 2 }\n";
    const std::string hiring = "[[group.hiring]]\nday = 1\ntraining = \"21d\"\npeople = 4\n";
    // 10 people · 100 days · 2 λ, λ = −ln 0.55 / 365: 3.3 leave at the most, on average.
    CHECK(remarks_on(desk).empty());
    CHECK(remarks_on(desk + hiring).empty());
    CHECK(remarks_on(desk + hiring + "every = \"50d\"\n").find("8 people come, and not more than 4 places") !=
          std::string::npos);
    CHECK(remarks_on(desk + hiring, {"group.desk.hiring.1.day=80"})
              .find("group.desk.hiring.1: its training ends after the last day, so nobody of it comes") !=
          std::string::npos);
    CHECK(remarks_on(desk + hiring, {"group.desk.hiring.1.day=79"}).empty());
    const std::string young = std::string{desk}.replace(desk.find("skill"), 28, "");
    CHECK(remarks_on(young).find("everybody is in the first 90 days when the run begins") != std::string::npos);
    CHECK(remarks_on(young, {"group.desk.attrition.first_90_days=1"}).empty());
}

TEST_CASE("a tenure of people who do not learn by it, and a profile of nobody, are remarked on", "[scenario]") {
    const std::string why =
        "changes nothing: the group does not learn by tenure; give it skill.learning, or leave the tenure out\n";
    const std::string toml = kCentre + kCallType +
                             "[[group]]\nid = \"team\"\n"
                             "shifts = [{ start = 08:00:00, end = 10:00:00, tenure = \"3d\" }]\n"
                             "[group.skill]\ntenure = \"2d\"\n"
                             "[[agent]]\nid = \"rita\"\ngroup = \"team\"\ntenure = \"1d\"\n";
    const std::string remarks = remarks_on(toml);
    CHECK(remarks.find("group.team.skill.tenure: " + why) != std::string::npos);
    CHECK(remarks.find("group.team.shifts.1.tenure: " + why) != std::string::npos);
    CHECK(remarks.find("agent.rita.tenure: " + why) != std::string::npos);
    CHECK(remarks_on(toml, {"group.team.skill.learning.half_life=21d"}).empty());

    const std::string profile = "[[profile]]\nid = \"friendly\"\n";
    const std::string plain = kCentre + kCallType + kGroup;
    CHECK(remarks_on(plain + profile)
              .find("profile.friendly: no group and no agent has a profile, so it changes "
                    "nothing\n") != std::string::npos);
    CHECK(remarks_on(plain + profile, {"group.general.profile=friendly"}).empty());
}
