#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/scenario/text/suggest.hpp"

namespace floorwalker::cli {
namespace {

namespace fs = std::filesystem;

struct NewArguments {
    std::string name;
    std::string output;
};

ExitCode list_templates() {
    std::size_t width = 0;
    for (const std::string& name : template_names()) width = std::max(width, name.size());
    for (const std::string& name : template_names())
        print(fmt::format("  {:<{}}  {}\n", name, width, template_summary(name)));
    return ExitCode::done;
}

/// Files by name, none of which may be there already: nothing is written before that is sure.
void write_new_files(const std::vector<std::pair<fs::path, std::string>>& files) {
    for (const auto& [path, text] : files) {
        if (fs::exists(path)) throw UsageError{fmt::format("{} is there already; nothing was written", path.string())};
    }
    for (const auto& [path, text] : files) {
        std::ofstream stream{path, std::ios::binary};
        stream << text;
        stream.close();
        if (!stream) throw UsageError{fmt::format("{} cannot be written", path.string())};
        tell(fmt::format("wrote {}", path.string()));
    }
}

ExitCode write_template(const NewArguments& arguments) {
    const auto companions = template_companions(arguments.name);
    if (arguments.output.empty()) {
        print(scenario_template(arguments.name));
        for (const CompanionFile& companion : companions) {
            tell(fmt::format("it needs {} beside it; `floorwalker new {} -o FILE.toml` writes both", companion.name,
                             arguments.name));
        }
        return ExitCode::done;
    }
    const fs::path scenario{arguments.output};
    std::vector<std::pair<fs::path, std::string>> files{{scenario, scenario_template(arguments.name)}};
    for (const CompanionFile& companion : companions)
        files.emplace_back(scenario.parent_path() / companion.name, companion.text);
    write_new_files(files);
    return ExitCode::done;
}

ExitCode start_new(const NewArguments& arguments) {
    if (arguments.name.empty()) return list_templates();
    const auto names = template_names();
    if (std::find(names.begin(), names.end(), arguments.name) == names.end()) {
        throw UsageError{
            fmt::format("there is no template \"{}\"{}", arguments.name, scenario::suggestion(arguments.name, names))};
    }
    return write_template(arguments);
}

}  // namespace

Command make_new_command(CLI::App& program) {
    auto arguments = std::make_shared<NewArguments>();
    CLI::App* app = program.add_subcommand("new", "Start a scenario from a template");
    auto* name = app->add_option("TEMPLATE", arguments->name, "A template; without it, all are listed")->type_name("");
    app->add_option("-o,--output", arguments->output, "Write to this file and, where the template has more, beside it")
        ->type_name("FILE")
        ->needs(name);
    app->footer("Examples:\n  floorwalker new\n  floorwalker new single_queue -o centre.toml");
    return {app, [arguments] { return start_new(*arguments); }};
}

}  // namespace floorwalker::cli
