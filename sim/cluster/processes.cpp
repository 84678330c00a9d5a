#include "sim/cluster/processes.hpp"

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace floorwalker::cluster {
namespace {

// Open MPI's mpirun, MPICH's and Intel's mpirun or srun --mpi=pmi2, srun --mpi=pmix.
constexpr const char* kRankNames[] = {"OMPI_COMM_WORLD_RANK", "PMI_RANK", "PMIX_RANK"};
constexpr const char* kSizeNames[] = {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"};

std::optional<int> number_in(const char* variable) {
    const char* value = std::getenv(variable);
    if (value == nullptr) return std::nullopt;
    const std::string_view text{value};
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::optional<int> rank_in_environment() {
    for (const char* name : kRankNames) {
        if (const auto rank = number_in(name)) return rank;
    }
    return std::nullopt;
}

bool is_one_of_many() {
    // A rank alone says little: srun gives one to each single task of an array job too.
    for (const char* name : kSizeNames) {
        if (number_in(name) == 1) return false;
    }
    return rank_in_environment().has_value();
}

}  // namespace floorwalker::cluster
