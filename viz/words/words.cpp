#include "viz/words/words.hpp"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <libintl.h>

// How gettext is told that LANGUAGE has changed; documented in its manual, "Being a gettext grok".
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int _nl_msg_cat_cntr;

namespace floorwalker::viz {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDomain = "floorwalker-viz";

fs::path catalogues;

Language spoken = Language::english;

}  // namespace

void find_catalogues(const std::string& program) {
    // Messages alone: numbers in files and scripts keep their point. The name of the locale does not matter to
    // LANGUAGE, but it must not be "C".
    std::setlocale(LC_MESSAGES, "C.UTF-8");
    catalogues = fs::path{program}.parent_path().parent_path() / "share" / "locale";
    bindtextdomain(kDomain, catalogues.c_str());
    bind_textdomain_codeset(kDomain, "UTF-8");
    textdomain(kDomain);
    speak(Language::english);
}

bool speak(Language language) {
    ::setenv("LANGUAGE", language == Language::chinese ? "zh_CN" : "en", 1);
    ++_nl_msg_cat_cntr;
    spoken = language;
    if (language == Language::english || std::string{tr("available")} != "available") return true;
    speak(Language::english);
    return false;
}

Language language() { return spoken; }

std::string catalogue_text() {
    if (spoken == Language::english) return {};
    std::ifstream file{catalogues / "zh_CN" / "LC_MESSAGES" / (std::string{kDomain} + ".mo"), std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    std::replace(bytes.begin(), bytes.end(), '\0', ' ');
    return bytes;
}

const char* tr(const char* english) { return gettext(english); }

const char* name_of(AgentState state) {
    switch (state) {
    case AgentState::signed_out: return tr("signed out");
    case AgentState::available: return tr("available");
    case AgentState::talking: return tr("talking");
    case AgentState::wrap_up: return tr("wrap-up");
    case AgentState::dialling: return tr("dialling");
    case AgentState::on_break: return tr("break");
    case AgentState::meal: return tr("meal");
    case AgentState::meeting: return tr("meeting");
    case AgentState::coaching: return tr("coaching");
    case AgentState::training: return tr("training");
    case AgentState::do_not_disturb: return tr("do not disturb");
    case AgentState::system_down: return tr("systems down");
    case AgentState::unplanned: return tr("away");
    case AgentState::ringing: return tr("ringing");
    case AgentState::on_hold: return tr("on hold");
    }
    return "";
}

std::string clock(TimePoint at, bool with_seconds) {
    using namespace std::chrono;
    const auto of_day = duration_cast<seconds>(at.time_since_epoch() % kDay).count();
    if (!with_seconds) return fmt::format("{:02}:{:02}", of_day / 3600, of_day / 60 % 60);
    return fmt::format("{:02}:{:02}:{:02}", of_day / 3600, of_day / 60 % 60, of_day % 60);
}

std::string span(Duration length) {
    const auto all = std::chrono::duration_cast<std::chrono::seconds>(length).count();
    if (all >= 3600) return fmt::format("{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
    return fmt::format("{}:{:02}", all / 60, all % 60);
}

std::string percent(double share, int decimals) { return fmt::format("{:.{}f} %", share * 100.0, decimals); }

std::string count(double value) {
    std::string digits = fmt::format("{:.0f}", value);
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > (value < 0 ? 1 : 0); place -= 3)
        digits.insert(static_cast<std::size_t>(place), ",");
    return digits;
}

}  // namespace floorwalker::viz
