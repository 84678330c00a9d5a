#include <memory>
#include <string>

#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"

namespace floorwalker::cli {
namespace {

struct KeysArguments {
    std::string pattern;
    bool markdown = false;
};

ExitCode show_keys(const KeysArguments& arguments) {
    const std::string text = arguments.markdown ? keys_reference_markdown() : keys_text(arguments.pattern);
    if (text.empty()) {
        throw UsageError{
            fmt::format("no key and no explanation contains \"{}\"; `floorwalker keys` lists all", arguments.pattern)};
    }
    print(text);
    return ExitCode::done;
}

}  // namespace

Command make_keys_command(CLI::App& program) {
    auto arguments = std::make_shared<KeysArguments>();
    CLI::App* app = program.add_subcommand("keys", "Tell what a scenario may say");
    auto* pattern = app->add_option("PATTERN", arguments->pattern, "Only keys whose path or explanation contains this")
                        ->type_name("");
    app->add_flag("--markdown", arguments->markdown, "All keys as a page, docs/scenario_reference.md")
        ->excludes(pattern);
    app->footer("Examples:\n  floorwalker keys\n  floorwalker keys patience");
    return {app, [arguments] { return show_keys(*arguments); }};
}

}  // namespace floorwalker::cli
