#include <fmt/format.h>

#include "sim/scenario/keys/group_parts.hpp"
#include "sim/scenario/text/units.hpp"

/// How people leave a group and others come.
namespace floorwalker::scenario {
namespace {

constexpr double kMostMultiple = 100.0;

/// A class as written.
struct WrittenClass {
    std::optional<std::chrono::year_month_day> on;
    std::optional<std::int64_t> day;
    std::optional<Duration> every;
    std::optional<std::int64_t> people;
    bool replace = false;
    Duration training{0};
};

bool is_whole_days(Duration length, std::string_view key, const Node& node, Context& context) {
    if (length % kDay == Duration{0}) return true;
    const PathPart part{context, key};
    const Node& value = *find(node, key);
    context.problem(value, shown(value) + " is not a number of whole days; people come and go at midnight");
    return false;
}

bool check_one_of(bool first, bool second, std::string_view both, std::string_view neither, const Node& node,
                  Context& context) {
    if (first != second) return true;
    context.problem(node, first ? both : neither);
    return false;
}

/// The day of the run, from 0; nothing when it is not one.
std::optional<std::int64_t> find_day(const WrittenClass& written, const Node& node, Context& context) {
    if (!context.centre) return 0;  // reported elsewhere
    const std::int64_t days = context.centre->days;
    const auto from_start = [&](std::chrono::year_month_day date) -> std::int64_t {
        return (std::chrono::sys_days{date} - std::chrono::sys_days{context.centre->date}).count();
    };
    const std::int64_t day = written.on ? from_start(*written.on) : *written.day - 1;
    if (day >= 0 && day < days) return day;
    const std::string_view key = written.on ? "on" : "day";
    const PathPart part{context, key};
    const Node& value = *find(node, key);
    const std::string many = fmt::format("the scenario has {} day{}", days, days == 1 ? "" : "s");
    context.problem(value, written.on ? fmt::format("{} is not among the days of the run; {}", shown(value), many)
                                      : fmt::format("there is no day {}; {}", *written.day, many));
    return std::nullopt;
}

std::optional<HiringClass> build_class(WrittenClass& written, const Node& node, Context& context) {
    if (!check_one_of(written.on.has_value(), written.day.has_value(), "a class begins on a date or a day, not both",
                      "does not say when the class begins; add on = 2024-02-01, or day = 32", node, context))
        return std::nullopt;
    if (!check_one_of(written.people.has_value(), written.replace,
                      "a class has either a number of people or as many as have left, not both",
                      "does not say who comes; add people = 6, or replace = true", node, context))
        return std::nullopt;
    const bool whole = is_whole_days(written.training, "training", node, context) &&
                       (!written.every || is_whole_days(*written.every, "every", node, context));
    const auto day = find_day(written, node, context);
    if (!whole || !day) return std::nullopt;
    return HiringClass{*day, written.every, written.people, written.training};
}

}  // namespace

Format<Attrition> attrition() {
    return table_of<Attrition>({
        key("per_year", share(0.0, 0.9999), &Attrition::per_year, "", "Share of its people who leave within a year.")
            .required(),
        key("first_90_days", number_above(0, kMostMultiple), &Attrition::first_90_days, "1",
            "How many times as likely a person is to leave on a day of its first 90."),
    });
}

Format<HiringClass> hiring_class() {
    return table_of<WrittenClass, HiringClass>(
        {
            key("on", date(), &WrittenClass::on, "", "The day on which the first class begins."),
            key("day", integer(1, 1'000'000), &WrittenClass::day, "", "The same, counted from 1."),
            key("every", duration_above(Duration{0}, kLongestDuration), &WrittenClass::every, "there is one",
                "In whole days: another class so long after each."),
            key("people", integer(1, 1'000'000), &WrittenClass::people, "", "How many begin."),
            key("replace", boolean(), &WrittenClass::replace, "false",
                "Instead of people: as many as have left since the last class of this kind."),
            key("training", duration_above(Duration{0}, kLongestDuration), &WrittenClass::training, "",
                "In whole days: from the first day of the class to the first on the floor. Paid for the hours of the "
                "group's first shift.")
                .required(),
        },
        build_class);
}

}  // namespace floorwalker::scenario
