#pragma once

#include <functional>
#include <stdexcept>
#include <vector>

#include <CLI/CLI.hpp>

#include "sim/cli/exit_code.hpp"

namespace floorwalker::cli {

/// A subcommand: how it is written, and what it does once its arguments are known.
struct Command {
    CLI::App* app = nullptr;  ///< owned by the program's
    std::function<ExitCode()> execute;
};

/// Arguments that are well-formed but cannot be used. Ends the program with ExitCode::bad_usage.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

Command make_run_command(CLI::App& program);
Command make_compare_command(CLI::App& program);
Command make_sensitivity_command(CLI::App& program);
Command make_warmup_command(CLI::App& program);
Command make_check_command(CLI::App& program);
Command make_keys_command(CLI::App& program);
Command make_schema_command(CLI::App& program);
Command make_new_command(CLI::App& program);
Command make_trace_command(CLI::App& program);
Command make_sweep_command(CLI::App& program);
Command make_merge_command(CLI::App& program);

}  // namespace floorwalker::cli
