#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/values.hpp"
#include "sim/infra/platform_check.hpp"

namespace floorwalker::cli {
namespace {

struct CheckArguments {
    std::vector<std::string> scenarios;
    std::vector<std::string> overrides;
};

ExitCode check(const CheckArguments& arguments) {
    ExitCode code = ExitCode::done;
    for (const std::string& file : arguments.scenarios) {
        try {
            const LoadedScenario loaded = load_scenario(file, arguments.overrides);
            for (const Problem& remark : loaded.remarks) tell("remark: " + format_problem(remark));
            infra::check_platform(loaded.scenario);
            print(fmt::format("{}: no mistakes\n", file));
        } catch (const ScenarioError& error) {
            tell(error.what());
            code = ExitCode::bad_usage;
        } catch (const infra::PlatformError& error) {
            tell(error.what());
            code = ExitCode::bad_usage;
        }
    }
    return code;
}

}  // namespace

Command make_check_command(CLI::App& program) {
    auto arguments = std::make_shared<CheckArguments>();
    CLI::App* app = program.add_subcommand(
        "check", "Find every mistake in scenario files, with file:line:column, and remark on what is hardly meant");
    app->add_option("SCENARIO", arguments->scenarios, "Scenario files")->required()->type_name("");
    add_repeatable(*app, "--set", arguments->overrides, "Change a key of the scenario first; may be repeated")
        ->type_name("PATH=VALUE");
    app->footer("Examples:\n  floorwalker check scenarios/*.toml");
    return {app, [arguments] { return check(*arguments); }};
}

}  // namespace floorwalker::cli
