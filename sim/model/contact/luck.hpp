#pragma once

#include <cstdint>

#include <floorwalker/ids.hpp>

#include "sim/kernel/stream.hpp"

/// The luck of a customer and of a day. Every draw of the model has a purpose, and each (customer, purpose) has a
/// stream of its own, so nothing that the centre does can change what a customer brings along.
namespace floorwalker::model {

enum class Purpose : std::uint32_t {
    // Purposes 2k and 2k + 1 share the first Philox block of a customer. The first two are needed by every contact.
    next_arrival = 0,
    talk = 1,
    patience = 2,
    leave_at_once = 3,
    tier = 4,
    wrap_up = 5,
    // Purposes of a day rather than of a customer.
    centre_busyness = 16,
    call_type_busyness = 17,
};

namespace detail {

// The third word of a stream's place: call type below, purpose (or pair of purposes) above. Blocks 1, 2, … of a place
// hold the rest of a purpose's stream; block 0 the pair's first words, numbered from kPairs so that the two never meet.
inline constexpr std::uint32_t kPairs = 0x8000;

inline kernel::StreamPlace place_of(Customer customer, std::uint32_t purpose) {
    return {customer.number, customer.day, static_cast<std::uint32_t>(customer.call_type) | purpose << 16U};
}

}  // namespace detail

/// First words of the two purposes that share a block.
inline kernel::WordPair first_words(kernel::StreamKey key, Customer customer, Purpose purpose) {
    const std::uint32_t pair = static_cast<std::uint32_t>(purpose) / 2;
    return kernel::words_at(key, detail::place_of(customer, detail::kPairs + pair), 0);
}

/// A stream whose first word is known already.
inline kernel::Stream luck_from(std::uint64_t first_word, kernel::StreamKey key, Customer customer, Purpose purpose) {
    return {first_word, key, detail::place_of(customer, static_cast<std::uint32_t>(purpose))};
}

inline kernel::Stream luck_of(kernel::StreamKey key, Customer customer, Purpose purpose) {
    const auto words = first_words(key, customer, purpose);
    return luck_from(words[static_cast<std::uint32_t>(purpose) % 2], key, customer, purpose);
}

/// The luck of a day: how busy it is. `call_type` is 0 for the whole centre.
inline kernel::Stream luck_of_day(kernel::StreamKey key, std::uint32_t day, CallTypeId call_type, Purpose purpose) {
    return kernel::Stream{key, detail::place_of({call_type, day, 0}, static_cast<std::uint32_t>(purpose))};
}

}  // namespace floorwalker::model
