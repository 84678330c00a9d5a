#include "sim/infra/frames.hpp"

#include <cerrno>
#include <cstring>
#include <system_error>
#include <type_traits>

#include <unistd.h>

namespace floorwalker::infra {
namespace {

static_assert(std::is_trivially_copyable_v<model::MachineEvent>);

constexpr std::size_t kEntriesAtOnce = 4096;

void write_all(int fd, const void* data, std::size_t bytes) {
    const auto* next = static_cast<const char*>(data);
    while (bytes > 0) {
        const ssize_t written = ::write(fd, next, bytes);
        if (written < 0) {
            if (errno == EINTR) continue;
            throw std::system_error{errno, std::generic_category(), "write"};
        }
        next += written;
        bytes -= static_cast<std::size_t>(written);
    }
}

}  // namespace

void FrameWriter::add(const model::MachineEvent& event) {
    log_.push_back(event);
    if (log_.size() == kEntriesAtOnce) write_log();
}

void FrameWriter::problem(std::string_view text) {
    write_log();
    write_frame(FrameKind::problem, text.data(), text.size());
}

void FrameWriter::step(std::string_view text) {
    write_log();
    write_frame(FrameKind::step, text.data(), text.size());
}

void FrameWriter::done() {
    write_log();
    write_frame(FrameKind::done, nullptr, 0);
}

void FrameWriter::write_log() {
    if (log_.empty()) return;
    write_frame(FrameKind::log, log_.data(), log_.size() * sizeof(model::MachineEvent));
    log_.clear();
}

void FrameWriter::write_frame(FrameKind kind, const void* data, std::size_t bytes) const {
    const FrameHeader header{kind, static_cast<std::uint32_t>(bytes)};
    write_all(fd_, &header, sizeof header);
    write_all(fd_, data, bytes);
}

void FrameReader::take(const char* data, std::size_t bytes) {
    pending_.insert(pending_.end(), data, data + bytes);
    std::size_t read = 0;
    FrameHeader header;
    while (pending_.size() - read >= sizeof header) {
        std::memcpy(&header, pending_.data() + read, sizeof header);
        if (pending_.size() - read - sizeof header < header.bytes) break;
        take_frame(header, pending_.data() + read + sizeof header);
        read += sizeof header + header.bytes;
    }
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(read));
}

void FrameReader::take_frame(const FrameHeader& header, const char* data) {
    switch (header.kind) {
    case FrameKind::log: {
        const std::size_t before = log_.size();
        log_.resize(before + header.bytes / sizeof(model::MachineEvent));
        std::memcpy(log_.data() + before, data, header.bytes);
        return;
    }
    case FrameKind::problem: problems_.emplace_back(data, header.bytes); return;
    case FrameKind::step: last_step_.assign(data, header.bytes); return;
    case FrameKind::done: is_done_ = true; return;
    }
}

}  // namespace floorwalker::infra
