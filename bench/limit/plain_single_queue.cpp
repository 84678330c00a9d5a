#include <deque>
#include <queue>
#include <random>
#include <vector>

#include "loop.hpp"

namespace limit {

Counts plain_single_queue(std::uint64_t calls, std::uint64_t seed) {
    enum class Kind { arrival, talk_ends, patience_ends };
    struct Event {
        double at;
        Kind kind;
        std::uint64_t call;
        bool operator<(const Event& other) const { return at > other.at; }
    };
    struct Waiting {
        std::uint64_t call;
        double since;
    };
    std::mt19937_64 random{seed};
    std::exponential_distribution<double> gap{1 / 6.0};
    std::exponential_distribution<double> talk{1 / 300.0};
    std::exponential_distribution<double> patience{1 / 120.0};
    std::priority_queue<Event> events;
    std::deque<Waiting> queue;  // those who gave up are skipped when their turn comes
    std::vector<bool> gone(calls + 1);
    int idle = 50;
    Counts counts;
    const auto answer = [&](double now, double since) {
        const double length = talk(random);
        ++counts.answered;
        counts.within_20_s += now - since <= 20 ? 1 : 0;
        counts.wait_of_answered_s += now - since;
        counts.talk_s += length;
        events.push({now + length, Kind::talk_ends, 0});
    };
    events.push({gap(random), Kind::arrival, 0});
    for (;;) {
        const Event event = events.top();
        events.pop();
        if (event.kind == Kind::arrival) {
            if (counts.calls == calls) return counts;
            const std::uint64_t call = ++counts.calls;
            events.push({event.at + gap(random), Kind::arrival, 0});
            if (idle > 0) {
                --idle;
                answer(event.at, event.at);
            } else {
                queue.push_back({call, event.at});
                events.push({event.at + patience(random), Kind::patience_ends, call});
            }
        } else if (event.kind == Kind::talk_ends) {
            while (!queue.empty() && gone[queue.front().call]) queue.pop_front();
            if (queue.empty()) {
                ++idle;
                continue;
            }
            const Waiting next = queue.front();
            queue.pop_front();
            gone[next.call] = true;
            answer(event.at, next.since);
        } else if (!gone[event.call]) {
            gone[event.call] = true;
            ++counts.abandoned;
        }
    }
}

}  // namespace limit
