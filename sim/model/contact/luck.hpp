#pragma once

#include <cstdint>

#include <floorwalker/facts.hpp>
#include <floorwalker/ids.hpp>

#include "sim/kernel/stream.hpp"

/// The luck of a customer and of a day. Every draw of the model has a purpose, and each (customer, purpose) has a
/// stream of its own, so nothing that the centre does can change what a customer brings along.
namespace floorwalker::model {

enum class Purpose : std::uint32_t {
    // Purposes 2k and 2k + 1 share the first Philox block of a customer. The first two are needed by every contact.
    // At most 127, so that pairs and legs find room beside them.
    next_arrival = 0,
    talk = 1,
    patience = 2,
    leave_at_once = 3,
    tier = 4,
    wrap_up = 5,
    ivr_patience = 6,
    ivr_choice = 7,  // with the number of the node visited as leg
    ivr_length = 8,
    call_again = 9,
    call_again_delay = 10,
    transfer = 11,
    briefing = 12,
    return_talk = 13,
    callback_accepted = 14,
    missed_call = 15,
    // Purposes of a day rather than of a customer.
    centre_busyness = 16,
    call_type_busyness = 17,
    // Again of a customer.
    announcement = 18,  // with the number of the step as leg
    group_weights = 19,
    dialling = 20,  // with the number of the attempt as leg
    reached = 21,
    right_party = 22,
    wrong_party_talk = 23,
    preview = 24,
    ring = 25,
    on_paper = 26,
    ring_delay = 27,
    ring_missed = 28,  // one word for each ring of the turn
    looks_up = 40,
    hold_point = 41,
    hold_length = 42,
    report_back = 43,
    look_up_happens = 44,     // one word for each look-up
    look_up_point = 45,       // likewise
    first_look_up_work = 60,  // to 79: a purpose for each look-up
    ivr_look_up = 112,        // with the number of the node visited as leg, and so is the next; one word for each
    ivr_look_up_work = 113,
    // Purposes of an agent.
    agent_pace = 32,
    agent_drift = 33,  // with the week
    agent_tenure = 34,
    agent_leave = 48,  // with the day, and so are the next three
    agent_sickness = 49,
    agent_lateness = 50,
    agent_late_by = 51,
    agent_slip = 52,  // with the number of the slip
    agent_slip_length = 53,
    // Of a customer: what the contact comes to.
    solved = 90,
    system_defect = 91,
    knowledge_defect = 92,
    agent_defect = 93,
    complaint = 94,
    politeness = 95,
    score = 96,
    survey = 97,
    praise = 98,
    monitored = 99,
    monitor_noise = 100,
    // Of an agent, or of a monitor.
    monitor_bias = 110,
    monitoring_phase = 111,
    agent_trait = 35,  // with the trait's number for the week
    // Again of a customer: towards the agent.
    abuse = 80,
    abuse_ended = 81,
    agent_leaves = 56,  // with the day
    paper_entry = 114,  // of the customer after whose contact something is entered
    // Of a machine, by the number of its breakdown.
    machine_up = 115,
    machine_down = 116,
};

/// Which of the calls of a customer, and which of its agents, a draw is for. Every one has luck of its own, so that a
/// second call, or a second agent, changes nothing for the first.
struct Turn {
    std::uint8_t attempt = 0;
    std::uint8_t leg = 0;
};

inline Turn turn_of(const ContactRef& contact) { return {contact.attempt, contact.leg}; }

namespace detail {

// The third word of a stream's place: source below, then purpose (or pair of purposes), then leg. Blocks 1, 2, … of a
// place hold the rest of a purpose's stream; block 0 the pair's first words, numbered from kPairs so that the two never
// meet. Days are below 2^20 (a rule of scenarios), above them the attempt.
inline constexpr std::uint32_t kPairs = 0x8000;
inline constexpr unsigned kAttemptShift = 20;
inline constexpr unsigned kLegShift = 24;
inline constexpr std::uint32_t kMostLegs = 0x7F;

inline kernel::StreamPlace place_of(Customer customer, std::uint32_t purpose, Turn turn = {}) {
    return {customer.number, customer.day | std::uint32_t{turn.attempt} << kAttemptShift,
            static_cast<std::uint32_t>(customer.source) | purpose << 16U | (turn.leg & kMostLegs) << kLegShift};
}

}  // namespace detail

/// First words of the two purposes that share a block.
inline kernel::WordPair first_words(kernel::StreamKey key, Customer customer, Purpose purpose, Turn turn = {}) {
    const std::uint32_t pair = static_cast<std::uint32_t>(purpose) / 2;
    return kernel::words_at(key, detail::place_of(customer, detail::kPairs + pair, turn), 0);
}

inline std::uint64_t first_word(kernel::StreamKey key, Customer customer, Purpose purpose, Turn turn = {}) {
    return first_words(key, customer, purpose, turn)[static_cast<std::uint32_t>(purpose) % 2];
}

/// One number in [0, 1) for a purpose that needs no more.
inline double chance(kernel::StreamKey key, Customer customer, Purpose purpose, Turn turn = {}) {
    return kernel::unit_interval(first_word(key, customer, purpose, turn));
}

/// A stream whose first word is known already.
inline kernel::Stream luck_from(std::uint64_t first_word, kernel::StreamKey key, Customer customer, Purpose purpose,
                                Turn turn = {}) {
    return {first_word, key, detail::place_of(customer, static_cast<std::uint32_t>(purpose), turn)};
}

inline kernel::Stream luck_of(kernel::StreamKey key, Customer customer, Purpose purpose, Turn turn = {}) {
    return luck_from(first_word(key, customer, purpose, turn), key, customer, purpose, turn);
}

/// The luck of a day: how busy it is. `source` is 0 for the whole centre.
inline kernel::Stream luck_of_day(kernel::StreamKey key, std::uint32_t day, SourceId source, Purpose purpose) {
    return kernel::Stream{key, detail::place_of({source, day, 0}, static_cast<std::uint32_t>(purpose))};
}

/// The luck of an agent: the `number`-th (from 0) of a group, so that one agent or group more leaves the others who
/// they are. Purposes of agents are never those of customers, so the two do not meet.
inline kernel::Stream luck_of_agent(kernel::StreamKey key, GroupId group, std::uint32_t number, std::uint32_t week,
                                    Purpose purpose) {
    const auto source = SourceId(static_cast<std::uint16_t>(group));
    return kernel::Stream{key, detail::place_of({source, week, number}, static_cast<std::uint32_t>(purpose))};
}

}  // namespace floorwalker::model
