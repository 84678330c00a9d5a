#include <fmt/format.h>

#include "sim/scenario/keys/group_parts.hpp"
#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/keys/weekdays.hpp"

/// Who of a shift does not come, comes late, is away for a moment, or stays longer.
namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

constexpr double kMostShare = 0.9;
constexpr double kMostDays = 366.0;

/// Sickness as written.
struct WrittenSickness : Sickness {
    std::array<std::optional<double>, 7> weekdays;
};

/// Spells so short that even who falls ill again at once is well too often.
template <class Spells>
bool check_spells(const Spells& spells, const Node& node, Context& context) {
    if (spells.share * (1.0 + spells.days) <= spells.days) return true;
    const PathPart part{context, "share"};
    const Node* const share = find(node, "share");
    context.problem(
        share != nullptr ? *share : node,
        fmt::format("{:g} cannot be: spells of {:g} day{} with a day between them are {:.3g} of all days", spells.share,
                    spells.days, spells.days == 1 ? "" : "s", spells.days / (1.0 + spells.days)));
    return false;
}

std::optional<Leave> finish_leave(Leave& leave, const Node& node, Context& context) {
    return check_spells(leave, node, context) ? std::optional{leave} : std::nullopt;
}

std::optional<Sickness> finish_sickness(WrittenSickness& written, const Node& node, Context& context) {
    for (std::size_t day = 0; day < 7; ++day) written.by_weekday[day] = written.weekdays[day].value_or(1.0);
    return check_spells(written, node, context) ? std::optional<Sickness>{written} : std::nullopt;
}

Format<Leave> leave() {
    return table_of<Leave>(
        {
            key("share", share(0, kMostShare), &Leave::share, "10%", "Share of days on leave, in the long run."),
            key("days", number(1, kMostDays), &Leave::days, "5", "How many days a leave lasts, on average."),
            key("paid", boolean(), &Leave::is_paid, "true", "Whether the shifts that they miss are paid."),
        },
        finish_leave);
}

Format<Sickness> sickness() {
    using Written = WrittenSickness;
    return table_of<Written, Sickness>(
        {
            key<Written>("share", share(0, kMostShare), &Written::share, "5%", "Share of days ill, in the long run."),
            key<Written>("days", number(1, kMostDays), &Written::days, "3",
                         "How many days an illness lasts, on average."),
            key<Written>("weekdays", weekdays_of(number(0, 100)), &Written::weekdays, "1 on all days",
                         "Factors on the chance to fall ill on a weekday, such as { monday = 1.6, friday = 1.3 }."),
            key<Written>("paid", boolean(), &Written::is_paid, "true", "Whether the shifts that they miss are paid."),
        },
        finish_sickness);
}

Format<Lateness> lateness() {
    return table_of<Lateness>({
        key("share", share(0, 1), &Lateness::share, "4%", "Share of shifts to which somebody comes late."),
        key("by", distribution_of_durations(), &Lateness::by, "exponential, mean 10 min", "How late."),
        key("paid", boolean(), &Lateness::is_paid, "true", "Whether the time that they miss is paid."),
    });
}

Format<SmallAbsences> unplanned() {
    return table_of<SmallAbsences>({
        key("per_hour", number_above(0, 60), &SmallAbsences::per_hour, "0.2",
            "How often each wants to be away, in an hour signed in."),
        key("length", distribution_of_durations(), &SmallAbsences::length, "exponential, mean 4 min",
            "How long each is away."),
    });
}

}  // namespace

Format<GroupAbsence> group_absence() {
    return table_of<GroupAbsence>({
        key("leave", leave(), &GroupAbsence::leave, "nobody", "Holidays, which are planned."),
        key("sickness", sickness(), &GroupAbsence::sickness, "nobody", "Illness."),
        key("lateness", lateness(), &GroupAbsence::lateness, "nobody", "Who comes, but not in time."),
        key("unplanned", unplanned(), &GroupAbsence::unplanned, "none",
            "Moments away that nobody planned; a contact is finished first."),
    });
}

Format<Overtime> overtime() {
    return table_of<Overtime>({
        key("waiting", integer(1, 1'000'000), &Overtime::waiting, "2",
            "Somebody stays while at least so many wait for each of those who stay."),
        key("step", duration_above(0s, kDay), &Overtime::step, "\"15min\"", "After which that is looked at again."),
        key("most", duration_above(0s, kDay), &Overtime::most, "\"1h\"", "How long one stays at most."),
        key("pay_factor", number(0, 100), &Overtime::pay_factor, "1", "Cost of an hour of overtime, in paid hours."),
    });
}

Format<Handover> handover() {
    return table_of<Handover>({
        key("most", duration_above(0s, kDay), &Handover::most, "\"15min\"", "How long one waits for the relief."),
    });
}

}  // namespace floorwalker::scenario
