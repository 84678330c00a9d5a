#include "sim/cluster/processes.hpp"

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace floorwalker::cluster {
namespace {

// Open MPI's mpirun, MPICH's and Intel's mpirun or srun --mpi=pmi2, srun --mpi=pmix.
constexpr const char* kRankNames[] = {"OMPI_COMM_WORLD_RANK", "PMI_RANK", "PMIX_RANK"};

}  // namespace

std::optional<int> rank_in_environment() {
    for (const char* name : kRankNames) {
        const char* value = std::getenv(name);
        if (value == nullptr) continue;
        const std::string_view text{value};
        int rank = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rank);
        if (error == std::errc{} && end == text.data() + text.size()) return rank;
    }
    return std::nullopt;
}

bool is_one_of_many() { return rank_in_environment().has_value(); }

}  // namespace floorwalker::cluster
