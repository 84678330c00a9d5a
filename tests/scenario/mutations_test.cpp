#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>
#include <floorwalker/simulation.hpp>

using namespace floorwalker;

// Whatever a file says, reading it ends with a scenario or with messages, and a scenario can be run. Seeds are fixed,
// so a failure can be repeated.

namespace {

class Mutator {
public:
    explicit Mutator(std::string text) : original_{std::move(text)} {}

    std::string next() {
        auto text = original_;
        for (auto changes = pick(4) + 1; changes > 0 && !text.empty(); --changes) change(text);
        return text;
    }

private:
    std::size_t pick(std::size_t choices) {
        return std::uniform_int_distribution<std::size_t>{0, choices - 1}(random_);
    }

    void change(std::string& text) {
        static const std::vector<std::string> kPieces{
            "-",     "\"",         "nan",      "inf",    "[",    "]",           "{",       "}",     "=",    "0",
            "1e308", "9999999999", "[[",       "]]",     "\n",   ",",           "#",       ".",     "\xff", "\0",
            "''",    "%",          "24:00:00", "\"3s\"", "true", "\"regular\"", "\\u0001", "\"\"\""};
        const auto at = pick(text.size());
        const auto length = std::min(pick(12) + 1, text.size() - at);
        switch (pick(5)) {
        case 0: text.erase(at, length); break;
        case 1: text.insert(at, kPieces[pick(kPieces.size())]); break;
        case 2: text.replace(at, length, kPieces[pick(kPieces.size())]); break;
        case 3: text.insert(at, text.substr(pick(text.size()), pick(60))); break;
        default: text[at] = static_cast<char>(pick(256)); break;
        }
    }

    std::string original_;
    std::mt19937_64 random_{20'240'101};
};

/// Changes whole lines, and values for others that may stand there as well, so that what comes out can still be read
/// and only means something else.
class LineMutator {
public:
    explicit LineMutator(const std::string& text) {
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find('\n', begin), text.size());
            const auto line = text.substr(begin, end - begin);
            original_.push_back(line.substr(0, line.find(" #")));  // "#" stands in no text of the template
            begin = end + 1;
        }
    }

    std::string next() {
        auto lines = original_;
        for (auto changes = pick(3) + 1; changes > 0; --changes) change(lines);
        std::string text;
        for (const auto& line : lines) text += line + "\n";
        return text;
    }

private:
    std::size_t pick(std::size_t choices) {
        return std::uniform_int_distribution<std::size_t>{0, choices - 1}(random_);
    }

    void change(std::vector<std::string>& lines) {
        auto& line = lines[pick(lines.size())];
        auto& other = lines[pick(lines.size())];
        switch (pick(6)) {
        case 0: line.clear(); break;
        case 1: std::swap(line, other); break;
        case 2: line += "\n" + other; break;
        case 3: set_value(line, value_of(other)); break;
        default: change_value(line); break;
        }
    }

    static std::string value_of(const std::string& line) {
        const auto equals = line.find(" = ");
        return equals == std::string::npos ? "0" : line.substr(equals + 3);
    }

    static void set_value(std::string& line, const std::string& value) {
        const auto equals = line.find(" = ");
        if (equals != std::string::npos) line = line.substr(0, equals + 3) + value;
    }

    /// One of the values in the line, which may be a table, becomes one from the bounds of what is possible.
    void change_value(std::string& line) {
        static const std::vector<std::string> kValues{"0",
                                                      "1",
                                                      "2",
                                                      "-1",
                                                      "0.5",
                                                      "1e6",
                                                      "\"0s\"",
                                                      "\"1s\"",
                                                      "\"1d\"",
                                                      "\"0%\"",
                                                      "\"100%\"",
                                                      "true",
                                                      "\"billing\"",
                                                      "\"chats\"",
                                                      "\"letters\"",
                                                      "\"offers\"",
                                                      "[1, 2]",
                                                      "08:00:00",
                                                      "\"20:00\"",
                                                      "[0, 1]",
                                                      "\"menu\"",
                                                      "\"gold\"",
                                                      "\"front\"",
                                                      "\"office\"",
                                                      "[]",
                                                      "\"quiet\"",
                                                      "\"chat\"",
                                                      "{}",
                                                      "\"predictive\"",
                                                      "\"peak\"",
                                                      "\"warm\"",
                                                      "\"agent\""};
        std::vector<std::size_t> equals;
        for (auto at = line.find(" = "); at != std::string::npos; at = line.find(" = ", at + 1))
            equals.push_back(at + 3);
        if (equals.empty()) return;
        const auto begin = equals[pick(equals.size())];
        const auto end = std::min(line.find_first_of(",}]\n", begin), line.size());
        line.replace(begin, end - begin, kValues[pick(kValues.size())]);
    }

    std::vector<std::string> original_;
    std::mt19937_64 random_{20'240'102};
};

/// What has been read obeys the rules of the model, and a day can be begun with it.
void try_to_run(const Scenario& scenario) {
    constexpr int kSteps = 2000;
    Simulation simulation{scenario};
    for (int i = 0; i < kSteps && simulation.step(); ++i) {
    }
}

/// True when it was a good scenario.
bool is_read(const std::string& text, const std::vector<std::string>& overrides = {}) {
    try {
        const auto loaded = parse_scenario(text, "mutation.toml", "/nonexistent", overrides);
        try_to_run(loaded.scenario);
        return true;
    } catch (const ScenarioError& error) {
        REQUIRE_FALSE(error.problems().empty());
        for (const auto& problem : error.problems()) REQUIRE_FALSE(problem.message.empty());
        return false;
    }
}

}  // namespace

TEST_CASE("mutations of a scenario are read or refused", "[scenario][mutations]") {
    Mutator mutator{scenario_template("full")};
    int good = 0;
    constexpr int kRounds = 1500;
    for (int round = 0; round < kRounds; ++round) {
        const auto text = mutator.next();
        INFO(text);
        if (is_read(text)) ++good;
    }
    // Comments and names take a part of the blows; most others are mistakes.
    CHECK(good > 0);
    CHECK(good < kRounds / 2);
}

TEST_CASE("scenarios of which lines and values are changed can be run or are refused", "[scenario][mutations]") {
    LineMutator mutator{scenario_template("full")};
    int good = 0;
    constexpr int kRounds = 2000;
    for (int round = 0; round < kRounds; ++round) {
        const auto text = mutator.next();
        INFO(text);
        if (is_read(text)) ++good;
    }
    // Many of the values are allowed where they come to stand, and many of the lines may be missing.
    CHECK(good > kRounds / 20);
    CHECK(good < kRounds / 2);
}

TEST_CASE("mutations of overrides are read or refused", "[scenario][mutations]") {
    Mutator mutator{"call_type.billing.talk.mean=190s"};
    const auto text = scenario_template("full");
    for (int round = 0; round < 500; ++round) {
        const auto change = mutator.next();
        INFO(change);
        is_read(text, {change});
    }
}
