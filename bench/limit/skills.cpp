#include <bit>

#include "loop.hpp"

namespace limit {
namespace {

constexpr std::uint32_t kTypes = 5;
constexpr std::size_t kGroups = 6;
constexpr std::uint64_t kAgents = 52;
constexpr std::array<double, kTypes> kPerHour{200, 160, 120, 80, 40};
constexpr std::array<double, kTypes> kTalk{240, 300, 360, 300, 420};
constexpr std::array<double, kTypes> kPatience{120, 120, 180, 90, 150};
constexpr std::array<int, kGroups> kSize{12, 10, 8, 8, 6, 8};
constexpr std::array<unsigned, kGroups> kSkills{0b00001, 0b00010, 0b00100, 0b00011, 0b11100, 0b11111};
// Able groups by type, fewest skills first; -1 ends the list.
constexpr std::array<std::array<int, 4>, kTypes> kPreference{
    {{0, 3, 5, -1}, {1, 3, 5, -1}, {2, 4, 5, -1}, {4, 5, -1, -1}, {4, 5, -1, -1}}};

struct Desk {
    std::array<Ring, kGroups> idle;
    std::array<std::uint8_t, 64> group_of{};

    Desk() {
        std::uint8_t agent = 0;
        for (std::size_t group = 0; group < kGroups; ++group) {
            for (int i = 0; i < kSize[group]; ++i) {
                group_of[agent] = static_cast<std::uint8_t>(group);
                idle[group].push(agent++);
            }
        }
    }

    int free_agent(std::uint32_t type) {
        for (const int* group = kPreference[type].data(); *group >= 0; ++group) {
            auto& ring = idle[static_cast<std::size_t>(*group)];
            if (!ring.empty()) return ring.pop();
        }
        return -1;
    }
};

/// The longest waiting call of the types in `skills`, or 0 for none.
std::uint32_t longest_waiting(const Queue<kTypes>& queue, unsigned skills) {
    std::uint32_t best = 0;
    double earliest = std::numeric_limits<double>::infinity();
    for (; skills != 0; skills &= skills - 1) {
        const std::uint32_t slot = queue.head(static_cast<std::uint32_t>(std::countr_zero(skills)));
        if (slot >= kTypes && queue[slot].arrived < earliest) {
            earliest = queue[slot].arrived;
            best = slot;
        }
    }
    return best;
}

}  // namespace

Counts skills(std::uint64_t calls, std::uint64_t seed) {
    // Event ids: 0…4 an arrival of a type, 5…56 an agent has finished, from 52 + slot a waiting caller gives up.
    constexpr std::uint64_t kFirstCaller = kAgents;
    static const Exponential exponential;
    static Events events_of_model;
    static Queue<kTypes> queue_of_model;
    Events& events = events_of_model = {};
    Queue<kTypes>& queue = queue_of_model = {};
    Desk desk;
    Xoshiro random{seed};
    Counts counts;
    for (std::uint32_t type = 0; type < kTypes; ++type)
        events.push({3600 / kPerHour[type] * exponential(random), type});
    for (;;) {
        const auto event = events.next();
        const double now = event.at;
        if (event.id < kTypes) {
            const auto type = static_cast<std::uint32_t>(event.id);
            if (counts.calls == calls) return counts;
            ++counts.calls;
            events.replace_next({now + 3600 / kPerHour[type] * exponential(random), type});
            if (const int agent = desk.free_agent(type); agent >= 0) {
                const double talk = kTalk[type] * exponential(random);
                ++counts.answered;
                ++counts.within_20_s;
                counts.talk_s += talk;
                events.push({now + talk, kTypes + static_cast<std::uint64_t>(agent)});
            } else {
                const std::uint32_t slot = queue.join(type, now);
                events.push({now + kPatience[type] * exponential(random), kFirstCaller + slot});
            }
        } else if (event.id < kTypes + kAgents) {
            const auto agent = static_cast<std::uint8_t>(event.id - kTypes);
            const std::size_t group = desk.group_of[agent];
            if (const std::uint32_t slot = longest_waiting(queue, kSkills[group]); slot != 0) {
                const auto call = queue[slot];
                const double wait = now - call.arrived;
                const double talk = kTalk[call.type] * exponential(random);
                queue.leave(slot);
                ++counts.answered;
                counts.within_20_s += wait <= 20 ? 1 : 0;
                counts.wait_of_answered_s += wait;
                counts.talk_s += talk;
                events.replace_next({now + talk, event.id});
                events.erase(kFirstCaller + slot);
            } else {
                events.pop();
                desk.idle[group].push(agent);
            }
        } else {
            events.pop();
            queue.leave(static_cast<std::uint32_t>(event.id - kFirstCaller));
            ++counts.abandoned;
        }
    }
}

}  // namespace limit
