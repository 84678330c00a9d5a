#pragma once

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <new>
#include <stdexcept>
#include <vector>

#include <floorwalker/time.hpp>

/// The pending events of a simulation, in a total order: by time, then in the order in which they were scheduled.
///
/// An indexed 8-ary heap, chosen by measurement (docs/benchmarks.md). Eight children are 128 bytes, two cache lines,
/// and are compared in a tournament without branches. A cancelled event leaves at once, so the list is never longer
/// than what can still happen.
namespace floorwalker::kernel {

/// A plain event; what kind and subject mean is the model's affair.
struct Event {
    TimePoint at{};
    std::uint32_t kind = 0;
    std::uint32_t subject = 0;
};

/// Names a pending event for ever: handles are never used again, so one that has run or was cancelled is harmless.
struct EventHandle {
    std::uint64_t order = std::numeric_limits<std::uint64_t>::max();

    friend bool operator==(EventHandle, EventHandle) = default;
};

/// More events pending or scheduled than an event list can number.
class EventListFull : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

namespace detail {

/// 128-byte aligned storage, so that the children of a node start on a cache line.
template <class T>
struct LineAllocator {
    using value_type = T;
    static constexpr std::align_val_t kAlignment{128};

    LineAllocator() = default;
    template <class U>
    LineAllocator(const LineAllocator<U>&) {}  // NOLINT(google-explicit-constructor): allocators convert

    T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), kAlignment)); }
    void deallocate(T* memory, std::size_t) { ::operator delete(memory, kAlignment); }

    template <class U>
    friend bool operator==(const LineAllocator&, const LineAllocator<U>&) {
        return true;
    }
};

}  // namespace detail

class EventList {
public:
    static constexpr unsigned kSlotBits = 24;
    static constexpr std::size_t kMostPending = std::size_t{1} << kSlotBits;

    EventList() { grow_to(0); }

    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }

    /// How many events have been scheduled so far.
    std::uint64_t scheduled() const { return next_sequence_; }

    /// Times before the epoch are not allowed.
    EventHandle schedule(TimePoint at, std::uint32_t kind, std::uint32_t subject) {
        assert(at.time_since_epoch().count() >= 0);
        if (next_sequence_ >> (64U - kSlotBits) != 0) [[unlikely]]
            throw_out_of_numbers();
        const std::uint32_t slot = take_slot();
        slots_[slot].kind = kind;
        slots_[slot].subject = subject;
        const Key key{static_cast<std::uint64_t>(at.time_since_epoch().count()), next_sequence_++ << kSlotBits | slot};
        if (hole_at_root_) {
            hole_at_root_ = false;
            ++size_;
            sift_down(0, key);
        } else {
            if (kFirst + size_ + kArity >= heap_.size()) grow_to(size_ + 1);
            sift_up(size_++, key);
        }
        return EventHandle{key.order};
    }

    /// True when the event was still pending.
    bool cancel(EventHandle handle) {
        const auto slot = static_cast<std::uint32_t>(handle.order & (kMostPending - 1));
        if (slot >= slots_.size() || !is_pending(slot, handle)) return false;
        fill_hole();
        const std::size_t place = slots_[slot].place;
        slots_[slot].place = kNowhere;
        free_slots_.push_back(slot);
        remove_at(place);
        return true;
    }

    /// The time of the next event. The list must not be empty.
    TimePoint next_at() {
        fill_hole();
        return at(node(0));
    }

    /// Takes the next event. The list must not be empty.
    Event pop() {
        fill_hole();
        assert(size_ > 0);
        const Key key = node(0);
        const auto slot = static_cast<std::uint32_t>(key.order & (kMostPending - 1));
        slots_[slot].place = kNowhere;
        free_slots_.push_back(slot);
        // Most events schedule their successor at once: the root stays open for it, which saves one way down the heap.
        hole_at_root_ = true;
        --size_;
        return {at(key), slots_[slot].kind, slots_[slot].subject};
    }

private:
    // Compared as one 128-bit number: time first, then sequence (the slot below it never decides, sequences are
    // unique).
    struct Key {
        std::uint64_t at = std::numeric_limits<std::uint64_t>::max();
        std::uint64_t order = std::numeric_limits<std::uint64_t>::max();
    };
    struct Slot {
        std::uint32_t place = 0;
        std::uint32_t kind = 0;
        std::uint32_t subject = 0;
    };

    static constexpr std::size_t kArity = 8;
    static constexpr std::size_t kFirst = kArity - 1;  // where the root lies, so that children start at a multiple of 8
    static constexpr std::uint32_t kNowhere = 0xFFFF'FFFF;

    static bool before(const Key& a, const Key& b) {
        __extension__ using Wide = unsigned __int128;
        return (Wide{a.at} << 64U | a.order) < (Wide{b.at} << 64U | b.order);
    }
    static TimePoint at(const Key& key) { return TimePoint{Duration{static_cast<std::int64_t>(key.at)}}; }

    Key& node(std::size_t place) { return heap_[kFirst + place]; }

    void set(std::size_t place, const Key& key) {
        node(place) = key;
        slots_[key.order & (kMostPending - 1)].place = static_cast<std::uint32_t>(place);
    }

    bool is_pending(std::uint32_t slot, EventHandle handle) {
        const std::uint32_t place = slots_[slot].place;
        return place != kNowhere && node(place).order == handle.order;
    }

    std::uint32_t take_slot() {
        if (!free_slots_.empty()) {
            const std::uint32_t slot = free_slots_.back();
            free_slots_.pop_back();
            return slot;
        }
        return new_slot();
    }

    [[noreturn, gnu::noinline, gnu::cold]] static void throw_out_of_numbers() {
        throw EventListFull{"more than 2^40 events were scheduled in one run"};
    }

    [[gnu::noinline, gnu::cold]] std::uint32_t new_slot() {
        if (slots_.size() >= kMostPending) throw EventListFull{"more than 16,777,216 events are pending"};
        slots_.emplace_back();
        return static_cast<std::uint32_t>(slots_.size() - 1);
    }

    // Behind the last node lie at least eight keys of infinity, so a tournament need not know where the heap ends.
    [[gnu::noinline, gnu::cold]] void grow_to(std::size_t count) {
        heap_.resize(kFirst + 2 * (count + kArity) + kArity);
    }

    void fill_hole() {
        if (!hole_at_root_) return;
        hole_at_root_ = false;
        const Key last = node(size_);
        node(size_) = Key{};
        if (size_ > 0) sift_down(0, last);
    }

    void remove_at(std::size_t place) {
        const Key last = node(--size_);
        node(size_) = Key{};
        if (place == size_) return;
        if (place > 0 && before(last, node((place - 1) / kArity))) {
            sift_up(place, last);
        } else {
            sift_down(place, last);
        }
    }

    // The place of the earlier of two keys, without a branch: which one it is cannot be foretold, and a compiler left
    // to itself jumps.
    static std::size_t earlier(const Key* keys, std::size_t a, std::size_t b) {
        const std::size_t mask = std::size_t{0} - static_cast<std::size_t>(before(keys[b], keys[a]));
        return a ^ ((a ^ b) & mask);
    }

    std::size_t earliest_child(std::size_t first) {
        const Key* k = &node(first);
        const std::size_t a = earlier(k, earlier(k, 0, 1), earlier(k, 2, 3));
        const std::size_t b = earlier(k, earlier(k, 4, 5), earlier(k, 6, 7));
        return first + earlier(k, a, b);
    }

    void sift_down(std::size_t place, const Key key) {
        for (;;) {
            const std::size_t first = kArity * place + 1;
            if (first >= size_) break;
            const std::size_t child = earliest_child(first);
            if (!before(node(child), key)) break;
            set(place, node(child));
            place = child;
        }
        set(place, key);
    }

    void sift_up(std::size_t place, const Key key) {
        while (place > 0) {
            const std::size_t parent = (place - 1) / kArity;
            if (!before(key, node(parent))) break;
            set(place, node(parent));
            place = parent;
        }
        set(place, key);
    }

    std::vector<Key, detail::LineAllocator<Key>> heap_;
    std::vector<Slot> slots_;
    std::vector<std::uint32_t> free_slots_;
    std::size_t size_ = 0;  // without the hole
    std::uint64_t next_sequence_ = 0;
    bool hole_at_root_ = false;
};

}  // namespace floorwalker::kernel
