#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <floorwalker/scenario.hpp>

/// Scenarios from TOML files, with every mistake found and named; and what such a file may say.
namespace floorwalker {

/// One mistake in a scenario and what would have been right; or a remark on what it hardly means.
struct Problem {
    std::string file;  ///< as the user named it; `--set PATH=VALUE` when the mistake is in an override
    int line = 0;      ///< from 1; 0: the file as a whole
    int column = 0;    ///< from 1, in characters; 0: the line as a whole (a row of a CSV file)
    std::string message;
};

/// "file:line:column: message", without the parts that are 0.
std::string format_problem(const Problem& problem);

/// A scenario, or a file that it names, cannot be used. `what()` is all problems, one a line, in file order.
class ScenarioError : public std::runtime_error {
public:
    explicit ScenarioError(std::vector<Problem> problems);

    const std::vector<Problem>& problems() const { return problems_; }

private:
    std::vector<Problem> problems_;
};

/// A change of one key from the command line, such as `call_type.regular.talk.mean=190s`. Entries of a list are named
/// by their id or their place from 1 (`decision.1.agents`). The value is read as TOML when it is TOML, else as plain
/// text.
struct Override {
    std::string path;
    std::string value;
};

/// Splits "path=value". Throws ScenarioError when there is no path or no "=".
Override parse_override(std::string_view text);

struct LoadedScenario {
    Scenario scenario;
    std::string text;                    ///< the TOML as it was read
    std::vector<std::string> overrides;  ///< as given, each "path=value"
    std::vector<Problem> remarks;        ///< what can be run and hardly is what was meant, in file order
};

/// Reads a scenario file; the files that it names are looked for beside it. Throws ScenarioError with every mistake.
LoadedScenario load_scenario(const std::filesystem::path& file, const std::vector<std::string>& overrides = {});

/// Reads a scenario from TOML text. `origin` is what the text is called in messages; its stem is the name of a centre
/// that has none. Files that the text names are looked for in `base_directory`. Throws ScenarioError with every
/// mistake.
LoadedScenario parse_scenario(std::string_view toml, const std::string& origin,
                              const std::filesystem::path& base_directory = {},
                              const std::vector<std::string>& overrides = {});

/// Reads a file that holds [[decision]] entries and nothing else, for that scenario. Throws ScenarioError with every
/// mistake.
std::vector<Decision> load_decisions(const std::filesystem::path& file, const Scenario& scenario);

/// The keys of a scenario file whose path or explanation contains `pattern`, with type, range and default; all when it
/// is empty. Empty when no key does.
std::string keys_text(std::string_view pattern = {});

/// A JSON Schema (draft 2020-12) of scenario files, for editors.
std::string json_schema();

/// docs/scenario_reference.md.
std::string keys_reference_markdown();

/// The scenarios that `floorwalker new` can start with, the smallest first.
std::vector<std::string> template_names();

/// What a template is for, in one line. Throws std::out_of_range for a name that is not in `template_names()`.
std::string template_summary(std::string_view name);

/// The TOML of a template. Throws std::out_of_range for a name that is not in `template_names()`.
std::string scenario_template(std::string_view name);

/// A file that a template needs beside it.
struct CompanionFile {
    std::string name;
    std::string text;
};

/// The files to write beside a template; often none. Throws std::out_of_range for a name that is not in
/// `template_names()`.
std::vector<CompanionFile> template_companions(std::string_view name);

}  // namespace floorwalker
