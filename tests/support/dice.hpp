#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>

namespace floorwalker::support {

/// Chance for tests. The standard says what mt19937_64 gives but not what its distributions do, so these are our own.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_{seed} {}

    /// 0 … sides - 1.
    std::uint64_t below(std::uint64_t sides) { return engine_() % sides; }

    /// low … high.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low + 1)));
    }

    double share() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }

    bool happens(double share_of_times) { return share() < share_of_times; }

    template <class T>
    T one_of(std::initializer_list<T> values) {
        return values.begin()[below(values.size())];
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace floorwalker::support
