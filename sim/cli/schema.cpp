#include <floorwalker/scenario_file.hpp>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"

namespace floorwalker::cli {

Command make_schema_command(CLI::App& program) {
    CLI::App* app = program.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
    app->footer("Examples:\n  floorwalker schema > floorwalker.schema.json");
    return {app, [] {
                print(json_schema());
                return ExitCode::done;
            }};
}

}  // namespace floorwalker::cli
