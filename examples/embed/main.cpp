#include <cstdio>
#include <exception>

#include <floorwalker/run.hpp>
#include <floorwalker/scenario_file.hpp>
#include <floorwalker/simulation.hpp>

/// Reads a scenario, adds an agent to each group in code, and compares the KPIs; then lets a run go on to noon and asks
/// what the same customers would have met had somebody come in to help. Usage: embed SCENARIO.toml
namespace {

using namespace floorwalker;

void print(const char* what, const KpiSet& kpis) {
    std::printf("%-22s", what);
    for (const Kpi kpi : {Kpi::service_level, Kpi::asa_s, Kpi::occupancy}) {
        const Estimate& estimate = kpis[kpi];
        std::printf("  %s %.3f", name_of(kpi).data(), estimate.mean.value_or(0));
        if (estimate.half_width) std::printf(" ± %.3f", *estimate.half_width);
    }
    std::printf("\n");
}

void compare_staffing(Scenario scenario) {
    RunOptions options;
    options.replications = 10;
    print("as it is", run(scenario, options).overall);
    for (Group& group : scenario.groups) {
        for (auto& agents : group.agents) ++agents;
    }
    print("one agent more", run(scenario, options).overall);
}

void help_at_noon(const Scenario& scenario) {
    const std::chrono::hours noon{12};
    Simulation as_it_is{scenario};
    as_it_is.run_until(TimePoint{kDay * scenario.centre.warm_up_days + noon});  // of the first day that is measured
    Simulation with_help = as_it_is;                                            // a snapshot that goes on by itself
    with_help.apply({.at = noon, .day = {}, .what = Extra{GroupId{0}, 3, noon + std::chrono::hours{3}}});
    as_it_is.run();
    with_help.run();
    print("one run", as_it_is.result().overall);
    print("help from 12 to 15", with_help.result().overall);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: embed SCENARIO.toml\n");
        return 2;
    }
    try {
        const Scenario scenario = load_scenario(argv[1]).scenario;
        compare_staffing(scenario);
        help_at_noon(scenario);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
