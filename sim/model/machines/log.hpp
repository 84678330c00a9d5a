#pragma once

#include <cstdint>
#include <vector>

#include <floorwalker/time.hpp>

/// What the machines did in a run, in the order in which the centre came to know. A centre that reads it does without
/// the machines: so a world with machines is a value like any other, although SimGrid's state cannot be copied.
namespace floorwalker::model {

struct MachineEvent {
    enum class Kind : std::uint8_t {
        settled,      // whatever has not been answered by now takes time; comes once after each event with new look-ups
        answered,     // look-up `subject`
        failed,       // likewise: none of its tries was answered
        server_load,  // from now on `subject` look-ups are at the server
        server_speed,  // of the platform file's own accord: `value` times its own from now on; 0: off
        link_speed,    // likewise
    };

    std::uint64_t after_steps = 0;  // comes when so many events of the centre are over
    TimePoint at{};                 // never earlier than the event before
    Kind kind{};
    std::uint8_t tries = 0;     // answered, failed
    std::uint16_t machine = 0;  // ServerId or LinkId
    std::uint32_t subject = 0;  // ticket or number
    double value = 0.0;

    friend bool operator==(const MachineEvent&, const MachineEvent&) = default;
};

using MachineLog = std::vector<MachineEvent>;

}  // namespace floorwalker::model
