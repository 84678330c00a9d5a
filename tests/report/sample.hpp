#pragma once

#include <chrono>
#include <string>

#include <floorwalker/run.hpp>

/// Small scenarios with everything that a report has to show.
namespace floorwalker::report {

inline Scenario sample_scenario(std::string type_name = "Billing", std::string group_name = "Floor") {
    using namespace std::chrono_literals;
    Scenario scenario;
    scenario.centre.name = "Sample";
    scenario.centre.open = 8h;
    scenario.centre.close = 10h;
    scenario.centre.abandonment_target = 0.05;
    scenario.replications = 5;
    CallType billing;
    billing.id = "billing";
    billing.name = std::move(type_name);
    billing.arrivals.per_interval = {20, 30, 40, 30};
    billing.patience = Distribution{Exponential{180}, {}};
    CallType orders;
    orders.id = "orders";
    orders.name = "办理业务";
    orders.arrivals.per_interval = {10};
    orders.patience = Distribution{Exponential{120}, {}};
    orders.wrap_up = Distribution{Constant{15}, {}};
    orders.answer_target = AnswerTarget{0.9, 30s};
    scenario.call_types = {billing, orders};
    Group floor;
    floor.id = "floor";
    floor.name = std::move(group_name);
    floor.skills = {{CallTypeId{0}, 1.0}, {CallTypeId{1}, 1.0}};
    floor.agents = {5};
    floor.cost_per_hour = 20;
    scenario.groups = {floor};
    return scenario;
}

inline RunResult run_sample(const Scenario& scenario, std::int64_t replications = 5) {
    RunOptions options;
    options.replications = replications;
    options.threads = 1;
    return run(scenario, options);
}

}  // namespace floorwalker::report
