#include "viz/day/tape.hpp"

#include <algorithm>

namespace floorwalker::viz {
namespace {

/// Enough for a quick way back, few enough for memory: at 2,000 agents one takes 2 to 4 MB; see docs/benchmarks.md.
constexpr std::size_t kMostSnapshots = 72;
constexpr Duration kShortestStep = std::chrono::minutes{5};
/// Of samples over the whole run.
constexpr std::int64_t kMostSamples = 1500;

/// A part of an interval, so that there are samples where intervals begin and end; for long runs several intervals.
Duration step_of(Duration length, Duration interval) {
    const Duration least = std::max(kShortestStep, length / kMostSamples);
    for (std::int64_t parts = interval / kShortestStep; parts >= 1; --parts) {
        if (interval % parts == Duration{0} && interval / parts >= least) return interval / parts;
    }
    return interval * ((least + interval - Duration{1}) / interval);
}

Sample sample_of(const Moment& moment) {
    const RunResult result = moment.simulation().result();
    Sample sample;
    sample.at = moment.now();
    sample.kpis = result.overall;
    sample.servers = moment.scene().servers().all();
    sample.waiting = moment.scene().waiting_people();
    for (const NamedKpis& tier : result.tiers) sample.tiers.push_back(tier.kpis);
    const auto& seats = moment.scene().seats();
    for (const Seat& seat : seats) ++sample.states[static_cast<std::size_t>(seat.state)];
    sample.present = std::count_if(seats.begin(), seats.end(), [](const Seat& seat) {
        return seat.state != AgentState::signed_out && !is_away(seat.state);
    });
    return sample;
}

}  // namespace

Scenario as_scripted(const RunOf& run) {
    Scenario scenario = run.scenario;
    for (const RunOf::Live& live : run.live) scenario.decisions.push_back(live.decision);
    return scenario;
}

Moment::Moment(const RunOf& run) : simulation_{as_scripted(run), run.seed, run.replication}, scene_{run.scenario} {
    watch();
}

Moment::Moment(const Moment& other) : simulation_{other.simulation_}, scene_{other.scene_}, now_{other.now_} {
    watch();
}

Moment& Moment::operator=(const Moment& other) {
    simulation_ = other.simulation_;
    scene_ = other.scene_;
    now_ = other.now_;
    watch();
    return *this;
}

void Moment::watch() {
    simulation_.listen([this](const Fact& fact) { scene_(fact); });
}

void Moment::run_until(TimePoint until) {
    if (until < now_) return;
    simulation_.run_until(until);
    now_ = until;
    scene_.advance(now_);
}

void Moment::finish() {
    simulation_.run();
    now_ = std::max(now_, simulation_.now());
    scene_.advance(now_);
}

void Moment::step() {
    if (simulation_.is_over()) return;
    simulation_.step();
    now_ = std::max(now_, simulation_.now());
    scene_.advance(now_);
}

Tape::Tape(RunOf run) : run_{std::move(run)} {
    const Centre& centre = run_.scenario.centre;
    const Duration last_midnight = kDay * (centre.days - 1);
    begins_ = TimePoint{centre.open};
    ends_ = TimePoint{last_midnight + centre.close};
    const Duration length = ends_ - begins_;
    step_ = step_of(length, centre.interval);
    const auto steps = static_cast<std::size_t>(length / step_) + 1;
    every_ = (steps + kMostSnapshots - 1) / kMostSnapshots;
    snapshots_.push_back(std::make_shared<const Moment>(run_));
}

void Tape::record(const std::atomic<bool>& stop) {
    Moment moment{*snapshots_.front()};
    auto outcome = std::make_shared<Outcome>();
    TimePoint next = begins_;
    std::size_t steps = 0;
    while (!moment.is_over()) {
        if (stop.load(std::memory_order_relaxed)) return;
        moment.run_until(next);
        if (next <= ends_) outcome->samples.push_back(sample_of(moment));
        if (steps++ % every_ == 0) keep(moment);
        next += step_;
        const std::lock_guard lock{mutex_};
        recorded_ = moment.now();
    }
    outcome->result = moment.simulation().result();
    outcome->end = moment.now();
    outcome->digest = moment.simulation().digest();
    const std::lock_guard lock{mutex_};
    outcome_ = std::move(outcome);
}

/// With too many, for there is much to be done after closing, every second one goes, but the first, and the next are
/// kept half as often.
void Tape::keep(const Moment& moment) {
    auto snapshot = std::make_shared<const Moment>(moment);
    const std::lock_guard lock{mutex_};
    snapshots_.push_back(std::move(snapshot));
    if (snapshots_.size() <= kMostSnapshots) return;
    std::size_t place = 0;
    std::erase_if(snapshots_, [&place](const auto&) { return place++ % 2 == 1; });
    every_ *= 2;
}

TimePoint Tape::recorded_until() const {
    const std::lock_guard lock{mutex_};
    return outcome_ ? TimePoint::max() : recorded_;
}

bool Tape::is_complete() const {
    const std::lock_guard lock{mutex_};
    return outcome_ != nullptr;
}

std::shared_ptr<const Outcome> Tape::outcome() const {
    const std::lock_guard lock{mutex_};
    return outcome_;
}

std::shared_ptr<const Moment> Tape::nearest(TimePoint moment) const {
    const std::lock_guard lock{mutex_};
    const auto after = std::find_if(snapshots_.begin() + 1, snapshots_.end(),
                                    [moment](const auto& one) { return one->now() > moment; });
    return *(after - 1);
}

std::unique_ptr<Moment> Tape::at(TimePoint moment) const {
    auto copy = std::make_unique<Moment>(*nearest(moment));
    copy->run_until(moment);
    if (moment >= ends_) copy->finish();
    return copy;
}

}  // namespace floorwalker::viz
