#pragma once

#include <sys/types.h>

namespace floorwalker::infra {

/// As fork(), from a process of several threads. glibc sees to it that the child can allocate. AddressSanitizer does
/// not: its child may inherit a lock that another thread held at that moment, and that nobody will ever open. So there
/// a child first takes memory of every size, and one that gets stuck is ended and another made. Returns 0 in the child.
/// Throws std::system_error.
pid_t fork_safely();

}  // namespace floorwalker::infra
