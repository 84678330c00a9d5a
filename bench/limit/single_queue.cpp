#include "loop.hpp"

namespace limit {

Counts single_queue(std::uint64_t calls, std::uint64_t seed) {
    constexpr double kGap = 6.0;
    constexpr double kTalk = 300.0;
    constexpr double kPatience = 120.0;
    constexpr std::uint64_t kAgents = 50;
    // Event ids: 0 an arrival, 1…50 an agent has finished, from 50 + slot a waiting caller gives up.
    static const Exponential exponential;
    static Events events_of_model;
    static Queue<1> queue_of_model;
    Events& events = events_of_model = {};
    Queue<1>& queue = queue_of_model = {};
    Ring idle;
    for (std::uint64_t agent = 1; agent <= kAgents; ++agent) idle.push(static_cast<std::uint8_t>(agent));
    Xoshiro random{seed};
    Counts counts;
    events.push({kGap * exponential(random), 0});
    for (;;) {
        const auto event = events.next();
        const double now = event.at;
        if (event.id == 0) {
            if (counts.calls == calls) return counts;
            ++counts.calls;
            events.replace_next({now + kGap * exponential(random), 0});
            if (!idle.empty()) {
                const double talk = kTalk * exponential(random);
                ++counts.answered;
                ++counts.within_20_s;
                counts.talk_s += talk;
                events.push({now + talk, idle.pop()});
            } else {
                const std::uint32_t slot = queue.join(0, now);
                events.push({now + kPatience * exponential(random), kAgents + slot});
            }
        } else if (event.id <= kAgents) {
            if (const std::uint32_t slot = queue.head(0); slot != 0) {
                const double wait = now - queue[slot].arrived;
                const double talk = kTalk * exponential(random);
                queue.leave(slot);
                ++counts.answered;
                counts.within_20_s += wait <= 20 ? 1 : 0;
                counts.wait_of_answered_s += wait;
                counts.talk_s += talk;
                events.replace_next({now + talk, event.id});
                events.erase(kAgents + slot);
            } else {
                events.pop();
                idle.push(static_cast<std::uint8_t>(event.id));
            }
        } else {
            events.pop();
            queue.leave(static_cast<std::uint32_t>(event.id - kAgents));
            ++counts.abandoned;
        }
    }
}

}  // namespace limit
