#pragma once

#include <compare>
#include <cstdint>
#include <set>

#include <floorwalker/facts.hpp>

namespace floorwalker::measure {

/// Contacts that a fault has touched, each once. They are known by who they are: a place in the table of contacts is
/// used again, and a look-up after the talk may fail when its contact has left. One that is touched again more than a
/// week after its day counts anew, so that memory does not grow with the days.
class TouchedContacts {
public:
    /// Whether it is touched for the first time.
    bool touch(const ContactRef& contact) {
        return keys_.insert({contact.day, contact.customer, contact.attempt}).second;
    }

    void begin_day(std::uint32_t day) {
        if (day > kDaysKept) keys_.erase(keys_.begin(), keys_.lower_bound({day - kDaysKept, {}, 0}));
    }

private:
    static constexpr std::uint32_t kDaysKept = 7;

    struct Key {
        std::uint32_t day = 0;
        Customer customer;
        std::uint8_t attempt = 0;

        friend auto operator<=>(const Key&, const Key&) = default;
    };

    std::set<Key> keys_;
};

}  // namespace floorwalker::measure
