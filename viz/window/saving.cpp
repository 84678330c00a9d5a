#include "viz/window/saving.hpp"

#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>

#include "viz/day/deciding.hpp"
#include "viz/words/words.hpp"

namespace floorwalker::viz {
namespace {

/// The first of "NAME-decided.toml", "NAME-decided-2.toml", … that is not taken.
std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& name) {
    std::filesystem::path file = folder / (name + "-decided.toml");
    for (int number = 2; std::filesystem::exists(file); ++number)
        file = folder / fmt::format("{}-decided-{}.toml", name, number);
    return file;
}

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream stream{file, std::ios::binary};
    stream << text;
    stream.close();
    if (!stream) throw std::runtime_error{fmt::format(fmt::runtime(tr("cannot write {}")), file.string())};
}

bool can_be_read_in(const std::filesystem::path& folder, const std::string& text, const Origin& origin) {
    try {
        parse_scenario(text, origin.name, folder, origin.overrides);
        return true;
    } catch (const ScenarioError&) {
        return false;
    }
}

}  // namespace

std::string save_as_scenario(const RunOf& run, const std::filesystem::path& folder) {
    if (!run.origin) throw std::runtime_error{tr("This scenario was built by a program: it has no text to be saved.")};
    const std::string text = scenario_text(run);
    // What does not even read where the scenario came from is not worth keeping.
    parse_scenario(text, run.origin->name, run.origin->folder, run.origin->overrides);
    const std::filesystem::path file = free_name(folder, run.origin->name);
    write(file, text);
    const char* const told = can_be_read_in(folder, text, *run.origin)
                                 ? tr("Saved as {}")
                                 : tr("Saved as {}. Put the files that the scenario names beside it.");
    return fmt::format(fmt::runtime(told), file.string());
}

}  // namespace floorwalker::viz
