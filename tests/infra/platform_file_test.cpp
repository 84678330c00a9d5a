#include <string>

#include <catch2/catch.hpp>

#include "sim/infra/platform_check.hpp"
#include "sim/infra/room.hpp"
#include "tests/support/infra/platform_files.hpp"
#include "tests/support/infra/scripted_centre.hpp"

using namespace floorwalker;
using namespace floorwalker::test;
using namespace std::chrono_literals;
using Kind = model::MachineEvent::Kind;

namespace {

/// What is wrong with a platform file of that text, without the path before its line.
std::string complaint(const std::string& name, const std::string& text) {
    const std::string file = platform_file(name, text);
    try {
        infra::check_platform(scenario_on(file));
    } catch (const infra::PlatformError& error) {
        for (const Problem& problem : error.problems()) CHECK(problem.file == file);
        const std::string what = error.what();
        REQUIRE(what.starts_with(file + ':'));
        return what.substr(file.size() + 1);
    }
    return "fine";
}

}  // namespace

TEST_CASE("A platform file with the numbers of a described platform gives the same log", "[infra]") {
    const auto log_with = [](const std::optional<std::string>& platform) {
        Infrastructure machines = branch_and_head();
        machines.servers.front().speed = 0.5;
        machines.platform = platform;
        ScriptedCentre centre;
        for (std::uint32_t i = 0; i < 200; ++i)
            centre.look_up(i * 70ms + Duration{i * i}, i, asking(1, 0, 3'000.0 + 17 * i, 0.02 + 0.0001 * i, 40'000));
        centre.set_server(5s, 0, 0.3);
        centre.set_link(7s, 0, 0.0);
        centre.set_link(9s, 0, 1.0);
        return *infra::run_centre(machines, centre);
    };
    const auto described = log_with(std::nullopt);
    CHECK(described.size() > 600);
    CHECK(described == log_with(platform_file("same.xml", platform_text())));
}

TEST_CASE("What a platform file does of its own accord is carried out, and told", "[infra]") {
    // The server is at a quarter of its speed from 3 to 7, the line off from 10 to 20.
    platform_file("cut.profile", "10 0\n20 1\n");
    const std::string text = platform_text(R"(
    <trace id="slow" periodicity="-1">3 0.25
7 1</trace>
    <trace_connect trace="slow" element="crm" kind="SPEED"/>
)");
    Infrastructure machines = branch_and_head();
    machines.platform = platform_file(
        "profiles.xml",
        with(with(text, " direction=\"UP\"", ""), "sharing_policy=\"SPLITDUPLEX\"", "state_file=\"cut.profile\""));
    machines.timeout = 10s;
    machines.retries = 0;
    ScriptedCentre centre;
    centre.look_up(2s, 0, asking(1, 0, 0.0, 3.0, 0.0));   // 1 s done at 3, 1 s more at 7, the third at 8
    centre.look_up(9s, 1, asking(1, 0, 2e6, 0.0, 0.0));   // half sent at 10; noticed at 19
    centre.look_up(21s, 2, asking(1, 0, 2e6, 0.0, 0.0));  // 2 s
    const auto log = *infra::run_centre(machines, centre);
    const auto outcomes = outcomes_of(log);
    CHECK(outcomes.at(0).at == TimePoint{8s});
    CHECK(outcomes.at(1).kind == Kind::failed);
    CHECK(outcomes.at(1).at == TimePoint{19s});
    CHECK(outcomes.at(2).at == TimePoint{23s});

    const auto speeds = entries_of(log, Kind::server_speed);
    REQUIRE(speeds.size() == 2);
    CHECK((speeds[0].at == TimePoint{3s} && speeds[0].value == 0.25));
    CHECK((speeds[1].at == TimePoint{7s} && speeds[1].value == 1.0));
    const auto links = entries_of(log, Kind::link_speed);
    REQUIRE(links.size() == 2);
    CHECK((links[0].at == TimePoint{10s} && links[0].value == 0.0));
    CHECK((links[1].at == TimePoint{20s} && links[1].value == 1.0));
}

TEST_CASE("What we order goes with what the platform file does", "[infra]") {
    // Off by order from 1 to 30, although the file has it off from 10 to 20 only. Asked at 2, 14 and 26 in vain; at 38
    // it is answered after 1 s.
    Infrastructure machines = branch_and_head();
    machines.platform = platform_file("both.xml", platform_text(R"(
    <trace id="off" periodicity="-1">10 0
20 1</trace>
    <trace_connect trace="off" element="crm" kind="HOST_AVAIL"/>
)"));
    machines.retries = 3;
    ScriptedCentre centre;
    centre.set_server(1s, 0, 0.0);
    centre.look_up(2s, 0, asking(1, 0, 0.0, 1.0, 0.0));
    centre.set_server(30s, 0, 1.0);
    const auto outcome = outcomes_of(*infra::run_centre(machines, centre)).at(0);
    CHECK(outcome.kind == Kind::answered);
    CHECK(outcome.at == TimePoint{39s});
    CHECK(outcome.tries == 4);
}

TEST_CASE("A platform file with all that is wanted is fine", "[infra]") {
    CHECK(complaint("good.xml", platform_text()) == "fine");
}

TEST_CASE("A platform file that SimGrid refuses is named with its line", "[infra]") {
    const std::string good = platform_text();
    CHECK(
        complaint("tag.xml", with(good, "</zone>", "</zoone>")) ==
        "10: SimGrid refuses it: Invalid XML (XML input line 10, state 158): Unexpected end-tag `</zoone>': `</zone>' "
        "expected.");
    CHECK(complaint("text.xml", "hello") ==
          "1: SimGrid refuses it: Invalid XML (XML input line 1, state 1): Unexpected character `h' in prolog.");
    CHECK(complaint("empty.xml", "") ==
          "1: SimGrid refuses it: Invalid XML (XML input line 1, state 1): EOF in prolog.");
    CHECK(complaint("unit.xml", with(good, "1MBps", "1parsec")) == "8: SimGrid refuses it: unknown unit: parsec");
    CHECK(complaint("twice.xml", with(good, "id=\"branch\"", "id=\"head\"")) ==
          "6: Refusing to create a second host named 'head'.");
    CHECK(complaint("link.xml", with(good, "link_ctn id=\"line\"", "link_ctn id=\"lime\"")) ==
          "9: Link not found: lime");
}

TEST_CASE("A platform file over which SimGrid aborts is named, and we live on", "[infra]") {
    const std::string text = platform_text(R"(
    <trace id="cut" periodicity="-1">10 0</trace>
    <trace_connect trace="cut" element="line_UP" kind="LINK_AVAIL"/>
)");
    CHECK(complaint("abort.xml", text) == "3: SimGrid refuses it: Cannot set a state profile once the Link is sealed");
}

TEST_CASE("A platform file without what the scenario wants is named with its line", "[infra]") {
    const std::string good = platform_text();
    CHECK(complaint("zero.xml", with(good, "1MBps", "0MBps")) ==
          "8: link \"line\" has no bandwidth: it must be above 0");
    CHECK(complaint("standing.xml", with(good, "\"crm\" speed=\"1Gf\"", "\"crm\" speed=\"0f\"")) ==
          "7: host \"crm\" has no speed: it must be above 0");
    CHECK(complaint("past.xml", with(good, "0us", "-5us")) == "8: link \"line\" has a latency below 0");
    CHECK(complaint("host.xml", with(with(good, "id=\"crm\"", "id=\"cmr\""), "dst=\"crm\"", "dst=\"cmr\"")) ==
          "3: there is no host \"crm\", which should be server \"crm\"");
    CHECK(
        complaint("way.xml", with(good, "<route src=\"branch\" dst=\"crm\">", "<route src=\"branch\" dst=\"head\">")) ==
        "6: there is no route between site \"branch\" and server \"crm\"");
}

TEST_CASE("A platform file that is not there is named", "[infra]") {
    const std::string file = platform_file("gone.xml", "") + ".none";
    CHECK_THROWS_WITH(infra::check_platform(scenario_on(file)), file + ": there is no such file");
}
