#include <array>

#include "sim/report/text/numbers.hpp"
#include "sim/report/text/scopes.hpp"

namespace floorwalker::report {
namespace {

constexpr unsigned kCalls = 1;
constexpr unsigned kChats = 2;
constexpr unsigned kMail = 4;

enum class Form { count_a_day, count, ratio, percent, duration };

/// A line of the table, for those channels for which it means something: nobody waits for the answer to a letter.
struct Line {
    const char* label;
    Kpi kpi;
    Form form;
    unsigned channels;
};

constexpr std::array kLines{
    Line{"offered", Kpi::offered, Form::count_a_day, kCalls | kChats | kMail},
    Line{"service level", Kpi::service_level, Form::percent, kCalls | kChats},
    Line{"abandoned", Kpi::abandonment, Form::percent, kCalls | kChats},
    Line{"mean wait", Kpi::asa_s, Form::duration, kCalls | kChats},
    Line{"engaged", Kpi::aht_s, Form::duration, kCalls | kChats | kMail},
    Line{"elapsed", Kpi::elapsed_s, Form::duration, kChats | kMail},
    Line{"chats at once", Kpi::concurrency, Form::ratio, kChats},
    Line{"in due time", Kpi::in_due, Form::percent, kMail},
    Line{"abusive", Kpi::abused, Form::count_a_day, kCalls},
    Line{"interrupted", Kpi::interrupted, Form::count_a_day, kMail},
    Line{"left at the end", Kpi::backlog, Form::count, kMail},
};

struct Named {
    unsigned channel;
    const char* name;
};

Named named(const std::string& id) {
    if (id == "chat") return {kChats, "Chats"};
    return id == "mail" ? Named{kMail, "Mail"} : Named{kCalls, "Calls"};
}

Cell cell_of(const Page& page, const Line& line, const NamedKpis& channel) {
    const Estimate& estimate = channel.kpis[line.kpi];
    if ((named(channel.id).channel & line.channels) == 0 || !estimate.mean) return {};
    const Shown shown = [&] {
        switch (line.form) {
        case Form::count_a_day: return shown_count(estimate, page.per_day());
        case Form::count: return shown_count(estimate);
        case Form::ratio: return shown_ratio(estimate);
        case Form::percent: return shown_percent(estimate);
        case Form::duration: return shown_duration(estimate);
        }
        return Shown{};
    }();
    return {shown.mean, shown.half_width, Tone::plain};
}

bool says_anything(const Page& page, const Line& line) {
    for (const NamedKpis& channel : page.result.channels) {
        const bool is_meant = (named(channel.id).channel & line.channels) != 0;
        if (is_meant && channel.kpis[line.kpi].mean.value_or(0) > 0) return true;
    }
    return false;
}

}  // namespace

std::string channel_lines(const Page& page) {
    if (page.result.channels.empty()) return {};
    std::vector<Column> columns{name_column(page.title("Channels"))};
    for (const NamedKpis& channel : page.result.channels) columns.push_back({.header = named(channel.id).name});
    for (const Line& line : kLines) {
        if (!says_anything(page, line)) continue;
        columns.front().cells.push_back({line.label});
        for (std::size_t c = 0; c < page.result.channels.size(); ++c)
            columns[c + 1].cells.push_back(cell_of(page, line, page.result.channels[c]));
    }
    return table(std::move(columns), page.table_options(3));
}

}  // namespace floorwalker::report
