#include "sim/store/sweep/sweep_store.hpp"

#include <cmath>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "sim/store/sweep/content_digest.hpp"
#include "sim/store/sweep/file_lock.hpp"
#include "tests/cli/program.hpp"

namespace floorwalker::store {
namespace {

using Catch::Matchers::Contains;
using cli::TemporaryFolder;

SweepDefinition two_by_two() {
    SweepDefinition definition;
    definition.scenario_name = "Small";
    definition.scenario_file = "small.toml";
    definition.scenario_toml = "[centre]\n";
    definition.overrides = {"centre.days=2"};
    definition.decisions_toml = "";
    definition.data_files = {{"volume.csv", "00c0ffee00c0ffee"}};
    definition.paths = {"group.front.agents", "call_type.\"odd\".talk"};
    definition.varied = {"8:9", "50s"};
    definition.design = "grid";
    definition.variants = 2;
    definition.replications = 2;
    definition.seed = UINT64_MAX;
    definition.metrics = {"service_level", "asa_s"};
    definition.program_version = "1.2.3";
    return definition;
}

std::vector<std::string> values_of(std::int64_t variant) { return {variant == 0 ? "8" : "9", "50s"}; }

KeptOutcome outcome(std::int64_t variant, std::int64_t replication) {
    const auto x = static_cast<double>(10 * variant + replication);
    return {variant, replication, UINT64_MAX - static_cast<std::uint64_t>(replication), {{x, 100}, {x / 3, 7}}};
}

void fill(SweepStore& store) {
    store.begin(two_by_two(), {2, 3}, values_of);
    store.add(std::vector{outcome(1, 0), outcome(0, 1)});
    store.add(std::vector{outcome(0, 0)});
}

std::vector<KeptOutcome> all_of(SweepStore& store) {
    std::vector<KeptOutcome> outcomes;
    store.for_each([&](const KeptOutcome& one) { outcomes.push_back(one); });
    return outcomes;
}

void check_contents(SweepStore& store) {
    const auto definition = store.definition();
    REQUIRE(definition);
    CHECK(definition->scenario_toml == "[centre]\n");
    CHECK(definition->overrides == two_by_two().overrides);
    CHECK(definition->decisions_toml == "");
    CHECK(definition->data_files == two_by_two().data_files);
    CHECK(definition->paths == two_by_two().paths);
    CHECK(definition->varied == two_by_two().varied);
    CHECK(definition->seed == UINT64_MAX);
    CHECK(definition->metrics == two_by_two().metrics);
    CHECK(definition->program_version == "1.2.3");
    CHECK(store.shard() == Shard{2, 3});
    CHECK(store.variants() == std::vector{values_of(0), values_of(1)});
    CHECK(store.size() == 3);
    CHECK(store.kept() == std::vector{true, true, true, false});
    const auto outcomes = all_of(store);
    REQUIRE(outcomes.size() == 3);
    const std::vector<std::pair<std::int64_t, std::int64_t>> order{{0, 0}, {0, 1}, {1, 0}};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto expected = outcome(order[i].first, order[i].second);
        CHECK(outcomes[i].variant == expected.variant);
        CHECK(outcomes[i].replication == expected.replication);
        CHECK(outcomes[i].digest == expected.digest);
        CHECK(outcomes[i].values[1].part == expected.values[1].part);
        CHECK(outcomes[i].values[1].whole == 7);
    }
}

std::uint64_t digest_of(const SweepDefinition& definition, const std::vector<KeptOutcome>& outcomes) {
    ContentDigest digest{definition};
    for (std::int64_t v = 0; v < definition.variants; ++v) digest.add(values_of(v));
    for (const auto& one : outcomes) digest.add(one);
    return digest.value();
}

}  // namespace

TEST_CASE("A sweep comes out of its file, and of memory, as it went in", "[store][sweep]") {
    const TemporaryFolder folder;
    SweepStore memory;
    CHECK(!memory.definition());
    fill(memory);
    check_contents(memory);
    {
        SweepStore store{folder.path("a.db")};
        CHECK(!store.definition());
        fill(store);
    }
    SweepStore again{folder.path("a.db")};
    check_contents(again);
}

TEST_CASE("A file of a sweep answers questions in SQL", "[store][sweep]") {
    const TemporaryFolder folder;
    {
        SweepStore store{folder.path("a.db")};
        fill(store);
    }
    SQLite::Database database{folder.path("a.db")};
    SQLite::Statement query{database,
                            "SELECT number, replications, \"service_level\", \"asa_s\" FROM v_result WHERE "
                            "\"group.front.agents\" < 9.5 ORDER BY number"};
    REQUIRE(query.executeStep());
    CHECK(query.getColumn(1).getInt() == 2);
    CHECK(query.getColumn(2).getDouble() == Approx((0 + 1) / 200.0));
    CHECK(query.getColumn(3).getDouble() == Approx((0 + 1) / 3.0 / 14));
    REQUIRE(query.executeStep());
    CHECK(query.getColumn(0).getInt() == 2);
    CHECK(query.getColumn(1).getInt() == 1);
}

TEST_CASE("A sweep's file and a file of runs are not taken for each other", "[store][sweep]") {
    const TemporaryFolder folder;
    { SweepStore store{folder.path("sweep.db")}; }
    { RunStore store{folder.path("runs.db")}; }
    CHECK_THROWS_WITH(RunStore{folder.path("sweep.db")}, Contains("holds a sweep; it was left as it is"));
    CHECK_THROWS_WITH(SweepStore{folder.path("runs.db")}, Contains("holds runs; it was left as it is"));
    folder.file("text.db",
                "not a database, and longer than a header of one hundred bytes would be, so that it is looked at: "
                "still not a database");
    CHECK_THROWS_WITH(SweepStore{folder.path("text.db")},
                      Contains("is not a SQLite database") && Contains("Name another file for the sweep"));
    CHECK_THROWS_WITH(SweepFile{folder.path("none.db")}, Contains("does not exist"));
    CHECK_THROWS_WITH(SweepStore{folder.path("no/sweep.db")}, Contains("there is no folder"));
}

TEST_CASE("The digest of contents knows each thing that outcomes depend on, and nothing else", "[store][sweep]") {
    const std::vector<KeptOutcome> outcomes{outcome(0, 0), outcome(0, 1)};
    const auto digest = digest_of(two_by_two(), outcomes);
    const auto with = [&](const std::function<void(SweepDefinition&)>& change) {
        SweepDefinition definition = two_by_two();
        change(definition);
        return digest_of(definition, outcomes);
    };
    CHECK(with([](auto& d) { d.scenario_toml += " "; }) != digest);
    CHECK(with([](auto& d) { d.overrides[0] = "centre.days=3"; }) != digest);
    CHECK(with([](auto& d) { d.decisions_toml.reset(); }) != digest);
    CHECK(with([](auto& d) { d.data_files[0].digest = "0"; }) != digest);
    CHECK(with([](auto& d) { d.seed = 1; }) != digest);
    CHECK(with([](auto& d) { d.metrics[1] = "cost"; }) != digest);
    CHECK(with([](auto& d) { d.scenario_file = "elsewhere/small.toml"; }) == digest);
    auto other = outcomes;
    other[1].values[0].part = std::nextafter(other[1].values[0].part, 2.0);
    CHECK(digest_of(two_by_two(), other) != digest);
    CHECK(digest_of(two_by_two(), {outcomes[1], outcomes[0]}) != digest);
    CHECK(digest_of(two_by_two(), {outcomes[0]}) != digest);
}

TEST_CASE("A file is for one writer, and free again when it has gone", "[store][sweep]") {
    const TemporaryFolder folder;
    const std::string file = folder.path("a.db");
    {
        const FileLock lock{file};
        CHECK_THROWS_WITH(FileLock{file}, Contains("is being written by another sweep"));
    }
    CHECK(!std::filesystem::exists(file + "-lock"));
    // What a killed program leaves behind locks nobody out.
    folder.file("a.db-lock", "");
    CHECK_NOTHROW(FileLock{file});
}

}  // namespace floorwalker::store
