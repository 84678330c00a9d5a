#pragma once

#include <cstdint>
#include <vector>

#include <floorwalker/ids.hpp>

namespace floorwalker::measure {

/// What must be known of single contacts while they are in the centre. Only in use where scenarios need it.
class ContactWatch {
public:
    void note_waiting(ContactId contact, bool waits) { set(contact, kWaits, waits); }
    bool is_waiting(ContactId contact) const { return has(contact, kWaits); }

    /// An agent had it and left it.
    void note_interrupted(ContactId contact, bool interrupted) { set(contact, kInterrupted, interrupted); }
    bool is_interrupted(ContactId contact) const { return has(contact, kInterrupted); }

    /// On its way back to its first agent.
    void note_returning(ContactId contact, bool returns) { set(contact, kReturns, returns); }
    bool is_returning(ContactId contact) const { return has(contact, kReturns); }

    void forget(ContactId contact) {
        if (index(contact) < flags_.size()) flags_[index(contact)] = 0;
    }

private:
    static constexpr std::uint8_t kWaits = 1;
    static constexpr std::uint8_t kInterrupted = 2;
    static constexpr std::uint8_t kReturns = 4;

    bool has(ContactId contact, std::uint8_t flag) const {
        return index(contact) < flags_.size() && (flags_[index(contact)] & flag) != 0;
    }
    void set(ContactId contact, std::uint8_t flag, bool on) {
        if (index(contact) >= flags_.size()) flags_.resize(index(contact) + 1);
        std::uint8_t& flags = flags_[index(contact)];
        flags = static_cast<std::uint8_t>(on ? flags | flag : flags & ~flag);
    }

    std::vector<std::uint8_t> flags_;  // by ContactId
};

}  // namespace floorwalker::measure
