#include <stdexcept>

#include "sim/cluster/processes.hpp"

namespace floorwalker::cluster {

bool has_mpi() { return false; }

std::unique_ptr<Transport> join_processes() {
    throw std::runtime_error{"this floorwalker was built without MPI: build it with -DFLOORWALKER_MPI=ON"};
}

}  // namespace floorwalker::cluster
