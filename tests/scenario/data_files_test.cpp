#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>

#include "sim/scenario/csv/recorded_time.hpp"

using namespace floorwalker;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A folder with one file in it, for as long as it lives.
class DataFile {
public:
    explicit DataFile(const std::string& content) {
        fs::create_directories(folder_);
        std::ofstream{folder_ / "data.csv", std::ios::binary} << content;
    }
    ~DataFile() { fs::remove_all(folder_); }
    DataFile(const DataFile&) = delete;
    DataFile& operator=(const DataFile&) = delete;

    Scenario read(const std::string& toml) const { return parse_scenario(toml, "test.toml", folder_).scenario; }

private:
    fs::path folder_ = fs::temp_directory_path() / "floorwalker_data_files_test";
};

const std::string kCentre = "[centre]\nopen = 08:00:00\nclose = 10:00:00\ninterval = \"1h\"\n";
const std::string kGroup = "[[group]]\nagents = 1\n";

std::vector<double> volumes(const std::string& csv) {
    const auto toml = kCentre + "[[call_type]]\nid = \"a\"\narrivals = { file = \"data.csv\" }\n" + kGroup;
    return DataFile{csv}.read(toml).call_types.at(0).arrivals.per_interval;
}

Distribution talk(const std::string& csv) {
    const auto toml =
        "[[call_type]]\nid = \"a\"\narrivals = { per_hour = 1 }\ntalk = { dist = \"empirical\", file = \"data.csv\" "
        "}\n" +
        kGroup;
    return DataFile{csv}.read(toml).call_types.at(0).talk;
}

std::vector<RecordedCall> calls(const std::string& csv, const std::string& columns = {}) {
    const auto toml = kCentre +
                      "days = 2\n[[call_type]]\nid = \"a\"\n[[call_type]]\nid = \"b\"\n[[tier]]\nid = \"gold\"\n" +
                      kGroup + "[replay]\nfile = \"data.csv\"\n" + columns;
    return DataFile{csv}.read(toml).replay.value();
}

}  // namespace

TEST_CASE("volumes from a file, however it was exported", "[scenario][csv]") {
    const std::vector expected{12.5, 14.0};
    CHECK(volumes("start,a\n08:00,12.5\n09:00,14\n") == expected);
    CHECK(volumes("start;a\r\n08:00;12,5\r\n09:00;14\r\n") == expected);
    CHECK(volumes("start\ta\n08:00\t12.5\n09:00\t14") == expected);
    CHECK(volumes("\xEF\xBB\xBF\"start\",\"a\"\n\"08:00, early\",\"12.5\"\n\"said \"\"now\"\"\", 14 \n") == expected);
    CHECK(volumes("a\n\n12.5\n\n14\n\n") == expected);
}

TEST_CASE("empirical distributions from a file", "[scenario][csv]") {
    CHECK(std::get<EmpiricalValues>(talk("value\n5\n7.5\n2min\n").shape).values == std::vector{5.0, 7.5, 120.0});
    const auto points = std::get<EmpiricalQuantiles>(talk("share,value\n0,0\n50%,60\n1,20min\n").shape).points;
    REQUIRE(points.size() == 3);
    CHECK(points[1].share == 0.5);
    CHECK(points[2].value == 1200.0);
}

TEST_CASE("recorded calls are sorted by time", "[scenario][csv]") {
    const auto recorded = calls("time,call_type,tier\n2024-01-02 08:00:00.5,b,gold\n28900.25,a,\n08:00:00,b,\n");
    REQUIRE(recorded.size() == 3);
    CHECK(recorded[0].at == TimePoint{8h});
    CHECK(recorded[0].call_type == CallTypeId{1});
    CHECK(recorded[1].at == TimePoint{28900250ms});
    CHECK_FALSE(recorded[1].tier);
    CHECK(recorded[2].at == TimePoint{32h + 500ms});
    CHECK(recorded[2].tier == TierId{0});
}

TEST_CASE("columns of recorded calls can have other names", "[scenario][csv]") {
    const auto recorded = calls("when;type\n08:00:00;b\n", "time_column = \"when\"\ncall_type_column = \"type\"\n");
    REQUIRE(recorded.size() == 1);
    CHECK(recorded[0].call_type == CallTypeId{1});
}

TEST_CASE("recorded times", "[scenario][csv]") {
    const auto first = std::chrono::year{2024} / 2 / 28;
    const auto parse = [&](std::string_view text) { return scenario::parse_recorded_time(text, first); };
    CHECK(parse("2024-03-01 00:00:01") == TimePoint{48h + 1s});  // 2024 has a 29 February
    CHECK(parse("2024-02-28T08:30:00") == TimePoint{8h + 30min});
    CHECK(parse("2024-02-27 12:00:00") == TimePoint{-12h});
    CHECK(parse("08:30:00.125") == TimePoint{8h + 30min + 125ms});
    CHECK(parse("30600") == TimePoint{8h + 30min});
    for (const char* text :
         {"", "nan", "8.30", "2024-02-30 08:00:00", "2024-02-28 8", "1e300", "2024-02-28", "08:30:00.x"}) {
        CAPTURE(text);
        if (std::string_view{text} != "8.30") CHECK_FALSE(parse(text));
    }
}

TEST_CASE("decisions from a file of their own", "[scenario][decisions]") {
    const auto file = fs::temp_directory_path() / "floorwalker_decisions_test.toml";
    const auto scenario = parse_scenario(
                              "[centre]\ndays = 2\n[[call_type]]\nid = \"a\"\narrivals = { per_hour = 1 "
                              "}\n[[group]]\nid = \"g\"\nagents = 1\n",
                              "test.toml")
                              .scenario;
    std::ofstream{file} << "[[decision]]\nat = 10:30:00\nday = 2\ndo = \"extra\"\ngroup = \"g\"\nagents = 3\n";
    const auto decisions = load_decisions(file, scenario);
    REQUIRE(decisions.size() == 1);
    CHECK(decisions[0].day == 1U);
    CHECK(std::get<Extra>(decisions[0].what).agents == 3);

    std::ofstream{file} << "[centre]\ndays = 3\n[[decision]]\nat = 10:30:00\nday = 3\ndo = \"extra\"\ngroup = \"h\"\n";
    const auto prefix = file.string();
    CHECK_THROWS_WITH(load_decisions(file, scenario),
                      prefix + ":1:2: there is no key centre; there are \"decision\"\n" + prefix +
                          ":7:9: decision.1.group: there is no group \"h\"; there is only \"g\"");

    std::ofstream{file} << "[[decision]]\nat = 10:30:00\ndo = \"peak\"\ncall_type = \"a\"\ncontacts = 7\n";
    CHECK(std::get<Peak>(load_decisions(file, scenario).at(0).what).contacts == 7.0);
    std::ofstream{file} << "[[decision]]\nat = 10:30:00\ndo = \"peak\"\nnumber = \"freephone\"\n";
    CHECK_THROWS_WITH(load_decisions(file, scenario),
                      prefix + ":4:10: decision.1.number: there is no number \"freephone\"; there is none");
    fs::remove(file);
}
