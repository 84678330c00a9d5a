#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>

using namespace floorwalker;

// Whatever a file says, reading it ends with a scenario or with messages. Seeds are fixed, so a failure can be
// repeated.

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

/// True when it was a good scenario.
bool is_read(const std::string& text, const std::vector<std::string>& overrides = {}) {
    try {
        const auto loaded = parse_scenario(text, "mutation.toml", "/nonexistent", overrides);
        return loaded.scenario.call_types.size() >= 1;
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

TEST_CASE("mutations of overrides are read or refused", "[scenario][mutations]") {
    Mutator mutator{"call_type.billing.talk.mean=190s"};
    const auto text = scenario_template("full");
    for (int round = 0; round < 500; ++round) {
        const auto change = mutator.next();
        INFO(change);
        is_read(text, {change});
    }
}
