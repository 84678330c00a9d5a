// A session of the window, saved as a scenario, is the same run again.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include <floorwalker/simulation.hpp>

#include "tests/viz/support/small.hpp"
#include "viz/day/deciding.hpp"
#include "viz/day/player.hpp"
#include "viz/window/saving.hpp"

namespace floorwalker::viz {
namespace {

using namespace std::chrono_literals;

constexpr const char* kOwnDecision =
    "[[decision]]\nat = 08:15:00\ndo = \"absent\"\ngroup = \"front\"\nuntil = 08:30:00\n";

RunOf run_of(const std::string& text, const std::vector<std::string>& overrides = {}) {
    LoadedScenario loaded = parse_scenario(text, "small.toml", {}, overrides);
    RunOf run{.scenario = loaded.scenario, .seed = 9, .replication = 2, .live = {}};
    run.origin = std::make_shared<const Origin>(Origin{.name = "small",
                                                       .folder = {},
                                                       .text = loaded.text,
                                                       .overrides = loaded.overrides,
                                                       .own_decisions = loaded.scenario.decisions.size()});
    return run;
}

std::uint64_t digest_of(const Scenario& scenario, const RunOf& run) {
    Simulation simulation{scenario, run.seed, run.replication};
    simulation.run();
    return simulation.digest();
}

Scenario saved(const RunOf& run) {
    return parse_scenario(scenario_text(run), "saved.toml", run.origin->folder, run.origin->overrides).scenario;
}

/// As the panel makes one: at this moment, for an hour.
Decision now(TimePoint moment, decltype(Decision::what) what) {
    const Duration since = moment.time_since_epoch();
    std::visit([&](auto& one) { one.until = since % kDay + 1h; }, what);
    return {since % kDay, static_cast<std::uint32_t>(since / kDay), std::move(what)};
}

}  // namespace

TEST_CASE("a session with decisions of every kind, saved and run again, has the digest that it had", "[viz]") {
    Player player{{run_of(std::string{kSmall} + kOwnDecision, {"group.front.agents=10"})}};
    const std::vector<decltype(Decision::what)> deeds{
        Extra{GroupId{0}, 2, {}},
        Absent{GroupId{0}, 3, {}},
        SystemDown{GroupId{0}, {}},
        Peak{CallTypeId{0}, {}, 12.5, {}, Duration{90'000'001}},
    };
    // No whole second, the first of an interval, an event's own moment.
    TimePoint moment{8h + 20min + 123456us};
    for (const auto& deed : deeds) {
        player.seek(moment);
        player.step();
        player.settle();
        player.decide(0, now(player.frame()->now, deed));
        player.settle();
        moment += 10min;
    }
    player.seek(TimePoint{9h});
    player.decide(0, now(TimePoint{9h}, Extra{GroupId{0}, 1, {}}));
    player.settle();
    player.seek(player.frame()->ends);
    player.settle();
    const auto frame = player.frame();
    const Side& side = frame->sides.front();
    REQUIRE(side.run->live.size() == 5);
    REQUIRE(side.is_over);
    const Scenario again = saved(*side.run);
    CHECK(again.decisions.size() == 6);
    CHECK(digest_of(again, *side.run) == side.digest);
    CHECK(side.outcome->digest == side.digest);
    CHECK(digest_of(side.run->scenario, *side.run) != side.digest);
}

TEST_CASE("what is decided changes nothing before its moment", "[viz]") {
    const RunOf plain = run_of(kSmall);
    RunOf decided = plain;
    const TimePoint moment{9h};
    for (const decltype(Decision::what)& deed :
         {decltype(Decision::what){Extra{GroupId{0}, 2, {}}}, decltype(Decision::what){SystemDown{{}, {}}},
          decltype(Decision::what){Peak{CallTypeId{0}, {}, 50, {}, {}}}}) {
        decided.live = {taken_at(moment, now(moment, deed), plain.scenario.centre)};
        Moment before{plain};
        Moment after{decided};
        before.run_until(moment - 1us);
        after.run_until(moment - 1us);
        CHECK(after.simulation().digest() == before.simulation().digest());
        before.run_until(moment);
        after.run_until(moment);
        CHECK(after.simulation().digest() != before.simulation().digest());
    }
}

TEST_CASE("a decision is taken at the next whole second, and lasts one at least", "[viz]") {
    const Centre centre = run_of(kSmall).scenario.centre;
    const TimePoint moment{8h + 59min + 59s + 1us};
    const RunOf::Live live = taken_at(moment, {8h + 59min + 59s, 0, Extra{GroupId{0}, 1, 9h + 1us}}, centre);
    CHECK(live.taken == TimePoint{9h});
    CHECK(live.decision.at == 9h);
    CHECK(std::get<Extra>(live.decision.what).until == 9h + 1s);
    // Nothing is moved that need not be, and what is for later stays there.
    const RunOf::Live whole = taken_at(TimePoint{9h}, {9h, {}, Extra{GroupId{0}, 1, 10h}}, centre);
    CHECK(whole.taken == TimePoint{9h});
    CHECK(whole.decision.at == 9h);
    CHECK(whole.decision.day == 0U);
    CHECK(taken_at(TimePoint{9h}, {9h + 30min, 0, Extra{GroupId{0}, 1, 10h}}, centre).decision.at == 9h + 30min);
    const RunOf::Live past = taken_at(TimePoint{9h}, {9h, 0, Extra{GroupId{0}, 1, 8h}}, centre);
    CHECK(std::get<Extra>(past.decision.what).until == 9h + 1s);
}

TEST_CASE("a decision in the night of a centre that is open past midnight is of the day before", "[viz]") {
    const std::vector<std::string> night{"centre.open=20:00", "centre.close=26:00", "centre.days=2"};
    Player player{{run_of(kSmall, night)}};
    const TimePoint moment{kDay + 30min + 1us};
    player.seek(moment);
    player.decide(0, now(moment, Extra{GroupId{0}, 4, {}}));
    player.settle();
    player.seek(player.frame()->ends);
    player.settle();
    const auto frame = player.frame();
    const RunOf& run = *frame->sides.front().run;
    REQUIRE(run.live.size() == 1);
    CHECK(run.live.front().taken == TimePoint{kDay + 30min + 1s});
    CHECK(run.live.front().decision.day == 0U);
    CHECK(run.live.front().decision.at == 24h + 30min + 1s);
    CHECK(scenario_text(run).find("day = 1\nat = \"24:30:01\"\n") != std::string::npos);
    CHECK(digest_of(saved(run), run) == frame->sides.front().digest);
}

TEST_CASE("all kinds of decisions are written as they are read", "[viz]") {
    RunOf run = run_of(std::string{kSmall} +
                       "[[call_type]]\nid = \"back\"\ncallback = { attempts = 3, on_paper = \"1min\" }\noutcome = {}\n"
                       "arrivals = { per_hour = 5 }\n[[number]]\nid = \"hot-line\"\nflow = \"menu\"\n"
                       "arrivals = { per_hour = 4 }\n"
                       "[[ivr]]\nid = \"menu\"\n[[ivr.node]]\nid = \"to_calls\"\n"
                       "do = \"queue\"\ncall_type = \"calls\"\n");
    const auto add = [&](decltype(Decision::what) what) { run.live.push_back({TimePoint{9h}, {9h, 0U, what}}); };
    add(Outage{CallTypeId{1}, true, 10h});
    add(Outage{{}, false, 10h});
    add(SystemDown{{}, 9h + 1s});
    add(KnowledgeGap{CallTypeId{1}, 0.25, 3.5, 10h});
    add(KnowledgeGap{CallTypeId{1}, 1.0 / 3, 2, 10h});
    add(Peak{{}, NumberId{0}, 33, 10h, {}});
    CHECK(scenario_text({.scenario = saved(run), .live = {}, .origin = run.origin}).size() > 0);
    const Scenario again = saved(run);
    REQUIRE(again.decisions.size() == run.live.size());
    CHECK(digest_of(again, run) == digest_of(as_scripted(run), run));
    CHECK(std::get<KnowledgeGap>(again.decisions[4].what).solved == 1.0 / 3);
    CHECK(std::get<Peak>(again.decisions[5].what).number == NumberId{0});
    CHECK(std::get<Outage>(again.decisions[0].what).self_service_fails);
}

TEST_CASE("a saved file never takes the place of another, and tells how to run it", "[viz]") {
    const auto folder = std::filesystem::temp_directory_path() / "floorwalker_save_test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    RunOf run = run_of(kSmall, {"centre.name=It's"});
    run.live.push_back({TimePoint{9h}, {9h, 0U, Extra{GroupId{0}, 1, 10h}}});
    CHECK(save_as_scenario(run, folder) == "Saved as " + (folder / "small-decided.toml").string());
    CHECK(save_as_scenario(run, folder) == "Saved as " + (folder / "small-decided-2.toml").string());
    std::ifstream stream{folder / "small-decided.toml"};
    const std::string text{std::istreambuf_iterator<char>{stream}, {}};
    CHECK(text == scenario_text(run));
    CHECK(text.starts_with(kSmall));
    CHECK(text.find("--replication 3 --seed 9 --set 'centre.name=It'\\''s'\n") != std::string::npos);
    const Scenario again = load_scenario(folder / "small-decided.toml", {"centre.name=It's"}).scenario;
    CHECK(digest_of(again, run) == digest_of(as_scripted(run), run));
    CHECK_THROWS_AS(save_as_scenario(run, folder / "nowhere"), std::runtime_error);
    run.origin = nullptr;
    CHECK_THROWS_AS(save_as_scenario(run, folder), std::runtime_error);
    std::filesystem::remove_all(folder);
}

}  // namespace floorwalker::viz
