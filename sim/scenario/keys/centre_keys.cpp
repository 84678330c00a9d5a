#include "sim/scenario/keys/tables.hpp"
#include "sim/scenario/keys/weekdays.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kMostDays = 1'000'000;
constexpr std::int64_t kMostPlaces = 1'000'000'000;

Format<ServiceLevelVariant> service_level_variant() {
    using enum ServiceLevelVariant;
    return choice<ServiceLevelVariant>({{"offered", offered},
                                        {"answered", answered},
                                        {"abandon_in_target_good", abandon_in_target_good},
                                        {"abandon_in_target_ignored", abandon_in_target_ignored},
                                        {"short_abandon_good", short_abandon_good},
                                        {"short_abandon_ignored", short_abandon_ignored}});
}

Keys<Centre> opening_keys() {
    return {
        key("name", text(), &Centre::name, "the name of the file", "What the centre is called in reports."),
        key("date", date(), &Centre::date, "2024-01-01", "The first simulated day."),
        key("days", integer(1, kMostDays), &Centre::days, "1", "How many days in a row one run simulates."),
        key("open", clock(), &Centre::open, "00:00:00", "When the centre opens."),
        key("close", clock(), &Centre::close, "\"24:00\"",
            "When it closes. At or before the opening time it is on the next day."),
        key("weekdays", weekdays_of(open_hours()), &Centre::weekday_hours, "the same hours every day",
            "Opening hours of single weekdays, within those of the centre and in whole intervals."),
        key("interval", duration(1s, 24h), &Centre::interval, "\"30min\"",
            "Length of the intervals of volumes, staffing and reports; the last one of a day may be shorter."),
        key("after_close",
            choice<AfterClose>(
                {{"drain", AfterClose::drain}, {"clear", AfterClose::clear}, {"carry_over", AfterClose::carry_over}}),
            &Centre::after_close, "\"drain\"",
            "Who still waits at closing time: is served by the last staff (drain), is dismissed (clear), or waits for "
            "the next "
            "day (carry_over)."),
        key("warm_up_days", integer(0, kMostDays), &Centre::warm_up_days, "0",
            "How many of the days are simulated first and not measured."),
        key("lines", integer(1, kMostPlaces), &Centre::lines, "as many as needed",
            "Telephone lines. A contact holds one from its arrival to the end of its talk; with none free it is "
            "blocked."),
        key("queue_places", integer(0, kMostPlaces), &Centre::queue_places, "as many as needed",
            "Waiting places in all; with none free a contact is blocked."),
        key("ivr_ports", integer(1, kMostPlaces), &Centre::ivr_ports, "as many as needed",
            "How many calls the IVR can hold at once."),
        key("ports_busy", choice<PortsBusy>({{"block", PortsBusy::block}, {"to_queue", PortsBusy::to_queue}}),
            &Centre::ports_busy, "\"block\"",
            "A call that finds all IVR ports busy is blocked, or skips the IVR and asks for an agent at once "
            "(to_queue)."),
        key("busyness", distribution_of_factors(), &Centre::busyness, "every day alike",
            "A factor on all arrivals of a day, drawn anew each day."),
    };
}

Format<KnowledgeBase> knowledge_base() {
    return table_of<KnowledgeBase>({
        key("solved", number_above(0, 1000), &KnowledgeBase::solved, "1",
            "A factor on the odds that a contact is solved."),
        key("defects", number_above(0, 1000), &KnowledgeBase::defects, "1",
            "A factor on the odds of a defect of knowledge."),
    });
}

Keys<Centre> measure_keys() {
    return {
        key("service_level", service_level_variant(), &Centre::service_level, "\"offered\"",
            "How abandoned contacts count in the service level; docs/kpis.md has the formulas."),
        key("daily_service_level",
            choice<DailyServiceLevel>({{"ratio_of_sums", DailyServiceLevel::ratio_of_sums},
                                       {"mean_of_days", DailyServiceLevel::mean_of_days}}),
            &Centre::daily_service_level, "\"ratio_of_sums\"",
            "The service level of several days: all good contacts by all that count, or the mean of the days' levels."),
        key("short_abandon", duration(0s, 1h), &Centre::short_abandon, "\"5s\"",
            "Up to this wait an abandonment is short, for the service levels that treat it specially."),
        key("adherence_tolerance", duration(0s, 1h), &Centre::adherence_tolerance, "\"0s\"",
            "Agents who do what their schedule says so much earlier or later still adhere to it."),
        key("answer_target", answer_target(), &Centre::answer_target, R"({ share = "80%", within = "20s" })",
            "The service level to reach, overall and for call types without their own."),
        key("abandonment_target", share(), &Centre::abandonment_target, "none", "The largest share that may abandon."),
        key("asa_target", duration_above(0s, 24h), &Centre::asa_target, "none",
            "The longest average speed of answer that is good enough."),
        key("occupancy_target", share(), &Centre::occupancy_target, "none", "The highest occupancy that is bearable."),
        key("currency", text(), &Centre::currency, "\"EUR\"", "The currency of all costs."),
        key("line_cost_per_hour", number(0, 1e6), &Centre::line_cost_per_hour, "0",
            "Cost of a line in use for an hour."),
        key("knowledge_base", knowledge_base(), &Centre::knowledge_base, "as good as it should be",
            "The state of what agents look answers up in; for call types with an outcome."),
    };
}

}  // namespace

const Keys<Centre>& centre_keys() {
    static const Keys<Centre> kKeys = [] {
        auto all = opening_keys();
        for (auto& key : measure_keys()) all.push_back(std::move(key));
        return all;
    }();
    return kKeys;
}

const Keys<Scenario>& run_keys() {
    static const Keys<Scenario> kKeys{
        key("seed", integer(0, std::numeric_limits<std::int64_t>::max()), &Scenario::seed, "1",
            "Where all luck comes from: the same seed gives the same run."),
        key("replications", integer(1, 1'000'000), &Scenario::replications, "20",
            "How many independent runs a result is the mean of."),
    };
    return kKeys;
}

Format<AnswerTarget> answer_target() {
    return table_of<AnswerTarget>({
        key("share", share(), &AnswerTarget::share, "\"80%\"", "The share to answer in time."),
        key("within", duration(0s, kLongestDuration), &AnswerTarget::within, "\"20s\"", "What in time means."),
    });
}

}  // namespace floorwalker::scenario
