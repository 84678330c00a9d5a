#pragma once

#include <memory>
#include <optional>

#include "sim/cluster/transport.hpp"

namespace floorwalker::cluster {

/// Was this process started by mpirun or srun, with others? Read from the environment, so that a program that was not
/// never touches MPI.
bool is_one_of_many();

/// The number of this process among them, where the environment tells it.
std::optional<int> rank_in_environment();

/// False: the program was built without MPI.
bool has_mpi();

/// Joins the other processes over MPI, once in a program's life. Only MPI's C interface is used. Throws
/// std::runtime_error when the program was built without MPI, or MPI does not start.
///
/// At its end all processes wait for each other, unless some process was given up.
std::unique_ptr<Transport> join_processes();

}  // namespace floorwalker::cluster
