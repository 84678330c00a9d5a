#include <memory>
#include <utility>

#include <floorwalker/simulation.hpp>

#include "sim/infra/prepare.hpp"
#include "sim/measure/digest.hpp"
#include "sim/measure/observers.hpp"
#include "sim/measure/recorder.hpp"
#include "sim/measure/summary.hpp"
#include "sim/model/engine.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker {
namespace {

/// Hands facts on to whoever listens. Copies fall silent: who listens to one run did not ask to hear another.
class Announcer {
public:
    Announcer() = default;
    Announcer(const Announcer&) {}
    Announcer& operator=(const Announcer&) { return *this; }
    Announcer(Announcer&&) = default;
    Announcer& operator=(Announcer&&) = default;
    ~Announcer() = default;

    void listen(Simulation::Listener listener) { listener_ = std::move(listener); }

    template <class OneFact>
    void operator()(const OneFact& fact) {
        if (listener_) listener_(Fact{fact});
    }

private:
    Simulation::Listener listener_;
};

using Observer = measure::Observers<measure::Recorder, measure::Digest, Announcer>;

model::Engine<Observer> engine_for(const Scenario& scenario, std::uint64_t seed, std::uint64_t replication) {
    const auto model = infra::prepare(scenario);
    const auto settings = std::make_shared<const measure::Settings>(measure::settings_of(scenario, model));
    return {model, seed, replication, Observer{measure::Recorder{settings}, {}, {}}};
}

}  // namespace

class Simulation::State {
public:
    State(const Scenario& scenario, std::uint64_t seed_of_run, std::uint64_t replication)
        : seed{seed_of_run},
          engine{engine_for(scenario, seed, replication)},
          blank{std::make_shared<const measure::Summary>(scenario)} {}

    std::uint64_t seed;
    model::Engine<Observer> engine;
    // Knows the names of everything; filled anew for each result. Copies of the run share it.
    std::shared_ptr<const measure::Summary> blank;
};

Simulation::Simulation(const Scenario& scenario, std::uint64_t seed, std::uint64_t replication)
    : state_{std::make_unique<State>(scenario, seed, replication)} {}

Simulation::Simulation(const Simulation& other) : state_{std::make_unique<State>(*other.state_)} {}

Simulation& Simulation::operator=(const Simulation& other) {
    if (this != &other) state_ = std::make_unique<State>(*other.state_);
    return *this;
}

Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;
Simulation::~Simulation() = default;

void Simulation::listen(Listener listener) { state_->engine.observer().get<Announcer>().listen(std::move(listener)); }

TimePoint Simulation::now() const { return state_->engine.world().now; }
bool Simulation::is_over() const { return state_->engine.is_over(); }
bool Simulation::step() { return state_->engine.step(); }
void Simulation::run_until(TimePoint until) { state_->engine.run_until(until); }
void Simulation::run() { state_->engine.run(); }
void Simulation::apply(const Decision& decision) {
    const model::Model& model = state_->engine.model();
    model::Known known{model.groups.size(), model.call_types.size(), model.number_count(), model.tiers};
    if (const auto& all = model.machines.all) {
        known.sites = all->sites.size();
        known.links = all->links.size();
        known.servers = all->servers.size();
    }
    model::check_rules(decision, known);
    state_->engine.apply(decision);
}

std::uint64_t Simulation::digest() const { return state_->engine.observer().get<measure::Digest>().value(); }
std::int64_t Simulation::waiting() const { return state_->engine.world().waiting; }
std::int64_t Simulation::in_centre() const { return state_->engine.world().in_centre(); }

RunResult Simulation::result() const {
    measure::Recorder recorder = state_->engine.observer().get<measure::Recorder>();
    recorder.finish(now());
    measure::Summary summary = *state_->blank;
    summary.add(recorder, digest());
    RunResult result = summary.result(0.95);
    result.seed = state_->seed;
    result.replications_asked = 1;
    return result;
}

}  // namespace floorwalker
