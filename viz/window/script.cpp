#include "viz/window/script.hpp"

#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>

namespace floorwalker::viz {
namespace {

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

class Script {
public:
    Script(App& app, std::filesystem::path file) : app_{app}, file_{std::move(file)} {}

    void play() {
        std::ifstream lines{file_};
        if (!lines) throw ScriptError{file_.string() + ": cannot be read"};
        std::string line;
        app_.draw();
        while (std::getline(lines, line)) {
            ++number_;
            line = trimmed(line);
            if (line.empty() || line.front() == '#') continue;
            const auto space = line.find(' ');
            take(line.substr(0, space), space == std::string::npos ? "" : trimmed(line.substr(space)));
        }
    }

private:
    [[noreturn]] void fail(const std::string& why) const {
        throw ScriptError{fmt::format("{}:{}: {}", file_.string(), number_, why)};
    }

    void take(const std::string& verb, const std::string& rest) {
        if (verb == "seek") return seek(rest);
        if (verb == "settle") return settle();
        if (verb == "key") return key(rest);
        if (verb == "click") return click(rest);
        if (verb == "expect") return expect(rest);
        if (verb == "remember") return remember(rest);
        if (verb == "until") return until(rest);
        if (verb == "frames") return frames(rest);
        if (verb == "picture") return write_png(app_.window().picture(), rest);
        fail("there is no \"" + verb +
             "\"; there are seek, settle, key, click, expect, remember, until, frames and picture");
    }

    void settle() { app_.settle(); }
    void seek(const std::string& time) {
        const auto of_day = parse_time(time);
        if (!of_day) fail("\"" + time + "\" is no time such as 10:30");
        app_.player().seek(TimePoint{*of_day});
        settle();
    }
    void key(const std::string& name) {
        if (!app_.press(name)) fail("the key " + name + " does nothing");
        app_.draw();
    }
    void click(const std::string& name) {
        if (!app_.widgets().click(name)) fail("there is no " + name + " to click on");
        app_.draw();
        app_.draw();
    }
    void frames(const std::string& count) {
        int left = 0;
        std::istringstream{count} >> left;
        if (left < 1) fail("\"" + count + "\" is no number of pictures");
        for (; left > 0; --left) app_.draw();
    }

    const std::string& shown_as(const std::string& name) const {
        const auto found = app_.widgets().texts().find(name);
        if (found == app_.widgets().texts().end()) fail("nothing is shown as " + name);
        return found->second;
    }

    void remember(const std::string& name) { remembered_[name] = shown_as(name); }

    void until(const std::string& rest) {
        for (auto why = complaint(rest); why; why = complaint(rest)) app_.draw();
    }

    void expect(const std::string& rest) const {
        if (const auto why = complaint(rest)) fail(*why);
    }

    /// Why it is not as expected; none: it is.
    std::optional<std::string> complaint(const std::string& rest) const {
        std::istringstream words{rest};
        std::string name;
        std::string how;
        words >> name >> how;
        std::string wanted;
        std::getline(words, wanted);
        wanted = trimmed(wanted);
        if (how != "is" && how != "has") fail("expect NAME is TEXT, expect NAME has TEXT, or expect NAME is shown");
        if (how == "is" && wanted == "shown") {
            if (app_.widgets().boxes().contains(name)) return std::nullopt;
            return name + " is not shown";
        }
        const std::string& shown = shown_as(name);
        if (how == "is" && (wanted == "remembered" || wanted == "changed")) {
            const auto before = remembered_.find(name);
            if (before == remembered_.end()) fail(name + " has not been remembered");
            if ((shown == before->second) == (wanted == "remembered")) return std::nullopt;
            return fmt::format("{} was \"{}\" and is \"{}\"", name, before->second, shown);
        }
        if (how == "is" && shown != wanted) return fmt::format("{} is \"{}\", not \"{}\"", name, shown, wanted);
        if (how == "has" && shown.find(wanted) == std::string::npos)
            return fmt::format("{} is \"{}\" and has no \"{}\"", name, shown, wanted);
        return std::nullopt;
    }

    App& app_;
    std::filesystem::path file_;
    int number_ = 0;
    std::map<std::string, std::string> remembered_;
};

}  // namespace

void play_script(App& app, const std::filesystem::path& file) { Script{app, file}.play(); }

std::optional<Duration> parse_time(const std::string& text) {
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    char first = 0;
    char second = 0;
    std::istringstream words{text};
    words >> hours >> first >> minutes;
    if (!words || first != ':') return std::nullopt;
    if (words >> second >> seconds; second != 0 && second != ':') return std::nullopt;
    if (hours < 0 || hours > 47 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return std::nullopt;
    return std::chrono::hours{hours} + std::chrono::minutes{minutes} + std::chrono::seconds{seconds};
}

}  // namespace floorwalker::viz
