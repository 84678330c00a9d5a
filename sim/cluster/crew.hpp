#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace floorwalker::cluster {

struct Finished {
    std::int64_t task = 0;
    double seconds = 0;  ///< that it took, of one core
    std::string bytes;   ///< what it came to
};

/// What computes the tasks of one process: threads, or in the model of a cluster the clock.
class Crew {
public:
    Crew() = default;
    virtual ~Crew() = default;
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    /// How many tasks it computes at once.
    virtual int size() const = 0;
    /// Queues a task behind those it has.
    virtual void give(std::int64_t task) = 0;
    /// A finished task; none when none is finished within `patience` seconds. Throws what the computation threw.
    virtual std::optional<Finished> take(double patience) = 0;
};

}  // namespace floorwalker::cluster
