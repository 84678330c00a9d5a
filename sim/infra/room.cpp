#include "sim/infra/room.hpp"

#include <stdexcept>
#include <string>
#include <utility>

#include "sim/infra/plugin_file.hpp"
#include "sim/infra/worker.hpp"

namespace floorwalker::infra {
namespace {

std::string problem_of(const WorkerReport& report) {
    if (!report.frames.problems().empty()) return report.frames.problems().front();
    std::string text = "the process that runs the machines has died: " + report.death;
    if (!report.chatter.empty()) text += "\n" + report.chatter;
    return text;
}

std::shared_ptr<const model::MachineLog> log_of(WorkerReport report) {
    if (report.was_stopped) return nullptr;
    if (!report.frames.is_done() || !report.frames.problems().empty()) throw std::runtime_error{problem_of(report)};
    return std::make_shared<const model::MachineLog>(std::move(report.frames.log()));
}

}  // namespace

std::shared_ptr<const model::MachineLog> SimGridRoom::run(const model::Model& model, kernel::StreamKey key,
                                                          const std::vector<model::LiveDecision>& live,
                                                          const std::atomic<bool>* stop) const {
    RunModel* const run_model = plugin().run_model;
    return log_of(run_worker([&](int fd) { run_model(model, key, live, fd); }, stop));
}

std::shared_ptr<const model::MachineLog> run_centre(const Infrastructure& machines, Centre& centre,
                                                    const std::atomic<bool>* stop) {
    RunCentre* const run = plugin().run_centre;
    return log_of(run_worker([&](int fd) { run(machines, centre, fd); }, stop));
}

}  // namespace floorwalker::infra
