#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace floorwalker::scenario {

inline constexpr std::uintmax_t kMegabyte = 1'000'000;
inline constexpr std::uintmax_t kLargestScenario = 16 * kMegabyte;
inline constexpr std::uintmax_t kLargestDataFile = 2000 * kMegabyte;

/// A file's whole text, or why it cannot be used; exactly one of the two is meant: the mistake is empty when it can.
struct TextFile {
    std::string text;
    std::string mistake;
};

/// `kind` is what the message calls the file, such as "a scenario".
TextFile read_text_file(const std::filesystem::path& file, std::uintmax_t largest, const std::string& kind);

}  // namespace floorwalker::scenario
