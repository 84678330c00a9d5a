#include "sim/plan/sweep/merge.hpp"

#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/sweep_report.hpp"
#include "sim/cli/values.hpp"

namespace floorwalker::cli {
namespace {

struct MergeArguments {
    std::string into;
    std::vector<std::string> parts;
    std::string format = "text";
    double confidence = 0.95;
};

ExitCode merge(const MergeArguments& arguments) {
    const std::vector<std::filesystem::path> parts{arguments.parts.begin(), arguments.parts.end()};
    const plan::Merged merged = plan::merge(arguments.into, parts, arguments.confidence);
    print(sweep_report(merged.result, arguments.format));
    if (merged.result.is_complete()) return ExitCode::done;
    tell(fmt::format("{}: {}\nMerge again with what is missing, or do it here: floorwalker sweep … --db {} --resume",
                     arguments.into, plan::describe(merged.missing, merged.result.jobs), arguments.into));
    return ExitCode::failed;
}

}  // namespace

Command make_merge_command(CLI::App& program) {
    auto arguments = std::make_shared<MergeArguments>();
    CLI::App* app = program.add_subcommand("merge", "Put the shards of a sweep together");
    app->add_option("OUT", arguments->into, "The new file")->required()->type_name("");
    app->add_option("PART", arguments->parts, "Files of `floorwalker sweep --shard`")->required()->type_name("");
    app->add_option("--format", arguments->format, "text, json or csv (default: text)")
        ->check(CLI::IsMember(sweep_formats()))
        ->type_name("FORMAT");
    add_confidence(*app, "--confidence", arguments->confidence, "Level of the confidence intervals (default: 0.95)");
    app->footer(
        "Examples:\n"
        "  floorwalker merge all.db part1.db part2.db part3.db part4.db\n\n"
        "Exits with 1 when replications are missing; it says which, and the new file can be resumed.");
    return {app, [arguments] { return merge(*arguments); }};
}

}  // namespace floorwalker::cli
