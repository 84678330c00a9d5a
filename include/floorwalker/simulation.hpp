#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include <floorwalker/decision.hpp>
#include <floorwalker/facts.hpp>
#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>
#include <floorwalker/time.hpp>

namespace floorwalker {

/// One replication that can be looked at while it runs: stepped, stopped, copied, and changed by decisions.
///
/// It is a value. A copy is a snapshot, and goes on by itself: run the copy with another decision and compare.
/// Scenario, seed, replication and decisions determine every fact; stepping changes nothing.
///
/// Of a scenario with servers the machines run first, from the beginning to the end of the run, in a process of their
/// own: SimGrid's state can be neither copied nor wound back. The simulation then reads what they did, and is a value
/// as ever. `apply` runs them again from the start, which for a day with 25,000 look-ups takes about a second.
class Simulation {
public:
    using Listener = std::function<void(const Fact&)>;

    /// Throws std::invalid_argument when the scenario breaks a rule, and std::runtime_error when its machines cannot be
    /// run.
    explicit Simulation(const Scenario& scenario, std::uint64_t seed = 1, std::uint64_t replication = 0);

    Simulation(const Simulation& other);
    Simulation& operator=(const Simulation& other);
    Simulation(Simulation&&) noexcept;
    Simulation& operator=(Simulation&&) noexcept;
    ~Simulation();

    /// Told every fact from now on. A copy of the simulation has no listener.
    void listen(Listener listener);

    TimePoint now() const;
    bool is_over() const;

    /// Runs the next event; false when the run is over.
    bool step();
    /// Runs all events up to and including `until`.
    void run_until(TimePoint until);
    /// Runs to the end.
    void run();

    /// Takes a decision now. Its `day` and `at` may lie ahead; when `at` has passed and its time is not over, it takes
    /// effect at once. Without a day it holds for today. With machines whatever belongs to this moment happens first.
    /// Throws std::invalid_argument when it names no group of the scenario or ends before it begins.
    void apply(const Decision& decision);

    /// Of all facts so far.
    std::uint64_t digest() const;

    std::int64_t waiting() const;
    /// Contacts waiting or talking; each holds a line.
    std::int64_t in_centre() const;

    /// KPIs as if the run ended now.
    RunResult result() const;

private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace floorwalker
