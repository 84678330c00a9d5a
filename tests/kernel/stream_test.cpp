#include "sim/kernel/stream.hpp"

#include <bit>
#include <cstdlib>
#include <set>
#include <vector>

#include <catch2/catch.hpp>

namespace floorwalker::kernel {
namespace {

struct KnownAnswer {
    StreamPlace place;
    std::uint32_t block;
    StreamKey key;
    WordPair words;
};

}  // namespace

// The vectors of Random123 (tests/kat_vectors, philox4x32 with 10 rounds): four 32-bit words of output, the first one
// lowest in the first word here.
TEST_CASE("Philox4x32-10 gives the published answers", "[kernel]") {
    const auto known = GENERATE(values<KnownAnswer>({
        // 6627e8d5 e169c58d bc57ac4c 9b00dbd8
        {{0, 0, 0}, 0, {0, 0}, {0xe169c58d'6627e8d5, 0x9b00dbd8'bc57ac4c}},
        // 408f276d 41c83b0e a20bc7c6 6d5451fd
        {{0xffffffff, 0xffffffff, 0xffffffff},
         0xffffffff,
         {0xffffffff, 0xffffffff},
         {0x41c83b0e'408f276d, 0x6d5451fd'a20bc7c6}},
        // The digits of π in: 243f6a88 85a308d3 13198a2e 03707344, key a4093822 299f31d0: d16cfe09 94fdcceb 5001e420
        // 24126ea1
        {{0x243f6a88, 0x85a308d3, 0x13198a2e},
         0x03707344,
         {0xa4093822, 0x299f31d0},
         {0x94fdcceb'd16cfe09, 0x24126ea1'5001e420}},
    }));
    CHECK(words_at(known.key, known.place, known.block) == known.words);
}

TEST_CASE("a stream reads its first word, then the blocks 1, 2, … of its place", "[kernel]") {
    const StreamKey key{1, 2};
    const StreamPlace place{3, 4, 5};
    Stream stream{key, place};
    CHECK(stream.words_drawn() == 0);
    CHECK(stream() == words_at(key, place, 0)[0]);
    for (std::uint32_t block = 1; block <= 5; ++block) {
        CHECK(stream() == words_at(key, place, block)[0]);
        CHECK(stream() == words_at(key, place, block)[1]);
    }
    CHECK(stream.words_drawn() == 11);
    Stream given{42, key, place};
    CHECK(given() == 42);
    CHECK(given() == words_at(key, place, 1)[0]);
}

TEST_CASE("a copied stream goes on from where it was", "[kernel]") {
    Stream stream{{1, 2}, {3, 4, 5}};
    for (int drawn = 0; drawn < 6; ++drawn) {
        Stream copy = stream;
        CHECK(copy() == stream());
    }
}

TEST_CASE("places, keys, seeds and replications share no word", "[kernel]") {
    std::set<std::uint64_t> words;
    std::size_t drawn = 0;
    const auto draw = [&](StreamKey key, StreamPlace place) {
        Stream stream{key, place};
        for (int i = 0; i < 5; ++i) words.insert(stream());
        drawn += 5;
    };
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        for (std::uint64_t replication = 0; replication < 20; ++replication) {
            const StreamKey key = stream_key(seed, replication);
            draw(key, {0, 0, 0});
            for (const std::uint32_t other : {1U, 2U, 0x8000'0000U}) {
                draw(key, {other, 0, 0});
                draw(key, {0, other, 0});
                draw(key, {0, 0, other});
            }
        }
    }
    CHECK(words.size() == drawn);
    CHECK(stream_key(1, 2) != stream_key(2, 1));
    CHECK(stream_key(0, 1ULL << 32U) != stream_key(0, 0));
    CHECK(stream_key(1ULL << 32U, 0) != stream_key(0, 0));
}

TEST_CASE("a neighbouring seed or replication changes half of the bits", "[kernel]") {
    // Of 64 bits each differs with probability 1/2: mean 32, standard deviation 4; over 1000 pairs ± 0.13.
    const auto mixed = [](std::uint64_t seed, std::uint64_t replication) {
        const StreamKey key = stream_key(seed, replication);
        return std::uint64_t{key.low} | std::uint64_t{key.high} << 32U;
    };
    double by_seed = 0;
    double by_replication = 0;
    for (std::uint64_t i = 0; i < 1000; ++i) {
        by_seed += std::popcount(mixed(i, 0) ^ mixed(i + 1, 0));
        by_replication += std::popcount(mixed(1, i) ^ mixed(1, i + 1));
    }
    CHECK(by_seed / 1000 == Approx(32).margin(0.8));
    CHECK(by_replication / 1000 == Approx(32).margin(0.8));
}

TEST_CASE("a unit interval is half open", "[kernel]") {
    CHECK(unit_interval(0) == 0.0);
    CHECK(unit_interval(~std::uint64_t{0}) == 1.0 - 0x1p-53);
    CHECK(unit_interval(std::uint64_t{1} << 63U) == 0.5);
}

}  // namespace floorwalker::kernel
