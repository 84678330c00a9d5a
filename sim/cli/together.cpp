#include "sim/cli/together.hpp"

#include <exception>
#include <optional>
#include <utility>

#include "sim/cluster/master.hpp"
#include "sim/cluster/thread_crew.hpp"
#include "sim/cluster/worker.hpp"
#include "sim/plan/sweep/job_runner.hpp"
#include "sim/plan/sweep/outcome_bytes.hpp"

namespace floorwalker::cli {
namespace {

plan::JobNumber job_of(std::int64_t task, const plan::SweepPlan& plan) {
    return {task / plan.replications(), task % plan.replications()};
}

/// All that outcomes depend on, of the files too. Two processes with the same text come to the same outcomes.
std::string fingerprint_of(const plan::SweepPlan& plan) {
    const store::SweepDefinition definition = plan.definition();
    std::string text = definition.program_version;
    const auto add = [&](const std::string& part) { text += '\0' + std::to_string(part.size()) + ':' + part; };
    add(definition.scenario_toml);
    add(definition.decisions_toml.value_or(""));
    for (const auto* list : {&definition.overrides, &definition.paths, &definition.varied, &definition.metrics}) {
        add(std::to_string(list->size()));
        for (const std::string& part : *list) add(part);
    }
    for (const store::DataFile& file : definition.data_files) {
        add(file.name);
        add(file.digest);
    }
    add(definition.design);
    for (const auto number : {definition.variants, definition.replications}) add(std::to_string(number));
    add(std::to_string(definition.seed));
    return text;
}

/// The threads of one process, and what they work on.
class Simulators {
public:
    Simulators(const plan::SweepPlan& plan, unsigned threads)
        : runner_{plan, threads},
          crew_{static_cast<int>(threads),
                [this, &plan](std::int64_t task, const std::atomic<bool>& stop) -> std::optional<std::string> {
                    const auto outcome = runner_.run(job_of(task, plan), stop);
                    if (!outcome) return std::nullopt;
                    return plan::to_bytes(*outcome);
                }} {}

    cluster::Crew& crew() { return crew_; }

private:
    plan::JobRunner runner_;
    cluster::ThreadCrew crew_;
};

bool is_stopped(const TogetherOptions& options) { return options.stop != nullptr && options.stop->load(); }

}  // namespace

bool lead(plan::SweepSession& session, cluster::Transport& transport, const TogetherOptions& options) {
    const plan::SweepPlan& plan = session.plan();
    Simulators own{plan, options.threads};
    std::int64_t given = 0;
    cluster::Assignment assignment;
    assignment.next = [&]() -> std::optional<std::int64_t> {
        const auto job = session.next();
        if (!job) return std::nullopt;
        ++given;
        return job->variant * plan.replications() + job->replication;
    };
    assignment.left = [&] { return session.asked() - session.resumed() - given; };
    assignment.take = [&](const cluster::Finished& finished) {
        session.take(job_of(finished.task, plan).variant, plan::outcome_from(finished.bytes));
    };
    assignment.go_on = [&] {
        session.look();
        if (options.on_progress) options.on_progress(session.progress());
        return !is_stopped(options);
    };
    if (options.remark) assignment.remark = options.remark;
    assignment.fingerprint = fingerprint_of(plan);
    cluster::MasterOptions master;
    master.patience = options.lost_after;
    const auto report = cluster::run_master(transport, &own.crew(), assignment, master);
    session.flush();
    return report.is_complete;
}

void take_part(cluster::Transport& transport, const std::function<plan::SweepPlan()>& make_plan,
               const TogetherOptions& options) {
    std::optional<plan::SweepPlan> plan;
    try {
        plan.emplace(make_plan());
    } catch (const std::exception& error) {
        cluster::decline(transport, error.what());
        return;
    }
    Simulators own{*plan, options.threads};
    cluster::WorkerOptions worker;
    worker.go_on = [&] { return !is_stopped(options); };
    cluster::run_worker(transport, own.crew(), fingerprint_of(*plan), worker);
}

}  // namespace floorwalker::cli
