#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/machines/log.hpp"

/// How a child tells its parent, through a pipe, what the machines did. Both are the same program on the same machine.
namespace floorwalker::infra {

enum class FrameKind : std::uint32_t {
    log,      // some entries, in order
    problem,  // a text: the machines cannot be run; there may be several
    step,     // a text: what is wrong if the child dies next
    done,     // empty: no more frames come
};

struct FrameHeader {
    FrameKind kind{};
    std::uint32_t bytes = 0;  // that follow
};

/// The child's end. Throws std::system_error when nobody reads any more.
class FrameWriter {
public:
    explicit FrameWriter(int fd) : fd_{fd} {}

    void add(const model::MachineEvent& event);
    void problem(std::string_view text);
    void step(std::string_view text);
    void done();

private:
    void write_log();
    void write_frame(FrameKind kind, const void* data, std::size_t bytes) const;

    int fd_;
    model::MachineLog log_;  // not yet written
};

/// The parent's end: takes bytes as they come.
class FrameReader {
public:
    void take(const char* data, std::size_t bytes);

    bool is_done() const { return is_done_; }
    model::MachineLog& log() { return log_; }
    const std::vector<std::string>& problems() const { return problems_; }
    const std::string& last_step() const { return last_step_; }

private:
    void take_frame(const FrameHeader& header, const char* data);

    std::vector<char> pending_;
    model::MachineLog log_;
    std::vector<std::string> problems_;
    std::string last_step_;
    bool is_done_ = false;
};

}  // namespace floorwalker::infra
