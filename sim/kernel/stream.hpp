#pragma once

#include <array>
#include <cstdint>
#include <limits>

#include <Random123/philox.h>

/// Random numbers without a sequence: a word is a function of the run's key and of what the word decides. So no draw
/// can disturb another, and a draw can be made when it is needed, or again, with the same result.
///
/// Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
namespace floorwalker::kernel {

/// Names one replication of one seed.
struct StreamKey {
    std::uint32_t low = 0;
    std::uint32_t high = 0;

    friend bool operator==(const StreamKey&, const StreamKey&) = default;
};

/// What a word decides: three words to the model's liking. The fourth word of the Philox counter numbers the blocks of
/// a stream.
struct StreamPlace {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t third = 0;
};

using WordPair = std::array<std::uint64_t, 2>;

/// The two 64-bit words of one block.
inline WordPair words_at(StreamKey key, StreamPlace place, std::uint32_t block) {
    r123::Philox4x32 philox;
    const r123::Philox4x32::ctr_type counter{{place.first, place.second, place.third, block}};
    const r123::Philox4x32::key_type philox_key{{key.low, key.high}};
    const auto out = philox(counter, philox_key);
    return {std::uint64_t{out[0]} | std::uint64_t{out[1]} << 32U, std::uint64_t{out[2]} | std::uint64_t{out[3]} << 32U};
}

/// Mixes seed and replication into a key by one Philox block, so that neighbouring seeds share nothing.
inline StreamKey stream_key(std::uint64_t seed, std::uint64_t replication) {
    const StreamKey from_seed{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)};
    const StreamPlace place{static_cast<std::uint32_t>(replication), static_cast<std::uint32_t>(replication >> 32U),
                            0x464C'4F4FU};
    const std::uint64_t mixed = words_at(from_seed, place, 0)[0];
    return {static_cast<std::uint32_t>(mixed), static_cast<std::uint32_t>(mixed >> 32U)};
}

/// A uniform 64-bit engine for one decision. Its first word is given (so that two decisions can share a block), the
/// rest come from blocks 1, 2, … of the place.
class Stream {
public:
    using result_type = std::uint64_t;

    Stream(std::uint64_t first_word, StreamKey key, StreamPlace rest)
        : first_word_{first_word}, key_{key}, rest_{rest} {}

    /// A stream with a place of its own.
    Stream(StreamKey key, StreamPlace place) : Stream{words_at(key, place, 0)[0], key, place} {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    result_type operator()() { return drawn_++ == 0 ? first_word_ : next_word(); }

    std::uint32_t words_drawn() const { return drawn_; }

private:
    [[gnu::noinline]] result_type next_word() {
        const std::uint32_t position = drawn_ - 2;
        if (position % 2 == 0) pair_ = words_at(key_, rest_, 1 + position / 2);
        return pair_[position % 2];
    }

    std::uint64_t first_word_;
    StreamKey key_;
    StreamPlace rest_;
    std::uint32_t drawn_ = 0;
    WordPair pair_{};
};

/// A number in [0, 1) from one word.
constexpr double unit_interval(std::uint64_t word) { return static_cast<double>(word >> 11U) * 0x1p-53; }

}  // namespace floorwalker::kernel
