#include "tests/support/bank_records.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string_view>

namespace floorwalker::support {
namespace {

using std::chrono::seconds;

enum Column {
    kPriority = 3,
    kType,
    kDate,
    kVruEntry,
    kVruExit,
    kVruTime,
    kQueueStart,
    kQueueExit,
    kQueueTime,
    kOutcome,
    kServiceStart,
    kServiceExit,
    kServiceTime,
    kServer,
    kColumns
};

using Fields = std::array<std::string_view, kColumns>;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \r");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

Fields split(std::string_view line) {
    Fields fields;
    for (std::size_t i = 0; i < kColumns; ++i) {
        const auto tab = line.find('\t');
        if ((tab == line.npos) != (i + 1 == kColumns)) throw std::runtime_error{"not 17 columns: " + std::string{line}};
        fields[i] = trimmed(line.substr(0, tab));
        line.remove_prefix(tab == line.npos ? line.size() : tab + 1);
    }
    return fields;
}

int number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw std::runtime_error{"not a number: " + std::string{text}};
    }
    return value;
}

/// "7:05:00"
seconds clock(std::string_view text) {
    const auto first = text.find(':');
    const auto last = text.rfind(':');
    if (first == last) throw std::runtime_error{"not a time: " + std::string{text}};
    return std::chrono::hours{number(text.substr(0, first))} +
           std::chrono::minutes{number(text.substr(first + 1, last - first - 1))} +
           seconds{number(text.substr(last + 1))};
}

/// "990131"
std::chrono::sys_days date(std::string_view text) {
    const int value = number(text);
    return std::chrono::year{1900 + value / 10000} / (value / 100 % 100) / (value % 100);
}

bool is_weekday(std::chrono::sys_days date) {
    const std::chrono::weekday day{date};
    return day != std::chrono::Friday && day != std::chrono::Saturday;
}

std::optional<Activity> activity(std::string_view type) {
    constexpr std::array<std::string_view, kActivities> kTypes{"PS", "PE", "NE", "NW", "TT", "IN"};
    const auto found = std::find(kTypes.begin(), kTypes.end(), type);
    if (found == kTypes.end()) return std::nullopt;
    return static_cast<Activity>(found - kTypes.begin());
}

BankCall call(const Fields& fields) {
    // A clock that stands well before that of the call's beginning has passed midnight.
    const seconds entry = clock(fields[kVruEntry]);
    const auto after_entry = [&](Column column) {
        const seconds at = clock(fields[column]);
        return at < entry - std::chrono::hours{6} ? at + std::chrono::days{1} : at;
    };
    BankCall call;
    call.date = date(fields[kDate]);
    call.is_priority = fields[kPriority] == "2";
    call.answered = fields[kOutcome] == "AGENT";
    call.arrived = after_entry(kVruExit);
    call.waited = seconds{number(fields[kQueueTime])};
    if (call.waited.count() > 0) {
        call.queued_from = after_entry(kQueueStart);
        call.queued_to = after_entry(kQueueExit);
    }
    if (call.answered) {
        call.served_from = after_entry(kServiceStart);
        call.served_to = after_entry(kServiceExit);
        call.served = seconds{number(fields[kServiceTime])};
        if (fields[kServer] != "NO_SERVER") call.server = fields[kServer];
    }
    return call;
}

}  // namespace

std::optional<std::filesystem::path> bank_folder() {
    const char* elsewhere = std::getenv("FLOORWALKER_DATA");
    const auto data = elsewhere != nullptr ? std::filesystem::path{elsewhere}
                                           : std::filesystem::path{FLOORWALKER_SOURCE_DIR} / "../shared/data";
    auto folder = data / "anonymous_bank_1999";
    if (!std::filesystem::is_directory(folder)) return std::nullopt;
    return folder;
}

std::vector<BankCall> weekday_calls(const std::filesystem::path& file) {
    std::ifstream in{file};
    std::string line;
    if (!std::getline(in, line)) throw std::runtime_error{"cannot read " + file.string()};
    split(line);  // the header
    std::vector<BankCall> calls;
    while (std::getline(in, line)) {
        const Fields fields = split(line);
        const auto type = activity(fields[kType]);
        if (!type || fields[kOutcome] == "PHANTOM" || !is_weekday(date(fields[kDate]))) continue;
        calls.push_back(call(fields));
        calls.back().activity = *type;
    }
    return calls;
}

std::vector<std::chrono::sys_days> dates_of(const std::vector<BankCall>& calls) {
    std::set<std::chrono::sys_days> dates;
    for (const BankCall& call : calls) dates.insert(call.date);
    return {dates.begin(), dates.end()};
}

}  // namespace floorwalker::support
