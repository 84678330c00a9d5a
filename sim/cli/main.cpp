#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/kept_run.hpp"
#include "sim/infra/platform_check.hpp"
#include "sim/plan/experiment/bad_request.hpp"
#include "sim/scenario/text/suggest.hpp"

namespace floorwalker::cli {
namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  floorwalker new single_queue -o centre.toml   start a scenario\n"
    "  floorwalker run centre.toml                   simulate it and print a report\n"
    "  floorwalker COMMAND --help                    more about a command\n\n"
    "Exit codes: 0 done; 1 the run failed; 2 bad usage, bad scenario or a file that cannot be used; 3 a target asked "
    "for with --require was "
    "missed.";

std::vector<std::string> names_of(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    names.reserve(commands.size());
    for (const Command& command : commands) names.push_back(command.app->get_name());
    return names;
}

/// Which command the arguments are for: none before one is named.
const CLI::App& addressed(const CLI::App& program) {
    const auto named = program.get_subcommands();
    return named.empty() ? program : *named.front();
}

std::string full_name(const CLI::App& app) {
    return app.get_parent() == nullptr ? app.get_name() : app.get_parent()->get_name() + " " + app.get_name();
}

/// What is wrong, with the nearest option for one that is misspelt.
std::string explanation(const CLI::ParseError& error, const CLI::App& app) {
    const auto unknown = app.remaining();
    if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr || unknown.empty()) return error.what();
    if (!unknown.front().starts_with('-')) return fmt::format("\"{}\" is one argument too many", unknown.front());
    std::vector<std::string> options;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
    }
    const std::string word = unknown.front().substr(0, unknown.front().find('='));
    const auto nearest = scenario::nearest(word, options);
    return fmt::format("there is no option {}{}", word, nearest ? fmt::format("; did you mean {}?", *nearest) : "");
}

ExitCode refuse(const CLI::App& program, const CLI::ParseError& error) {
    const std::string name = full_name(addressed(program));
    tell(fmt::format("{}: {}\n`{} --help` tells more.", name, explanation(error, addressed(program)), name));
    return ExitCode::bad_usage;
}

ExitCode without_command(const CLI::App& program, const std::vector<Command>& commands) {
    const auto words = program.remaining();
    if (words.empty()) {
        tell(program.help());
    } else if (words.front().starts_with('-')) {
        tell(fmt::format("floorwalker: there is no option {}\n`floorwalker --help` tells more.", words.front()));
    } else {
        tell(fmt::format("floorwalker: there is no command \"{}\"{}\n`floorwalker --help` tells more.", words.front(),
                         scenario::suggestion(words.front(), names_of(commands))));
    }
    return ExitCode::bad_usage;
}

ExitCode execute(int argc, char** argv) {
    CLI::App program{"Floorwalker simulates a call centre, contact by contact and agent by agent.", "floorwalker"};
    program.set_version_flag("--version", "floorwalker " FLOORWALKER_VERSION);
    program.footer(kExamples);
    program.get_formatter()->column_width(34);
    std::vector<Command> commands;
    for (const auto make : {make_run_command, make_compare_command, make_sweep_command, make_merge_command,
                            make_sensitivity_command, make_warmup_command, make_trace_command, make_check_command,
                            make_keys_command, make_schema_command, make_new_command}) {
        commands.push_back(make(program));
    }
    program.allow_extras();  // of the program itself, so that a misspelt command can be named
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0) return refuse(program, error);
        program.exit(error);  // prints the help or the version
        return ExitCode::done;
    }
    for (const Command& command : commands) {
        if (command.app->parsed()) return command.execute();
    }
    return without_command(program, commands);
}

ExitCode execute_safely(int argc, char** argv) {
    try {
        return execute(argc, argv);
    } catch (const ScenarioError& error) {
        tell(error.what());
        return ExitCode::bad_usage;
    } catch (const infra::PlatformError& error) {
        tell(error.what());
        return ExitCode::bad_usage;
    } catch (const UsageError& error) {
        tell(error.what());
        return ExitCode::bad_usage;
    } catch (const plan::BadRequest& error) {
        tell(error.what());
        return ExitCode::bad_usage;
    } catch (const store::StoreError& error) {
        tell(error.what());
        return ExitCode::bad_usage;
    } catch (const std::bad_alloc&) {
        tell("there is not enough memory for this");
        return ExitCode::failed;
    } catch (const std::exception& error) {
        tell(error.what());
        return ExitCode::failed;
    }
}

}  // namespace
}  // namespace floorwalker::cli

int main(int argc, char** argv) {
    // A reader who goes away (`| head`) shall not end a run that is being kept; console.cpp looks at write errors.
    std::signal(SIGPIPE, SIG_IGN);
    // A file that may not grow any more is an error of writing, which the run store reports.
    std::signal(SIGXFSZ, SIG_IGN);
    return static_cast<int>(floorwalker::cli::execute_safely(argc, argv));
}
