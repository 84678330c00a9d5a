#include "sim/scenario/text/text_file.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

namespace floorwalker::scenario {
namespace {

std::string too_large(std::uintmax_t size, std::uintmax_t largest, const std::string& kind) {
    // A file just above the limit must not read as one of exactly the limit.
    const auto shown = std::max(size / kMegabyte, largest / kMegabyte + 1);
    return fmt::format("is {} MB; {} is at most {} MB", shown, kind, largest / kMegabyte);
}

/// Reads on until the end or one byte beyond the limit: pipes and growing files have no size to ask for first.
std::string read_up_to(std::ifstream& stream, std::uintmax_t limit) {
    std::string text;
    constexpr std::size_t kChunk = 1 << 16;
    while (stream && text.size() <= limit) {
        const std::size_t size = text.size();
        text.resize(size + kChunk);
        stream.read(text.data() + size, static_cast<std::streamsize>(kChunk));
        text.resize(size + static_cast<std::size_t>(stream.gcount()));
    }
    return text;
}

}  // namespace

TextFile read_text_file(const std::filesystem::path& file, std::uintmax_t largest, const std::string& kind) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (std::filesystem::is_directory(status)) return {{}, "is a folder, not a file"};
    if (status.type() == std::filesystem::file_type::not_found) return {{}, "does not exist"};
    if (!std::filesystem::exists(status)) return {{}, "cannot be read: " + error.message()};
    // A pipe that the shell has opened (`<(…)`, /dev/stdin) ends; one in a folder may wait for a writer for ever.
    const bool is_from_shell = file.string().starts_with("/dev/") || file.string().starts_with("/proc/");
    if (std::filesystem::is_fifo(status) && !is_from_shell) return {{}, "is a pipe, not a file"};
    if (std::filesystem::is_regular_file(status)) {
        const auto size = std::filesystem::file_size(file, error);
        if (!error && size > largest) return {{}, too_large(size, largest, kind)};
    }
    errno = 0;
    std::ifstream stream{file, std::ios::binary};
    if (!stream) return {{}, "cannot be read: " + std::generic_category().message(errno == 0 ? EIO : errno)};
    auto text = read_up_to(stream, largest);
    if (stream.bad()) return {{}, "cannot be read to its end"};
    if (text.size() > largest) return {{}, too_large(text.size(), largest, kind)};
    if (text.find('\0') != std::string::npos) return {{}, "is not a text file"};
    return {std::move(text), {}};
}

}  // namespace floorwalker::scenario
