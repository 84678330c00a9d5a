#include "sim/infra/simgrid/engine_centre.hpp"

#include <stdexcept>
#include <utility>

#include "sim/infra/simgrid/no_observer.hpp"
#include "sim/model/engine.hpp"

namespace floorwalker::infra {
namespace {

class EngineCentre final : public Centre {
public:
    EngineCentre(const model::Model& model, kernel::StreamKey key, std::vector<model::LiveDecision> live)
        : engine_{not_owned(model), model::first_world(model, key), NoObserver{}}, live_{std::move(live)} {}

    std::optional<TimePoint> next_at() override { return engine_.next_event_at(); }
    TimePoint now() const override { return engine_.world().now; }
    std::uint64_t steps() const override { return engine_.world().steps; }
    bool needs_settling() const override { return engine_.world().fresh_look_ups > 0; }

    void step() override {
        const TimePoint before = now();
        engine_.step_event();
        collect_orders();
        steps_at_once_ = now() == before ? steps_at_once_ + 1 : 0;
        if (steps_at_once_ > kMostStepsAtOnce)
            throw std::runtime_error{"the run does not get beyond " +
                                     std::to_string(to_hours(before.time_since_epoch())) +
                                     " h: do contacts go round without taking any time?"};
    }

    void take(const model::MachineEvent& event) override {
        engine_.take(event);
        collect_orders();
    }

    std::vector<model::MachineOrder> take_orders() override { return std::exchange(orders_, {}); }

    std::optional<TimePoint> interruption_at() override {
        if (taken_ == live_.size()) return std::nullopt;
        return live_[taken_].at;
    }

    void interrupt() override {
        const model::LiveDecision& next = live_[taken_++];
        engine_.advance_clock(next.at);
        engine_.apply(next.decision);
    }

private:
    /// As Engine::run has it.
    static constexpr std::uint64_t kMostStepsAtOnce = 1U << 15U;

    static std::shared_ptr<const model::Model> not_owned(const model::Model& model) {
        return {std::shared_ptr<const model::Model>{}, &model};
    }

    void collect_orders() {
        const auto& fresh = engine_.world().orders;
        orders_.insert(orders_.end(), fresh.begin(), fresh.end());
    }

    model::Engine<NoObserver> engine_;
    std::vector<model::LiveDecision> live_;
    std::size_t taken_ = 0;
    std::vector<model::MachineOrder> orders_;
    std::uint64_t steps_at_once_ = 0;
};

}  // namespace

std::unique_ptr<Centre> make_engine_centre(const model::Model& model, kernel::StreamKey key,
                                           std::vector<model::LiveDecision> live) {
    return std::make_unique<EngineCentre>(model, key, std::move(live));
}

}  // namespace floorwalker::infra
