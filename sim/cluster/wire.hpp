#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/cluster/crew.hpp"

/// What messages look like in bytes. Both ends are one program on machines of one kind, so numbers are as they are in
/// memory. Bytes that are no such message throw std::runtime_error.
namespace floorwalker::cluster {

struct Hello {
    int crew = 1;
    std::string fingerprint;
};

std::string packed(const Hello& hello);
std::string packed(const std::vector<std::int64_t>& tasks);
std::string packed(const std::vector<Finished>& results);

Hello unpacked_hello(std::string_view bytes);
std::vector<std::int64_t> unpacked_tasks(std::string_view bytes);
std::vector<Finished> unpacked_results(std::string_view bytes);

}  // namespace floorwalker::cluster
