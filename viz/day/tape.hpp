#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/kept_run.hpp>
#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>
#include <floorwalker/simulation.hpp>

#include "viz/day/scene.hpp"

/// A run that can be wound to any moment: snapshots of its simulation and of its scene, and how its KPIs went.
namespace floorwalker::viz {

/// What a scenario was read from.
struct Origin {
    std::string name;                    ///< of the scenario's file, without folder and extension; or of the kept run
    std::filesystem::path folder;        ///< where the files are that the text names
    std::string text;                    ///< as it was read
    std::vector<std::string> overrides;  ///< of the text, each "path=value"
    std::size_t own_decisions = 0;       ///< of the scenario's decisions, how many are in the text; the others follow
    std::optional<LoadedRun> kept{};     ///< the run that it is to be made again of
};

/// Which run it is. The same again for the same values.
struct RunOf {
    Scenario scenario;
    std::uint64_t seed = 1;
    std::uint64_t replication = 0;
    /// Taken in the window, in the order in which they were taken, beside those of the scenario.
    struct Live {
        TimePoint taken{};
        Decision decision;
    };
    std::vector<Live> live;
    std::shared_ptr<const Origin> origin{};  ///< none for a scenario built in code
};

/// The scenario with the live decisions at the end of its own, as if they had been known from the beginning. A run is
/// always made of this, so that a session in the window is the run of the scenario that it is saved as.
Scenario as_scripted(const RunOf& run);

/// A running centre with what is to be seen of it.
class Moment {
public:
    explicit Moment(const RunOf& run);
    // A copy goes on by itself and has a scene of its own.
    Moment(const Moment& other);
    Moment& operator=(const Moment& other);
    Moment(Moment&&) = delete;
    Moment& operator=(Moment&&) = delete;
    ~Moment() = default;

    /// Runs until then; does nothing when it is past that.
    void run_until(TimePoint until);
    /// Runs to the end, whenever that is.
    void finish();
    /// Runs the next event, however far away.
    void step();

    TimePoint now() const { return now_; }
    bool is_over() const { return simulation_.is_over(); }
    const Scene& scene() const { return scene_; }
    const Simulation& simulation() const { return simulation_; }

private:
    void watch();

    Simulation simulation_;
    Scene scene_;
    TimePoint now_{};
};

/// KPIs of the centre as they stood at a moment, from the beginning of the run.
struct Sample {
    TimePoint at{};
    KpiSet kpis;
    std::vector<KpiSet> tiers;
    std::int64_t present = 0;                          ///< agents signed in
    std::int64_t waiting = 0;                          ///< people, for an agent
    std::array<std::uint16_t, kAgentStates> states{};  ///< agents by what they do
    std::vector<ServerNow> servers;                    ///< by ServerId
};

/// What a whole run has come to.
struct Outcome {
    RunResult result;
    std::vector<Sample> samples;  ///< one each step, in order
    TimePoint end{};
    std::uint64_t digest = 0;  ///< of all facts
};

/// Records a run from its beginning to its end, in the background if wanted, and finds its way back to any moment of
/// what it has recorded. One thread records; any may look.
class Tape {
public:
    explicit Tape(RunOf run);

    const RunOf& run() const { return run_; }
    /// The first day's opening, and the end of the last: what a timeline is of.
    TimePoint begins() const { return begins_; }
    TimePoint ends() const { return ends_; }

    /// Runs to the end, keeping snapshots. Returns early when `stop` is set.
    void record(const std::atomic<bool>& stop);
    /// How far it has got; the end of time when done.
    TimePoint recorded_until() const;
    bool is_complete() const;
    /// None until it is complete.
    std::shared_ptr<const Outcome> outcome() const;

    /// The centre at that moment, from the nearest snapshot before it.
    std::unique_ptr<Moment> at(TimePoint moment) const;

private:
    std::shared_ptr<const Moment> nearest(TimePoint moment) const;
    void keep(const Moment& moment);

    RunOf run_;
    TimePoint begins_{};
    TimePoint ends_{};
    Duration step_{};  // between samples

    mutable std::mutex mutex_;
    std::vector<std::shared_ptr<const Moment>> snapshots_;  // in order of time; the first is the beginning
    std::shared_ptr<const Outcome> outcome_;
    TimePoint recorded_{};
    std::size_t every_ = 1;  // steps between snapshots
};

}  // namespace floorwalker::viz
