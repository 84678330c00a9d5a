#include "sim/kernel/event_list.hpp"

#include <map>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/dice.hpp"

namespace floorwalker::kernel {
namespace {

using support::Dice;

TimePoint at_us(std::int64_t us) { return TimePoint{Duration{us}}; }

bool same(const Event& a, const Event& b) { return a.at == b.at && a.kind == b.kind && a.subject == b.subject; }

/// The event list beside a reference: a map ordered by (at, sequence).
class Pair {
public:
    explicit Pair(std::uint64_t seed) : dice_{seed} {}

    void schedule(std::int64_t spread) {
        // A small spread makes many ties.
        const TimePoint at = now_ + Duration{dice_.between(0, spread)};
        const auto number = static_cast<std::uint32_t>(handles_.size());
        handles_.push_back(list_.schedule(at, number % 7, number));
        keys_.emplace_back(at, number);
        reference_[keys_.back()] = {at, number % 7, number};
    }

    /// Cancels any event that was ever scheduled: most have run or were cancelled before.
    void cancel_any() {
        if (handles_.empty()) return;
        cancel(dice_.below(handles_.size()));
    }

    /// Cancels a recent one, which is likely to be pending.
    void cancel_recent() {
        if (handles_.empty()) return;
        cancel(handles_.size() - 1 - dice_.below(std::min<std::size_t>(handles_.size(), 64)));
    }

    void pop() {
        if (reference_.empty()) {
            agree(list_.empty());
            return;
        }
        if (dice_.happens(0.3)) agree(list_.next_at() == reference_.begin()->first.first);
        agree(same(list_.pop(), reference_.begin()->second));
        now_ = reference_.begin()->first.first;
        reference_.erase(reference_.begin());
    }

    void step(const std::vector<int>& mix, std::int64_t spread) {
        switch (mix[dice_.below(mix.size())]) {
        case 0: schedule(spread); break;
        case 1: pop(); break;
        case 2: cancel_recent(); break;
        default: cancel_any(); break;
        }
        agree(list_.size() == reference_.size() && list_.empty() == reference_.empty());
    }

    void drain() {
        while (!reference_.empty()) pop();
        agree(list_.empty());
    }

    std::uint64_t disagreements() const { return disagreements_; }

private:
    void agree(bool does) { disagreements_ += does ? 0 : 1; }

    void cancel(std::size_t number) { agree(list_.cancel(handles_[number]) == (reference_.erase(keys_[number]) == 1)); }

    using Key = std::pair<TimePoint, std::uint32_t>;

    Dice dice_;
    TimePoint now_{};
    EventList list_;
    std::map<Key, Event> reference_;
    std::vector<EventHandle> handles_;
    std::vector<Key> keys_;
    std::uint64_t disagreements_ = 0;
};

}  // namespace

TEST_CASE("the event list agrees with an ordered map", "[kernel]") {
    struct Mix {
        std::vector<int> actions;  // 0: schedule, 1: pop, 2: cancel a recent one, 3: cancel any
        std::int64_t spread;
    };
    const Mix mix = GENERATE(values<Mix>({
        {{0, 0, 1, 1, 2}, 1000},              // few pending
        {{0, 0, 0, 1, 2, 3}, 1'000'000'000},  // grows
        {{0, 0, 1, 2}, 3},                    // nothing but ties
        {{0, 1}, 100},                        // a pop then a schedule: the hole at the root
        {{0, 2, 2, 3}, 50},                   // hardly ever popped
        {{0, 0, 0, 0, 1, 1, 1, 2}, 0},        // all at the same moment
    }));
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Pair pair{seed};
        for (int i = 0; i < 60'000; ++i) pair.step(mix.actions, mix.spread);
        pair.drain();
        for (int i = 0; i < 100; ++i) pair.step(mix.actions, mix.spread);  // after it has been empty
        pair.drain();
        CHECK(pair.disagreements() == 0);
    }
}

TEST_CASE("events of one moment come in the order of scheduling", "[kernel]") {
    EventList list;
    for (std::uint32_t i = 0; i < 1000; ++i) list.schedule(at_us(i % 2 == 0 ? 5 : 7), 1, i);
    for (std::uint32_t i = 0; i < 1000; i += 2) CHECK(list.pop().subject == i);
    for (std::uint32_t i = 1; i < 1000; i += 2) CHECK(list.pop().subject == i);
    CHECK(list.scheduled() == 1000);
}

TEST_CASE("a handle of an event that is no more does nothing", "[kernel]") {
    EventList list;
    CHECK_FALSE(list.cancel({}));
    const EventHandle first = list.schedule(at_us(1), 1, 1);
    CHECK_FALSE(list.cancel({}));
    CHECK(list.cancel(first));
    CHECK_FALSE(list.cancel(first));
    const EventHandle second = list.schedule(at_us(1), 2, 2);  // in the place of the first
    CHECK_FALSE(first == second);
    CHECK_FALSE(list.cancel(first));
    CHECK(list.pop().kind == 2);
    CHECK_FALSE(list.cancel(second));
    const EventHandle third = list.schedule(at_us(1), 3, 3);
    CHECK_FALSE(list.cancel(second));
    CHECK(list.cancel(third));
    CHECK(list.empty());
}

TEST_CASE("a copy of an event list goes its own way", "[kernel]") {
    EventList list;
    std::vector<EventHandle> handles;
    for (std::uint32_t i = 0; i < 100; ++i) handles.push_back(list.schedule(at_us(i), 0, i));
    CHECK(list.pop().subject == 0);  // copied with the hole that a pop leaves
    EventList copy = list;
    CHECK(copy.cancel(handles[1]));
    CHECK(copy.pop().subject == 2);
    copy.schedule(at_us(3), 9, 9);
    CHECK(list.size() == 99);
    for (std::uint32_t i = 1; i < 100; ++i) CHECK(list.pop().subject == i);
    CHECK(list.empty());
    CHECK(copy.size() == 98);
    CHECK(copy.pop().subject == 3);
    CHECK(copy.pop().kind == 9);
    copy = list;
    CHECK(copy.empty());
}

TEST_CASE("times up to the last that there is", "[kernel]") {
    EventList list;
    list.schedule(TimePoint::max(), 1, 1);
    list.schedule(at_us(0), 2, 2);
    CHECK(list.next_at() == at_us(0));
    CHECK(list.pop().kind == 2);
    CHECK(list.next_at() == TimePoint::max());
    CHECK(list.pop().kind == 1);
}

}  // namespace floorwalker::kernel
