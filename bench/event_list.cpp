#include "sim/kernel/event_list.hpp"

#include <queue>
#include <vector>

#include <benchmark/benchmark.h>

#include "loop.hpp"

/// The event list in its steady state, by number of pending events: take the next event and schedule another (hold),
/// and the same with one more event scheduled and another cancelled, as for a caller whose patience did not end.
namespace {

using floorwalker::Duration;
using floorwalker::TimePoint;
using floorwalker::kernel::EventHandle;
using floorwalker::kernel::EventList;

Duration gap(limit::Xoshiro& random) {
    static const limit::Exponential exponential;
    return Duration{static_cast<std::int64_t>(1e9 * exponential(random))};
}

void hold(benchmark::State& state) {
    limit::Xoshiro random{1};
    EventList events;
    for (std::int64_t i = 0; i < state.range(0); ++i) events.schedule(TimePoint{gap(random)}, 0, 0);
    for (auto _ : state) {
        const auto event = events.pop();
        events.schedule(event.at + gap(random), event.kind, event.subject);
    }
}

void hold_and_cancel(benchmark::State& state) {
    limit::Xoshiro random{1};
    EventList events;
    for (std::int64_t i = 0; i < state.range(0); ++i) events.schedule(TimePoint{gap(random)}, 0, 0);
    std::vector<EventHandle> patience(64);
    std::size_t next = 0;
    for (auto _ : state) {
        const auto event = events.pop();
        events.schedule(event.at + gap(random), event.kind, event.subject);
        events.cancel(patience[next]);
        // Beyond most others, so that it is still pending when it is cancelled 64 rounds later.
        patience[next] = events.schedule(event.at + 8 * gap(random), 1, 0);
        next = (next + 1) % patience.size();
    }
}

void standard_priority_queue(benchmark::State& state) {
    limit::Xoshiro random{1};
    std::priority_queue<std::pair<std::int64_t, std::int64_t>, std::vector<std::pair<std::int64_t, std::int64_t>>,
                        std::greater<>>
        events;
    std::int64_t sequence = 0;
    for (std::int64_t i = 0; i < state.range(0); ++i) events.push({gap(random).count(), sequence++});
    for (auto _ : state) {
        const auto event = events.top();
        events.pop();
        events.push({event.first + gap(random).count(), sequence++});
    }
}

BENCHMARK(hold)->Arg(50)->Arg(1'000)->Arg(10'000)->Arg(100'000);
BENCHMARK(hold_and_cancel)->Arg(50)->Arg(1'000)->Arg(10'000)->Arg(100'000);
BENCHMARK(standard_priority_queue)->Arg(50)->Arg(1'000)->Arg(10'000)->Arg(100'000);

}  // namespace

BENCHMARK_MAIN();
