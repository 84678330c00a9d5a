#pragma once

#include <cstdint>
#include <vector>

#include <floorwalker/time.hpp>

/// How customers reach the centre.
namespace floorwalker {

enum class Channel : std::uint8_t {
    voice,  ///< one at a time; holds a line
    chat,   ///< several at a time
    mail,   ///< work without a customer waiting on it: letters, mail, back office; is kept over nights
};

/// How a group handles chats.
struct ChatWork {
    std::int64_t windows = 1;  ///< chats that one agent handles at once; 0: takes none
    /// How much longer a chat takes while so many are open: one value for each number of windows, the first 1.
    std::vector<double> slowdown;
};

}  // namespace floorwalker
