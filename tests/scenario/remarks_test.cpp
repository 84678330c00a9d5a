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
