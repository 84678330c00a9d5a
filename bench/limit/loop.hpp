#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

/// Parts of the loops that mark the limit of speed: hand-tuned for one model each, with fixed tables, no totals by
/// interval, no digest, and luck from one shared sequence. Floorwalker's speed is read against them, in the same run on
/// the same machine.
///
/// Generator: xoshiro256++ (Blackman and Vigna, ACM TOMS 47, 2021). Exponentials: ziggurat with 256 layers (Marsaglia
/// and Tsang, J. Stat. Software 5, 2000; layer constants for 256 layers from there).
namespace limit {

class Xoshiro {
public:
    explicit Xoshiro(std::uint64_t seed) {
        for (auto& word : state_) word = split_mix(seed);
    }

    std::uint64_t operator()() {
        auto& s = state_;
        const std::uint64_t result = rotated(s[0] + s[3], 23) + s[0];
        const std::uint64_t shifted = s[1] << 17U;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= shifted;
        s[3] = rotated(s[3], 45);
        return result;
    }

private:
    static std::uint64_t rotated(std::uint64_t x, unsigned by) { return x << by | x >> (64U - by); }
    static std::uint64_t split_mix(std::uint64_t& x) {
        std::uint64_t z = (x += 0x9e3779b97f4a7c15ULL);
        z = (z ^ z >> 30U) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ z >> 27U) * 0x94d049bb133111ebULL;
        return z ^ z >> 31U;
    }

    std::array<std::uint64_t, 4> state_{};
};

/// Exponentials of mean 1.
class Exponential {
public:
    Exponential() {
        constexpr double kArea = 3.949659822581572e-3;
        std::array<double, 257> x{};
        x[256] = kArea / std::exp(-kTail);
        x[255] = kTail;
        for (std::size_t i = 254; i > 0; --i) x[i] = -std::log(kArea / x[i + 1] + std::exp(-x[i + 1]));
        for (std::size_t i = 1; i < kLayers; ++i) {
            width_[i] = x[i] * 0x1p-56;
            inside_[i] = static_cast<std::uint64_t>(x[i - 1] / x[i] * 0x1p56);
            density_[i] = std::exp(-x[i]);
        }
        width_[0] = x[256] * 0x1p-56;
        inside_[0] = static_cast<std::uint64_t>(kTail / x[256] * 0x1p56);
        density_[0] = 1.0;
    }

    double operator()(Xoshiro& random) const {
        const std::uint64_t word = random();
        const std::size_t layer = word & 255U;
        const std::uint64_t place = word >> 8U;
        if (place < inside_[layer]) [[likely]]
            return static_cast<double>(place) * width_[layer];
        Xoshiro copy =
            random;  // the rare way works on a copy, so that the state can live in registers on the usual one
        const double value = outside(copy, place, layer);
        random = copy;
        return value;
    }

private:
    static constexpr std::size_t kLayers = 256;
    static constexpr double kTail = 7.69711747013104972;

    [[gnu::noinline]] double outside(Xoshiro& random, std::uint64_t place, std::size_t layer) const {
        double base = 0;
        for (;;) {
            const double x = static_cast<double>(place) * width_[layer];
            if (layer == 0) {
                base += kTail;  // beyond the last layer the distribution begins anew
            } else {
                const double u = static_cast<double>(random() >> 11U) * 0x1p-53;
                const double above = layer == 1 ? 1.0 : density_[layer - 1];
                if (density_[layer] + u * (above - density_[layer]) < std::exp(-x)) return base + x;
            }
            const std::uint64_t word = random();
            layer = word & 255U;
            place = word >> 8U;
            if (place < inside_[layer]) return base + static_cast<double>(place) * width_[layer];
        }
    }

    alignas(64) std::array<double, kLayers> width_{};
    std::array<std::uint64_t, kLayers> inside_{};
    std::array<double, kLayers> density_{};
};

/// At most kMost events, each with a fixed id, in an indexed 4-ary heap; an event can be taken out in place.
class Events {
public:
    static constexpr std::size_t kMost = 4096;
    struct Event {
        double at = std::numeric_limits<double>::infinity();
        std::uint64_t id = kMost - 1;
    };

    const Event& next() const { return node(0); }
    void push(Event event) { up(size_++, event); }
    void replace_next(Event event) { down(0, event); }
    void pop() {
        const Event last = take_last();
        if (size_ > 0) down(0, last);
    }
    void erase(std::uint64_t id) {
        const std::size_t place = place_[id];
        const Event last = take_last();
        if (place == size_) return;
        if (place > 0 && last.at < node((place - 1) / 4).at) {
            up(place, last);
        } else {
            down(place, last);
        }
    }

private:
    const Event& node(std::size_t place) const { return nodes_[place + 3]; }
    Event& node(std::size_t place) { return nodes_[place + 3]; }
    void set(std::size_t place, Event event) {
        node(place) = event;
        place_[event.id] = static_cast<std::uint16_t>(place);
    }
    Event take_last() {
        const Event last = node(--size_);
        node(size_).at = std::numeric_limits<double>::infinity();
        return last;
    }
    void down(std::size_t place, Event event) {
        for (;;) {
            const std::size_t first = 4 * place + 1;
            if (first >= size_) break;
            const std::size_t a = first + (node(first + 1).at < node(first).at ? 1U : 0U);
            const std::size_t b = first + 2 + (node(first + 3).at < node(first + 2).at ? 1U : 0U);
            const std::size_t child = node(b).at < node(a).at ? b : a;
            if (!(node(child).at < event.at)) break;
            set(place, node(child));
            place = child;
        }
        set(place, event);
    }
    void up(std::size_t place, Event event) {
        while (place > 0) {
            const std::size_t parent = (place - 1) / 4;
            if (!(event.at < node(parent).at)) break;
            set(place, node(parent));
            place = parent;
        }
        set(place, event);
    }

    alignas(64) std::array<Event, kMost + 8> nodes_{};
    std::array<std::uint16_t, kMost> place_{};
    std::size_t size_ = 0;
};

/// Waiting calls of several types as linked lists in fixed slots. Slot k < types is the end of type k's list.
template <std::size_t kTypes>
class Queue {
public:
    static constexpr std::size_t kMost = Events::kMost - 128;
    struct Call {
        double arrived = 0;
        std::uint16_t previous = 0;
        std::uint16_t next = 0;
        std::uint32_t type = 0;
    };

    Queue() {
        for (std::uint16_t k = 0; k < kTypes; ++k) calls_[k] = {0, k, k, k};
        for (std::uint32_t k = kMost; k-- > kTypes;) free_[free_count_++] = k;
    }

    const Call& operator[](std::uint32_t slot) const { return calls_[slot]; }
    /// The longest waiting of the type, or the type itself when there is none.
    std::uint32_t head(std::uint32_t type) const { return calls_[type].next; }

    std::uint32_t join(std::uint32_t type, double now) {
        const std::uint32_t slot = free_[--free_count_];
        const std::uint16_t last = calls_[type].previous;
        calls_[slot] = {now, last, static_cast<std::uint16_t>(type), type};
        calls_[last].next = static_cast<std::uint16_t>(slot);
        calls_[type].previous = static_cast<std::uint16_t>(slot);
        return slot;
    }
    void leave(std::uint32_t slot) {
        const Call& call = calls_[slot];
        calls_[call.previous].next = call.next;
        calls_[call.next].previous = call.previous;
        free_[free_count_++] = slot;
    }

private:
    std::array<Call, kMost> calls_{};
    std::array<std::uint32_t, kMost> free_{};
    std::size_t free_count_ = 0;
};

/// Idle agents, longest idle first.
class Ring {
public:
    bool empty() const { return out_ == in_; }
    void push(std::uint8_t agent) { ring_[in_++ % kSize] = agent; }
    std::uint8_t pop() { return ring_[out_++ % kSize]; }

private:
    static constexpr std::uint32_t kSize = 64;
    std::array<std::uint8_t, kSize> ring_{};
    std::uint32_t in_ = 0;
    std::uint32_t out_ = 0;
};

/// What a loop counts, over the whole run.
struct Counts {
    std::uint64_t calls = 0;
    std::uint64_t abandoned = 0;
    std::uint64_t answered = 0;
    std::uint64_t within_20_s = 0;
    double wait_of_answered_s = 0;
    double talk_s = 0;
};

/// One queue (model S1): Poisson 600/h, talk Exp 300 s, 50 agents, patience Exp 120 s.
Counts single_queue(std::uint64_t calls, std::uint64_t seed);
/// Five types, six groups (model S2), as in scenarios/skills.toml.
Counts skills(std::uint64_t calls, std::uint64_t seed);
/// S1 as most people would write it first: std::priority_queue, std::deque, one generator of the standard library.
Counts plain_single_queue(std::uint64_t calls, std::uint64_t seed);

}  // namespace limit
