#include "sim/plan/replication.hpp"

#include <utility>

#include "sim/infra/prepare.hpp"
#include "sim/measure/contact_log.hpp"
#include "sim/measure/digest.hpp"
#include "sim/measure/observers.hpp"
#include "sim/model/engine.hpp"

namespace floorwalker::plan {
namespace {

// Between two looks at the stop flag: a few milliseconds of simulation.
constexpr std::uint64_t kStepsAtOnce = 1U << 15U;

/// None when stopped on the way. `OneRecorder` is PlainRecorder only where the model is plain.
template <class OneRecorder, class... Others>
std::optional<measure::Observers<OneRecorder, Others...>> run_one(const ReplicationJob& job, std::int64_t number,
                                                                  const std::atomic<bool>& stop, Others... others) {
    using Observer = measure::Observers<OneRecorder, Others...>;
    model::Engine<Observer> engine{job.model, job.seed, static_cast<std::uint64_t>(number),
                                   Observer{OneRecorder{job.settings}, std::move(others)...}, &stop};
    if (stop.load(std::memory_order_relaxed)) return std::nullopt;
    while (engine.run_steps(kStepsAtOnce)) {
        if (stop.load(std::memory_order_relaxed)) return std::nullopt;
    }
    engine.observer().template get<OneRecorder>().finish(engine.world().now);
    return std::move(engine.observer());
}

template <class OneRecorder>
std::optional<FinishedReplication> run_with(const ReplicationJob& job, std::int64_t number,
                                            const std::atomic<bool>& stop) {
    using measure::ContactLog;
    using measure::Digest;
    if (!job.with_contacts) {
        auto told = run_one<OneRecorder>(job, number, stop, Digest{});
        if (!told) return std::nullopt;
        return FinishedReplication{
            number, told->template get<Digest>().value(), std::move(told->template get<OneRecorder>()), {}};
    }
    const auto key = kernel::stream_key(job.seed, static_cast<std::uint64_t>(number));
    auto told = run_one<OneRecorder>(job, number, stop, Digest{}, ContactLog{job.model, key});
    if (!told) return std::nullopt;
    return FinishedReplication{number, told->template get<Digest>().value(),
                               std::move(told->template get<OneRecorder>()),
                               told->template get<ContactLog>().contacts()};
}

}  // namespace

ReplicationJob job_of(const Scenario& scenario, std::uint64_t seed, bool with_contacts) {
    auto model = infra::prepare(scenario);
    auto settings = std::make_shared<const measure::Settings>(measure::settings_of(scenario, model));
    return {std::move(model), std::move(settings), seed, with_contacts};
}

std::optional<FinishedReplication> run_replication(const ReplicationJob& job, std::int64_t number,
                                                   const std::atomic<bool>& stop) {
    // A plain recorder knows no standards.
    const bool is_plain = job.model->is_plain() && job.settings->standards.standards.empty();
    if (is_plain) return run_with<measure::PlainRecorder>(job, number, stop);
    return run_with<measure::Recorder>(job, number, stop);
}

}  // namespace floorwalker::plan
