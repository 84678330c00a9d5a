#pragma once

#include <cstdint>

#include <floorwalker/ids.hpp>

/// What the centre asks of the machines. The world keeps the orders of its last event until somebody has taken them.
namespace floorwalker::model {

struct MachineOrder {
    enum class Kind : std::uint8_t {
        look_up,       // begins
        give_up,       // whoever waited for the look-up is gone: no answer must come
        server_speed,  // `value` times its own speed; 0: off
        link_speed,    // `value` times its own bandwidth; 0: off
        site_state,    // 0: nobody and nothing there can be reached; 1: they can again
        calls,         // `value` calls are going on between the site and the IVR's
    };

    Kind kind{};
    SiteId site{};              // look_up: of who asks; site_state, calls
    std::uint16_t machine = 0;  // look_up, server_speed: ServerId; link_speed: LinkId
    std::uint32_t ticket = 0;   // look_up, give_up: unique among those under way, used again later
    double value = 0.0;
    double request_bytes = 0.0;  // look_up, and so are the next two
    double work_s = 0.0;         // on a core of speed 1
    double answer_bytes = 0.0;
};

}  // namespace floorwalker::model
