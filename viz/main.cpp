// floorwalker-viz: the floor in a window.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <floorwalker/kept_run.hpp>
#include <floorwalker/scenario_file.hpp>

#include "viz/day/digest_check.hpp"
#include "viz/day/opening.hpp"
#include "viz/window/app.hpp"
#include "viz/window/script.hpp"

namespace floorwalker::viz {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kBadUsage = 2;

struct Asked {
    std::vector<std::string> files;
    std::vector<std::string> overrides;
    std::optional<std::uint64_t> seed;
    std::vector<std::int64_t> kept_ids;
    std::uint64_t replication = 1;
    std::string at;
    std::string screenshot;
    std::string frames;
    std::string from;
    std::string to;
    double speed = 60;
    std::string size = "1600x900";
    std::string script;
    std::string save_in = ".";
    std::string theme = "dark";
    std::string language = "en";
    std::string font;
    bool is_presentation = false;
    bool shows_tour = false;

    bool has_no_screen() const { return !screenshot.empty() || !frames.empty() || !script.empty(); }
};

[[noreturn]] void refuse(const std::string& why) { throw CLI::ValidationError{why}; }

Duration time_of(const std::string& text, const char* option) {
    const auto time = parse_time(text);
    if (!time) refuse(fmt::format("{}: \"{}\" is no time such as 10:30", option, text));
    return *time;
}

void set_size(const std::string& text, WindowOptions& window) {
    char by = 0;
    std::istringstream words{text};
    words >> window.width >> by >> window.height;
    const bool is_good = words && by == 'x' && window.width >= 640 && window.height >= 400 && window.width <= 7680 &&
                         window.height <= 4320;
    if (!is_good) refuse(fmt::format("--size: \"{}\" is no size from 640x400 to 7680x4320, such as 1920x1080", text));
}

/// Remembers in the user's folder for settings that the window has been seen; where there is none, it never has.
bool is_first_start() {
    const char* const settings = std::getenv("XDG_CONFIG_HOME");
    const char* const home = std::getenv("HOME");
    if (settings == nullptr && home == nullptr) return true;
    const std::filesystem::path folder =
        (settings != nullptr ? std::filesystem::path{settings} : std::filesystem::path{home} / ".config") /
        "floorwalker";
    std::error_code ignored;
    if (std::filesystem::exists(folder / "window-seen", ignored)) return false;
    std::filesystem::create_directories(folder, ignored);
    std::ofstream{folder / "window-seen"} << '\n';
    return true;
}

std::vector<RunOf> runs_of(const Asked& asked) {
    return open_runs({asked.files, asked.overrides, asked.seed, asked.kept_ids, asked.replication - 1});
}

/// A kept run that has become another must not pass for what was kept.
int check_kept(App& app) {
    app.player().settle();
    int code = kDone;
    for (const Side& side : app.player().frame()->sides) {
        if (check_of(side) != DigestCheck::differs) continue;
        std::cerr << "floorwalker-viz: " << difference_of(side) << '\n';
        code = kFailed;
    }
    return code;
}

void draw_until_still(App& app) {
    app.settle();
    app.draw();
}

void make_frames(App& app, const Asked& asked) {
    const std::filesystem::path folder = asked.frames;
    std::filesystem::create_directories(folder);
    const Duration from = time_of(asked.from, "--from");
    const Duration to = time_of(asked.to, "--to");
    if (to <= from) refuse("--to must be after --from");
    constexpr double kFramesASecond = 30;
    const Duration step = from_seconds(asked.speed / kFramesASecond);
    app.player().set_speed(asked.speed);
    int number = 0;
    for (Duration at = from; at <= to; at += step) {
        app.player().seek(TimePoint{at});
        draw_until_still(app);
        write_png(app.window().picture(), folder / fmt::format("frame_{:05}.png", ++number));
    }
}

int show(const Asked& asked) {
    AppOptions options;
    set_size(asked.size, options.window);
    options.window.is_hidden = asked.has_no_screen();
    options.window.title = "Floorwalker";
    options.chinese_font = asked.font;
    options.is_dark = asked.theme == "dark";
    options.is_presentation = asked.is_presentation;
    options.shows_tour = asked.shows_tour || (!asked.has_no_screen() && is_first_start());
    options.saved = asked.save_in;
    const auto at = asked.at.empty() ? std::nullopt : std::optional{time_of(asked.at, "--at")};
    App app{runs_of(asked), options};
    const int code = asked.has_no_screen() ? check_kept(app) : kDone;
    if (asked.language == "zh" && !speak(Language::chinese))
        std::cerr << "floorwalker-viz: there is no Chinese catalogue beside the program; the window stays English\n";
    if (at) app.player().seek(TimePoint{*at});
    app.player().set_speed(asked.speed);
    if (!asked.script.empty()) play_script(app, asked.script);
    if (!asked.frames.empty()) make_frames(app, asked);
    if (!asked.screenshot.empty()) {
        draw_until_still(app);
        write_png(app.window().picture(), asked.screenshot);
    }
    if (!asked.has_no_screen()) app.run();
    return code;
}

int main_of(int argc, char** argv) {
    find_catalogues(std::filesystem::weakly_canonical(argv[0]).string());
    CLI::App program{"The floor of a call centre in a window: replay, live, and side by side.", "floorwalker-viz"};
    Asked asked;
    program
        .add_option("FILE", asked.files,
                    "A scenario, or a database of kept runs; two for side by side, with the same customers")
        ->required()
        ->expected(1, 2);
    program.add_option("--set", asked.overrides, "Change a key of the scenario, as PATH=VALUE");
    program.add_option("--seed", asked.seed, "Instead of the scenario's");
    program.add_option("--replication", asked.replication, "Which of its replications, from 1")
        ->check(CLI::Range(1, 1'000'000));
    program
        .add_option("--run", asked.kept_ids,
                    "Which run of the database, twice for two of them; without it, the last that was finished")
        ->allow_extra_args(false);
    program.add_option("--at", asked.at, "Begin at that time of day, as 10:30");
    program.add_option("--speed", asked.speed, "Simulated seconds in a real one")->check(CLI::Range(1, 1000));
    program.add_option("--size", asked.size, "Of the window, as 1920x1080");
    program.add_option("--save-in", asked.save_in, "The folder for what is saved from the window")
        ->check(CLI::ExistingDirectory);
    program.add_option("--screenshot", asked.screenshot, "Save one picture and end");
    program.add_option("--frames", asked.frames, "Save pictures from --from to --to, 30 a second, in that folder");
    program.add_option("--from", asked.from, "Of --frames");
    program.add_option("--to", asked.to, "Of --frames");
    program.add_option("--script", asked.script, "Play keys and clicks from a file, and check what is shown");
    program.add_option("--theme", asked.theme, "dark or light")->check(CLI::IsMember({"dark", "light"}));
    program.add_option("--language", asked.language, "en or zh")->check(CLI::IsMember({"en", "zh"}));
    program.add_option("--font", asked.font, "A font file with Chinese characters")->check(CLI::ExistingFile);
    program.add_flag("--tour", asked.shows_tour, "Show around again, as at the first start");
    program.add_flag("--presentation", asked.is_presentation, "Big type, for a class");
    try {
        program.parse(argc, argv);
        return show(asked);
    } catch (const CLI::CallForHelp& help) {
        return program.exit(help);
    } catch (const CLI::ParseError& error) {
        std::cerr << "floorwalker-viz: " << error.what() << "\n`floorwalker-viz --help` tells more.\n";
        return kBadUsage;
    } catch (const ScenarioError& error) {
        std::cerr << error.what() << '\n';
        return kBadUsage;
    } catch (const KeptRunError& error) {
        std::cerr << "floorwalker-viz: " << error.what() << '\n';
        return kBadUsage;
    } catch (const ScriptError& error) {
        std::cerr << error.what() << '\n';
        return kFailed;
    } catch (const std::exception& error) {
        std::cerr << "floorwalker-viz: " << error.what() << '\n';
        return kBadUsage;
    }
}

}  // namespace
}  // namespace floorwalker::viz

int main(int argc, char** argv) { return floorwalker::viz::main_of(argc, argv); }
